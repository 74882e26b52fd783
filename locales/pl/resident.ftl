# Co czyta mieszkaniec. Krótkie zdania, forma grzecznościowa, bez wykrzykników.
name = { $name }
language-name = { $language ->
    [nl] Nederlands
    [en] English
    [tr] Türkçe
    [ar] العربية
    [pl] Polski
    [uk] Українська
   *[other] { $language }
}

resident-welcome =
    Dzień dobry. Tu można krótko opowiedzieć, co się dzieje w dzielnicy { $district }. Proszę pisać tak, jak się mówi.
    Co dalej? Wijkverband to wspólna grupa instytucji i mieszkańców dzielnicy. W każdej rundzie wybiera 1 lub 2 tematy. Zawsze piszemy, co z tego wyszło.
    Nie podajemy nikomu Państwa nazwiska. Wiadomość usuwamy po 3 miesiącach. Wszystko można usunąć w każdej chwili: proszę napisać usuń.
    Czy teraz jest niebezpiecznie? Proszę dzwonić pod 112.
resident-welcome-anywhere =
    Dzień dobry. Tu można krótko opowiedzieć, co się dzieje w Państwa okolicy. Proszę pisać tak, jak się mówi.
    Co dalej? Wijkverband to wspólna grupa instytucji i mieszkańców dzielnicy. W każdej rundzie wybiera 1 lub 2 tematy. Zawsze piszemy, co z tego wyszło.
    Nie podajemy nikomu Państwa nazwiska. Wiadomość usuwamy po 3 miesiącach. Wszystko można usunąć w każdej chwili: proszę napisać usuń.
    Czy teraz jest niebezpiecznie? Proszę dzwonić pod 112.
resident-other-language = Inny język / Andere taal
resident-what-is-kept = Co przechowujecie?

resident-ask-district = W której dzielnicy (wijk) Państwo mieszkają? Proszę wybrać albo napisać jej nazwę lub 4 cyfry kodu pocztowego.
resident-held-ask-district = Dziękujemy, wiadomość jest zapisana. Której dzielnicy (wijk) to dotyczy? Proszę wybrać albo napisać nazwę lub 4 cyfry kodu pocztowego.
resident-help-district = Nic nie szkodzi. Proszę napisać 4 cyfry kodu pocztowego albo nazwę ulicy. To, co już napisano, zostaje zapisane.
resident-district-chosen = Dziękujemy. Proszę teraz napisać, co się dzieje w dzielnicy { $district }. Proszę pisać tak, jak się mówi.

resident-receipt =
    Dziękujemy. Zgłoszenie { $number } jest zapisane.
    Odezwiemy się najpóźniej { $promise }.
resident-receipt-cut =
    Dziękujemy. Zgłoszenie { $number } jest zapisane.
    Było bardzo długie. Zapisaliśmy pierwsze znaki, razem { $kept }.
    Odezwiemy się najpóźniej { $promise }.
resident-read-first =
    { $receipt }
    Zgłoszenie mówi coś o osobie albo o grupie. Dlatego najpierw czyta je koordynator dzielnicy.
    Jeśli się zgodzi, zgłoszenie się liczy. Te słowa nie trafią do wijkverband.
resident-kept-apart =
    Wiadomość o zgłoszeniu { $number }.
    Koordynator je przeczytał. Zgłoszenie nie trafi do wijkverband, bo mówi o osobie albo o grupie.
    Rozmowa z człowiekiem? Proszę napisać: pomoc. Czy teraz jest niebezpiecznie? Proszę dzwonić pod 112.
resident-looked-up =
    Chcemy powiedzieć to otwarcie. { $on } administrator sprawdził, z jakiego czatu przyszło zgłoszenie { $number }.
    { $why ->
        [danger] Powód: ktoś był w niebezpieczeństwie.
       *[order] Powód: żądała tego policja lub sąd.
    }
    Dwie osoby razem zdecydowały, że to konieczne. Znamy tylko adres czatu, nie znamy nazwiska.
    Pytania? Proszę napisać pomoc.
resident-changed =
    Zmienione. Zgłoszenie { $number } brzmi teraz tak, jak Państwo napisali.
    Odezwiemy się najpóźniej { $promise }.
