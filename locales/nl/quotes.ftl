# Wat de coordinator leest over vastgehouden signalen, en wie citaten goedkeurt.
held-read = Lees nu
held-notice =
    Er is een signaal over een persoon of een groep. U leest het eerst, daarna telt het pas mee.
    Lees het in een gesprek met alleen u: typ vastgehouden.
held-nothing = Er wacht geen signaal op u.
held-only-coordinator = Alleen de coordinator van de wijk leest deze signalen.
held-in-private = Dit leest u in een gesprek met alleen u en mij. Typ daar vastgehouden.
held-shown =
    { $count ->
        [one] Er wacht 1 signaal op u.
       *[other] Er wachten { $count } signalen op u.
    }
    Signaal { $number }, van { $on }. Waarom het wacht: { $reasons }.

    { $words }

    Mag het meetellen? Een citaat wordt het nooit.
held-reasons = { $first }, { $second }
held-reason = { $reason ->
    [beschuldiging] het zegt wat iemand verkeerd doet
    [gezondheid] het gaat over iemands gezondheid
   *[haat] het scheldt of dreigt
}
held-release = Vrijgeven
held-apart = Blijft weg
held-later = Straks
held-released = Signaal { $number } telt nu mee.
held-kept-apart = Signaal { $number } blijft weg. De schrijver hoort dat.
held-changed = Dit signaal is veranderd of al gelezen.

quotes-refused = Alleen de coordinator en de ervaringsdeskundige kiezen citaten.
quotes-in-private = Citaten kiest u in een gesprek met alleen u en mij. Typ daar citaten.
quotes-no-report = Citaten kiest u als het verslag van de ronde er is.
quotes-none = Er is nu geen zin die een citaat kan worden.
quotes-shown =
    Onderwerp { $rank }: { $title }.
    Mag dit er zo bij staan? Precies deze woorden komen in het verslag{ $language ->
        [nl] .
       *[other] , in het { $language_name }.
    }

    { $text }
quotes-good = Goed
quotes-shorten = Aanpassen
quotes-skip = Overslaan
quotes-stop = Klaar
quotes-type-less =
    Typ de zin opnieuw en laat weg wat weg moet. Iets erbij zetten kan niet.

    { $text }
quotes-only-less = Er staat een woord in dat er niet stond. U kunt alleen woorden weglaten.
quotes-approved = Dit citaat komt in het verslag.
quotes-gone = Deze zin is er niet meer, of is veranderd.
quotes-full = Bij dit onderwerp staan al 2 citaten.
quotes-done = { $count ->
    [0] Er staan geen citaten in het verslag.
    [one] Er staat 1 citaat in het verslag.
   *[other] Er staan { $count } citaten in het verslag.
}
quotes-list =
    { $done }

    { $quotes }
quotes-line = { $number }. Bij { $title }: { $text }
quotes-drop = Weg: { $number }
quotes-dropped = Dit citaat staat niet meer in het verslag.
coordinator-held = { $count ->
    [one] 1 signaal wacht tot u het leest. Typ vastgehouden.
   *[other] { $count } signalen wachten tot u ze leest. Typ vastgehouden.
}
