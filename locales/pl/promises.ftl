# Obietnice dla mieszkańców: jeszcze nie ma wiadomości, i kiedy możemy pisać.
promises-no-news =
    O { your-signals }.
    Obiecaliśmy odezwać się dzisiaj. Wiadomości jeszcze nie ma. { $why }
    Nie zapomnieliśmy o Państwu. Odezwiemy się najpóźniej { $next_on }.
promises-no-news-again =
    O { your-signals }.
    Obiecaliśmy odezwać się dzisiaj. Znowu nie ma wiadomości. Liczba takich razy: { $times }.
    { $why }
    To nie jest w porządku. Zgłosiliśmy to koordynatorowi dzielnicy. Odezwiemy się najpóźniej { $next_on }.
promises-reason = Dlaczego? { $sentence }
promises-why = { $cause ->
    [undecided] Wijkverband jeszcze nie skończył wybierać.
    [collecting] Wijkverband jeszcze nie skończył wybierać.
    [words] Odpowiedź już jest. Sprawdzamy jeszcze tekst.
    [owner] Kto to robi, nie dał nam jeszcze znać, jak idzie.
   *[unknown] Nie wiemy jeszcze dlaczego.
}
promises-done =
    Wiadomość o { your-signals } ({ $title }).
    Udało się. { $sentence }

# Kiedy możemy pisać
promises-quiet-ask =
    Kiedy możemy wysyłać wiadomości?
    Teraz wybrano: { $now }.
    Na Państwa pytania odpowiadamy zawsze od razu.
promises-quiet = { $quiet ->
    [none] Zawsze
    [all-but-day] Tylko w dzień, od 9 do 18
   *[night] Nie od 21 do 8
}
promises-quiet-set = { $quiet ->
    [none] Dobrze. Wyślemy wiadomość, gdy tylko będzie.
    [all-but-day] Dobrze. Wiadomości wysyłamy tylko od 9 do 18.
   *[night] Dobrze. Od 21 do 8 nie wysyłamy wiadomości.
} Słowo cisza pozwala to zmienić.
promises-data =
    { $data }
    Wiadomości mogą przychodzić: { $quiet }
