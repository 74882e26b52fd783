# Who may do what: what people with a role read.
rights-no-survey = That is for professionals of this wijk. Nothing was kept.
rights-no-talk = Logging a conversation is for volunteers of this wijk. Nothing was kept.
rights-no-role = That is for people with a role in this wijk. Ask the coordinator for an invitation.
rights-other-wijk = This button belongs to { $other }. You are in { $here } now. Type district to change.
rights-four-eyes = You asked this yourself. Somebody else has to decide with you.
rights-code-burnt = A code that was for one person stood in a group. It does not work any more. Make a new one and send it to that person only.
rights-withdrawn = You no longer have this role in { $district }: { $role }. What you tell as a resident still counts.

# Looking up who reported
rights-who-how = Type who and the number of the signal, like: who 2026-0412.
rights-who-none = Signal { $number } is not here, or it did not come from a chat.
rights-who-running = This question about signal { $number } is already open.
rights-who-stopped = Stopped. Nothing was asked.
rights-who-why =
    We do not say who told something. There are 2 exceptions, and then somebody else always decides too.
    Is there danger now? Do not wait for this, call 112.
    Why is this needed for signal { $number }?
rights-who-danger = Somebody is in danger
rights-who-order = Police or court demand it
rights-who-stop = Stop
rights-who-sentence = Write in one sentence why, in { $most } characters at most. No names and no numbers.
rights-who-nobody =
    This looks like a name, number or address: { $marks }.
    Your reason is kept for a year. Nobody may be in it. Please write it again, without.
rights-who-ground = { $why ->
    [danger] Somebody is in danger.
   *[order] Police or court demand it.
}
rights-who-confirm =
    This is what the other person reads: { $ground } { $sentence }
    You do not see who it is, only the operator does. The writer hears that it was looked up.
    May they hear it at once, or is that dangerous?
rights-who-tell-now = Tell at once
rights-who-tell-later = Only after 30 days
rights-who-asked = { $people ->
    [0] Asked. There is no other coordinator. The operator of the service can decide with you on signal { $number }.
    [one] Asked. The other coordinator decides with you on signal { $number }.
   *[other] Asked. One of the { $people } other coordinators decides with you on signal { $number }.
} If nobody says yes before { $on } at { $at }, the question lapses.
rights-who-please =
    Another coordinator wants to know who gave signal { $number }. You decide too.
    The reason: { $ground } { $sentence }
    If you say yes, the operator sees the address of that chat once. The writer hears that it was looked up.
    You can answer until { $on } at { $at }.
rights-who-yes = Yes, this is needed
rights-who-no = No
rights-who-decided = { $agreed ->
    [yes] There is a second yes for signal { $number }. The operator can look it up once, until { $on } at { $at }.
   *[no] Somebody said no. Signal { $number } is not looked up.
}
rights-who-over = This question was answered already, or its time is over.
