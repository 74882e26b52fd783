# The micro-survey and the neighbourhood conversation.
professional-question = Question { $nth }: { $question }
professional-skip = Skip
professional-kept = Kept as { $number }. You hear by { $promise } what happens with it.
professional-same-topic = Does this belong to a topic?
professional-next = That was number { $count } this round.
professional-another = One more
professional-show-code = Code for the resident
professional-finish = Done
professional-code =
    Does the resident want to hear what happens? Then show this code, or pass it on.
    { $code }
professional-after-code = Another resident?
professional-done = Done. This round: { $count }. Type survey for the next one.

volunteer-where = Where was the talk? Type the place, not the address of a resident.
volunteer-how-many = How many people did you talk with? Type a number.
volunteer-number-please = Type a number from 1 up to { $most }.
volunteer-what = { $given ->
    [0] What did you hear? Type the first signal in one sentence.
   *[other] Another signal? Type it in one sentence. You can log { $most }.
}
volunteer-thanks = { $given ->
    [0] Kept: a talk with { $people } people, without a signal.
    [one] Kept: 1 signal from a talk with { $people } people. Thank you.
   *[other] Kept: { $given } signals from a talk with { $people } people. Thank you.
}
