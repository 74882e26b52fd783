# Co piszą mieszkańcy, po przecinku; pierwsze słowo to to, które podajemy. `/status` znaczy to samo.
command-status = stan, status, moje zgłoszenia, moje zgłoszenie
command-stop = stop, wypisz mnie, nie chcę wiadomości
command-start = start, zapisz mnie
command-language = język, inny język, polski, po polsku
command-wipe = usuń, usuń wszystko, skasuj wszystko, zapomnij o mnie, zapomnijcie o mnie
command-data = moje dane, dane
command-help = pomoc, ?
command-rules = zasady, reguły
command-quiet = cisza, nie przeszkadzać
command-withdraw = wycofaj, wycofać
command-neighbourhood = okolica, inna okolica
command-district = dzielnica, inna dzielnica
command-cancel = anuluj, wstecz
# Jak druga wiadomość ciągnie dalej pierwszą.
continues = oraz, a także, i jeszcze, i też, ale, ponieważ, także, też, poza tym, na przykład, przy okazji
# Co ludzie mówią, nie zgłaszając niczego. Nie robimy z tego zgłoszenia.
aside-greeting = cześć, hej, hejka, siema, witam, witajcie, dzień dobry, dobry wieczór, dobranoc, do widzenia, do zobaczenia
aside-thanks = dziękuję, dziękujemy, dziękuję bardzo, bardzo dziękuję, dzięki, wielkie dzięki, dobrze, w porządku, rozumiem, jasne, super, świetnie, fajnie, okej, ok
aside-yes = tak, tak tak, oczywiście, zgadza się, pewnie, zgoda, owszem
aside-no = nie, nie nie, nic, wcale, nie dziękuję
aside-choice = pomiń, gotowe, dalej, później
# Co stawia się przed odpowiedzią lub za nią.
polite = proszę, poproszę, dziękuję, chyba
# Tak ludzie mówią, gdzie mieszkają.
living = mieszkam w, mieszkam na, mieszkam przy, mieszkamy w, mieszkamy na, mój kod, mój kod pocztowy, kod pocztowy
# Tak aplikacja objaśnia słowa (menu Telegrama).
menu-status = co dzieje się z moimi zgłoszeniami
menu-stop = nie chcę już wiadomości
menu-start = znowu chcę wiadomości
menu-language = inny język
menu-wipe = usuń wszystko o mnie
menu-data = co o mnie przechowujecie
menu-help = pomoc
menu-rules = kto decyduje i kiedy się odezwiemy
