# De snelle baan, en het praktijkgesprek: wat de coordinator en het wijkverband lezen.

# De coordinator zet iets in de snelle baan
lane-no-signals = Er zijn nu geen signalen voor de snelle baan.
lane-no-more = Dit waren de nieuwste signalen. Een ander signaal? Typ: snel 2026-0412
lane-signal =
    Signaal { $number }, van { $day }:
    "{ $words }"
    Is dit klein genoeg voor een snel ja of nee?
lane-pick = Snelle baan
lane-more = Volgende
lane-stop = Klaar
lane-done = Klaar. Typ snel om verder te gaan.
lane-describe =
    Signaal { $number }: "{ $words }"
    Wat wordt er gevraagd? Typ één zin in uw eigen woorden, zonder namen. Alleen die zin gaat naar het wijkverband.
lane-short = Typ één korte zin, van hooguit { $most } tekens.
lane-own-words = Dit zijn de woorden van de bewoner zelf. Zeg het korter, of met andere woorden.
lane-confirm =
    Dit leest het wijkverband:
    { $sentence }
    Staat er niets in over een persoon?
lane-confirm-warned =
    Dit leest het wijkverband:
    { $sentence }
    Let op: hier lijkt een naam, adres of nummer in te staan. Zonder is het: { $safe }
    Pas het aan als het over een persoon gaat.
lane-send = Goed, verstuur
lane-edit = Aanpassen
lane-sent = { $people ->
    [one] Verstuurd aan 1 mens. Er is antwoord nodig op { $due }.
   *[other] Verstuurd aan { $people } mensen. Er is antwoord nodig op { $due }.
}
lane-cannot = Signaal { $number } kan niet in de snelle baan. Het is al beantwoord, al gevraagd, ingetrokken of niet van deze wijk.
lane-out = Haal eruit
lane-out-done = Het signaal is uit de snelle baan. Het telt gewoon mee in de ronde.

# Wie beslist, zegt ja of nee
lane-request =
    Een kleine vraag uit de wijk, voor de snelle baan:
    { $sentence }
    Kan dit? Antwoord graag uiterlijk { $due }. Het eerste antwoord telt.
lane-yes = Ja
lane-no = Nee
lane-reminder =
    Nog één dag voor deze kleine vraag uit de wijk:
    { $sentence }
    Kan dit? Antwoord graag uiterlijk { $due }. Het eerste antwoord telt.
lane-late =
    Drie dagen voorbij, en nog geen antwoord op deze kleine vraag:
    { $sentence }
    Wij beloofden een snel antwoord. Dit telt als te laat in het verslag.
lane-what-and-when = Fijn. Wat gebeurt er, en wanneer? Eén zin, de bewoner leest dit.
lane-soon = Binnen twee weken geregeld
lane-soon-said = Het wordt binnen twee weken geregeld.
lane-why-not = Waarom niet? Eén zin, de bewoner leest dit.
lane-one-sentence = Typ één korte zin voor de bewoner, van hooguit { $most } tekens.
lane-thanks = Dank u. De bewoner hoort het nu.
lane-thanks-checked = Dank u. Uw zin wordt eerst nagekeken, daarna hoort de bewoner het.
lane-answered =
    Er is al antwoord op de kleine vraag: { $request }
    { $by } zei: { $answer }. { $sentence }
lane-sentence = { $sentence }
lane-somebody = Iemand van het wijkverband
lane-gone = Deze vraag is vervallen. U hoeft niets te doen.
lane-lapsed =
    Deze kleine vraag is vervallen: { $sentence }
    U hoeft niets meer te doen.
lane-cancelled = Gestopt. Er is niets verstuurd. Typ snel om verder te gaan.
lane-refused = Dat kan alleen iemand van het wijkverband, of de coordinator.
lane-nothing-waits = Er wacht geen kleine vraag op antwoord.
lane-waiting = { $count ->
    [one] 1 kleine vraag wacht op een ja of nee. Typ snel.
   *[other] { $count } kleine vragen wachten op een ja of nee. Typ snel.
}
lane-list =
    Deze kleine vragen wachten op een ja of nee:
    { $requests }
    Antwoorden doet u in uw eigen chat met mij. Typ daar: snel
lane-line = - { $sentence } Uiterlijk { $due }.

# Het praktijkgesprek
practice-ask = ({ $place } van { $of }) { $part ->
    [example] Praktijkgesprek, ongeveer 10 minuten. Welk voorbeeld bespreken jullie? Kies, of typ het.
    [collected] Hoe hoorden jullie ervan? Bij wie, en waar?
    [done] Wat is er met die inbreng gedaan?
    [mandate] Wie was eigenaar, en wat mocht die beslissen?
    [told] Hoe en aan wie is het teruggekoppeld?
    [step] Wat is één haalbare stap voor de volgende keer?
    [owner] Wie neemt die stap? Kies, of typ een organisatie of rol.
   *[day] Wanneer is die stap gezet en teruggekoppeld? Kies, of typ een datum.
}
practice-skip = Overslaan
practice-example = { $title }
practice-owner = { $label }
practice-weeks = Over { $weeks } weken
practice-no-day = Kies een dag van { $first } tot en met { $last }, bijvoorbeeld 15-1.
practice-short = Typ een kort antwoord, van hooguit { $most } tekens.
practice-elsewhere = Die vraag is al beantwoord. Dit is de volgende.
practice-begun = Er is een praktijkgesprek begonnen en nog niet af.
practice-go-on = Ga verder
practice-again = Begin opnieuw
practice-broken-off = Gestopt. De antwoorden zijn bewaard. Typ praktijkgesprek om verder te gaan.
practice-result =
    Dit was het praktijkgesprek:
    { $lines }
practice-nothing = Het praktijkgesprek is klaar. Alles is overgeslagen.
practice-line = { $part ->
    [example] Voorbeeld: { $words }
    [collected] Gehoord: { $words }
    [done] Gedaan: { $words }
    [mandate] Eigenaar en ruimte om te beslissen: { $words }
    [told] Teruggekoppeld: { $words }
    [step] Volgende stap: { $words }
    [owner] Wie: { $words }
   *[day] Wanneer: { $words }
}
practice-due = Uiterlijk { $day }. De stap staat nu bij acties.
practice-assigned = In het praktijkgesprek is afgesproken dat u een stap zet: { $step } Uiterlijk { $day }. Ik herinner u eraan.
practice-step = Stap uit het praktijkgesprek: { $step } ({ $owner }), uiterlijk { $day }.
practice-no-owner = de coordinator
practice-reminder =
    { $step }
    Is het gelukt? Druk dan op de knop.
practice-taken = Gedaan
practice-step-done = Mooi, de stap is gezet. Vertel het in het wijkverband.
practice-step-closed = Deze stap is al gezet.
practice-step-refused = Alleen wie de stap neemt, of de coordinator, zegt dat die gezet is.
