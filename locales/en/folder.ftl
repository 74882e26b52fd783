### The folder: agreements on taking part, the public page of a wijk, and everything together. Readers: coordinator,
### wijkverband, and on the page everybody.

# Agreements: the list
folder-agreements = Agreements on taking part in { $district }:
    { $lines }
folder-agreements-ask = { folder-agreements }
    Which one do you want to see? Choose a number.
folder-agreements-room = { folder-agreements }
    Type agreements in your own chat with me to read them.
folder-agreements-none =
    There are no agreements on taking part in { $district } yet.
    For each theme you agree what residents have influence on, who decides and when residents hear something.
folder-agreement-line = { $rank }. { rules-theme }: { folder-state }
folder-state = { $state ->
    [settled] settled on { $day }
    [changed] settled on { $day }, changed since
    [hidden] no longer shown to residents
   *[draft] draft, { $filled } of { $count } filled in
}
folder-new = New
folder-ask-theme = Which theme is it about? Choose one, or type a theme of your own.
folder-theme-too-long = That is too long. Name the theme in { $most } characters or fewer.

# Agreements: questions
folder-ask = { $part ->
    [question] Question { $number } of { $count }. What does the wijk want to know or change, and for whom does it matter? In one sentence.
    [result] Question { $number } of { $count }. What will residents notice, and when?
    [form] Question { $number } of { $count }. How do residents take part: in what way, where and when? Who organises it?
    [effect] Question { $number } of { $count }. When does the wijkverband talk about it, and who decides?
    [feedback] Question { $number } of { $count }. What do residents hear back, how and when? Who takes care of it? Name a role, not a person.
    [influence] Question { $number } of { $count }. What do residents have influence on?
    [no-influence] Question { $number } of { $count }. What do residents have no influence on, and why not?
   *[rung] Question { $number } of { $count }. How far does taking part go? Choose a step.
}
folder-ask-rung = { folder-ask }
    { $rungs }
folder-rung-line = { $rank }. { rules-rung }: { rules-rung-means }
folder-was = It now says: { $words }
    { $ask }
folder-kept = Kept.
folder-skip = Skip
folder-clear = Make empty
folder-leave = Leave it
folder-too-long = That is too long. Write it in { $most } characters or fewer, about three sentences.
folder-changed-meanwhile =
    Meanwhile another coordinator wrote something else here.
    It now says: { $now }
    Your text: { $words }
    Which one stays?
folder-mine = My text
folder-theirs = The other text
folder-nothing-there = nothing
folder-stopped = Good, we stop here. What you filled in is kept. Type agreements to go on.

# Agreements: what they say
folder-agreement =
    Agreements on { rules-theme }: { folder-state }.
    { $lines }
folder-part = { folder-part-name }: { $words }
folder-part-name = { $part ->
    [question] Question of the wijk
    [result] What residents notice
    [form] How residents take part
    [effect] Who decides
    [feedback] What residents hear back
    [influence] Influence on
    [no-influence] No influence on
   *[rung] Step of taking part
}
folder-rung = { rules-rung }. { rules-rung-means }
folder-empty = Still empty: { $names }.
folder-lacking = Fill this in before you settle it: { $names }.
folder-older = Residents still read the text of { $day }. Settle the new text to show that.
folder-go-on = Go on filling in
folder-edit = Change
folder-settle = Settle
folder-history = Earlier versions
folder-hide = Stop showing
folder-back = Back
folder-which-part = What do you want to change?
folder-gone = These agreements are not there. Type agreements for the list.

# Agreements: settling
folder-confirm =
    This is what everybody will read: with the word rules and on the public page. Is there no name or address in it?
    { $lines }
    Is it good like this?
folder-marks = Look well at this: { $marks }. Is it a name or address of somebody? Then change it.
folder-yes = Yes, everybody may read this
folder-no = Not yet
folder-other-words = The text changed meanwhile. Read it once more.
folder-settled = Settled. From now on residents read this with rules.
folder-settled-room = The agreements on { rules-theme } are settled. Type agreements to read them.
folder-hidden = Good. Residents no longer see these agreements. The text is kept.

# Agreements: history
folder-history-head = Versions of the agreements on { rules-theme }, the newest first:
    { $lines }
folder-version-begun = { $number }. { $day }, { folder-role }: begun
folder-version = { $number }. { $day }, { folder-role }: { folder-part-name }. Was: { $before }
folder-version-settled = { $line } (settled on { $day })
folder-more-versions = { $count ->
    [one] And 1 older version.
   *[other] And { $count } older versions.
}
folder-role = { $role ->
    [coordinator] coordinator
   *[other] { $role }
}

# Agreements: who may
folder-refused = Only the coordinator and members of the wijkverband see agreements in the making. Type rules for what was agreed.
folder-only-coordinator = Only the coordinator changes the agreements.
folder-in-private = You fill in agreements in your own chat with me.

# The folder in the chat
folder-file = The folder of the wijk: agreements, actions and feedback. Everybody may read it.
folder-file-page = { folder-file }
    It is also on the page of the wijk: { $page }
folder-file-alt = Folder of { $district }
folder-not-yours = The folder is for the coordinator and members of the wijkverband. Type rules for the agreements.

