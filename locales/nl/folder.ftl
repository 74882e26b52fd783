### Het mapje: afspraken over meedoen, de openbare pagina van een wijk, en alles bij elkaar. Lezers: coordinator,
### wijkverband, en op de pagina iedereen.

# Afspraken: de lijst
folder-agreements = Afspraken over meedoen in { $district }:
    { $lines }
folder-agreements-ask = { folder-agreements }
    Welke wilt u zien? Kies een nummer.
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
folder-then = { $first }
    { $second }
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
folder-confirm-tip = { folder-confirm }
    { $tip }
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
