# What the experience expert reads, or the coordinator where there is none.
expert-waits = A text for residents waits. Would you read it?
expert-check = Check
expert-text =
    { $kind } Topic: { $title }. { $people ->
        [0] The reporters read
        [one] 1 reporter reads
       *[other] { $people } reporters read
    } this:

    { $whole }

    { $reading }
    Is this clear?
expert-a-number = (number)
expert-own-words = own words of the reporter
expert-figure = Readability: { $figure } of 100. { $ease ->
    [easy] Easy to read.
    [fair] Fairly easy to read.
    [hard] Hard to read.
   *[very-hard] Very hard to read.
}
expert-remark = { $remark ->
    [sentence] - A long sentence, of { $number } words: "{ $words } …". Make it two.
    [passive] - "{ $words }": who does this? Begin with who.
    [word] - "{ $words }" is a long word, of { $number } syllables. Is there a shorter one?
    [jargon] - "{ $words }": rather "{ $simpler }".
   *[advice] - "{ $words }": say it in another way. For example: { $simpler }.
}
expert-remarks-more = { $count ->
    [one] - And 1 more remark.
   *[other] - And { $count } more remarks.
}
expert-translate = Add a translation
expert-other-readers = Some reporters write { $languages }. They read this in Dutch, or in a translation that you add.
expert-adopt = Take over
expert-adopted = The simpler words stand in it now. Read once more whether the sentence is right.
expert-waive = Send unread
expert-read-first = An experience expert reads this text first. Can it not wait? Choose: send unread.
expert-waived = { $people ->
    [0] Sent unread. The reporters hear it now.
    [one] Sent unread. The reporter hears it now.
   *[other] Sent unread. The { $people } reporters hear it now.
}
expert-waiting =
    { $count } texts wait:
    { $lines }
    The first:
expert-waiting-line = { $rank }. { $title }. { $kind }
expert-waiting-more = And { $count } more.
expert-ask-language =
    Type this text in { $language }, or let somebody do it who speaks it.
    { $sentence }
    We do not translate ourselves. Without your text they read the Dutch.
expert-not-in-language = This is not { $language }. Type the text in { $language }, or choose Skip.
expert-in-language =
    This is how they read it in { $language }:
    { $words }
    Is this right?
expert-right = Right
expert-skip = Skip
expert-kind = { $kind ->
    [chosen] Chosen.
    [not-chosen] Not chosen.
    [not-among-five] Not among the five.
    [started] The action has started.
    [delayed] The action takes longer.
    [done] The action is done.
    [impossible] The action is not possible.
    [fast-yes] Fast lane, the answer is yes.
    [fast-no] Fast lane, the answer is no.
    [asked] Question whether it helps.
   *[no-news] No news yet.
}
expert-hint-sentence = Tip: one sentence has { $words } words. Shorter is easier to read.
expert-hint-word = Tip: "{ $word }" is a long word. Can it be said differently?
expert-clear = Clear
expert-improve = Improve
expert-rewrite =
    Type the text as you would say it. Now it says:
    { $sentence }
expert-one-sentence = Type a short text, of at most { $most } characters.
expert-approved = { $people ->
    [0] Thank you. The reporters hear it now.
    [one] Thank you. The reporter hears it now.
   *[other] Thank you. The { $people } reporters hear it now.
}
expert-handled = This text was checked already.
expert-changed = This text was changed meanwhile. Now it says:
expert-nothing = No text waits now.
expert-cancelled = Stopped. The text stays as it was. Type check to go on.
expert-refused = Texts are checked by an experience expert or the coordinator.
expert-in-private = We check texts in your own chat with me. Type there: check
expert-own-text = { $words }
expert-feedback = Everybody may know this of the round until { $ends }. These words were checked. { $waiting ->
    [0] What do you want?
    [one] 1 text still waits for a check and is not in it. What do you want?
   *[other] { $waiting } texts still wait for a check and are not in it. What do you want?
}
expert-feedback-none = There is no round with checked answers yet. You can make a poster that invites residents.
expert-feedback-choice = { $what ->
    [newsletter] Newsletter
    [website] Website
    [chat] Short message
    [paper] Sheet to hand out
    [poster-done] Poster with the result
   *[poster] Poster
}
expert-feedback-paper = To print or to send on.
expert-feedback-refused = The coordinator makes the feedback for everybody.
effect-not-yet = { $people ->
    [0] A few reporters of "{ $title }" notice no difference yet.
    [one] 1 reporter of "{ $title }" notices no difference yet.
   *[other] { $people } reporters of "{ $title }" notice no difference yet.
} What they tell about it counts in the next round.
