# Wat de ervaringsdeskundige leest, of de coordinator als die er niet is.
expert-waits = Er wacht een tekst voor bewoners. Leest u hem even na?
expert-check = Controleer
expert-text =
    { $kind } Onderwerp: { $title }. Dit lezen { $people ->
        [0] de melders
        [one] 1 melder
       *[other] { $people } melders
    }:

    { $whole }

    { $reading }
    Is dit duidelijk?
expert-a-number = (nummer)
expert-own-words = eigen woorden van de melder
expert-figure = Leesbaarheid: { $figure } van 100. { $ease ->
    [easy] Goed te lezen.
    [fair] Redelijk te lezen.
    [hard] Lastig te lezen.
   *[very-hard] Heel lastig te lezen.
}
expert-remark = { $remark ->
    [sentence] - Een lange zin, van { $number } woorden: "{ $words } …". Maak er twee van.
    [passive] - "{ $words }": wie doet dit? Begin de zin daarmee.
    [word] - "{ $words }" is een lang woord, van { $number } lettergrepen. Kan het korter?
    [jargon] - "{ $words }": liever "{ $simpler }".
   *[advice] - "{ $words }": zeg het anders. Bijvoorbeeld: { $simpler }.
}
expert-remarks-more = { $count ->
    [one] - En nog 1 opmerking.
   *[other] - En nog { $count } opmerkingen.
}
expert-translate = Vertaling erbij
expert-other-readers = Sommige melders schrijven { $languages }. Zij lezen dit in het Nederlands, of in een vertaling die u erbij typt.
expert-adopt = Neem over
expert-adopted = De makkelijke woorden staan er nu in. Lees nog even of de zin klopt.
expert-waive = Zonder nalezen versturen
expert-read-first = Een ervaringsdeskundige leest deze tekst eerst na. Kan dat niet wachten? Kies: zonder nalezen versturen.
expert-waived = { $people ->
    [0] Verstuurd zonder nalezen. De melders horen het nu.
    [one] Verstuurd zonder nalezen. De melder hoort het nu.
   *[other] Verstuurd zonder nalezen. De { $people } melders horen het nu.
}
expert-waiting =
    Er wachten { $count } teksten:
    { $lines }
    De eerste:
expert-waiting-line = { $rank }. { $title }. { $kind }
expert-waiting-more = En nog { $count }.
expert-ask-language =
    Typ deze tekst in het { $language }, of laat het iemand doen die dat spreekt.
    { $sentence }
    Wij vertalen niet zelf. Zonder uw tekst lezen zij het Nederlands.
expert-not-in-language = Dit is geen { $language }. Typ de tekst in het { $language }, of kies Overslaan.
expert-in-language =
    Zo lezen zij het in het { $language }:
    { $words }
    Klopt dit?
expert-right = Klopt
expert-skip = Overslaan
expert-kind = { $kind ->
    [chosen] Wel gekozen.
    [not-chosen] Niet gekozen.
    [not-among-five] Niet bij de vijf.
    [started] De actie is gestart.
    [delayed] De actie duurt langer.
    [done] De actie is gelukt.
    [impossible] De actie lukt niet.
    [asked] Vraag of het helpt.
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
expert-cancelled = Gestopt. De tekst blijft zoals hij was. Typ controleer om verder te gaan.
expert-refused = Teksten nakijken doet een ervaringsdeskundige of de coordinator.
expert-in-private = Teksten kijken we na in uw eigen chat met mij. Typ daar: controleer
expert-own-text = { $words }
expert-feedback = Dit mag iedereen weten van de ronde tot en met { $ends }. Het zijn nagelezen woorden. { $waiting ->
    [0] Wat wilt u hebben?
    [one] 1 tekst wacht nog op nalezen en staat er niet bij. Wat wilt u hebben?
   *[other] { $waiting } teksten wachten nog op nalezen en staan er niet bij. Wat wilt u hebben?
}
expert-feedback-none = Er is nog geen ronde met nagelezen antwoorden. U kunt wel een poster maken die bewoners uitnodigt.
expert-feedback-choice = { $what ->
    [newsletter] Nieuwsbrief
    [website] Website
    [chat] Kort bericht
    [paper] Blad om uit te delen
    [poster-done] Poster met resultaat
   *[poster] Poster
}
expert-feedback-paper = Om te printen of door te sturen.
expert-feedback-refused = De terugkoppeling voor iedereen maakt de coordinator.
effect-not-yet = { $people ->
    [0] Een paar melders van "{ $title }" merken nog geen verschil.
    [one] 1 melder van "{ $title }" merkt nog geen verschil.
   *[other] { $people } melders van "{ $title }" merken nog geen verschil.
} Wat zij erover vertellen, telt mee in de volgende ronde.
