### Topics: their title. Reader: the partnership, and residents who tell something like it.

topic-title-theme = { topic-theme }
topic-title-theme-at-place = { topic-theme } – { $place }
topic-title-at-place = Signals about { $place }
topic-title-words = { $words }
topic-title-other = Other signals

topic-theme = { $theme ->
    [waste] Waste and containers
    [litter] Litter
    [dog-mess] Dog mess
    [rats] Rats and vermin
    [parking] Parking
    [school-run] Traffic at the school
    [speeding] Speeding
    [through-traffic] Through traffic
    [crossing] Crossing safely
    [scooters] Fat bikes and scooters
    [bike-parking] Parking bicycles
    [bus] Bus and transport
    [charging] Charging points
    [street-light] Street lights
    [pavement] Pavements
    [playground] Playground
    [green] Care of the green
    [heat-trees] Trees and shade
    [water] Flooding and drains
    [mould] Damp and mould
    [insulation] Draughty, cold homes
    [energy-bill] Energy bills
    [money] Money worries
    [housing-shortage] Too few homes
    [lift] Broken lift
    [noise] Noise
    [youth-nuisance] Nuisance by young people
    [youth-activities] Something to do for youth
    [drugs] Drugs and dealing
    [burglary] Burglary and theft
    [vandalism] Vandalism
    [fireworks] Fireworks
    [unsafe] Feeling unsafe
    [loneliness] Loneliness
    [community-centre] Community centre
    [gp] The doctor
    [care] Care at home
    [mental-health] Mental health care
    [language-lessons] Dutch lessons
    [digital] Help with forms
    [work-income] Work and income
    [schooling] School and childcare
    [shops] Shops
    [newcomers] Newcomers
    [neighbours] Contact with neighbours
    [neighbour-quarrel] Quarrels of neighbours
    [garden] Community garden
    [benches] Benches
    [toilet] Public toilet
    [works] Road and building works
    [air] Smoke and air
    [accessibility] Accessibility
    [birds] Birds and insects
    [sports] Sports
    [council] Contact with the town
    [nightlife] Bars and restaurants
    [smell] Stench
    [aed] Defibrillator
    [stairwell] Stairwells
    [discrimination] Discrimination
    [volunteers] Volunteers
    [repairs] Repairs by the landlord
    [masts] Masts and radiation
    [run-down] Decay of the area
    [events] Events
   *[other] Topic
}
