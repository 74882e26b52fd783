# Wat de coordinator leest.
held-photo = De foto bij signaal { $number }.
file-photo = Foto bij een signaal
coordinator-refused = Dat kan alleen de coordinator van de wijk.
coordinator-in-private = Dat doen we in uw eigen chat met mij, niet in de groep.
coordinator-cancelled = Gestopt. Er is niets veranderd.

# Uitnodigen
coordinator-invite = Wie wilt u uitnodigen?
coordinator-grant = { $grant ->
    [professional] Professional
    [volunteer] Vrijwilliger
    [expert] Ervaringsdeskundige
    [partner] Lid van het wijkverband
    [partnership] Groep van het wijkverband
   *[coordinator] Coordinator
}
coordinator-for-whom = Voor wie? Typ de organisatie of de rol, geen naam van een persoon.
coordinator-short-label = Typ de organisatie of de rol, in hooguit { $most } tekens. Geen naam van een persoon.
coordinator-invitation =
    Uitnodiging voor { $label }, als: { $grant }.
    Laat de QR-code zien of stuur de link. Typen kan ook: { $code }
    De code werkt 1 keer en { $hours } uur lang. Zet hem nooit in een groep.
coordinator-invitation-over =
    Uitnodiging om uw rol over te nemen, voor { $label }.
    Laat de QR-code zien of stuur de link. Typen kan ook: { $code }
    De code werkt 1 keer en { $hours } uur lang. U blijft coordinator tot de ander de code gebruikt.
coordinator-invitation-room =
    Zo komt de groep van het wijkverband erbij:
    1. Voeg mij toe aan de groep.
    2. Typ in de groep deze code: { $code }
    De code werkt 1 keer en { $hours } uur lang.
coordinator-no-code = Uitnodigen lukt nu niet. Probeer het later nog eens.

# Overdragen
coordinator-hand-over = Wilt u uw rol als coordinator overdragen? U blijft coordinator tot de ander de uitnodiging gebruikt.
coordinator-hand-over-yes = Ja, draag over
coordinator-hand-over-no = Nee, ik blijf
coordinator-role-kept = Goed. U blijft coordinator.

# Onderwerpen voor het verslag
coordinator-no-topics = Er zijn nog geen onderwerpen in deze ronde.
coordinator-topics =
    De onderwerpen tot nu toe:
    { $topics }
    Is het hetzelfde? Typ: voeg samen 2 4
    Een betere titel? Typ: titel 3 Lamp kapot bij de flat
    De top 5 beter maken, kaart voor kaart? Typ: sorteer
coordinator-topic = { $rank }. { $title } ({ $people ->
    [one] 1 mens
   *[other] { $people } mensen
})
coordinator-more-topics = { $count ->
    [one] En nog 1 onderwerp.
   *[other] En nog { $count } onderwerpen.
}
coordinator-how-to-merge = Typ twee nummers uit de lijst, zo: voeg samen 2 4. De lijst ziet u met: onderwerpen
coordinator-merged = "{ $one }" en "{ $other }" zijn nu één onderwerp. De lijst is opnieuw genummerd.
coordinator-undo = Toch niet
coordinator-apart = Goed, deze twee blijven apart.
coordinator-how-to-title = Typ het nummer en de nieuwe titel, zo: titel 3 Lamp kapot bij de flat
coordinator-title-too-long = Die titel heeft { $length } tekens. Hooguit { $most } past op het verslag.
coordinator-titled = "{ $before }" heet nu "{ $title }".
coordinator-no-such-topic = Dat nummer is er niet. { $count ->
    [one] Er is 1 onderwerp.
   *[other] Er zijn { $count } onderwerpen.
} Typ onderwerpen voor de lijst.

# Sorteren voor het verslag
sorting-refused = Sorteren kan de coordinator, of de ervaringsdeskundige.
sorting-nothing = Er is nog niets om te sorteren in deze ronde.
sorting-too-many = Er zijn te veel signalen om hier te sorteren. Typ onderwerpen om te zien wat er speelt.
sorting-begins = { $unsure ->
    [0] Alle signalen hebben een plek.
    [one] 1 signaal is nog niet zeker.
   *[other] { $unsure } signalen zijn nog niet zeker.
}{ $cards ->
    [0] { "" }
    [one] {" "}De top 5 staat vast na ongeveer 1 kaart ({ $minutes ->
        [one] 1 minuut
       *[other] { $minutes } minuten
    }).
   *[other] {" "}De top 5 staat vast na ongeveer { $cards } kaarten ({ $minutes ->
        [one] 1 minuut
       *[other] { $minutes } minuten
    }).
}
sorting-somebody-else = Die kaart is al beantwoord. Dit is de volgende.
sorting-then =
    { $first }

    { $second }
sorting-file =
    "{ $words }"
    Bij welk onderwerp hoort dit?
sorting-topic = { $title } ({ $people })
sorting-more = Meer
sorting-new = Nieuw
sorting-no-signal = Geen signaal
sorting-hold = Houd apart
sorting-merge =
    { $one }
    { $other }
    Is dit hetzelfde onderwerp?
sorting-example = "{ $title }" ({ $people }), zoals: { $words }
sorting-merge-yes = Ja
sorting-merge-no = Nee
sorting-odd =
    "{ $words }"
    Hoort dit bij "{ $title }" ({ $people })?
