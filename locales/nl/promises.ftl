# Beloften aan bewoners: nog geen nieuws, en wanneer wij mogen schrijven.
promises-no-news =
    Over { your-signals }.
    Wij beloofden u vandaag nieuws. Dat is er nog niet. { $why }
    Wij zijn u niet vergeten. U hoort uiterlijk { $next_on } van ons.
promises-no-news-again =
    Over { your-signals }.
    Wij beloofden u vandaag nieuws. Dat is er weer niet. Dit is nu { $times } keer gebeurd.
    { $why }
    Dat is niet goed. Wij meldden het de coordinator van de wijk. U hoort uiterlijk { $next_on } van ons.
promises-reason = Waarom niet? { $sentence }
promises-why = { $cause ->
    [undecided] Het wijkverband is nog niet klaar met kiezen.
    [collecting] Het wijkverband is nog niet klaar met kiezen.
    [words] Het antwoord is er wel. Wij kijken de tekst nog na.
    [owner] Wie dit doet, liet ons nog niet weten hoe het gaat.
   *[unknown] Wij weten nog niet waarom.
}
promises-done =
    Nieuws over { your-signals } ({ $title }).
    Het is gelukt. { $sentence }

# Wanneer wij mogen schrijven
promises-quiet-ask =
    Wanneer mogen wij u nieuws sturen?
    Nu gekozen: { $now }.
    Op wat u ons zelf vraagt, antwoorden wij altijd meteen.
promises-quiet = { $quiet ->
    [none] Altijd
    [all-but-day] Alleen overdag, van 9 tot 18 uur
   *[night] Niet van 21 tot 8 uur
}
promises-quiet-set = { $quiet ->
    [none] Goed. Wij sturen u nieuws zodra het er is.
    [all-but-day] Goed. Wij sturen u alleen nieuws van 9 tot 18 uur.
   *[night] Goed. Wij sturen u geen nieuws van 21 tot 8 uur.
} Wilt u het anders? Typ rust.
promises-data =
    { $data }
    Nieuws mag komen: { $quiet }
