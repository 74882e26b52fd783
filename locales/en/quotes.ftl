# What the coordinator reads of signals that wait, and who approves quotes.
held-read = Read now
held-notice =
    There is a signal about a person or a group. You read it first, only then it counts.
    Read it in a chat with just you: type held.
held-nothing = No signal waits for you.
held-only-coordinator = Only the coordinator of the wijk reads these signals.
held-in-private = You read this in a chat with just you and me. Type held there.
held-shown =
    { $count ->
        [one] 1 signal waits for you.
       *[other] { $count } signals wait for you.
    }
    Signal { $number }, of { $on }. Why it waits: { $reasons }.

    { $words }

    May it count? It never becomes a quote.
held-reasons = { $first }, { $second }
held-reason = { $reason ->
    [beschuldiging] it says what somebody does wrong
    [gezondheid] it is about the health of somebody
   *[haat] it abuses or threatens
}
held-release = Release
held-apart = Keep apart
held-later = Later
held-released = Signal { $number } counts now.
held-kept-apart = Signal { $number } is kept apart. The writer hears so.
held-changed = This signal was changed or read already.

quotes-refused = Only the coordinator and the experience expert choose quotes.
quotes-in-private = You choose quotes in a chat with just you and me. Type quotes there.
quotes-no-report = You choose quotes when the report of the round is there.
quotes-none = There is no sentence now that can be a quote.
quotes-shown =
    Topic { $rank }: { $title }.
    May this stand there like this? Exactly these words come into the report{ $language ->
        [en] .
       *[other] , in { $language_name }.
    }

    { $text }
quotes-good = Good
quotes-shorten = Change
quotes-skip = Skip
quotes-stop = Done
quotes-type-less =
    Type the sentence again and leave out what has to go. Nothing can be added.

    { $text }
quotes-only-less = There is a word in it that was not there. You can only leave words out.
quotes-approved = This quote comes into the report.
quotes-gone = This sentence is not there any more, or was changed.
quotes-full = This topic has 2 quotes already.
quotes-done = { $count ->
    [0] There are no quotes in the report.
    [one] There is 1 quote in the report.
   *[other] There are { $count } quotes in the report.
}
quotes-list =
    { $done }

    { $quotes }
quotes-line = { $number }. With { $title }: { $text }
quotes-drop = Remove: { $number }
quotes-dropped = This quote is not in the report any more.
coordinator-held = { $count ->
    [one] 1 signal waits until you read it. Type held.
   *[other] { $count } signals wait until you read them. Type held.
}
