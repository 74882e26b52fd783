# De snelle baan: wat een bewoner leest over een klein verzoek. Elke taal heeft dit bestand.
update-fast-yes =
    Nieuws over { your-signals }.
    Het was klein genoeg om meteen te beslissen. Het antwoord is ja.
    { $sentence }
    Blijft het een probleem? Laat het dan weten, dan telt het mee in de volgende ronde.
update-fast-yes-soon =
    Nieuws over { your-signals }.
    Het was klein genoeg om meteen te beslissen. Het antwoord is ja.
    Het wordt binnen twee weken geregeld.
    Blijft het een probleem? Laat het dan weten, dan telt het mee in de volgende ronde.
update-fast-no =
    Nieuws over { your-signals }.
    Wij vroegen of dit meteen kon. Het antwoord is nee.
    Waarom niet? { $sentence }
    Uw signaal telt gewoon mee in de ronde. Ook daarover hoort u van ons.
status-settled = { $number } ({ $subject }): het antwoord was ja.
