### Het verslag van een ronde: in de chat, op papier en op de pagina. Lezer: het wijkverband.

# Getallen en lijsten
report-number = { $n }
report-day = { $day }
report-blank = { "" }
report-line = { $words }
report-lines = { $lines }
report-beside = { $first } { $rest }
report-and = { $first }, { $rest }
report-people = { $people ->
    [one] 1 mens
   *[other] { $people } mensen
}
report-cell = { $name } { $people }
report-cell-small = { $name } minder dan 5
report-unnumbered = verder { $names }
report-withheld = minder dan 5 per groep
report-missing = nog niet gehoord: { $names }
report-mention = { $title } ({ report-people })
report-language = { $code ->
    [nl] Nederlands
    [en] Engels
    [tr] Turks
    [ar] Arabisch
    [pl] Pools
    [uk] Oekraïens
    [de] Duits
    [fr] Frans
    [es] Spaans
    [ti] Tigrinya
    [so] Somalisch
    [fa] Farsi
   *[other] { $code }
}
report-source = { $code ->
    [bewoner] bewoners zelf
    [uitvraag] professionals
    [gesprek] buurtgesprekken
    [import] eerder gemeld
   *[other] { $code }
}

# De ronde
report-month = { $month ->
    [1] januari
    [2] februari
    [3] maart
    [4] april
    [5] mei
    [6] juni
    [7] juli
    [8] augustus
    [9] september
    [10] oktober
    [11] november
   *[12] december
} { $year }
report-round = Ronde { $round_name }, { $district }.
report-header = { report-round } { report-people }{ $neighbourhoods ->
    [0] { "" }
    [one] , 1 buurt
   *[other] , { $neighbourhoods } buurten
}{ $languages ->
    [0] { "" }
    [one] , 1 taal
   *[other] , { $languages } talen
}.
report-header-empty = { report-round } Er kwamen geen signalen binnen.
report-provisional = Voorlopig, niet nagekeken.
report-days = { $starts } tot en met { $ends }

# Een onderwerp
report-topic-short-title = { $rank }. { $title }
report-topic-title = { $rank }. { $title } ({ report-people })
report-topic-neighbourhoods = Buurten: { $names }.
report-topic-sources = Via: { $names }.
report-languages = Talen: { $names }.
report-topic-new = Nieuw deze ronde.
report-topic-before = Eerder { $before }, nu { $people }.
report-topic-campaign = Let op: { $people } mensen stuurden bijna dezelfde woorden.
report-topic-copies = Let op: een aantal mensen stuurde bijna dezelfde woorden.
report-outcome = { $outcome ->
    [taken-up] Opgepakt
    [not-now] Nu niet
    [later] Later
   *[referred] Hoort bij een ander
}
report-to = { ": " }{ $to }
report-with = { " " }Met: { $partners }.
report-decision = Besluit: { report-outcome }{ $to }.
report-decision-plan = Eigenaar: { $owner }.{ $partners } Eerste stap: { $first_step }, voor { $first_step_on }. We kijken op { $check_on }.
# De tekens eromheen houden Arabisch en Nederlands uit elkaar.
report-quoted = „{ $words }”
report-quote = { "\u2068" }{ report-quoted }{ "\u2069" } ({ $language })

# De rest van het verslag
report-quiet-voice = Stille stem: { $title } ({ report-people }, zelden gehoord).
report-good-news = Goed nieuws: { $names }.
report-others = Ook genoemd: { $names }.
report-answered = Vorige ronde: { $answered } van de { $reporters ->
    [one] 1 melder kreeg antwoord.
   *[other] { $reporters } melders kregen antwoord.
}
report-in-time = Op tijd: { $people }.
report-median = { $days ->
    [0] De helft hoorde het dezelfde dag.
    [one] De helft hoorde het binnen 1 dag.
   *[other] De helft hoorde het binnen { $days } dagen.
}
report-passed-on = Doorgegeven: { report-passed }.
report-passed = { $title } ({ report-people }) aan { $to }
report-fast-lane = Snelle baan.
report-fast-lane-counts = Ja: { $yes }. Nee: { $no }. Wacht nog: { $waiting }.
report-fast-lane-late = Langer dan 3 dagen: { $late }.
report-skipped-asks = { $count ->
    [one] Wij stelden 1 vraag niet, om iemand niet te veel te vragen.
   *[other] Wij stelden { $count } vragen niet, om mensen niet te veel te vragen.
}
report-effect = { $code ->
    [yes] ja
    [some] een beetje
    [no] nee
   *[unknown] weet niet
}
report-noticed-unasked = nog niet gevraagd
report-noticed-nothing = nog geen antwoord
report-noticed-few = te weinig antwoorden
report-actions-title = Lopende acties
report-action-with = { " " }met { $partners }
report-action = { $title }: { $what } ({ $owner }{ $partners }, { report-status }, kijken op { $check_on }).
report-action-noticed = Merken melders verschil? { $answers }.
report-actions-more = { $count ->
    [one] En nog 1 actie.
   *[other] En nog { $count } acties.
}
report-status = { $status ->
    [planned] gepland
    [started] gestart
    [delayed] duurt langer
    [done] gelukt
   *[impossible] lukt niet
}
report-agenda = Agenda: top 5 (5 min), kiezen (10 min), wat koppelen we terug (5 min).
report-agenda-empty = Agenda: hoe horen we meer mensen (10 min), lopende acties (10 min).
report-no-vote = Dit is geen stemming. Wij tellen mensen, geen berichten. Een groep onder 5 mensen krijgt geen getal.
report-made = { $model ->
    [yes] Een taalmodel hielp met bundelen.
   *[no] Gebundeld op woorden, zonder taalmodel.
} { $checked ->
    [yes] Nagekeken door een mens.
   *[no] Voorlopig: niet door een mens nagekeken.
}