sorting-odd-yes = Ja, hoort erbij
sorting-odd-no = Nee, haal eruit
sorting-undo = Terug
sorting-finish = Klaar
sorting-stands = De top 5 staat nu vast. U kunt stoppen of verder sorteren.
sorting-no-cards = Er zijn geen kaarten meer. Meer sorteren verandert de top 5 niet.
sorting-show-top = Bekijk de top 5
sorting-go-on = Verder
sorting-stop = Stop
sorting-top =
    Dit is nu de top 5:
    { $topics }
sorting-top-topic = { $rank }. { $title } ({ $people ->
    [one] 1 mens
   *[other] { $people } mensen
})
sorting-choose = U bent aan het sorteren. Kies een antwoord van de kaart. Typ stop om te stoppen.
sorting-done = Gestopt met sorteren. Alles is bewaard. Typ sorteer om verder te gaan.

# Verslag
coordinator-report = Het verslag van de laatste ronde.
coordinator-begin = Begin
coordinator-report-on = Er ligt nu geen verslag op tafel. Deze ronde loopt tot en met { $last }, daarna komt het verslag.
coordinator-no-report = Er ligt nu geen verslag op tafel.

# Wat wacht
coordinator-waiting =
    { $collected }
    { $lines }
coordinator-collected = { $messages ->
    [0] Deze ronde kwam er nog niets binnen.
    [one] Deze ronde vertelden mensen 1 ding
   *[other] Deze ronde vertelden mensen { $messages } dingen
}{ $messages ->
    [0] { "" }
   *[other] {" "}({ $people ->
        [one] 1 mens
       *[other] { $people } mensen
    }).
}
coordinator-nothing-waits = Er wacht niets op u.
coordinator-overdue = { $count ->
    [one] 1 melder wacht langer dan beloofd. Zorg dat die nu iets hoort.
   *[other] { $count } melders wachten langer dan beloofd. Zorg dat zij nu iets horen.
}
coordinator-drafts = { $count ->
    [one] 1 tekst voor melders wacht op nakijken. Typ controleer.
   *[other] { $count } teksten voor melders wachten op nakijken. Typ controleer.
}
coordinator-undecided = { $count ->
    [one] 1 onderwerp van de top 5 heeft nog geen antwoord. Typ begin.
   *[other] { $count } onderwerpen van de top 5 hebben nog geen antwoord. Typ begin.
}
coordinator-parked = { $count ->
    [one] 1 bericht kon ik niet lezen. De beheerder kan het bekijken.
   *[other] { $count } berichten kon ik niet lezen. De beheerder kan ze bekijken.
}
coordinator-dead = { $count ->
    [one] 1 antwoord kon niet verstuurd worden. De beheerder kan het bekijken.
   *[other] { $count } antwoorden konden niet verstuurd worden. De beheerder kan ze bekijken.
}
coordinator-unreachable = { $count ->
    [one] 1 mens is niet te bereiken. Antwoorden gaan mee als die terugkomt.
   *[other] { $count } mensen zijn niet te bereiken. Antwoorden gaan mee als zij terugkomen.
}
coordinator-sending = { $count ->
    [one] 1 bericht wordt nog verstuurd.
   *[other] { $count } berichten worden nog verstuurd.
}
coordinator-no-room = Er is nog geen groep van het wijkverband. Typ uitnodigen.
coordinator-check = Controleer
coordinator-show-topics = Onderwerpen

# Vanzelf verteld
coordinator-draft-waits = { $count ->
    [one] Een tekst voor melders wacht al drie dagen op nakijken.
   *[other] { $count } teksten voor melders wachten al drie dagen op nakijken.
} Zij horen niets tot dat gebeurt. Typ controleer.
coordinator-no-news-told = { $people ->
    [one] 1 melder kreeg op de beloofde dag alleen te horen dat er nog geen nieuws is.
   *[other] { $people } melders kregen op de beloofde dag alleen te horen dat er nog geen nieuws is.
} De nieuwe belofte is { $next }. Typ beloften om te zien wat er nodig is.
# Woorden over gevaar die een bewoner wilde bewaren.
coordinator-danger-kept =
    Een bewoner schreef over gevaar en wilde dat bewaren, als { $number }. Het wijkverband ziet dit niet.
    { $words }
# Er is iets mis met het vertellen: dat hoort nooit te gebeuren.
coordinator-gaps = { $count ->
    [one] Let op: 1 melder had nieuws moeten krijgen en kreeg niets. Vertel dit de beheerder.
   *[other] Let op: { $count } melders hadden nieuws moeten krijgen en kregen niets. Vertel dit de beheerder.
}
# Na een stilte van meer dan een dag.
coordinator-silence = De bot kon { $days ->
    [same] op { $last }
   *[apart] van { $first } tot en met { $last }
} geen berichten ontvangen. Wat bewoners toen stuurden, kan verloren zijn. Wie kort daarvoor schreef, krijgt daar bericht van.
# Even niets versturen, en na een herstel
coordinator-paused = Sinds { $since } verstuurt de bot niets. De beheerder heeft dat stilgezet, en zet het ook weer aan.
coordinator-restored = De bot is weer zoals hij was op { $first }. Wat daarna op Telegram binnenkwam, is kwijt. Ook besluiten van daarna zijn kwijt. Een verslag dat u al had, kan nog eens komen. Wie kort daarvoor schreef, krijgt bericht.
