# What a resident reads. Plain words, short sentences, no exclamation marks.
name = { $name }
language-name = { $language ->
    [nl] Nederlands
    [en] English
    [tr] Türkçe
    [ar] العربية
    [pl] Polski
    [uk] Українська
   *[other] { $language }
}

resident-welcome =
    Hello. Here you tell us in short what is going on in { $district }. Type it as you would say it.
    What happens with it? Each round the wijkverband picks 1 or 2 topics to work on. You always hear what happens.
    We do not pass on your name. We delete your message after 3 months. You can delete all of it any time: type delete.
    Is there danger now? Call 112.
resident-welcome-anywhere =
    Hello. Here you tell us in short what is going on where you live. Type it as you would say it.
    What happens with it? Each round the wijkverband picks 1 or 2 topics to work on. You always hear what happens.
    We do not pass on your name. We delete your message after 3 months. You can delete all of it any time: type delete.
    Is there danger now? Call 112.
resident-other-language = Other language / Andere taal
resident-what-is-kept = What do you keep?

resident-ask-district = Which wijk do you live in? Choose, or type its name or the 4 digits of your postcode.
resident-held-ask-district = Thank you, your message is kept. Which wijk is this in? Choose, or type its name or the 4 digits of your postcode.
resident-help-district = No problem. Type the 4 digits of your postcode, or the name of your street. What you told is still kept.
resident-district-chosen = Thank you. Now tell us what is going on in { $district }. Type it as you would say it.

resident-receipt =
    Thank you. Your signal { $number } is kept.
    You hear from us by { $promise }.
resident-receipt-cut =
    Thank you. Your signal { $number } is kept.
    It was very long. We kept the first { $kept } characters.
    You hear from us by { $promise }.
resident-read-first =
    { $receipt }
    Your signal says something about a person or a group. So the coordinator of the wijk reads it first.
    If they say yes, it counts. Your words do not go to the wijkverband.
resident-kept-apart =
    News about your signal { $number }.
    The coordinator read it. It does not go to the wijkverband, because it is about a person or a group.
    Do you want to talk to a person? Type help. Is there danger now? Call 112.
resident-looked-up =
    We want to tell you this honestly. On { $on } the operator looked up from which chat your signal { $number } came.
    { $why ->
        [danger] The reason: somebody was in danger.
       *[order] The reason: the police or the court demanded this.
    }
    Two people decided together that it was needed. We only know the address of your chat, no name.
    Questions? Type help.
resident-changed =
    Changed. Your signal { $number } is now as you wrote it.
    You hear from us by { $promise }.
resident-added = Added to signal { $number }.
resident-not-right = Not right
resident-withdraw = Withdraw
resident-type-again = Type signal { $number } again, as it should be. Then we replace it.
resident-too-late = Signal { $number } is with the wijkverband already. Type what you want to add as a new message.
resident-withdrawn = Signal { $number } is withdrawn and deleted.
resident-nothing-to-withdraw = This signal is not there any more. Type status to see your signals.
resident-slow-down = Thank you. All of it is kept. You send many messages, so for an hour we do not answer each one.

resident-ask-neighbourhood = Which part of the wijk is this in?
resident-do-not-know = I do not know
resident-no-neighbourhoods = In this wijk you do not need to choose a part.
resident-thanks = Thank you.
resident-thanks-place = Thank you. Now we know where it is.
resident-place-kept = Thank you. This is in { $neighbourhood }. We do not keep the exact spot.
resident-what-is-there = Thank you for the spot. What is the matter there? Type it in one sentence.
resident-ask-topic = Neighbours told us something like it. Is it about the same thing? Some names are in Dutch.
resident-other-topic = Something else
resident-same-topic = { $people ->
    [one] Thank you. 1 person says so now.
   *[other] Thank you. { $people } people say so now.
}
resident-what-is-missing = What is not good yet? Type it in one sentence. We take it along in the next round.

resident-old-button = This button does not work any more. Type status to see how far your signals are.
resident-cannot-read = I cannot read this. Type in one sentence what is going on, or send a photo.
resident-cannot-hear = I cannot listen yet. Type in one sentence what is going on.
resident-cannot-decrypt = I cannot open your message yet. Send it again in a minute.
resident-empty = Your message was empty. Type in one sentence what is going on.
resident-cancelled = Fine, we stop this question. You can always type what is going on.
resident-hello = Hello. Type in one sentence what is going on. Type status to see how far your signals are.
resident-you-are-welcome = You are welcome.
resident-no-question = No question is open now. Type in one sentence what is going on.
resident-not-a-choice = That answer is not among them. Choose another one, or just type what is going on.
resident-no-words = I see no words. Type in one sentence what is going on.
resident-unknown-command = I do not know that word. Type help to see what you can do, or just type what is going on.
resident-not-for-you = That word is for people with a role in the wijk. Type in one sentence what is going on.
resident-photo-only = Thank you for the photo. What does it show? Type it in one sentence.
resident-photo-refused = We cannot open the photo with signal { $number }. The photo is not kept. { $words ->
    [yes] Your words are kept.
   *[no] What can be seen on it? Type it in one sentence.
} You may send another photo.

