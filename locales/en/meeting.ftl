# What the wijkverband reads of the meeting itself: the three parts, points, changing something, the calendar.

# The three parts
meeting-part = { $part ->
    [top-five] Part 1 of 3: the top 5. Until { $until }.
    [choose] Part 2 of 3: choosing. Until { $until }.
   *[tell] Part 3 of 3: what do we report back? Until { $until }.
}
meeting-opening =
    { $part }
    { $topics }
    Does this fit what you hear in the wijk? Choose Go ahead to start choosing.
meeting-topic = { $rank }. { $title } ({ $people ->
    [one] 1 person
   *[other] { $people } people
})
meeting-go-on = Go ahead
meeting-over = { $part ->
    [top-five] The { $minutes } minutes for the top 5 are over.
    [choose] The { $minutes } minutes for choosing are over.
   *[tell] The { $minutes } minutes for reporting back are over.
} Take your time to finish. Type cancel to go on another day.

# After a break
meeting-resumed =
    We go on where we stopped on { $day }. This is done already:
    { $done }
meeting-resumed-empty = We began on { $day }. No topic has an answer yet.
meeting-done = { $rank }. { $title }: { $outcome ->
    [taken-up] taken up
    [not-now] not now
    [later] later
   *[referred] belongs elsewhere
}.

meeting-halfway = This is what we were doing: { $topic }
meeting-halfway-what = What we will do: { $what }

# Belongs elsewhere
meeting-refer-to = Whose is it? Choose, or type the name of an organisation.
meeting-type-refer-to = Type the organisation as the reporters should read it. For example: the municipality.
meeting-town-desk = the reporting desk of the municipality

# The sentence back
meeting-told-plan = What will we do? { $sentence } The first step is due on { $day }. You hear from us again on { $check }.
meeting-told-reason = The wijkverband did not choose your topic this time. Why not? { $sentence }
meeting-told-referred = This topic belongs to { $to }. That is why the wijkverband does not take it up itself. { $sentence }
meeting-other-first-day = Another day for the first step
meeting-other-first-days = The first step is within two weeks. Choose a day from { $first } to { $last }.
meeting-back =
    { $rank }. { $title } ({ $answer })
    { $told }
meeting-all-back =
    This is what the reporters will read. Read it together once more:
    { $lines }
    All good? Then close the round: every reporter hears by itself. Still something to change? Choose its number.

meeting-passed = Mind: the day of the first step of topic { $rank } has passed. Choose its number for another day.
meeting-last-question = Last: will you agree on one more step, for the next 2 to 4 weeks? You may skip this.
meeting-last-step = Agree on one step

# Changing something
meeting-change = Change topic { $rank }
meeting-fields =
    Topic { $rank }: { $title }. What do you want to change?
    { $lines }
meeting-field = { $field ->
    [what] What we do
    [owner] Owner
    [partners] Who takes part
    [first-step] First step
    [first-step-on] Day of the first step
    [check-on] Day we look again
    [referred-to] Whose it is
   *[sentence] Sentence to the reporters
}
meeting-field-line = { $n }. { meeting-field }: { $value }
meeting-changed-enough = Done, go ahead
meeting-changed = That is how it stands now.
meeting-now = It says now: { $value }
meeting-look-again =
    The plan is different. Does the sentence still fit? This is what { $people ->
    [one] the reporter reads
   *[other] the { $people } reporters read
}:
    { $told }
meeting-changed-meanwhile =
    Somebody else changed this just now.
    It says now: { $now }
    You gave: { $mine }
    Which should it be?
meeting-replace = Put mine in
meeting-leave = Leave it as it is

# Points
meeting-give-points = Give points
meeting-show-points = Show the points
meeting-points-asked =
    Everybody in the wijkverband can give points now, in their own chat with me. Two short questions for each topic.
    { $done ->
        [one] One of the { $members } is ready.
       *[other] { $done } of the { $members } are ready.
    } Nobody sees the points of somebody else.
meeting-points-invitation = The wijkverband wants to give points to the top 5. Will you take part? Others do not see what you give.
meeting-points-question = { $measure ->
    [feasibility] Topic { $rank } of { $count }: { $title }. How feasible is it to do something about this?
   *[impact] Topic { $rank } of { $count }: { $title }. How much does it help residents?
}
meeting-point = { $measure ->
    [feasibility] { $point ->
        [1] Hard
        [2] Possible
       *[3] Easy enough
    }
   *[impact] { $point ->
        [1] Little
        [2] Some
       *[3] A lot
    }
}
meeting-points-kept = Thank you, your points are kept. { $done ->
    [one] One of the { $members } is ready.
   *[other] { $done } of the { $members } are ready.
} You see them all when everybody is ready.
meeting-points-kept-last = Thank you, your points are kept. Everybody is ready. The wijkverband has the result.
meeting-points-over = The wijkverband has seen the points already.
meeting-points-chair = Who began the meeting can show them, or the coordinator.
meeting-points-none = There are no points yet. Type points in your own chat with me to give them.
meeting-points-result =
    This is what we think. { $people ->
    [one] 1 person gave points.
   *[other] { $people } people gave points.
} The points do not choose: you do that together.
    { $lines }
meeting-points-line = { $rank }. { $title }: feasible { $feasibility } of 3, helps { $impact } of 3
meeting-points-line-spread = { meeting-points-line } (together from { $lowest } to { $highest } points)
meeting-tenths = { $whole }.{ $tenth }

# The calendar
meeting-calendar = Open this file to put the meetings and the open actions in your calendar. Did something change? Type calendar once more.
file-calendar = Calendar of the wijkverband { $district }
calendar-name = Wijkverband { $district }
calendar-meeting = Wijkverband { $district }: choosing from the top 5 (round up to { $last })
calendar-first-step = First step: { $title }
calendar-check = Look whether it works: { $title }
meeting-no-number = Type only an organisation or role, without a phone number or e-mail address. All reporters read this.