resident-added = Dodane do zgłoszenia { $number }.
resident-not-right = Coś się nie zgadza
resident-withdraw = Wycofaj
resident-type-again = Proszę napisać zgłoszenie { $number } jeszcze raz, tak jak ma być. Wtedy je zamienimy.
resident-too-late = Zgłoszenie { $number } jest już w wijkverband. Proszę napisać uzupełnienie jako nową wiadomość.
resident-withdrawn = Zgłoszenie { $number } jest wycofane i usunięte.
resident-nothing-to-withdraw = Tego zgłoszenia już nie ma. Proszę napisać stan, żeby zobaczyć swoje zgłoszenia.
resident-slow-down = Dziękujemy. Wszystko jest zapisane. To dużo wiadomości, dlatego przez godzinę nie odpowiadamy na każdą z nich.

resident-ask-neighbourhood = W której części dzielnicy (buurt) to jest?
resident-do-not-know = Nie wiem
resident-no-neighbourhoods = W tej dzielnicy nie trzeba wybierać okolicy.
resident-thanks = Dziękujemy.
resident-thanks-place = Dziękujemy. Teraz wiemy, która to okolica.
resident-place-kept = Dziękujemy. To jest { $neighbourhood }. Dokładnego miejsca nie przechowujemy.
resident-what-is-there = Dziękujemy za miejsce. Co się tam dzieje? Proszę napisać to jednym zdaniem.
resident-ask-topic = Sąsiedzi pisali już o czymś podobnym. Czy chodzi o to samo? Niektóre nazwy są po niderlandzku.
resident-other-topic = Coś innego
resident-same-topic = { $people ->
    [one] Dziękujemy. Teraz mówi to 1 osoba.
    [few] Dziękujemy. Teraz mówią to { $people } osoby.
    [many] Dziękujemy. Teraz mówi to { $people } osób.
   *[other] Dziękujemy. Teraz mówi to { $people } osoby.
}
resident-what-is-missing = Co jeszcze nie jest dobrze? Proszę napisać to jednym zdaniem. Weźmiemy to pod uwagę w następnej rundzie.

resident-old-button = Ten przycisk już nie działa. Proszę napisać stan, żeby zobaczyć, co dzieje się ze zgłoszeniami.
resident-cannot-read = Nie mogę tego odczytać. Proszę napisać jednym zdaniem, co się dzieje, albo wysłać zdjęcie.
resident-cannot-hear = Nie umiem jeszcze słuchać. Proszę napisać jednym zdaniem, co się dzieje.
resident-cannot-decrypt = Nie mogę jeszcze otworzyć tej wiadomości. Proszę wysłać ją ponownie za minutę.
resident-empty = Wiadomość była pusta. Proszę napisać jednym zdaniem, co się dzieje.
resident-cancelled = Dobrze, kończymy to pytanie. Zawsze można napisać, co się dzieje.
resident-hello = Dzień dobry. Proszę napisać jednym zdaniem, co się dzieje. Słowo stan pokazuje, co dzieje się ze zgłoszeniami.
resident-you-are-welcome = Nie ma za co.
resident-no-question = Teraz nie ma otwartego pytania. Proszę napisać jednym zdaniem, co się dzieje.
resident-not-a-choice = Takiej odpowiedzi tu nie ma. Proszę wybrać inną albo po prostu napisać, co się dzieje.
resident-no-words = Nie widzę słów. Proszę napisać jednym zdaniem, co się dzieje.
resident-unknown-command = Nie znam tego słowa. Proszę napisać pomoc, żeby zobaczyć, co można zrobić. Można też napisać, co się dzieje.
resident-not-for-you = To słowo jest dla osób, które mają rolę w dzielnicy. Proszę napisać jednym zdaniem, co się dzieje.
resident-photo-only = Dziękujemy za zdjęcie. Co na nim widać? Proszę napisać to jednym zdaniem.
resident-photo-refused = Nie możemy otworzyć zdjęcia do zgłoszenia { $number }. Zdjęcie nie jest zapisane. { $words ->
    [yes] Państwa słowa są zapisane.
   *[no] Co na nim widać? Proszę napisać to jednym zdaniem.
} Można wysłać inne zdjęcie.

danger-now =
    Czy teraz jest niebezpiecznie? Proszę dzwonić pod 112. Nie czytamy wiadomości od razu.
    To nie jest pilne, ale potrzebna jest policja? Proszę dzwonić pod 0900-8844.
    Czy mamy zapisać to jako zgłoszenie?
danger-suicide =
    Czy pojawiają się myśli o samobójstwie? Proszę o tym z kimś porozmawiać. Telefon 113 lub 0800-0113 jest bezpłatny, dzień i noc. Czat: 113.nl.
    Czy teraz jest niebezpiecznie? Proszę dzwonić pod 112. Nie czytamy wiadomości od razu.
    Czy mamy zapisać to jako zgłoszenie?
