### Onderwerpen: hun titel. Lezer: het wijkverband, en bewoners die iets vertellen dat erop lijkt.

topic-title-theme = { topic-theme }
topic-title-theme-at-place = { topic-theme } – { $place }
topic-title-at-place = Signalen over { $place }
topic-title-words = { $words }
topic-title-other = Overige signalen

topic-theme = { $theme ->
    [waste] Afval en containers
    [litter] Zwerfafval
    [dog-mess] Hondenpoep
    [rats] Ratten en ongedierte
    [parking] Parkeren
    [school-run] Verkeer bij de school
    [speeding] Te hard rijden
    [through-traffic] Sluipverkeer
    [crossing] Veilig oversteken
    [scooters] Fatbikes en scooters
    [bike-parking] Fietsen stallen
    [bus] Bus en vervoer
    [charging] Laadpalen
    [street-light] Straatverlichting
    [pavement] Stoepen en bestrating
    [playground] Speelplek
    [green] Onderhoud van groen
    [heat-trees] Bomen en schaduw
    [water] Wateroverlast en riool
    [mould] Vocht en schimmel
    [insulation] Tocht en kou in huis
    [energy-bill] Energierekening
    [money] Geldzorgen
    [housing-shortage] Te weinig woningen
    [lift] Kapotte lift
    [noise] Geluidsoverlast
    [youth-nuisance] Overlast van jongeren
    [youth-activities] Iets te doen voor jongeren
    [drugs] Drugs en dealen
    [burglary] Inbraak en diefstal
    [vandalism] Vernieling
    [fireworks] Vuurwerk
    [unsafe] Onveilig gevoel
    [loneliness] Eenzaamheid
    [community-centre] Buurthuis
    [gp] Huisarts
    [care] Zorg en mantelzorg
    [mental-health] Psychische zorg
    [language-lessons] Nederlandse les
    [digital] Hulp bij formulieren
    [work-income] Werk en inkomen
    [schooling] School en opvang
    [shops] Winkels
    [newcomers] Nieuwkomers
    [neighbours] Contact met buren
    [neighbour-quarrel] Ruzie tussen buren
    [garden] Buurttuin
    [benches] Bankjes
    [toilet] Openbaar toilet
    [works] Werk aan straat of gebouw
    [air] Rook en lucht
    [accessibility] Toegankelijkheid
    [birds] Vogels en insecten
    [sports] Sport en bewegen
    [council] Contact met de gemeente
    [nightlife] Horeca
    [smell] Stank
    [aed] AED
    [stairwell] Portiek en galerij
    [discrimination] Discriminatie
    [volunteers] Vrijwilligers
    [repairs] Onderhoud door de verhuurder
    [masts] Zendmasten en straling
    [run-down] Verloedering
    [events] Feesten en activiteiten
   *[other] Onderwerp
}
