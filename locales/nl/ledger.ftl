# Wat de coordinator leest over beloften aan melders.
ledger-warning =
    { $people ->
        [one] Op { $on } hoort 1 melder van ons. Dat beloofden wij. Dit ontbreekt nog:
       *[other] Op { $on } horen { $people } melders van ons. Dat beloofden wij. Dit ontbreekt nog:
    }
    { $missing }
    Lukt het niet op tijd? Zeg dan in een zin waarom. Dat lezen de melders op { $on }.
ledger-warning-explained =
    { $people ->
        [one] Op { $on } hoort 1 melder van ons. Dat beloofden wij. Dit ontbreekt nog:
       *[other] Op { $on } horen { $people } melders van ons. Dat beloofden wij. Dit ontbreekt nog:
    }
    { $missing }
    U zei al waarom het langer duurt.
ledger-missing = { $step ->
    [begin] - De ronde tot en met { $last }: het wijkverband is nog niet begonnen met kiezen.
    [go-on] - De ronde tot en met { $last }: { $count ->
        [one] 1 onderwerp heeft nog geen antwoord.
       *[other] { $count } onderwerpen hebben nog geen antwoord.
    }
    [close] - De ronde tot en met { $last }: alles heeft een antwoord, maar de ronde is niet gesloten.
    [check] - De woorden wachten op nakijken ({ $people ->
        [one] 1 melder
       *[other] { $people } melders
    }).
    [ask-owner] - De eigenaar van "{ $title }" liet nog niet weten hoe het gaat. Typ acties.
   *[look] - Waarom er voor { $people ->
        [one] 1 melder
       *[other] { $people } melders
    } nog niets is, weten wij niet. Typ wacht.
}
ledger-way = { $step ->
    [begin] Begin
    [go-on] Ga verder met kiezen
    [close] Naar het sluiten
   *[check] Controleer
}
ledger-say-why = Zeg waarom
ledger-ask-why = { $people ->
    [one] Op { $on } leest 1 melder dat er nog geen nieuws is. Waarom duurt het langer? Typ een zin.
   *[other] Op { $on } lezen { $people } melders dat er nog geen nieuws is. Waarom duurt het langer? Typ een zin.
}
ledger-skip = Overslaan
ledger-skipped = Goed. Is er op { $on } nog geen nieuws? Dan zeggen wij zelf eerlijk wat wij weten.
ledger-one-sentence = Typ een korte zin, van hooguit { $most } tekens.
ledger-show-why =
    Is er op { $on } nog geen nieuws, dan lezen de melders:
    { $lines }
    Is dat goed?
ledger-good = Goed
ledger-improve = Verbeter
ledger-explained = Dank u. Is er op { $on } nog geen nieuws? Dan lezen de melders deze zin.
ledger-explained-checked = Dank u. De ervaringsdeskundige kijkt de zin na. Is er op { $on } nog geen nieuws? Dan lezen de melders hem.
ledger-not-open = Over deze belofte hoeft nu niets meer gezegd. Typ beloften om te zien hoe het staat.
ledger-cancelled = Gestopt. Typ beloften om te zien hoe het staat.

# Nagekeken door de ervaringsdeskundige
ledger-draft-title = alles waarover op { $on } nieuws beloofd is
ledger-approved = Dank u. De melders lezen dit als er op { $on } nog geen nieuws is.

# beloften
ledger-now = { $lines }
ledger-nothing = Er zijn nog geen beloften in deze wijk.
ledger-coming = { $people ->
    [one] Beloofd op { $on }, aan 1 melder. Dit ontbreekt nog:
   *[other] Beloofd op { $on }, aan { $people } melders. Dit ontbreekt nog:
}
ledger-reason-given = - U zei waarom het langer duurt: { $sentence }
ledger-round = Ronde tot en met { $last }: { $answered } van { $people ->
    [one] 1 melder kreeg antwoord
   *[other] de { $people } melders kregen antwoord
}, { $in_time } op tijd{ $days ->
    [-1] .
    [0] , meestal dezelfde dag.
    [one] , meestal binnen 1 dag.
   *[other] , meestal binnen { $days } dagen.
}
ledger-round-runs = De ronde tot en met { $last } loopt nog: { $people ->
    [one] 1 melder.
   *[other] { $people } melders.
}
ledger-why = - { $count ->
    [one] 1 mens
   *[other] { $count } mensen
}: { $why ->
    [undecided] het wijkverband besloot nog niet
    [words] de woorden wachten op nakijken
    [sending] het bericht wordt verstuurd
    [unreachable] nu niet te bereiken, hoort het later
    [collecting] de ronde loopt nog
    [refused] de app weigert onze berichten
    [given-up] drie maanden niet te bereiken
    [stopped] wil geen nieuws (stop)
    [wiped] wiste alles voor het antwoord
    [withheld] ging over gevaar, het wijkverband ziet het niet
    [imported] komt uit een bestand
    [withdrawn] trok het signaal in
   *[forgotten] VERGETEN, meld dit de beheerder
}
ledger-overdue = { $count ->
    [one] LET OP: 1 mens wacht langer dan beloofd.
   *[other] LET OP: { $count } mensen wachten langer dan beloofd.
}
ledger-red = { $count ->
    [one] ROOD: 1 mens hoorde al drie keer of vaker dat er geen nieuws is.
   *[other] ROOD: { $count } mensen hoorden al drie keer of vaker dat er geen nieuws is.
}
ledger-skipped-asks = { $count ->
    [one] Deze maand stelden wij 1 vraag niet: die mens kreeg al genoeg vragen.
   *[other] Deze maand stelden wij { $count } vragen niet: die mensen kregen al genoeg vragen.
}
ledger-told-again =
    { $first }
    { $again ->
        [0] { "" }
        [one] Voor 1 melder was dit de tweede keer.{" "}
       *[other] Voor { $again } melders was dit de tweede keer.{" "}
    }{ $often ->
        [0] { "" }
        [one] ROOD: 1 melder hoorde dit al drie keer of vaker. Bel of bezoek het wijkverband.
       *[other] ROOD: { $often } melders hoorden dit al drie keer of vaker. Bel of bezoek het wijkverband.
    }