danger-home =
    Czy teraz jest niebezpiecznie? Proszę dzwonić pod 112. Nie czytamy wiadomości od razu.
    Przemoc w domu? Proszę dzwonić do Veilig Thuis: 0800-2000, bezpłatnie, dzień i noc.
    Czy mamy zapisać to jako zgłoszenie?
danger-changed = Zmienione. Czy mamy zapisać to jako zgłoszenie?
danger-drop = Nie
danger-keep = Tak, bez adresu i nazwiska
danger-kept =
    Zapisane jako { $number }. Czyta to koordynator dzielnicy.
    Wijkverband tego nie widzi. Potrzebna jest pomoc teraz? Proszę zadzwonić pod numer powyżej.
danger-with-coordinator = Zgłoszenie { $number } jest już u koordynatora dzielnicy. Proszę napisać uzupełnienie jako nową wiadomość.
danger-dropped = Dobrze. Nie zapisujemy tego.

status-none = Nie ma jeszcze żadnych zgłoszeń. Proszę napisać jednym zdaniem, co się dzieje.
status-list = { $count ->
    [one] Państwa zgłoszenie:
    [few] Państwa { $count } zgłoszenia:
    [many] Państwa { $count } zgłoszeń:
   *[other] Państwa { $count } zgłoszenia:
}
    { $lines }
status-collected = { $number } ({ $subject }): zapisane. Odezwiemy się najpóźniej { $promise }.
status-on-table = { $number } ({ $subject }): jest w wijkverband. Odezwiemy się najpóźniej { $promise }.
status-chosen = { $number } ({ $subject }): wybrane. Odezwiemy się znowu najpóźniej { $promise }.
status-not-chosen = { $number } ({ $subject }): tym razem nie wybrane.
status-started = { $number } ({ $subject }): działanie się zaczęło.
status-delayed = { $number } ({ $subject }): to trwa dłużej.
status-done = { $number } ({ $subject }): udało się.
status-impossible = { $number } ({ $subject }): to się nie uda.
status-more = { $count ->
    [one] I jeszcze 1 starsze zgłoszenie.
    [few] I jeszcze { $count } starsze zgłoszenia.
    [many] I jeszcze { $count } starszych zgłoszeń.
   *[other] I jeszcze { $count } starszego zgłoszenia.
}
status-apart = { $number } ({ $subject }): zapisane. Czyta to koordynator, a wijkverband nie.
status-stopped = Teraz nie wysyłamy Państwu wiadomości. Proszę napisać start, żeby znowu je dostawać.

your-signals = { $count ->
   *[one] zgłoszeniu { $number }
    [few] zgłoszeniach { $number }
    [many] zgłoszeniach { $number }
    [other] zgłoszeniach { $number }
}
signals-and = { $first } i { $last }
update-chosen =
    Wiadomość o { your-signals } ({ $title }).
    Wijkverband wybrał ten temat { $decided_on }.
    Co zrobimy? { $sentence }
    Pierwszy krok ma być do { $first_step_on }. Odezwiemy się znowu { $next_on }.
update-not-chosen =
    Wiadomość o { your-signals } ({ $title }).
    Wijkverband tym razem nie wybrał tego tematu.
    Dlaczego? { $sentence }
    Czy problem trwa nadal? Proszę o tym napisać, wtedy liczy się w następnej rundzie.
update-not-among-five =
    Wiadomość o { your-signals } ({ $title }).
    W każdej rundzie wijkverband wybiera spośród pięciu tematów. Tym razem Państwa tematu wśród nich nie było.
    Więcej osób mówiło o czymś innym. Wijkverband wie jednak o tej sprawie.
    Czy problem trwa nadal? Proszę o tym napisać, wtedy liczy się w następnej rundzie.
update-started =
    Wiadomość o { your-signals } ({ $title }).
    Działanie się zaczęło. { $sentence }
update-delayed =
    Wiadomość o { your-signals } ({ $title }).
    To trwa dłużej, niż myśleliśmy. { $sentence }
update-done =
    Wiadomość o { your-signals } ({ $title }).
    Udało się. { $sentence }
    Czy widać różnicę?
update-impossible =
    Wiadomość o { your-signals } ({ $title }).
    To się nie uda. { $sentence }
    Czy problem trwa nadal? Proszę o tym napisać, wtedy liczy się w następnej rundzie.
update-no-news =
    O { your-signals }.
    Obiecaliśmy odezwać się dzisiaj. Wiadomości jeszcze nie ma, zapytaliśmy o nią.
    Nie zapomnieliśmy o Państwu. Odezwiemy się najpóźniej { $next_on }.