# The public page and the folder. Readers: everybody.
folder-page-title = { $district }: what is going on and what is done with it
folder-page-eyebrow = Neighbourhood { $district }
folder-page-heading = What is going on, and what is done with it?
folder-page-lead = Residents of { $district } tell what is going on. The wijkverband, the local partners together, chooses what to take up. Here you read what is done with it.
folder-page-skip = To the content
folder-page-other-language = Nederlands
folder-page-contents = On this page
folder-page-today = Updated on { $day } { $year }.
folder-page-in-dutch = What was decided and agreed stands here in Dutch.

folder-page-now = Now
folder-page-collects = Until { $ends } we collect what you tell us.
folder-page-hears = If you tell us something now, you hear by { $promise } what is done with it, and why.
folder-page-choosing = The wijkverband now chooses from what residents told until { $ends }.

folder-page-join = Tell us what is going on
folder-page-join-one = Open the chat. Or scan the code with your phone.
folder-page-door = { $platform ->
    [telegram] Open the chat in Telegram
    [matrix] Open the chat in Matrix
   *[other] Open the chat
}
folder-page-qr = Code to scan: it opens the chat on your phone.
folder-page-steps = How to begin
folder-page-step-open = Open the chat with the button or the code.
folder-page-step-ask = Ask the coordinator of the wijk how to begin.
folder-page-step-tell = Type what is going on, as you would say it. You can use your own language.
folder-page-step-hear = You get a number, and a day by which you hear from us.
folder-page-private = We do not pass on your name. Is there danger now? Call 112.
folder-page-contact = Would you rather talk to somebody? { $contact }

folder-page-done = Done, thanks to residents
folder-page-done-lead = Residents reported this, and it has changed. Thank you.
folder-page-noticed = { $yes } of the { $total } people who answered notice a difference.
folder-page-noticed-most = Most of the people who answered notice a difference.

folder-page-promise = Our promise
folder-page-promise-lead = Everybody who reports something hears what is done with it. Also when it does not work out.
folder-page-promise-kept = Round until { $ends }: { $answered } of the { $reporters } people who reported got an answer.
folder-page-promise-all = Round until { $ends }: all { $reporters } people who reported got an answer.

folder-page-actions = Being worked on
folder-page-action = Subject
folder-page-owner = Who
folder-page-status = How far
folder-page-check = News on
folder-page-no-actions = There are no running actions now.
folder-page-nobody = not known yet

folder-page-decided = What was decided?
folder-page-round = Round { $round_name }
folder-page-round-people = { $people } people told us something.
folder-page-people = Reported by { $people } people.
folder-page-outcome = { $outcome ->
    [taken-up] Taken up
    [not-now] Not now
    [later] Later
   *[referred] Belongs to somebody else
}
folder-page-what = What will be done?
folder-page-why-not = Why not?
folder-page-where = { $referred_to ->
    [0] Where does it belong?
   *[other] This belongs to { $referred_to }.
}
folder-page-plan = Who: { $owner }. How far: { $status }.
folder-page-first-step = The first step is for { $day }.
folder-page-again = You hear of this again on { $day }.
folder-page-news = Latest news
folder-page-waiting = { $count ->
    [one] The text about 1 other subject is still being checked.
   *[other] The texts about { $count } other subjects are still being checked.
}
folder-page-nothing-decided = No round is finished yet. As soon as the wijkverband chooses, you read here what and why.

folder-page-agreed = Agreements on taking part
folder-page-agreed-on = Settled on { $day } { $year }.
folder-page-nothing-agreed = No agreements are settled yet. This always holds:
folder-page-always-influence = You have influence on what the wijkverband talks about.
folder-page-always-decides = The wijkverband decides what happens. It is not a vote.
folder-page-always-hears = You always hear what is done with your message, and why.

folder-page-foot = Only words that were checked stand on this page. Groups of fewer than 5 people get no number. The page keeps nothing of you.

folder-page-missing-title = This page is not here
folder-page-missing = There is no page of a neighbourhood at this address. See whether the address is right, or scan the code on the poster again.
folder-page-missing-help = Not sure? Ask the coordinator of your neighbourhood.
folder-page-later-title = This page will be back soon
folder-page-later = We cannot make the page now. Try again in a few minutes.

folder-paper-title = The folder of { $district }
folder-paper-contents = In this folder
folder-paper-foot = Only words that were checked stand in this folder. Groups of fewer than 5 people get no number.

# The folder as ZIP
folder-zip-head =
    The folder of { $district }, made on { $day } { $year }.
    In openbaar is what everybody may read. The folder wijkverband is for the wijkverband only.
folder-zip-public = For everybody:
folder-zip-partners = For the wijkverband only:
folder-zip-pdf = everything for everybody together, to print
folder-zip-page = the page of the wijk, as it is now
folder-zip-feedback = what is done with the signals of this round
folder-zip-agreements = the settled agreements on taking part
folder-zip-versions = all versions of the agreements, drafts too
folder-zip-actions = the list of actions
folder-zip-report = the newest report
folder-zip-practice = the practice conversations
folder-zip-calendar = the calendar, to add to your own
folder-zip-version = Version { $number }, { $day } { $year }, { folder-role }{ $settled ->
    [yes] , settled
   *[no] { "" }
}:
folder-zip-practice-day = Practice conversation of { $day } { $year }
