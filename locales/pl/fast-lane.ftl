# Szybka ścieżka: co czyta mieszkaniec o małej prośbie. Każdy język ma ten plik.
update-fast-yes =
    Wiadomość o { your-signals }.
    Sprawa była mała, więc można było zdecydować od razu. Odpowiedź: tak.
    { $sentence }
    Czy problem trwa nadal? Proszę o tym napisać, wtedy liczy się w następnej rundzie.
update-fast-yes-soon =
    Wiadomość o { your-signals }.
    Sprawa była mała, więc można było zdecydować od razu. Odpowiedź: tak.
    Załatwimy to w ciągu dwóch tygodni.
    Czy problem trwa nadal? Proszę o tym napisać, wtedy liczy się w następnej rundzie.
update-fast-no =
    Wiadomość o { your-signals }.
    Zapytaliśmy, czy można to zrobić od razu. Odpowiedź: nie.
    Dlaczego? { $sentence }
    Zgłoszenie nadal liczy się w tej rundzie. O tym też Państwa powiadomimy.
status-settled = { $number } ({ $subject }): odpowiedź brzmiała tak.
