### Het mapje: afspraken over meedoen, de openbare pagina van een wijk, en alles bij elkaar. Lezers: coordinator,
### wijkverband, en op de pagina iedereen.

# Afspraken: de lijst
folder-agreements = Afspraken over meedoen in { $district }:
    { $lines }
folder-agreements-ask = { folder-agreements }
    Welke wilt u zien? Kies een nummer.
folder-agreements-room = { folder-agreements }
    Typ afspraken in uw eigen chat met mij om ze te lezen.
folder-agreements-none =
    Er zijn nog geen afspraken over meedoen in { $district }.
    Per thema spreekt u af waar bewoners invloed op hebben, wie beslist en wanneer bewoners iets horen.
folder-agreement-line = { $rank }. { rules-theme }: { folder-state }
folder-state = { $state ->
    [settled] vastgesteld op { $day }
    [changed] vastgesteld op { $day }, daarna aangepast
    [hidden] niet meer zichtbaar voor bewoners
   *[draft] concept, { $filled } van de { $count } ingevuld
}
folder-new = Nieuw
folder-ask-theme = Over welk thema gaat het? Kies, of typ zelf een thema.
folder-theme-too-long = Dat is te lang. Noem het thema in { $most } tekens of minder.

# Afspraken: vragen
folder-ask = { $part ->
    [question] Vraag { $number } van { $count }. Wat wil de wijk weten of veranderen, en voor wie is dat belangrijk? In één zin.
    [result] Vraag { $number } van { $count }. Wat merken bewoners straks, en wanneer?
    [form] Vraag { $number } van { $count }. Hoe doen bewoners mee: op welke manier, waar en wanneer? Wie organiseert het?
    [effect] Vraag { $number } van { $count }. Wanneer praat het wijkverband erover, en wie beslist?
    [feedback] Vraag { $number } van { $count }. Wat horen bewoners terug, hoe en wanneer? Wie zorgt daarvoor? Noem een rol, geen naam.
    [influence] Vraag { $number } van { $count }. Waar hebben bewoners invloed op?
    [no-influence] Vraag { $number } van { $count }. Waar hebben bewoners geen invloed op, en waarom niet?
   *[rung] Vraag { $number } van { $count }. Hoe ver gaat het meedoen? Kies een trede.
}
folder-ask-rung = { folder-ask }
    { $rungs }
folder-rung-line = { $rank }. { rules-rung }: { rules-rung-means }
folder-was = Nu staat er: { $words }
    { $ask }
folder-kept = Bewaard.
folder-skip = Overslaan
folder-clear = Maak leeg
folder-leave = Laat zo
folder-too-long = Dat is te lang. Schrijf het in { $most } tekens of minder, ongeveer drie zinnen.
folder-changed-meanwhile =
    Intussen schreef een andere coordinator hier iets anders.
    Nu staat er: { $now }
    Uw tekst: { $words }
    Welke blijft staan?
folder-mine = Mijn tekst
folder-theirs = De andere tekst
folder-nothing-there = niets
folder-stopped = Goed, wij stoppen hier. Wat u invulde is bewaard. Typ afspraken om verder te gaan.

# Afspraken: wat er staat
folder-agreement =
    Afspraken over { rules-theme }: { folder-state }.
    { $lines }
folder-part = { folder-part-name }: { $words }
folder-part-name = { $part ->
    [question] Vraag van de wijk
    [result] Wat bewoners merken
    [form] Zo doen bewoners mee
    [effect] Wie beslist
    [feedback] Wat bewoners terughoren
    [influence] Wel invloed op
    [no-influence] Geen invloed op
   *[rung] Trede van meedoen
}
folder-rung = { rules-rung }. { rules-rung-means }
folder-empty = Nog leeg: { $names }.
folder-lacking = Vul dit nog in voordat u het vaststelt: { $names }.
folder-older = Bewoners lezen nog de tekst van { $day }. Stel de nieuwe tekst vast om die te laten zien.
folder-go-on = Verder invullen
folder-edit = Pas aan
folder-settle = Stel vast
folder-history = Eerdere versies
folder-hide = Niet meer tonen
folder-back = Terug
folder-which-part = Wat wilt u aanpassen?
folder-gone = Deze afspraken zijn er niet. Typ afspraken voor de lijst.

