# What the wijkverband (the partners of the wijk) reads while choosing, in the group or in the coordinator's chat.
partnership-then =
    { $first }
    { $second }
partnership-people = { $people ->
    [one] 1 person
   *[other] { $people } people
}
partnership-reporters = { $people ->
    [one] the reporter
   *[other] the { $people } reporters
}

# A topic on the table
partnership-topic = Topic { $rank } of { $count }: { $title } ({ partnership-people }). What do we do?
partnership-choice = { $outcome ->
    [taken-up] Take up
    [not-now] Not now
    [later] Later
   *[referred] Belongs elsewhere
}
partnership-kept = Topic { $rank } has an answer.
partnership-again = Topic { $rank } again
partnership-further = Go on
partnership-no-such-topic = There is no such number. Choose a topic from 1 to { $count }. For example, type: begin 1
partnership-already =
    Topic { $rank } has an answer already.
    { $title }: { $answer }. { $sentence }

# The questions, one at a time
partnership-ask = { $part ->
    [not-now] Why not now? In one sentence. The reporters read this.
    [later] Why later, and when? In one sentence. The reporters read this.
    [referred] Why does it belong there, or what do we ask there? In one sentence. The reporters read this.
    [why-more] Two topics are taken up already. Why is there room for this one? In one sentence.
    [what] What are we going to do? Small and concrete, in one sentence.
    [owner] Who is the owner? Choose, or type an organisation or role. Rather not a person's name.
    [partners] Who else takes part?
    [first-step] What is the first step, within two weeks?
    [first-day] When is the first step due? Choose, or type a day within two weeks. For example: 15-1 (day-month).
    [check] When do we look whether it works?
   *[sentence] Type the sentence as the reporters should read it.
}
partnership-owner = { $label }
partnership-other-owner = Somebody else
partnership-type-owner = Type the organisation or role of the owner.
partnership-no-partners = Nobody
partnership-weeks = { $weeks ->
    [one] In 1 week
   *[other] In { $weeks } weeks
}
partnership-other-day = Another day
partnership-type-day = Type the date like this: 15-1 (day-month). Choose a day from { $first } to { $last }.
partnership-no-day = I do not understand that date. Type it like this: 15-1 (day-month), or: in 7 weeks. It can be from { $first } to { $last }.
partnership-other-days = That day is too early or too late to see whether it works. It can be from { $first } to { $last }.
partnership-too-long = That is long. Can it be shorter? At most { $most } characters.

# The sentence back
partnership-tell =
    This is how we tell { partnership-reporters }:
    { $told }
partnership-good = Good
partnership-adjust = Change it

# Closing
partnership-outcome = { $outcome ->
    [taken-up] taken up
    [not-now] not now
    [later] later
    [referred] belongs elsewhere
   *[open] no answer yet
}
partnership-summary-empty = There were no topics this round. Close the round?
partnership-close = Close the round
partnership-not-yet = Not yet
partnership-not-closed = The round stays open. Ready? Type close round.
partnership-closed = The round is closed. The sentences are still checked, then all reporters hear. Thank you.
partnership-closed-empty = The round is closed. Thank you.
partnership-open-topic = { $rank }. { $title }
partnership-still-open = The round cannot close yet. { $count ->
    [one] This topic has
   *[other] These topics have
} no answer:
    { $topics }

# Not now
partnership-collecting = There is nothing to choose now. We collect signals up to and including { $last }. Then the report with the top 5 comes.
partnership-nothing = There is nothing to choose now. After the round the report with the top 5 comes.
partnership-cancelled = Stopped. What was answered is kept. Type begin to go on.
partnership-refused = Choosing is for the wijkverband or the coordinator. Do you take part in the wijkverband? Ask the coordinator for an invitation.
