# Co czyta osoba zgłaszająca, gdy tematem zajmuje się ktoś inny.
update-referred =
    Wiadomość o { your-signals } ({ $title }).
    Tym tematem zajmuje się ktoś inny: { $to }. Dlatego wijkverband nie zajmuje się nim sam.
    { $sentence }
    Czy problem trwa nadal? Proszę o tym napisać, wtedy liczy się w następnej rundzie.