# Afspraken: vaststellen
folder-confirm =
    Dit leest straks iedereen: bij het woord spelregels en op de openbare pagina. Staat er geen naam of adres in?
    { $lines }
    Is dit goed zo?
folder-marks = Kijk hier goed naar: { $marks }. Is dit een naam of adres van iemand? Pas het dan aan.
folder-yes = Ja, iedereen mag dit lezen
folder-no = Nog niet
folder-other-words = De tekst is intussen veranderd. Lees hem nog een keer.
folder-settled = Vastgesteld. Bewoners lezen dit vanaf nu bij spelregels.
folder-settled-room = De afspraken over { rules-theme } zijn vastgesteld. Typ afspraken om ze te lezen.
folder-hidden = Goed. Bewoners zien deze afspraken niet meer. De tekst blijft bewaard.

# Afspraken: geschiedenis
folder-history-head = Versies van de afspraken over { rules-theme }, de nieuwste eerst:
    { $lines }
folder-version-begun = { $number }. { $day }, { folder-role }: begonnen
folder-version = { $number }. { $day }, { folder-role }: { folder-part-name }. Was: { $before }
folder-version-settled = { $line } (vastgesteld op { $day })
folder-more-versions = { $count ->
    [one] En nog 1 oudere versie.
   *[other] En nog { $count } oudere versies.
}
folder-role = { $role ->
    [coordinator] coordinator
   *[other] { $role }
}

# Afspraken: wie het mag
folder-refused = Alleen de coordinator en leden van het wijkverband zien de afspraken in wording. Typ spelregels voor wat er is afgesproken.
folder-only-coordinator = Alleen de coordinator verandert de afspraken.
folder-in-private = Afspraken invullen gaat in uw eigen chat met mij.

# Het mapje in de chat
folder-file = Het mapje van de wijk: afspraken, acties en terugkoppeling. Iedereen mag het lezen.
folder-file-page = { folder-file }
    Het staat ook op de pagina van de wijk: { $page }
folder-file-alt = Mapje van { $district }
folder-not-yours = Het mapje is voor de coordinator en leden van het wijkverband. Typ spelregels voor de afspraken.

# De openbare pagina en het mapje. Lezers: iedereen.
folder-page-title = { $district }: wat speelt er en wat gebeurt ermee
folder-page-eyebrow = Wijk { $district }
folder-page-heading = Wat speelt er, en wat gebeurt ermee?
folder-page-lead = Bewoners van { $district } vertellen wat er speelt. Het wijkverband kiest wat het aanpakt. Hier leest u wat ermee gebeurt.
folder-page-skip = Naar de inhoud
folder-page-other-language = English
folder-page-contents = Op deze pagina
folder-page-today = Bijgewerkt op { $day } { $year }.
folder-page-in-dutch = Wat is besloten en afgesproken staat hier in het Nederlands.

folder-page-now = Nu
folder-page-collects = Tot en met { $ends } verzamelen wij wat u vertelt.
folder-page-hears = Vertelt u nu iets? Dan hoort u uiterlijk { $promise } wat ermee gebeurt, en waarom.
folder-page-choosing = Het wijkverband kiest nu uit wat bewoners vertelden tot en met { $ends }.

folder-page-join = Vertel wat er speelt
folder-page-join-one = Open de chat. Of scan de code met uw telefoon.
folder-page-door = { $platform ->
    [telegram] Open de chat in Telegram
    [matrix] Open de chat in Matrix
   *[other] Open de chat
}
folder-page-qr = Code om te scannen: hiermee opent u de chat op uw telefoon.
folder-page-steps = Zo begint u
folder-page-step-open = Open de chat met de knop of de code.
folder-page-step-ask = Vraag de coordinator van de wijk hoe u begint.
folder-page-step-tell = Typ wat er speelt, zoals u het zegt. Dat mag in uw eigen taal.
folder-page-step-hear = U krijgt een nummer, en een dag waarop u van ons hoort.
folder-page-private = Wij geven uw naam niet door. Is er nu gevaar? Bel 112.
folder-page-contact = Liever een mens spreken? { $contact }

folder-page-done = Gelukt, dankzij bewoners
folder-page-done-lead = Bewoners meldden dit, en het is veranderd. Dank u wel.
folder-page-noticed = { $yes } van de { $total } melders die antwoordden, merken verschil.
folder-page-noticed-most = De meeste melders die antwoordden, merken verschil.

