### De spelregels die het wijkverband afsprak. Lezers: bewoners, in elke taal. Wat is afgesproken staat er in het Nederlands.
rules-agreed =
    Zo werkt het in { $district }.
    U vertelt wat er speelt. Deze ronde loopt tot en met { $ends }.
    U hoort uiterlijk { $promise } wat ermee gebeurt, en waarom.
    Dit zijn de afspraken:
rules-then = { $first }
    { $second }
rules-in-dutch = De afspraken zelf zijn in het Nederlands.
rules-agreement = { rules-theme }
    { $lines }
rules-line = { rules-part }: { $words }
rules-part = { $part ->
    [question] Vraag van de wijk
    [result] Wat u merkt
    [form] Zo doet u mee
    [effect] Wie beslist
    [feedback] Wat u terughoort
    [influence] Hier heeft u invloed op
    [no-influence] Hier heeft u geen invloed op
   *[rung] Zo ver gaat het meedoen
}
rules-theme = { $theme ->
    [residents] Bewoners
    [housing] Wonen
    [surroundings] Leefomgeving en voorzieningen
    [work] Werk en inkomen
    [care] Gezondheid en zorg
    [traffic] Verkeer
    [safety] Veiligheid
    [together] Samenleven en meedoen
   *[other] { $theme }
}
rules-rung-line = { rules-part }: { rules-rung }. { rules-rung-means }
rules-rung = { $rung ->
    [inform] Weten
    [consult] Meedenken
    [advise] Adviseren
    [co-produce] Samen maken
    [co-decide] Meebeslissen
   *[initiative] Bewoners beginnen zelf
}
rules-rung-means = { $rung ->
    [inform] Het wijkverband beslist en vertelt wat er gebeurt.
    [consult] Bewoners zeggen wat zij vinden. Het wijkverband beslist.
    [advise] Bewoners geven advies. Wijkt het wijkverband af, dan zegt het waarom.
    [co-produce] Bewoners en wijkverband werken het plan samen uit.
    [co-decide] Bewoners en wijkverband beslissen samen.
   *[initiative] Bewoners bedenken het en doen het. Het wijkverband helpt.
}
rules-more = { $count ->
    [one] Er is nog 1 afspraak. Vraag ernaar bij de coordinator.
   *[other] Er zijn nog { $count } afspraken. Vraag ernaar bij de coordinator.
}
