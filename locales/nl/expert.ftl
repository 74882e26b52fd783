# Wat de ervaringsdeskundige leest, of de coordinator als die er niet is.
expert-waits = Er wacht een tekst voor bewoners. Leest u hem even na?
expert-check = Controleer
expert-text =
    { $kind } Onderwerp: { $title }. Dit lezen { $people ->
        [0] de melders
        [one] 1 melder
       *[other] { $people } melders
    }:
    { $sentence }
    Is dit duidelijk?
expert-text-tip =
    { $kind } Onderwerp: { $title }. Dit lezen { $people ->
        [0] de melders
        [one] 1 melder
       *[other] { $people } melders
    }:
    { $sentence }
    { $tip }
    Is dit duidelijk?
expert-kind = { $kind ->
    [chosen] Wel gekozen.
    [not-chosen] Niet gekozen.
    [not-among-five] Niet bij de vijf.
    [started] De actie is gestart.
    [delayed] De actie duurt langer.
    [done] De actie is gelukt.
    [impossible] De actie lukt niet.
    [fast-yes] Snelle baan, het antwoord is ja.
    [fast-no] Snelle baan, het antwoord is nee.
   *[no-news] Nog geen nieuws.
}
expert-hint-sentence = Tip: een zin telt { $words } woorden. Korter leest makkelijker.
expert-hint-word = Tip: "{ $word }" is een lang woord. Kan het anders?
expert-clear = Duidelijk
expert-improve = Verbeter
expert-rewrite =
    Typ de tekst zoals u hem zou zeggen. Nu staat er:
    { $sentence }
expert-one-sentence = Typ een korte tekst, van hooguit { $most } tekens.
expert-approved = { $people ->
    [0] Dank u. De melders horen het nu.
    [one] Dank u. De melder hoort het nu.
   *[other] Dank u. De { $people } melders horen het nu.
}
expert-handled = Deze tekst is al nagekeken.
expert-changed = Deze tekst is intussen veranderd. Nu staat er:
expert-nothing = Er wacht nu geen tekst.
expert-then =
    { $first }
    { $second }
expert-cancelled = Gestopt. De tekst blijft zoals hij was. Typ controleer om verder te gaan.
expert-refused = Teksten nakijken doet een ervaringsdeskundige of de coordinator.
expert-in-private = Teksten kijken we na in uw eigen chat met mij. Typ daar: controleer