danger-now =
    Is there danger now? Call 112. We do not read messages at once.
    No hurry, but you need the police? Call 0900-8844.
    Do you want us to keep this as a signal?
danger-suicide =
    Do you think of suicide? Talk about it. Call 113 or 0800-0113, free, day and night. You can chat at 113.nl.
    Is there danger now? Call 112. We do not read messages at once.
    Do you want us to keep this as a signal?
danger-home =
    Is there danger now? Call 112. We do not read messages at once.
    Violence at home? Call Veilig Thuis: 0800-2000, free, day and night.
    Do you want us to keep this as a signal?
danger-changed = Changed. Do you want us to keep this as a signal?
danger-drop = No
danger-keep = Yes, without address or name
danger-kept =
    Kept as { $number }. The coordinator of the wijk reads it.
    The wijkverband does not see it. Do you want help now? Call the number above.
danger-with-coordinator = Signal { $number } is with the coordinator of the wijk already. Type what you want to add as a new message.
danger-dropped = Fine. We do not keep this.

status-none = You have no signals yet. Type in one sentence what is going on.
status-list = { $count ->
    [one] Your signal:
   *[other] Your { $count } signals:
}
    { $lines }
status-collected = { $number } ({ $subject }): kept. You hear from us by { $promise }.
status-on-table = { $number } ({ $subject }): is with the wijkverband. You hear from us by { $promise }.
status-chosen = { $number } ({ $subject }): chosen. You hear from us again by { $promise }.
status-not-chosen = { $number } ({ $subject }): not chosen this time.
status-started = { $number } ({ $subject }): the action has started.
status-delayed = { $number } ({ $subject }): it takes longer.
status-done = { $number } ({ $subject }): it worked.
status-impossible = { $number } ({ $subject }): it cannot be done.
status-more = { $count ->
    [one] And 1 older signal.
   *[other] And { $count } older signals.
}
status-apart = { $number } ({ $subject }): kept. The coordinator reads it, the wijkverband does not.
status-stopped = You get no news from us now. Type start to get it again.

your-signals = { $count ->
   *[one] your signal { $number }
    [other] your signals { $number }
}
signals-and = { $first } and { $last }
update-chosen =
    News about { your-signals } ({ $title }).
    The wijkverband chose this topic on { $decided_on }.
    What will we do? { $sentence }
    The first step is due on { $first_step_on }. You hear from us again on { $next_on }.
update-not-chosen =
    News about { your-signals } ({ $title }).
    The wijkverband did not choose your topic this time.
    Why not? { $sentence }
    Is it still a problem? Let us know, then it counts in the next round.
update-not-among-five =
    News about { your-signals } ({ $title }).
    Each round the wijkverband chooses from five topics. Yours was not among them this time.
    More people named something else. The wijkverband does know about it.
    Is it still a problem? Let us know, then it counts in the next round.
update-started =
    News about { your-signals } ({ $title }).
    The action has started. { $sentence }
update-delayed =
    News about { your-signals } ({ $title }).
    It takes longer than we thought. { $sentence }
update-done =
    News about { your-signals } ({ $title }).
    It worked. { $sentence }
    Do you notice a difference?
update-impossible =
    News about { your-signals } ({ $title }).
    It cannot be done. { $sentence }
    Is it still a problem? Let us know, then it counts in the next round.
update-no-news =
    About { your-signals }.
    We promised you news today. There is none yet, we asked about it.
    We have not forgotten you. You hear from us by { $next_on }.
effect-yes = Yes
effect-some = A little
effect-no = No
effect-unknown = I do not know

language-ask = Which language? / Welke taal wilt u?
language-set = Fine. We speak English with you now.

privacy-what-is-kept =
    We keep what you write, your part of the wijk, your language and an address to answer you. Your name and phone number are not kept.
    Who reads it? The coordinator of the wijk. The wijkverband sees topics and numbers of people only.
    We delete your message after 3 months. You can delete all of it any time: type delete.
    Do we hear nothing from you for 2 years? Then we delete everything of you.
    Want to see what we keep? Type data.
privacy-data =
    This is what we keep of you.
    Signals: { $count }
    Photos: { $photos }
    News that we sent you: { $updates }
    Wijk: { $district }
    Part of the wijk: { $neighbourhood }
    Language: { $language }
    Role: { $roles }
    And an address to answer you. No name, no phone number.
