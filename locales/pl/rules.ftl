### Zasady, które uzgodniło wijkverband. Czytelnicy: mieszkańcy. Treść ustaleń jest po niderlandzku.
rules-agreed =
    Tak to działa w dzielnicy { $district }.
    Państwo piszą, co się dzieje. Ta runda trwa do { $ends }.
    Najpóźniej { $promise } powiemy, co z tym zrobiono i dlaczego.
    Oto ustalenia:
rules-then = { $first }
    { $second }
rules-in-dutch = Treść ustaleń jest po niderlandzku.
rules-agreement = { rules-theme }
    { $lines }
rules-line = { rules-part }: { $words }
rules-part = { $part ->
    [question] Pytanie dzielnicy
    [result] Co się zmieni
    [form] Jak wziąć udział
    [effect] Kto decyduje
    [feedback] O czym powiemy
    [influence] Na to mają Państwo wpływ
    [no-influence] Na to nie mają Państwo wpływu
   *[rung] Stopień udziału
}
rules-theme = { $theme ->
    [residents] Mieszkańcy
    [housing] Mieszkania
    [surroundings] Otoczenie i usługi
    [work] Praca i dochód
    [care] Zdrowie i opieka
    [traffic] Ruch drogowy
    [safety] Bezpieczeństwo
    [together] Wspólne życie i udział
   *[other] { $theme }
}
rules-rung-line = { rules-part }: { rules-rung }. { rules-rung-means }
rules-rung = { $rung ->
    [inform] Wiedzieć
    [consult] Powiedzieć swoje zdanie
    [advise] Doradzać
    [co-produce] Tworzyć razem
    [co-decide] Decydować razem
   *[initiative] Mieszkańcy zaczynają sami
}
rules-rung-means = { $rung ->
    [inform] Wijkverband decyduje i mówi, co się stanie.
    [consult] Mieszkańcy mówią, co myślą. Decyduje wijkverband.
    [advise] Mieszkańcy doradzają. Jeśli wijkverband robi inaczej, mówi dlaczego.
    [co-produce] Mieszkańcy i wijkverband razem przygotowują plan.
    [co-decide] Mieszkańcy i wijkverband decydują razem.
   *[initiative] Mieszkańcy wymyślają i robią. Wijkverband pomaga.
}
rules-more = { $count ->
    [one] Jest jeszcze 1 ustalenie. Proszę zapytać koordynatora.
    [few] Są jeszcze { $count } ustalenia. Proszę zapytać koordynatora.
   *[other] Jest jeszcze { $count } ustaleń. Proszę zapytać koordynatora.
}