folder-page-promise = Onze belofte
folder-page-promise-lead = Iedereen die iets meldt, hoort wat ermee gebeurt. Ook als het niet lukt.
folder-page-promise-kept = Ronde tot en met { $ends }: { $answered } van de { $reporters } melders kregen antwoord.
folder-page-promise-all = Ronde tot en met { $ends }: alle { $reporters } melders kregen antwoord.

folder-page-actions = Hier wordt aan gewerkt
folder-page-action = Onderwerp
folder-page-owner = Wie
folder-page-status = Stand
folder-page-check = Nieuws op
folder-page-no-actions = Er lopen nu geen acties.
folder-page-nobody = nog niet bekend

folder-page-decided = Wat is er besloten?
folder-page-round = Ronde { $round_name }
folder-page-round-people = { $people } mensen vertelden iets.
folder-page-people = Gemeld door { $people } mensen.
folder-page-outcome = { $outcome ->
    [taken-up] Pakken we op
    [not-now] Nu niet
    [later] Later
   *[referred] Hoort bij een ander
}
folder-page-what = Wat gaan we doen?
folder-page-why-not = Waarom niet?
folder-page-where = { $referred_to ->
    [0] Waar hoort het thuis?
   *[other] Dit hoort bij { $referred_to }.
}
folder-page-plan = Wie: { $owner }. Stand: { $status }.
folder-page-first-step = De eerste stap is voor { $day }.
folder-page-again = U hoort hier opnieuw van op { $day }.
folder-page-news = Laatste nieuws
folder-page-waiting = { $count ->
    [one] De tekst over 1 ander onderwerp wordt nog nagekeken.
   *[other] De teksten over { $count } andere onderwerpen worden nog nagekeken.
}
folder-page-nothing-decided = Er is nog geen ronde afgerond. Zodra het wijkverband kiest, leest u hier wat en waarom.

folder-page-agreed = Afspraken over meedoen
folder-page-agreed-on = Vastgesteld op { $day } { $year }.
folder-page-nothing-agreed = Er zijn nog geen afspraken vastgesteld. Dit geldt altijd:
folder-page-always-influence = U heeft invloed op waar het wijkverband over praat.
folder-page-always-decides = Het wijkverband beslist wat er gebeurt. Het is geen stemming.
folder-page-always-hears = U hoort altijd wat er met uw bericht gebeurt, en waarom.

folder-page-foot = Op deze pagina staan alleen woorden die zijn nagekeken. Groepen onder 5 mensen krijgen geen getal. De pagina bewaart niets van u.

folder-page-missing-title = Deze pagina is er niet
folder-page-missing = Op dit adres staat geen pagina van een wijk. Kijk of het adres klopt, of scan de code op de poster opnieuw.
folder-page-missing-help = Weet u het niet? Vraag het de coordinator van uw wijk.
folder-page-later-title = Deze pagina komt zo terug
folder-page-later = Wij kunnen de pagina nu niet maken. Probeer het over een paar minuten nog eens.

folder-paper-title = Het mapje van { $district }
folder-paper-contents = In dit mapje
folder-paper-foot = In dit mapje staan alleen woorden die zijn nagekeken. Groepen onder 5 mensen krijgen geen getal.

# Het mapje als ZIP
folder-zip-head =
    Het mapje van { $district }, gemaakt op { $day } { $year }.
    In de map openbaar staat wat iedereen mag lezen. De map wijkverband is alleen voor het wijkverband.
folder-zip-public = Voor iedereen:
folder-zip-partners = Alleen voor het wijkverband:
folder-zip-pdf = alles voor iedereen bij elkaar, om te printen
folder-zip-page = de pagina van de wijk, zoals zij nu is
folder-zip-feedback = wat er met de signalen van deze ronde gebeurt
folder-zip-agreements = de vastgestelde afspraken over meedoen
folder-zip-versions = alle versies van de afspraken, ook concepten
folder-zip-actions = de actielijst
folder-zip-report = het laatste verslag
folder-zip-practice = de praktijkgesprekken
folder-zip-calendar = de agenda, om in uw eigen agenda te zetten
folder-zip-version = Versie { $number }, { $day } { $year }, { folder-role }{ $settled ->
    [yes] , vastgesteld
   *[no] { "" }
}:
folder-zip-practice-day = Praktijkgesprek van { $day } { $year }
