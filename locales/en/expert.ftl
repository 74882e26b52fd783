# What the experience expert reads, or the coordinator where there is none.
expert-waits = A text for residents waits. Would you read it?
expert-check = Check
expert-text =
    { $kind } Topic: { $title }. { $people ->
        [0] The reporters read
        [one] 1 reporter reads
       *[other] { $people } reporters read
    } this:
    { $sentence }
    Is this clear?
expert-text-tip =
    { $kind } Topic: { $title }. { $people ->
        [0] The reporters read
        [one] 1 reporter reads
       *[other] { $people } reporters read
    } this:
    { $sentence }
    { $tip }
    Is this clear?
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
expert-then =
    { $first }
    { $second }
expert-cancelled = Stopped. The text stays as it was. Type check to go on.
expert-refused = Texts are checked by an experience expert or the coordinator.
expert-in-private = We check texts in your own chat with me. Type there: check
