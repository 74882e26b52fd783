# What the owner of an action reads, and the list of actions.
owner-choice = { $status ->
    [started] Started
    [done] Done
    [delayed] Takes longer
   *[impossible] Not possible
}
owner-status = { $status ->
    [planned] not started yet
    [started] started
    [delayed] takes longer
    [done] done
   *[impossible] not possible
}

# Messages to the owner
owner-assigned =
    { $again ->
        [1] Your action changed. This is how it stands now.
       *[0] You own an action of the wijkverband.
    }
    Topic: { $title }
    What: { $what }
    Takes part: { $partners }
    First step, before { $day }: { $step }
    On { $check } we look whether it works. I will remind you. Type actions to see how they stand.
owner-no-partners = nobody else yet
owner-released = The action for "{ $title }" is no longer yours. The wijkverband chose differently.
owner-first-step =
    The first step for "{ $title }" is due before { $day }: { $step }
    How is it going? Choose, or type actions.
owner-first-step-day =
    The first step for "{ $title }" was due on { $day }: { $step }
    Was it taken? Choose, or type actions.
owner-first-step-week =
    I heard nothing yet about "{ $title }". The first step was due on { $day }: { $step }
    How is it going? Choose, or type actions.
owner-first-step-silent =
    The owner ({ $owner }) said nothing yet about "{ $title }". I asked a few times.
    The first step was due on { $day }: { $step }
    Will you ask? Then choose how it is going.
owner-no-phone =
    { $text }
    The owner ({ $owner }) has no phone here. Will you ask?
owner-check =
    Today we look whether it works. Topic: { $title }
    The action: { $what }
    How is it going? Choose, or type actions.
owner-check-week =
    I heard nothing yet about "{ $title }". We were to look on { $check }.
    The action: { $what }
    How is it going? Choose, or type actions.
owner-promise =
    The reporters of "{ $title }" hear from us soon.
    The action: { $what }
    How is it going? Choose, or type actions.
owner-overdue = There is no news yet about "{ $title }" ({ $owner }). We were to look on { $check }. Do you know how it is going?

# How it goes
owner-when = When do we look again? Choose, or type a date, for example 15-1 (day-month).
owner-weeks = In { $weeks } weeks
owner-no-day = That date is not possible. Type a day up to { $last }, for example 15-1 (day-month).
owner-how-later =
    We look again on { $check }.
    { $how }
owner-how = { $status ->
    [started] Good to hear. What happens now? One sentence, the reporters read this.
    [done] Well done. What is ready, and since when? One sentence, the reporters read this.
    [delayed] Why does it take longer? One sentence, the reporters read this.
   *[impossible] A pity. Why is it not possible? One sentence, the reporters read this.
}
owner-one-sentence = Type one short sentence for the reporters, of at most { $most } characters.
owner-thanks = { $status ->
    [started] Thank you.
    [done] Congratulations, and thank you.
    [delayed] Thank you. Being honest helps.
   *[impossible] Thank you. Being honest helps.
} Your sentence is checked first, then the reporters hear.
owner-closed = This action is finished already.
owner-already = "{ $title }" already stands at: { $status }. Did something change?
owner-refused = Only the owner ({ $owner }) or the coordinator says how this action goes.
owner-cancelled = Stopped. Nothing was changed.

# The list
owner-no-actions = There are no open actions now.
owner-list = { $parts }
owner-actions =
    Open actions:
    { $actions }
owner-line-planned = { $rank }. { $title } ({ $owner }): { $status }. First step before { $day }: { $step }. We look on { $check }.
owner-with = { $owner }, with { $partners }
owner-finished =
    Finished lately:
    { $actions }
owner-ended = - { $title } ({ $owner }): { $status }.
owner-ended-noticed = { $line } { $noticed }
owner-noticed = { $share ->
    [most] Most reporters notice a difference.
    [half] About half of the reporters notice a difference.
    [few] Most reporters notice no difference.
   *[unknown] Too few reporters said whether they notice a difference.
}
owner-line = { $rank }. { $title } ({ $owner }): { $status }. We look on { $check }.
owner-more = { $count ->
    [one] And 1 more action.
   *[other] And { $count } more actions.
}
owner-stand = It is: { $status }. We look on { $check }.
owner-stand-planned = It is: { $status }. First step before { $day }: { $step }. We look on { $check }.
owner-action =
    Your action for "{ $title }": { $what }
    { $stand }
owner-action-of =
    Action for "{ $title }" of { $owner }: { $what }
    { $stand }
owner-no-such-action = { $count ->
    [0] There are no open actions now.
    [one] There is no such number. There is 1 action. Type: actions 1
   *[other] There is no such number. There are { $count } actions. For example, type: actions 1
}
