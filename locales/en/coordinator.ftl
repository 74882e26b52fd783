# What the coordinator reads.
held-photo = The photo with signal { $number }.
file-photo = Photo with a signal
coordinator-refused = Only the coordinator of the wijk can do that.
coordinator-in-private = We do that in your own chat with me, not in the group.
coordinator-cancelled = Stopped. Nothing was changed.

# Inviting
coordinator-invite = Whom would you like to invite?
coordinator-grant = { $grant ->
    [professional] Professional
    [volunteer] Volunteer
    [expert] Experience expert
    [partner] Member of the wijkverband
    [partnership] Group of the wijkverband
   *[coordinator] Coordinator
}
coordinator-for-whom = For whom? Type the organisation or the role, not the name of a person.
coordinator-short-label = Type the organisation or the role, in at most { $most } characters. Not the name of a person.
coordinator-invitation =
    Invitation for { $label }, as: { $grant }.
    Show the QR code or send the link. It can also be typed: { $code }
    The code works once, for { $hours } hours. Never put it in a group.
coordinator-invitation-over =
    Invitation to take over your role, for { $label }.
    Show the QR code or send the link. It can also be typed: { $code }
    The code works once, for { $hours } hours. You stay coordinator until the other person uses it.
coordinator-invitation-room =
    This is how the group of the wijkverband joins:
    1. Add me to the group.
    2. Type this code in the group: { $code }
    The code works once, for { $hours } hours.
coordinator-no-code = Inviting does not work now. Try again later.

# Handing over
coordinator-hand-over = Do you want to hand over your role as coordinator? You stay coordinator until the other person uses the invitation.
coordinator-hand-over-yes = Yes, hand over
coordinator-hand-over-no = No, I stay
coordinator-role-kept = Good. You stay coordinator.

# Topics before the report
coordinator-no-topics = There are no topics in this round yet.
coordinator-topics =
    The topics so far:
    { $topics }
    Are two the same? Type: merge 2 4
    A better title? Type: title 3 Street light broken near the flat
    Make the top 5 better, card by card? Type: sort
coordinator-topic = { $rank }. { $title } ({ $people ->
    [one] 1 person
   *[other] { $people } people
})
coordinator-more-topics = { $count ->
    [one] And 1 more topic.
   *[other] And { $count } more topics.
}
coordinator-how-to-merge = Type two numbers of the list, like this: merge 2 4. You see the list with: topics
coordinator-merged = "{ $one }" and "{ $other }" are one topic now. The list has new numbers.
coordinator-undo = Undo this
coordinator-apart = Good, these two stay apart.
coordinator-how-to-title = Type the number and the new title, like this: title 3 Street light broken near the flat
coordinator-title-too-long = That title has { $length } characters. At most { $most } fit on the report.
coordinator-titled = "{ $before }" is now called "{ $title }".
coordinator-no-such-topic = There is no such number. { $count ->
    [one] There is 1 topic.
   *[other] There are { $count } topics.
} Type topics for the list.

# Sorting before the report
sorting-refused = The coordinator or the expert by experience can sort.
sorting-nothing = There is nothing to sort in this round yet.
sorting-too-many = There are too many signals to sort here. Type topics to see what people say.
sorting-begins = { $unsure ->
    [0] All signals have a place.
    [one] 1 signal is not certain yet.
   *[other] { $unsure } signals are not certain yet.
}{ $cards ->
    [0] { "" }
    [one] {" "}The top 5 stands after about 1 card ({ $minutes ->
        [one] 1 minute
       *[other] { $minutes } minutes
    }).
   *[other] {" "}The top 5 stands after about { $cards } cards ({ $minutes ->
        [one] 1 minute
       *[other] { $minutes } minutes
    }).
}
sorting-somebody-else = That card was answered already. This is the next one.
sorting-then =
    { $first }

    { $second }
sorting-file =
    "{ $words }"
    Which topic does this belong to?
sorting-topic = { $title } ({ $people })
sorting-more = More
sorting-new = New
sorting-no-signal = No signal
sorting-hold = Keep apart
sorting-merge =
    { $one }
    { $other }
    Is this the same topic?
