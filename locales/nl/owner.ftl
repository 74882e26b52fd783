# Wat de eigenaar van een actie leest, en de lijst van acties.
owner-choice = { $status ->
    [started] Gestart
    [done] Gelukt
    [delayed] Duurt langer
   *[impossible] Lukt niet
}
owner-status = { $status ->
    [planned] nog niet gestart
    [started] gestart
    [delayed] duurt langer
    [done] gelukt
   *[impossible] lukt niet
}

# Berichten aan de eigenaar
owner-assigned =
    { $again ->
        [1] Uw actie is veranderd. Zo staat het nu.
       *[0] U bent eigenaar van een actie van het wijkverband.
    }
    Onderwerp: { $title }
    Wat: { $what }
    Doet mee: { $partners }
    Eerste stap, voor { $day }: { $step }
    Op { $check } kijken we of het werkt. Ik herinner u eraan. Typ acties voor de stand.
owner-no-partners = nog niemand anders
owner-released = De actie bij "{ $title }" staat niet meer op uw naam. Het wijkverband koos anders.
owner-first-step =
    De eerste stap bij "{ $title }" is voor { $day }: { $step }
    Hoe gaat het? Kies, of typ acties.
owner-first-step-day =
    De eerste stap bij "{ $title }" was voor { $day }: { $step }
    Is die gezet? Kies, of typ acties.
owner-first-step-week =
    Ik hoorde nog niets over "{ $title }". De eerste stap was voor { $day }: { $step }
    Hoe gaat het? Kies, of typ acties.
owner-first-step-silent =
    De eigenaar ({ $owner }) zei nog niets over "{ $title }". Ik vroeg het een paar keer.
    De eerste stap was voor { $day }: { $step }
    Vraagt u het na? Kies daarna hoe het gaat.
owner-no-phone =
    { $text }
    De eigenaar ({ $owner }) heeft hier geen telefoon. Vraagt u het na?
owner-check =
    Vandaag kijken we of het werkt. Onderwerp: { $title }
    De actie: { $what }
    Hoe gaat het? Kies, of typ acties.
owner-check-week =
    Ik hoorde nog niets over "{ $title }". We zouden kijken op { $check }.
    De actie: { $what }
    Hoe gaat het? Kies, of typ acties.
owner-promise =
    De melders van "{ $title }" horen binnenkort van ons.
    De actie: { $what }
    Hoe gaat het? Kies, of typ acties.
owner-overdue = Er is nog geen nieuws over "{ $title }" ({ $owner }). We zouden kijken op { $check }. Weet u hoe het gaat?

# Hoe gaat het
owner-when = Wanneer kijken we opnieuw? Kies, of typ een datum, bijvoorbeeld 15-1.
owner-weeks = Over { $weeks } weken
owner-no-day = Die datum kan niet. Typ een dag tot en met { $last }, bijvoorbeeld 15-1.
owner-how-later =
    We kijken opnieuw op { $check }.
    { $how }
owner-how = { $status ->
    [started] Goed om te horen. Wat gebeurt er nu? Eén zin, de melders lezen dit.
    [done] Mooi. Wat is er klaar, en sinds wanneer? Eén zin, de melders lezen dit.
    [delayed] Waarom duurt het langer? Eén zin, de melders lezen dit.
   *[impossible] Jammer. Waarom lukt het niet? Eén zin, de melders lezen dit.
}
owner-one-sentence = Typ één korte zin voor de melders, van hooguit { $most } tekens.
owner-thanks = { $status ->
    [started] Dank u.
    [done] Gefeliciteerd, en dank u wel.
    [delayed] Dank u. Eerlijk zeggen helpt.
   *[impossible] Dank u. Eerlijk zeggen helpt.
} Uw zin wordt eerst nagekeken, daarna horen de melders het.
owner-closed = Deze actie is al afgerond.
owner-already = "{ $title }" staat al op: { $status }. Is er iets veranderd?
owner-refused = Alleen de eigenaar ({ $owner }) of de coordinator zegt hoe deze actie gaat.
owner-cancelled = Gestopt. Er is niets veranderd.

# De lijst
owner-no-actions = Er lopen nu geen acties.
owner-list = { $parts }
owner-actions =
    Lopende acties:
    { $actions }
owner-line-planned = { $rank }. { $title } ({ $owner }): { $status }. Eerste stap voor { $day }: { $step }. We kijken op { $check }.
owner-with = { $owner }, met { $partners }
owner-finished =
    Pas afgerond:
    { $actions }
owner-ended = - { $title } ({ $owner }): { $status }.
owner-ended-noticed = { $line } { $noticed }
owner-noticed = { $share ->
    [most] De meeste melders merken verschil.
    [half] Ongeveer de helft van de melders merkt verschil.
    [few] De meeste melders merken geen verschil.
   *[unknown] Te weinig melders zeiden of zij verschil merken.
}
owner-line = { $rank }. { $title } ({ $owner }): { $status }. We kijken op { $check }.
owner-more = { $count ->
    [one] En nog 1 actie.
   *[other] En nog { $count } acties.
}
owner-stand = Stand: { $status }. We kijken op { $check }.
owner-stand-planned = Stand: { $status }. Eerste stap voor { $day }: { $step }. We kijken op { $check }.
owner-action =
    Uw actie bij "{ $title }": { $what }
    { $stand }
owner-action-of =
    Actie bij "{ $title }" van { $owner }: { $what }
    { $stand }
owner-no-such-action = { $count ->
    [0] Er lopen nu geen acties.
    [one] Dat nummer is er niet. Er is 1 actie. Typ: acties 1
   *[other] Dat nummer is er niet. Er zijn { $count } acties. Typ bijvoorbeeld: acties 1
}
