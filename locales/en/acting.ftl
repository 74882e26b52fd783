# The fast lane, and the practice conversation: what the coordinator and the wijkverband read.

# The coordinator puts something into the fast lane
lane-no-signals = There are no signals for the fast lane now.
lane-no-more = These were the newest signals. Another signal? Type: fast 2026-0412
lane-signal =
    Signal { $number }, of { $day }:
    "{ $words }"
    Is this small enough for a quick yes or no?
lane-pick = Fast lane
lane-more = Next
lane-stop = Finish
lane-done = Finished. Type fast to go on.
lane-describe =
    Signal { $number }: "{ $words }"
    What is asked? Type one sentence in your own words, without names. Only that sentence goes to the wijkverband.
lane-short = Type one short sentence, of at most { $most } characters.
lane-own-words = These are the resident's own words. Say it shorter, or in other words.
lane-confirm =
    This is what the wijkverband reads:
    { $sentence }
    Does it say nothing about a person?
lane-confirm-warned =
    This is what the wijkverband reads:
    { $sentence }
    Mind: there seems to be a name, address or number in it. Without, it is: { $safe }
    Change it when it is about a person.
lane-send = Good, send it
lane-edit = Change it
lane-sent = { $people ->
    [one] Sent to 1 person. An answer is needed on { $due }.
   *[other] Sent to { $people } people. An answer is needed on { $due }.
}
lane-cannot = Signal { $number } cannot go into the fast lane. It is answered, asked or withdrawn already, or of another wijk.
lane-out = Take it out
lane-out-done = The signal is out of the fast lane. It counts in the round as usual.

# Those who decide say yes or no
lane-request =
    A small question from the wijk, for the fast lane:
    { $sentence }
    Is this possible? Please answer by { $due }. The first answer counts.
lane-yes = Yes
lane-no = No
lane-reminder =
    One day left for this small question from the wijk:
    { $sentence }
    Is this possible? Please answer by { $due }. The first answer counts.
lane-late =
    Three days are over, and there is no answer yet to this small question:
    { $sentence }
    We promised a quick answer. This counts as late in the report.
lane-what-and-when = Good. What happens, and when? One sentence, the resident reads this.
lane-soon = Arranged within two weeks
lane-soon-said = It will be arranged within two weeks.
lane-why-not = Why not? One sentence, the resident reads this.
lane-one-sentence = Type one short sentence for the resident, of at most { $most } characters.
lane-thanks = Thank you. The resident hears it now.
lane-thanks-checked = Thank you. Your sentence is checked first, then the resident hears.
lane-answered =
    There is an answer already to the small question: { $request }
    { $by } said: { $answer }. { $sentence }
lane-sentence = { $sentence }
lane-somebody = Somebody of the wijkverband
lane-gone = This question lapsed. You need not do anything.
lane-lapsed =
    This small question lapsed: { $sentence }
    You need not do anything any more.
lane-cancelled = Stopped. Nothing was sent. Type fast to go on.
lane-refused = Only somebody of the wijkverband, or the coordinator, can do that.
lane-nothing-waits = No small question waits for an answer.
lane-waiting = { $count ->
    [one] 1 small question waits for a yes or a no. Type fast.
   *[other] { $count } small questions wait for a yes or a no. Type fast.
}
lane-list =
    These small questions wait for a yes or a no:
    { $requests }
    Answer in your own chat with me. Type there: fast
lane-line = - { $sentence } By { $due }.

# The practice conversation
practice-ask = ({ $place } of { $of }) { $part ->
    [example] Practice conversation, about 10 minutes. Which example do you discuss? Choose, or type it.
    [collected] How did you hear of it? From whom, and where?
    [done] What was done with that input?
    [mandate] Who owned it, and what could they decide?
    [told] How and to whom was it reported back?
    [step] What is one feasible step for the next time?
    [owner] Who takes that step? Choose, or type an organisation or role.
   *[day] When is that step taken and reported back? Choose, or type a date.
}
practice-skip = Skip
practice-example = { $title }
practice-owner = { $label }
practice-weeks = In { $weeks } weeks
practice-no-day = Choose a day from { $first } to { $last }, for example 15-1 (day-month).
practice-short = Type a short answer, of at most { $most } characters.
practice-elsewhere = That question is answered already. This is the next one.
practice-begun = A practice conversation was begun and is not finished.
practice-go-on = Go on
practice-again = Start again
practice-broken-off = Stopped. The answers are kept. Type practice conversation to go on.
practice-result =
    This was the practice conversation:
    { $lines }
practice-nothing = The practice conversation is over. Everything was skipped.
practice-line = { $part ->
    [example] Example: { $words }
    [collected] Heard: { $words }
    [done] Done: { $words }
    [mandate] Owner and room to decide: { $words }
    [told] Reported back: { $words }
    [step] Next step: { $words }
    [owner] Who: { $words }
   *[day] When: { $words }
}
practice-due = By { $day }. The step now stands with actions.
practice-assigned = In the practice conversation it was agreed that you take a step: { $step } By { $day }. I will remind you.
practice-step = Step of the practice conversation: { $step } ({ $owner }), by { $day }.
practice-no-owner = the coordinator
practice-reminder =
    { $step }
    Was it taken? Then press the button.
practice-taken = Taken
practice-step-done = Good, the step is taken. Tell it in the wijkverband.
practice-step-closed = This step was taken already.
practice-step-refused = Only who takes the step, or the coordinator, says that it was taken.