sorting-example = "{ $title }" ({ $people }), such as: { $words }
sorting-merge-yes = Yes
sorting-merge-no = No
sorting-odd =
    "{ $words }"
    Does this belong to "{ $title }" ({ $people })?
sorting-odd-yes = Yes, it belongs
sorting-odd-no = No, take it out
sorting-undo = Back
sorting-finish = Done
sorting-stands = The top 5 stands now. You can stop or go on sorting.
sorting-no-cards = There are no cards left. More sorting does not change the top 5.
sorting-show-top = Show the top 5
sorting-go-on = Go on
sorting-stop = Stop
sorting-top =
    This is the top 5 now:
    { $topics }
sorting-top-topic = { $rank }. { $title } ({ $people ->
    [one] 1 person
   *[other] { $people } people
})
sorting-choose = You are sorting. Choose an answer of the card. Type stop to stop.
sorting-done = You stopped sorting. Everything is kept. Type sort to go on.

# Report
coordinator-report = The report of the last round.
coordinator-begin = Begin
coordinator-report-on = There is no report on the table now. This round runs up to and including { $last }, then the report comes.
coordinator-no-report = There is no report on the table now.

# What waits
coordinator-waiting =
    { $collected }
    { $lines }
coordinator-collected = { $messages ->
    [0] Nothing came in yet this round.
    [one] This round people told 1 thing
   *[other] This round people told { $messages } things
}{ $messages ->
    [0] { "" }
   *[other] {" "}({ $people ->
        [one] 1 person
       *[other] { $people } people
    }).
}
coordinator-nothing-waits = Nothing waits for you.
coordinator-overdue = { $count ->
    [one] 1 reporter waits longer than promised. Make sure they hear something now.
   *[other] { $count } reporters wait longer than promised. Make sure they hear something now.
}
coordinator-drafts = { $count ->
    [one] 1 text for reporters waits for a check. Type check.
   *[other] { $count } texts for reporters wait for a check. Type check.
}
coordinator-undecided = { $count ->
    [one] 1 topic of the top 5 has no answer yet. Type begin.
   *[other] { $count } topics of the top 5 have no answer yet. Type begin.
}
coordinator-parked = { $count ->
    [one] I could not read 1 message. The operator can look at it.
   *[other] I could not read { $count } messages. The operator can look at them.
}
coordinator-dead = { $count ->
    [one] 1 answer could not be sent. The operator can look at it.
   *[other] { $count } answers could not be sent. The operator can look at them.
}
coordinator-unreachable = { $count ->
    [one] 1 person cannot be reached. Answers follow when they come back.
   *[other] { $count } people cannot be reached. Answers follow when they come back.
}
coordinator-sending = { $count ->
    [one] 1 message is still being sent.
   *[other] { $count } messages are still being sent.
}
coordinator-no-room = There is no group of the wijkverband yet. Type invite.
coordinator-check = Check
coordinator-show-topics = Topics

# Told by itself
coordinator-draft-waits = { $count ->
    [one] A text for reporters has waited for a check for three days.
   *[other] { $count } texts for reporters have waited for a check for three days.
} They hear nothing until then. Type check.
coordinator-no-news-told = { $people ->
    [one] On the promised day 1 reporter only heard that there is no news yet.
   *[other] On the promised day { $people } reporters only heard that there is no news yet.
} The new promise is { $next }. Type promises to see what is needed.
# Words of danger that a resident wanted to keep.
coordinator-danger-kept =
    A resident wrote about danger and wanted to keep it, as { $number }. The wijkverband does not see this.
    { $words }
# Something is wrong with the telling: that should never happen.
coordinator-gaps = { $count ->
    [one] Mind: 1 reporter should have had news and got none. Tell the operator.
   *[other] Mind: { $count } reporters should have had news and got none. Tell the operator.
}
# After a silence of more than a day.
coordinator-silence = { $days ->
    [same] On { $last }
   *[apart] From { $first } up to and including { $last }
} the bot could not receive messages. What residents sent then may be lost. Who wrote shortly before is told so.
# Sending nothing for a while, and after a restore
coordinator-paused = Since { $since } the bot sends nothing. The operator stopped it, and starts it again.
coordinator-restored = The bot is back as it was on { $first }. What came in on Telegram after that is lost. Decisions made after that are lost as well. A report that you had may come once more. Who wrote shortly before is told.
