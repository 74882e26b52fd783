# Co czyta mieszkaniec, gdy są wiadomości: na czacie, w gazetce, na stronie i na ścianie.
telling-in-dutch = Po niderlandzku: { $sentence }
update-asked =
    O { your-signals } ({ $title }).
    Działanie trwa. Innych wiadomości jeszcze nie ma: będą najpóźniej { $next_on }.
    Chcemy wiedzieć, czy to pomaga. Czy widać już różnicę?

feedback-title = { $district }: co robimy z tym, co nam powiedziano
feedback-lead = { $people ->
    [0] Do { $ends } mieszkańcy mówili, co się dzieje w dzielnicy { $district }. Tutaj jest napisane, co z tym robimy.
   *[other] Do { $ends } mówiło o tym, co się dzieje w dzielnicy { $district }, tyle osób: { $people }. Tutaj jest napisane, co z tym robimy.
}
feedback-empty = Do { $ends } nie było zgłoszeń z dzielnicy { $district }.
feedback-heard-title = Co usłyszeliśmy
feedback-doing-title = Co robimy
feedback-not-title = Co się teraz nie uda i dlaczego
feedback-next-title = Kiedy będą nowe wiadomości?
feedback-join-title = Jak napisać lub dołączyć
feedback-heard = { $people ->
    [0] { $title }
   *[other] { $title } (osób: { $people })
}
feedback-words = { $title }: { $sentence }
feedback-owner = Robi to: { $owner }.
feedback-first-step = Pierwszy krok będzie przed { $day }.
feedback-check = { $day } sprawdzimy, czy to działa.
feedback-status = { $status ->
    [started] Działanie się zaczęło.
    [delayed] To trwa dłużej, niż myśleliśmy.
    [done] Udało się.
   *[impossible] To się nie uda.
} { $sentence }
feedback-referred = Tym zajmuje się: { $to }.
feedback-noticed = Różnicę widzi tyle osób: { $people }.
feedback-not-yet-noticed = Różnicy jeszcze nie widzi tyle osób: { $people }.
feedback-nothing-chosen = W tej rundzie wijkverband nie wybrał żadnego tematu.
feedback-waiting = { $count ->
    [one] O 1 temacie napiszemy później. Ten tekst jest jeszcze sprawdzany.
    [few] O { $count } tematach napiszemy później. Te teksty są jeszcze sprawdzane.
    [many] O { $count } tematach napiszemy później. Te teksty są jeszcze sprawdzane.
   *[other] O { $count } tematu napiszemy później. Te teksty są jeszcze sprawdzane.
}
feedback-next = { $day } znów damy znać.
feedback-join = Proszę powiedzieć własnymi słowami, co się dzieje. Zawsze można to zrobić na czacie.
feedback-join-link = Proszę powiedzieć własnymi słowami, co się dzieje. Zawsze można to zrobić tutaj: { $link }
feedback-contact = Lepiej porozmawiać z człowiekiem? { $contact }
feedback-danger = Czy teraz jest niebezpiecznie? Proszę dzwonić pod 112.
feedback-scan = Kod do zeskanowania telefonem.

file-for-residents = Kartka dla mieszkańców dzielnicy { $district }, jako PDF
poster-title = Co się dzieje w dzielnicy { $district }?
poster-lead = Proszę do nas napisać. Własnymi słowami.
poster-line = Proszę zeskanować kod i napisać, co się dzieje w okolicy.
poster-scan = Kod do zeskanowania telefonem
poster-step-tell = Państwo mówią, co się dzieje.
poster-step-choose = W każdej rundzie wijkverband wybiera 1 lub 2 tematy.
poster-step-hear = Zawsze piszemy, co z tym zrobiono.
poster-privacy = Nie podajemy dalej nazwiska.
poster-alt = Kod QR z linkiem { $link }
poster-done-title = To się dzieje w dzielnicy { $district }
poster-done-lead = Mieszkańcy powiedzieli. Wijkverband wybrał to.
