# Wat het wijkverband leest van de vergadering zelf: de drie delen, punten geven, iets wijzigen, de kalender.

# De drie delen
meeting-part = { $part ->
    [top-five] Deel 1 van 3: de top 5. Tot { $until } uur.
    [choose] Deel 2 van 3: kiezen. Tot { $until } uur.
   *[tell] Deel 3 van 3: wat koppelen we terug? Tot { $until } uur.
}
meeting-opening =
    { $part }
    { $topics }
    Klopt dit met wat u hoort in de wijk? Kies Verder om te kiezen.
meeting-topic = { $rank }. { $title } ({ $people ->
    [one] 1 mens
   *[other] { $people } mensen
})
meeting-go-on = Verder
meeting-over = { $part ->
    [top-five] De { $minutes } minuten voor de top 5 zijn om.
    [choose] De { $minutes } minuten voor het kiezen zijn om.
   *[tell] De { $minutes } minuten voor het terugkoppelen zijn om.
} Rustig afmaken mag. Typ annuleer om later verder te gaan.

# Na een pauze
meeting-resumed =
    We gaan verder waar we op { $day } stopten. Dit is al klaar:
    { $done }
meeting-resumed-empty = We begonnen op { $day }. Er heeft nog geen onderwerp een antwoord.
meeting-done = { $rank }. { $title }: { $outcome ->
    [taken-up] opgepakt
    [not-now] nu niet
    [later] later
   *[referred] hoort bij een ander
}.

meeting-halfway = Hier waren we mee bezig: { $topic }
meeting-halfway-what = Wat we gaan doen: { $what }

# Hoort bij een ander
meeting-refer-to = Bij wie hoort het? Kies, of typ de naam van een organisatie.
meeting-type-refer-to = Typ de organisatie zoals de melders die moeten lezen. Bijvoorbeeld: de gemeente.
meeting-town-desk = het meldpunt van de gemeente

# De zin terug
meeting-told-plan = Wat gaan we doen? { $sentence } De eerste stap is voor { $day }. U hoort opnieuw van ons op { $check }.
meeting-told-reason = Het wijkverband koos uw onderwerp deze keer niet. Waarom niet? { $sentence }
meeting-told-referred = Dit onderwerp hoort bij { $to }. Daarom pakt het wijkverband het niet zelf op. { $sentence }
meeting-other-first-day = Andere dag eerste stap
meeting-other-first-days = De eerste stap is binnen twee weken. Kies een dag van { $first } tot en met { $last }.
meeting-back =
    { $rank }. { $title } ({ $answer })
    { $told }
meeting-all-back =
    Zo horen de melders het. Lees het samen nog één keer:
    { $lines }
    Is alles goed? Sluit dan de ronde: alle melders krijgen vanzelf bericht. Toch iets wijzigen? Kies het nummer.

meeting-passed = Let op: de dag van de eerste stap bij onderwerp { $rank } is al voorbij. Kies het nummer voor een andere dag.
meeting-last-question = Tot slot: spreekt u nog één stap af, voor de komende 2 tot 4 weken? Overslaan mag.
meeting-last-step = Eén stap afspreken

# Iets wijzigen
meeting-change = Wijzig onderwerp { $rank }
meeting-fields =
    Onderwerp { $rank }: { $title }. Wat wilt u wijzigen?
    { $lines }
meeting-field = { $field ->
    [what] Wat we doen
    [owner] Eigenaar
    [partners] Wie meedoet
    [first-step] Eerste stap
    [first-step-on] Dag van de eerste stap
    [check-on] Dag waarop we kijken
    [referred-to] Bij wie het hoort
   *[sentence] Zin aan de melders
}
meeting-field-line = { $n }. { meeting-field }: { $value }
meeting-changed-enough = Klaar, verder
meeting-changed = Dat staat er nu zo.
meeting-now = Nu staat er: { $value }
meeting-look-again =
    De afspraak is anders. Past de zin nog? Zo lezen { $people ->
    [one] de melder
   *[other] de { $people } melders
} het:
    { $told }
meeting-changed-meanwhile =
    Iemand anders wijzigde dit net ook.
    Nu staat er: { $now }
    U gaf: { $mine }
    Wat moet er staan?
meeting-replace = Zet mijn antwoord erin
meeting-leave = Laat het zoals het is

# Punten geven
meeting-give-points = Punten geven
meeting-show-points = Toon de punten
meeting-points-asked =
    Iedereen in het wijkverband kan nu punten geven, in de eigen chat met mij. Per onderwerp zijn het twee korte vragen.
    { $done ->
        [one] Eén van de { $members } is klaar.
       *[other] { $done } van de { $members } zijn klaar.
    } Niemand ziet de punten van een ander.
meeting-points-invitation = Het wijkverband wil punten geven aan de top 5. Doet u mee? Anderen zien niet wat u geeft.
meeting-points-question = { $measure ->
    [feasibility] Onderwerp { $rank } van { $count }: { $title }. Hoe haalbaar is het om hier iets aan te doen?
   *[impact] Onderwerp { $rank } van { $count }: { $title }. Hoeveel helpt het de bewoners?
}
meeting-point = { $measure ->
    [feasibility] { $point ->
        [1] Moeilijk
        [2] Gaat wel
       *[3] Goed te doen
    }
   *[impact] { $point ->
        [1] Weinig
        [2] Best wat
       *[3] Veel
    }
}
meeting-points-kept = Dank u, uw punten zijn bewaard. { $done ->
    [one] Eén van de { $members } is klaar.
   *[other] { $done } van de { $members } zijn klaar.
} U ziet alles zodra iedereen klaar is.
meeting-points-kept-last = Dank u, uw punten zijn bewaard. Iedereen is klaar. De uitslag staat bij het wijkverband.
meeting-points-over = De punten zijn al verteld aan het wijkverband.
meeting-points-chair = Laten zien kan wie de vergadering begon, of de coordinator.
meeting-points-none = Er zijn nog geen punten. Typ punten in uw eigen chat met mij om ze te geven.
meeting-points-result =
    Zo denken wij erover. { $people ->
    [one] 1 mens gaf punten.
   *[other] { $people } mensen gaven punten.
} De punten kiezen niet: dat doet u samen.
    { $lines }
meeting-points-line = { $rank }. { $title }: haalbaar { $feasibility } van 3, helpt { $impact } van 3
meeting-points-line-spread = { meeting-points-line } (samen van { $lowest } tot { $highest } punten)
meeting-tenths = { $whole },{ $tenth }

# De kalender
meeting-calendar = Open dit bestand, dan staan de vergaderingen en de lopende acties in uw agenda. Verandert er iets? Typ dan nog een keer kalender.
file-calendar = Kalender van het wijkverband { $district }
calendar-name = Wijkverband { $district }
calendar-meeting = Wijkverband { $district }: kiezen uit de top 5 (ronde tot en met { $last })
calendar-first-step = Eerste stap: { $title }
calendar-check = Kijken of het werkt: { $title }
meeting-no-number = Typ alleen een organisatie of rol, zonder telefoonnummer of e-mailadres. Alle melders lezen dit.
