### The report of a round: in the chat, on paper and on the page. Reader: the partnership of the wijk.

# Numbers and lists
report-number = { $n }
report-day = { $day }
report-blank = { "" }
report-line = { $words }
report-lines = { $lines }
report-beside = { $first } { $rest }
report-and = { $first }, { $rest }
report-more = { $count ->
    [one] and 1 more
   *[other] and { $count } more
}
report-people = { $people ->
    [one] 1 person
   *[other] { $people } people
}
report-cell = { $name } { $people }
report-cell-small = { $name } fewer than 5
report-unnumbered = also { $names }
report-withheld = fewer than 5 in each group
report-missing = not heard yet: { $names }
report-mention = { $title } ({ report-people })
report-language = { $code ->
    [nl] Dutch
    [en] English
    [tr] Turkish
    [ar] Arabic
    [pl] Polish
    [uk] Ukrainian
    [de] German
    [fr] French
    [es] Spanish
    [ti] Tigrinya
    [so] Somali
    [fa] Farsi
   *[other] { $code }
}
report-source = { $code ->
    [bewoner] residents
    [uitvraag] professionals
    [gesprek] neighbourhood talks
    [import] reported earlier
   *[other] { $code }
}

# The round
report-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
report-round = Round of { $round_name }, { $district }.
report-header = { report-round } { report-people }{ $neighbourhoods ->
    [0] { "" }
    [one] , 1 neighbourhood
   *[other] , { $neighbourhoods } neighbourhoods
}{ $languages ->
    [0] { "" }
    [one] , 1 language
   *[other] , { $languages } languages
}.
report-header-empty = { report-round } No signals came in.
report-provisional = Provisional, not checked.
report-days = { $starts } up to and including { $ends }

# A topic
report-topic-short-title = { $rank }. { $title }
report-topic-title = { $rank }. { $title } ({ report-people })
report-topic-neighbourhoods = Neighbourhoods: { $names }.
report-topic-sources = Heard from: { $names }.
report-languages = Languages: { $names }.
report-topic-new = New this round.
report-topic-before = Before { $before }, now { $people }.
report-topic-campaign = Note: { $people } people sent nearly the same words.
report-topic-copies = Note: a number of people sent nearly the same words.
report-outcome = { $outcome ->
    [taken-up] Taken up
    [not-now] Not now
    [later] Later
   *[referred] Belongs to somebody else
}
report-to = { ": " }{ $to }
report-with = { " " }With: { $partners }.
report-decision = Decision: { report-outcome }{ $to }.
report-decision-plan = Owner: { $owner }.{ $partners } First step: { $first_step }, before { $first_step_on }. We look again on { $check_on }.
# The marks around it keep Arabic and English apart.
report-quoted = “{ $words }”
report-quote = { "\u2068" }{ report-quoted }{ "\u2069" } ({ $language })

# The rest of the report
report-quiet-voice = Quiet voice: { $title } ({ report-people }, seldom heard).
report-good-news = Good news: { $names }.
report-others = Also mentioned: { $names }.
report-answered = Last round: { $answered } of { $reporters ->
    [one] 1 reporter
   *[other] { $reporters } reporters
} got an answer.
report-in-time = In time: { $people }.
report-median = { $days ->
    [0] Half of them heard the same day.
    [one] Half of them heard within 1 day.
   *[other] Half of them heard within { $days } days.
}
report-passed-on = Passed on: { report-passed }.
report-passed = { $title } ({ report-people }) to { $to }
report-fast-lane = Fast lane.
report-fast-lane-counts = Yes: { $yes }. No: { $no }. Still waiting: { $waiting }.
report-fast-lane-late = Longer than 3 days: { $late }.
report-skipped-asks = { $count ->
    [one] We left 1 question out, so as not to ask somebody too much.
   *[other] We left { $count } questions out, so as not to ask people too much.
}
report-effect = { $code ->
    [yes] yes
    [some] a little
    [no] no
   *[unknown] do not know
}
report-noticed-unasked = not asked yet
report-noticed-nothing = no answer yet
report-noticed-few = too few answers
report-actions-title = Open actions
report-action-with = { " " }with { $partners }
report-action = { $title }: { $what } ({ $owner }{ $partners }, { report-status }, look again on { $check_on }).
report-action-noticed = Do reporters notice a difference? { $answers }.
report-actions-more = { $count ->
    [one] And 1 more action.
   *[other] And { $count } more actions.
}
report-status = { $status ->
    [planned] planned
    [started] started
    [delayed] takes longer
    [done] done
   *[impossible] not possible
}
report-agenda = Agenda: top 5 (5 min), choosing (10 min), what do we report back (5 min).
report-agenda-empty = Agenda: how do we hear more people (10 min), open actions (10 min).
report-no-vote = This is no vote. We count people, not messages. A group of fewer than 5 people gets no number.
report-made = { $model ->
    [yes] A language model helped to bundle.
   *[no] Bundled by words, without a language model.
} { $checked ->
    [yes] Checked by a person.
   *[no] Provisional: not checked by a person.
}