effect-yes = Tak
effect-some = Trochę
effect-no = Nie
effect-unknown = Nie wiem

language-ask = Jaki język Państwo wybierają? / Welke taal wilt u?
language-set = Dobrze. Piszemy teraz do Państwa po polsku.

privacy-what-is-kept =
    Przechowujemy to, co Państwo piszą, okolicę, język i adres do odpowiedzi. Nazwiska i numeru telefonu nie przechowujemy.
    Kto to czyta? Koordynator dzielnicy. Wijkverband widzi tylko tematy i liczbę osób.
    Wiadomość usuwamy po 3 miesiącach. Wszystko można usunąć w każdej chwili: proszę napisać usuń.
    Gdy przez 2 lata nie ma od Państwa wiadomości, usuwamy wszystko, co Państwa dotyczy.
    Co dokładnie przechowujemy? Proszę napisać moje dane.
privacy-data =
    To przechowujemy o Państwu.
    Zgłoszenia: { $count }
    Zdjęcia: { $photos }
    Wiadomości, które wysłaliśmy: { $updates }
    Dzielnica (wijk): { $district }
    Okolica (buurt): { $neighbourhood }
    Język: { $language }
    Rola: { $roles }
    I adres do odpowiedzi. Bez nazwiska, bez numeru telefonu.
privacy-unknown = jeszcze nie wiadomo
privacy-role = { $role ->
    [professional] profesjonalista
    [volunteer] wolontariusz
    [expert] ekspert z doświadczenia
    [partner] członek wijkverband
    [coordinator] koordynator
   *[resident] mieszkaniec
}
privacy-data-file = Wszystko jest też w tym pliku, w postaci dla komputerów. Nie trzeba go otwierać.
privacy-data-signals =
    To nam Państwo powiedzieli:
    { $lines }
privacy-data-signal = { $number }, { $on }: { $photos ->
    [only] tylko zdjęcie
    [with] { $text } (ze zdjęciem)
   *[none] { $text }
}
privacy-data-follows = { $number }: to zgłoszenie jest obserwowane
privacy-data-older = { $count ->
    [one] W pliku jest jeszcze 1 starsze zgłoszenie.
    [few] W pliku są jeszcze { $count } starsze zgłoszenia.
    [many] W pliku jest jeszcze { $count } starszych zgłoszeń.
   *[other] W pliku jest jeszcze { $count } starszego zgłoszenia.
}
privacy-ask-wipe = { $count ->
    [0] Czy na pewno usunąć wszystko? Nie będziemy wtedy nic o Państwu wiedzieć.
    [one] Czy na pewno usunąć wszystko? Zgłoszenie zniknie i nie będziemy już pisać.
    [few] Czy na pewno usunąć wszystko? Znikną { $count } zgłoszenia i nie będziemy już pisać.
    [many] Czy na pewno usunąć wszystko? Zniknie { $count } zgłoszeń i nie będziemy już pisać.
   *[other] Czy na pewno usunąć wszystko? Zniknie { $count } zgłoszenia i nie będziemy już pisać.
}
privacy-wipe = Tak, usuń wszystko
privacy-keep = Nie, nie usuwaj
privacy-wiped = Wszystko, co Państwa dotyczyło, jest usunięte. Później można zawsze zacząć od nowa, wystarczy napisać.
privacy-not-wiped = Dobrze. Nic nie zostało usunięte.
privacy-stopped = Dobrze. Nie będziemy już wysyłać wiadomości. Zgłoszenia nadal się liczą. Słowo start włącza wiadomości z powrotem.
privacy-started = Dobrze. Będziemy znowu pisać o Państwa zgłoszeniach.

help =
    Wystarczy napisać, co się dzieje.
    Te słowa zawsze działają: stan, stop, start, język, cisza, okolica, wycofaj, moje dane, usuń, zasady.
    Czy teraz jest niebezpiecznie? Proszę dzwonić pod 112.
help-with-person =
    Wystarczy napisać, co się dzieje.
    Te słowa zawsze działają: stan, stop, start, język, cisza, okolica, wycofaj, moje dane, usuń, zasady.
    Lepiej porozmawiać z człowiekiem? Po niderlandzku: { $contact }
    Czy teraz jest niebezpiecznie? Proszę dzwonić pod 112.
