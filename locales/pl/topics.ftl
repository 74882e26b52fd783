### Tematy: ich tytuły. Czytają je mieszkańcy, którzy piszą o czymś podobnym.

topic-title-theme = { topic-theme }
topic-title-theme-at-place = { topic-theme } – { $place }
topic-title-at-place = Zgłoszenia: { $place }
topic-title-words = { $words }
topic-title-other = Inne zgłoszenia

topic-theme = { $theme ->
    [waste] Śmieci i kontenery
    [litter] Śmieci na ulicy
    [dog-mess] Psie odchody
    [rats] Szczury i szkodniki
    [parking] Parkowanie
    [school-run] Ruch przy szkole
    [speeding] Zbyt szybka jazda
    [through-traffic] Jazda na skróty
    [crossing] Bezpieczne przechodzenie
    [scooters] Fatbike'i i skutery
    [bike-parking] Miejsca na rowery
    [bus] Autobus i dojazd
    [charging] Stacje ładowania
    [street-light] Oświetlenie ulicy
    [pavement] Chodniki i nawierzchnia
    [playground] Plac zabaw
    [green] Dbanie o zieleń
    [heat-trees] Drzewa i cień
    [water] Zalewanie i kanalizacja
    [mould] Wilgoć i pleśń
    [insulation] Przeciągi i zimno w domu
    [energy-bill] Rachunek za energię
    [money] Kłopoty z pieniędzmi
    [housing-shortage] Za mało mieszkań
    [lift] Zepsuta winda
    [noise] Hałas
    [youth-nuisance] Kłopoty z młodzieżą
    [youth-activities] Zajęcia dla młodzieży
    [drugs] Narkotyki i handel
    [burglary] Włamania i kradzieże
    [vandalism] Niszczenie
    [fireworks] Fajerwerki
    [unsafe] Poczucie zagrożenia
    [loneliness] Samotność
    [community-centre] Dom sąsiedzki
    [gp] Lekarz rodzinny
    [care] Opieka i opiekunowie
    [mental-health] Zdrowie psychiczne
    [language-lessons] Lekcje niderlandzkiego
    [digital] Pomoc przy formularzach
    [work-income] Praca i dochód
    [schooling] Szkoła i opieka nad dziećmi
    [shops] Sklepy
    [newcomers] Nowi mieszkańcy
    [neighbours] Kontakt z sąsiadami
    [neighbour-quarrel] Kłótnie sąsiadów
    [garden] Ogród sąsiedzki
    [benches] Ławki
    [toilet] Toaleta publiczna
    [works] Roboty na ulicy lub w budynku
    [air] Dym i powietrze
    [accessibility] Dostępność
    [birds] Ptaki i owady
    [sports] Sport i ruch
    [council] Kontakt z gminą
    [nightlife] Bary i restauracje
    [smell] Smród
    [aed] AED (defibrylator)
    [stairwell] Klatka i galeria
    [discrimination] Dyskryminacja
    [volunteers] Wolontariusze
    [repairs] Naprawy przez wynajmującego
    [masts] Maszty i promieniowanie
    [run-down] Zaniedbanie
    [events] Święta i imprezy
   *[other] Temat
}