privacy-unknown = not known yet
privacy-role = { $role ->
    [professional] professional
    [volunteer] volunteer
    [expert] expert by experience
    [partner] member of the wijkverband
    [coordinator] coordinator
   *[resident] resident
}
privacy-data-file = All of it is in this file too, in a form for computers. You need not open it.
privacy-data-signals =
    This is what you told:
    { $lines }
privacy-data-signal = { $number }, { $on }: { $photos ->
    [only] only a photo
    [with] { $text } (with photo)
   *[none] { $text }
}
privacy-data-follows = { $number }: you follow this signal
privacy-data-older = { $count ->
    [one] 1 older signal is in the file.
   *[other] { $count } older signals are in the file.
}
privacy-ask-wipe = { $count ->
    [0] Really delete everything? We then know nothing of you.
    [one] Really delete everything? Your signal disappears and you hear nothing more.
   *[other] Really delete everything? Your { $count } signals disappear and you hear nothing more.
}
privacy-wipe = Yes, delete all
privacy-keep = No, do not delete
privacy-wiped = All of yours is deleted. Want to tell us something later? Then you just start again.
privacy-not-wiped = Fine. Nothing is deleted.
privacy-stopped = Fine. You get no more news. Your signals still count. Type start to get news again.
privacy-started = Fine. You get news about your signals again.

help =
    You can just type what is going on. That is enough.
    These words always work: status, stop, start, language, quiet, area, withdraw, data, delete, rules.
    Is there danger now? Call 112.
help-with-person =
    You can just type what is going on. That is enough.
    These words always work: status, stop, start, language, quiet, area, withdraw, data, delete, rules.
    Rather talk to a person? In Dutch: { $contact }
    Is there danger now? Call 112.
rules =
    This is how it works in { $district }.
    You tell us what is going on. This round runs up to and including { $ends }.
    Then the wijkverband talks about the five topics that most people named.
    The wijkverband is the town, care, welfare, housing, police and residents together. They choose 1 or 2 topics.
    You have influence on what they talk about. They decide what is done. It is not a vote.
    You hear by { $promise } what they chose, and why.
rules-anywhere =
    You tell us what is going on where you live.
    Each round the wijkverband picks 1 or 2 topics to work on.
    You always hear what happens, and why.

joining-professional =
    Welcome. You are a professional in { $district } now.
    Type survey to fill in two short questions for a resident. It takes 20 seconds.
joining-volunteer =
    Welcome. You are a volunteer in { $district } now.
    Type talk to log a neighbourhood conversation.
joining-expert =
    Welcome. You are an experience expert in { $district } now.
    You see each text before residents get it. Type check to see whether something waits.
joining-partner =
    Welcome. You are in the wijkverband of { $district } now.
    When the round is over you help choose. Type actions to see the actions.
joining-coordinator =
    Welcome. You are the coordinator of { $district } now.
    Type waiting to see what waits. Type invite to give somebody a role. Type topics to see what is going on.
joining-room = This group belongs to the wijkverband of { $district } now. At the end of the round the top 5 comes here.
joining-follow = Welcome. You hear from us what happens with signal { $number } in { $district }.
joining-unknown = We do not know this code. See whether it was copied well, or ask for a new one.
joining-used = This code does not work any more. It was used already, or it stood in a group. Ask for a new one.
joining-expired = This code is not valid any more. Ask for a new one.
joining-too-many-tries = Too many codes were tried. Try again in an hour.
joining-in-a-room = This code is for the group of the wijkverband. Paste it in that group.
joining-burnt = In a group everybody can read this code. So it does not work any more. Whoever made it is told, and can send a new one.
joining-unbound-room = Hello. This group does not belong to a wijkverband yet. Paste the coordinator's code here. Without a code I leave tomorrow.
resident-card-with-news = { $news }
file-report = Top 5 of { $district }, as PDF
file-qr = QR code to scan with a phone
file-data = All that we keep of you
# After a silence of more than a day: Telegram then throws away what was not fetched.
resident-silence =
    For a while we could not receive messages: { $days ->
        [same] on { $last }
       *[apart] from { $first } up to and including { $last }
    }.
    Did you write then, and did you get no answer? Then your message may not have arrived.
    Please send it once more.
    Did you not write? Then you need to do nothing. What you wrote before is kept.
# After a restore from a backup, and while we send nothing for a while.
resident-restored =
    Our computer broke down. What you wrote { $days ->
        [same] on { $last }
       *[apart] from { $first } up to and including { $last }
    } may be lost.
    Did you write something then? Please send it once more, also if you got a number.
    Did you not write? Then you need to do nothing. What you wrote before is kept.
resident-paused = We are not sending messages for a while. We keep what you write. You get an answer later.