rules =
    Tak to działa w dzielnicy { $district }.
    Państwo piszą, co się dzieje. Ta runda trwa do { $ends } włącznie.
    Potem wijkverband rozmawia o pięciu tematach, o których mówiło najwięcej osób.
    W wijkverband są: gmina, opieka, pomoc społeczna, spółdzielnia mieszkaniowa, policja i mieszkańcy. Wybierają 1 lub 2 tematy.
    Państwo mają wpływ na to, o czym się rozmawia. Oni decydują, co będzie zrobione. To nie jest głosowanie.
    Najpóźniej { $promise } napiszemy, co wybrali i dlaczego.
rules-anywhere =
    Państwo piszą, co się dzieje w okolicy.
    W każdej rundzie wijkverband wybiera 1 lub 2 tematy.
    Zawsze piszemy, co z tego wyszło i dlaczego.

joining-professional =
    Witamy. W dzielnicy { $district } mają Państwo teraz rolę profesjonalisty.
    Słowo uitvraag otwiera dwa krótkie pytania dla mieszkańca. To trwa 20 sekund.
joining-volunteer =
    Witamy. W dzielnicy { $district } mają Państwo teraz rolę wolontariusza.
    Słowo gesprek zapisuje rozmowę z sąsiadami.
joining-expert =
    Witamy. W dzielnicy { $district } mają Państwo teraz rolę eksperta z doświadczenia.
    Każdy tekst widzą Państwo przed mieszkańcami. Słowo controleer pokazuje, czy coś czeka.
joining-partner =
    Witamy. Należą Państwo teraz do wijkverband dzielnicy { $district }.
    Po rundzie wybierają Państwo razem z innymi. Słowo acties pokazuje działania.
joining-coordinator =
    Witamy. W dzielnicy { $district } mają Państwo teraz rolę koordynatora.
    Słowo wacht pokazuje, co czeka. Słowo uitnodigen daje komuś rolę. Słowo onderwerpen pokazuje tematy.
joining-room = Ta grupa należy teraz do wijkverband dzielnicy { $district }. Na koniec rundy przyjdzie tu 5 najważniejszych tematów.
joining-follow = Witamy. Będziemy pisać, co dzieje się ze zgłoszeniem { $number } w dzielnicy { $district }.
joining-unknown = Nie znamy tego kodu. Proszę sprawdzić, czy jest dobrze przepisany, albo poprosić o nowy.
joining-used = Ten kod już nie działa. Był już użyty albo pojawił się w grupie. Proszę poprosić o nowy.
joining-expired = Ten kod stracił ważność. Proszę poprosić o nowy.
joining-too-many-tries = Było za dużo prób z kodem. Proszę spróbować za godzinę.
joining-in-a-room = Ten kod jest dla grupy wijkverband. Proszę wkleić go w tej grupie.
joining-burnt = W grupie każdy może przeczytać ten kod. Dlatego już nie działa. Powiemy o tym osobie, która go utworzyła. Może ona wysłać nowy.
joining-unbound-room = Dzień dobry. Ta grupa nie należy jeszcze do wijkverband. Proszę wkleić tu kod od koordynatora. Bez kodu jutro stąd odejdę.
resident-card-with-news = { $news }
file-report = 5 najważniejszych tematów: { $district }, jako PDF
file-qr = Kod QR do zeskanowania telefonem
file-data = Wszystko, co o Państwu przechowujemy
# Po ciszy dłuższej niż dzień: Telegram usuwa wtedy to, czego nie odebrano.
resident-silence =
    Przez jakiś czas nie mogliśmy odbierać wiadomości: { $days ->
        [same] { $last }
       *[apart] od { $first } do { $last } włącznie
    }.
    Pisali Państwo wtedy i nie było odpowiedzi? Wtedy wiadomość mogła do nas nie dotrzeć.
    Prosimy wysłać ją jeszcze raz.
    Nie pisali Państwo? Wtedy nic nie trzeba robić. To, co przyszło wcześniej, jest zapisane.
# Po odtworzeniu z kopii, i gdy przez chwilę nic nie wysyłamy.
resident-restored =
    Nasz komputer się zepsuł. To, co Państwo pisali { $days ->
        [same] { $last }
       *[apart] od { $first } do { $last } włącznie
    }, mogło przepaść.
    Pisali Państwo wtedy? Prosimy wysłać to jeszcze raz, także jeśli był już numer.
    Nie pisali Państwo? Wtedy nic nie trzeba robić. To, co przyszło wcześniej, jest zapisane.
resident-paused = Przez jakiś czas nie wysyłamy wiadomości. To, co Państwo piszą, zapisujemy. Odpowiedź przyjdzie później.