# On paper only
report-paper-title = Top 5 of { $round_name }
report-paper-title-empty = Round of { $round_name }
report-paper-name = { $district }, top 5 of { $round_name }
report-paper-eyebrow = Partnership { $district }
report-paper-figure-people = { $n ->
    [one] person
   *[other] people
}
report-paper-figure-messages = { $n ->
    [one] message
   *[other] messages
}
report-paper-figure-neighbourhoods = { $n ->
    [one] neighbourhood
   *[other] neighbourhoods
}
report-paper-figure-languages = { $n ->
    [one] language
   *[other] languages
}
report-paper-empty = No signals came in this round. That does not mean that nothing is going on.
report-paper-chart = How many people mentioned it?
report-paper-chart-alt = Bar chart of the number of people per topic. { $bars }.
report-paper-chart-bar = { $title }: { report-people }
report-paper-topics = The topics
report-paper-trend-alt = People per round: { $before }, now { $people }.
report-paper-in-a-row = round { $rounds } in a row
report-paper-new = new this round
report-paper-decision = Decision: { report-outcome }{ $to }.
report-paper-take-up = take up
report-paper-not-now = not now
report-paper-later = later
report-paper-refer = for somebody else, because
report-paper-reach = Who did we hear?
report-paper-neighbourhoods = Neighbourhoods
report-paper-sources = Heard from
report-paper-languages = Languages
report-paper-few = fewer than 5
report-paper-present = heard
report-paper-missing = Not heard yet: { $names }.
report-paper-none = None.
report-paper-partners = With { $partners }
report-paper-noticed = A difference?
report-paper-actions-none = There are no open actions of earlier rounds.
report-paper-further = Further
report-paper-quiet = Quiet voice
report-paper-quiet-words = { $title } ({ report-people }). We seldom hear this group.
report-paper-quiet-none = None this round.
report-paper-good = Good news
report-paper-good-none = None was told this round.
report-paper-passed = Passed on
report-paper-passed-none = Nothing of the last round.
report-paper-fast-lane = Fast lane
report-paper-fast-lane-none = Not used.
report-paper-asks = Not asking too much
report-paper-asks-none = We left no question out.
report-paper-others = Numbers 6 and 7
report-paper-previous = Who got an answer?
report-paper-previous-none = This is the first round.
report-paper-actions = Open actions
report-paper-action = Action
report-paper-owner = Owner
report-paper-status = Status
report-paper-check = Look again on
report-paper-agenda = Agenda of 20 minutes
report-paper-agenda-topics = Top 5
report-paper-agenda-choose = Choose: 1 or 2 actions
report-paper-agenda-tell = Report back
report-paper-agenda-reach = How do we hear more people?
report-paper-agenda-actions = Open actions
report-paper-minutes = { $minutes } min
report-paper-form = Action { $n }
report-paper-form-topic = Topic
report-paper-form-what = What will we do? Small and concrete.
report-paper-form-owner = Owner
report-paper-form-step = First step, within 2 weeks
report-paper-form-check = See whether it works, after 6 to 8 weeks
# How the top 5 begins in the chat and what the button does.
report-picture = The top 5 of the round up to and including { $last }.
report-file = The whole report, to print or pass on.
report-picture-alt = The first page of the report of { $district }. { $titles }
report-mail-subject = Partnership of { $district }: report of { $round_name }
report-mail-head = This is the report of { $round_name } for the partnership of { $district }. It is attached as a PDF too.
report-mail-foot = You get this because your organisation asked for it. To stop, tell the coordinator of the wijk.
report-mail-fails = { $count ->
    [one] The mail with the report does not reach 1 address. Ask the operator for help.
   *[other] The mail with the report does not reach { $count } addresses. Ask the operator for help.
}
report-page = Read it on the page: { $link }
report-begin = Begin
report-good-news-title = this goes well

topic-reason = { $people ->
    [1] One neighbour
   *[other] { $people } different neighbours
}{ $neighbourhoods ->
    [0] { "" }
    [1] { " " }from 1 neighbourhood
   *[other] { " " }from { $neighbourhoods } neighbourhoods
}{ $rounds ->
    [1] { "" }
    [2] , second round in a row
    [3] , third round in a row
    [4] , fourth round in a row
    [5] , fifth round in a row
   *[other] , { $rounds } rounds in a row
}{ $copies ->
    [0] { "" }
   *[other] , with { $copies } messages in the same words
}{ $urgent ->
    [0] { "" }
   *[other] , of whom { $urgent } tell of a hazard
}.

# Only on the page
report-page-skip = Go to the content
