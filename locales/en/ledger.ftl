# What the coordinator reads about promises to reporters.
ledger-warning =
    { $people ->
        [one] On { $on } 1 reporter hears from us. We promised that. This is still missing:
       *[other] On { $on } { $people } reporters hear from us. We promised that. This is still missing:
    }
    { $missing }
    Will it not be in time? Say why in one sentence. The reporters read it on { $on }.
ledger-warning-explained =
    { $people ->
        [one] On { $on } 1 reporter hears from us. We promised that. This is still missing:
       *[other] On { $on } { $people } reporters hear from us. We promised that. This is still missing:
    }
    { $missing }
    You said already why it takes longer.
ledger-missing = { $step ->
    [begin] - The round until { $last }: the wijkverband has not begun to choose.
    [go-on] - The round until { $last }: { $count ->
        [one] 1 topic has no answer yet.
       *[other] { $count } topics have no answer yet.
    }
    [close] - The round until { $last }: everything has an answer, but the round is not closed.
    [check] - The words wait for a check ({ $people ->
        [one] 1 reporter
       *[other] { $people } reporters
    }).
    [ask-owner] - The owner of "{ $title }" did not say yet how it goes. Type actions.
   *[look] - Why there is nothing yet for { $people ->
        [one] 1 reporter
       *[other] { $people } reporters
    }, we do not know. Type waiting.
}
ledger-way = { $step ->
    [begin] Begin
    [go-on] Go on choosing
    [close] To the closing
   *[check] Check
}
ledger-say-why = Say why
ledger-ask-why = { $people ->
    [one] On { $on } 1 reporter reads that there is no news yet. Why does it take longer? Type one sentence.
   *[other] On { $on } { $people } reporters read that there is no news yet. Why does it take longer? Type one sentence.
}
ledger-skip = Skip
ledger-skipped = Fine. Is there no news on { $on }? Then we say honestly what we know ourselves.
ledger-one-sentence = Type a short sentence, of at most { $most } characters.
ledger-show-why =
    If there is no news on { $on }, the reporters read:
    { $lines }
    Is that good?
ledger-good = Good
ledger-improve = Improve
ledger-explained = Thank you. Is there no news on { $on }? Then the reporters read this sentence.
ledger-explained-checked = Thank you. The expert by experience checks the sentence. Is there no news on { $on }? Then the reporters read it.
ledger-not-open = Nothing more has to be said about this promise now. Type promises to see how it stands.
ledger-cancelled = Stopped. Type promises to see how it stands.

# Checked by the expert by experience
ledger-draft-title = everything of which news was promised for { $on }
ledger-approved = Thank you. The reporters read this if there is no news on { $on }.

# promises
ledger-now = { $lines }
ledger-nothing = There are no promises in this wijk yet.
ledger-coming = { $people ->
    [one] Promised for { $on }, to 1 reporter. This is still missing:
   *[other] Promised for { $on }, to { $people } reporters. This is still missing:
}
ledger-reason-given = - You said why it takes longer: { $sentence }
ledger-round = Round until { $last }: { $answered } of { $people ->
    [one] 1 reporter
   *[other] { $people } reporters
} got an answer, { $in_time } in time{ $days ->
    [-1] .
    [0] , mostly on the same day.
    [one] , mostly within 1 day.
   *[other] , mostly within { $days } days.
}
ledger-round-runs = The round until { $last } still runs: { $people ->
    [one] 1 reporter.
   *[other] { $people } reporters.
}
ledger-why = - { $count ->
    [one] 1 person
   *[other] { $count } people
}: { $why ->
    [undecided] the wijkverband did not decide yet
    [words] the words wait for a check
    [sending] the message is being sent
    [unreachable] cannot be reached now, hears it later
    [collecting] the round still runs
    [refused] the app refuses our messages
    [given-up] could not be reached for three months
    [stopped] wants no news (stop)
    [wiped] wiped everything before the answer
    [withheld] it was about danger, the wijkverband does not see it
    [imported] comes from a file
    [withdrawn] withdrew the signal
   *[forgotten] FORGOTTEN, tell the operator
}
ledger-overdue = { $count ->
    [one] NOTE: 1 person waits longer than promised.
   *[other] NOTE: { $count } people wait longer than promised.
}
ledger-red = { $count ->
    [one] RED: 1 person heard three times or more that there is no news.
   *[other] RED: { $count } people heard three times or more that there is no news.
}
ledger-skipped-asks = { $count ->
    [one] This month we did not ask 1 question: that person had been asked enough.
   *[other] This month we did not ask { $count } questions: those people had been asked enough.
}
ledger-told-again =
    { $first }
    { $again ->
        [0] { "" }
        [one] For 1 reporter this was the second time.{" "}
       *[other] For { $again } reporters this was the second time.{" "}
    }{ $often ->
        [0] { "" }
        [one] RED: 1 reporter heard this three times or more. Call or visit the wijkverband.
       *[other] RED: { $often } reporters heard this three times or more. Call or visit the wijkverband.
    }