# Alleen op papier
report-paper-title = Top 5 van { $round_name }
report-paper-title-empty = Ronde { $round_name }
report-paper-name = { $district }, top 5 van { $round_name }
report-paper-eyebrow = Wijkverband { $district }
report-paper-figure-people = { $n ->
    [one] mens
   *[other] mensen
}
report-paper-figure-messages = { $n ->
    [one] bericht
   *[other] berichten
}
report-paper-figure-neighbourhoods = { $n ->
    [one] buurt
   *[other] buurten
}
report-paper-figure-languages = { $n ->
    [one] taal
   *[other] talen
}
report-paper-empty = Er kwamen deze ronde geen signalen binnen. Dat zegt niet dat er niets speelt.
report-paper-chart = Hoeveel mensen noemden het?
report-paper-chart-alt = Staafdiagram van het aantal mensen per onderwerp. { $bars }.
report-paper-chart-bar = { $title }: { report-people }
report-paper-topics = De onderwerpen
report-paper-trend-alt = Mensen per ronde: { $before }, nu { $people }.
report-paper-in-a-row = { $rounds }e ronde op rij
report-paper-new = nieuw deze ronde
report-paper-decision = Besluit: { report-outcome }{ $to }.
report-paper-reach = Wie hoorden wij?
report-paper-neighbourhoods = Buurten
report-paper-sources = Waar gehoord
report-paper-languages = Talen
report-paper-few = minder dan 5
report-paper-present = gehoord
report-paper-missing = Nog niet gehoord: { $names }.
report-paper-none = Geen.
report-paper-partners = Met { $partners }
report-paper-noticed = Merkt men verschil?
report-paper-actions-none = Er lopen geen acties uit eerdere rondes.
report-more = { $count ->
    [one] en nog 1
   *[other] en nog { $count }
}
report-paper-further = Verder
report-paper-quiet = Stille stem
report-paper-quiet-words = { $title } ({ report-people }). Deze groep horen wij zelden.
report-paper-quiet-none = Deze ronde geen.
report-paper-good = Goed nieuws
report-paper-good-none = Deze ronde niet gemeld.
report-paper-passed = Doorgegeven
report-paper-passed-none = Niets van de vorige ronde.
report-paper-fast-lane = Snelle baan
report-paper-fast-lane-none = Niet gebruikt.
report-paper-asks = Niet te veel vragen
report-paper-asks-none = Wij sloegen geen vraag over.
report-paper-others = Nummer 6 en 7
report-paper-previous = Wie kreeg antwoord?
report-paper-previous-none = Dit is de eerste ronde.
report-paper-actions = Lopende acties
report-paper-action = Actie
report-paper-owner = Eigenaar
report-paper-status = Stand
report-paper-check = Kijken op
report-paper-agenda = Agenda van 20 minuten
report-paper-agenda-topics = Top 5
report-paper-agenda-choose = Kiezen: 1 of 2 acties
report-paper-agenda-tell = Terugkoppelen
report-paper-agenda-reach = Hoe horen we meer mensen?
report-paper-agenda-actions = Lopende acties
report-paper-minutes = { $minutes } min
report-paper-form = Actie { $n }
report-paper-form-topic = Onderwerp
report-paper-form-what = Wat gaan we doen? Klein en concreet.
report-paper-form-owner = Eigenaar
report-paper-form-step = Eerste stap, binnen 2 weken
report-paper-form-check = Kijken of het werkt, na 6 tot 8 weken
report-paper-take-up = oppakken
report-paper-not-now = nu niet
report-paper-later = later
report-paper-refer = hoort bij een ander, want
# Hoe de top 5 in de chat begint en wat de knop doet.
report-picture = De top 5 van de ronde tot en met { $last }.
report-file = Het hele verslag, om te printen of door te sturen.
report-picture-alt = De eerste bladzijde van het verslag van { $district }. { $titles }
report-mail-subject = Wijkverband { $district }: verslag van { $round_name }
report-mail-head = Hierbij het verslag van { $round_name } voor het wijkverband van { $district }. Het staat ook als PDF in de bijlage.
report-mail-foot = U krijgt dit omdat uw organisatie erom vroeg. Stoppen? Zeg het tegen de wijkcoordinator.
report-mail-fails = { $count ->
    [one] De mail met het verslag komt bij 1 adres niet aan. Vraag de beheerder om hulp.
   *[other] De mail met het verslag komt bij { $count } adressen niet aan. Vraag de beheerder om hulp.
}
report-page = Bekijk op de pagina: { $link }
report-begin = Begin
report-good-news-title = dit gaat goed

topic-reason = { $people ->
    [1] Eén buurtgenoot
   *[other] { $people } verschillende buurtgenoten
}{ $neighbourhoods ->
    [0] { "" }
    [1] { " " }uit 1 buurt
   *[other] { " " }uit { $neighbourhoods } buurten
}{ $rounds ->
    [1] { "" }
    [2] , tweede ronde op rij
    [3] , derde ronde op rij
    [4] , vierde ronde op rij
    [5] , vijfde ronde op rij
   *[other] , al { $rounds } rondes op rij
}{ $copies ->
    [0] { "" }
   *[other] , met { $copies } gelijkluidende berichten
}{ $urgent ->
    [0] { "" }
   *[other] , van wie { $urgent } over gevaar vertellen
}.

# Alleen op de pagina
report-page-skip = Naar de inhoud
