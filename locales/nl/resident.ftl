# Wat een bewoner leest. B1: korte zinnen, "u", geen uitroeptekens.
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
    Hallo. Hier vertelt u in het kort wat er speelt in { $district }. Typ het zoals u het zegt.
    Wat gebeurt ermee? Elke ronde kiest het wijkverband 1 of 2 onderwerpen om aan te pakken. U hoort altijd wat ermee gebeurt.
    Wij geven uw naam niet door. Na 3 maanden wissen wij uw bericht. Alles wissen kan altijd: typ wissen.
    Is er nu gevaar? Bel 112.
resident-welcome-anywhere =
    Hallo. Hier vertelt u in het kort wat er speelt in uw wijk. Typ het zoals u het zegt.
    Wat gebeurt ermee? Elke ronde kiest het wijkverband 1 of 2 onderwerpen om aan te pakken. U hoort altijd wat ermee gebeurt.
    Wij geven uw naam niet door. Na 3 maanden wissen wij uw bericht. Alles wissen kan altijd: typ wissen.
    Is er nu gevaar? Bel 112.
resident-other-language = Andere taal / Other language
resident-what-is-kept = Wat bewaart u?

resident-ask-district = In welke wijk woont u? Kies, of typ de naam of de 4 cijfers van uw postcode.
resident-held-ask-district = Dank u, uw bericht is bewaard. In welke wijk is dit? Kies, of typ de naam of de 4 cijfers van uw postcode.
resident-help-district = Geeft niet. Typ de 4 cijfers van uw postcode, of de naam van uw straat. Wat u vertelde blijft bewaard.
resident-district-chosen = Dank u. Vertel nu wat er speelt in { $district }. Typ het zoals u het zegt.

resident-receipt =
    Bedankt. Uw signaal { $number } is bewaard.
    U hoort uiterlijk { $promise } van ons.
resident-receipt-cut =
    Bedankt. Uw signaal { $number } is bewaard.
    Het was heel lang. Wij bewaarden de eerste { $kept } tekens.
    U hoort uiterlijk { $promise } van ons.
resident-read-first =
    { $receipt }
    Uw signaal zegt iets over een persoon of een groep. Daarom leest de coordinator van de wijk het eerst.
    Zegt die ja, dan telt het mee. Uw woorden gaan niet naar het wijkverband.
resident-kept-apart =
    Nieuws over uw signaal { $number }.
    De coordinator las het. Het gaat niet naar het wijkverband, want het gaat over een persoon of een groep.
    Wilt u een mens spreken? Typ hulp. Is er nu gevaar? Bel 112.
resident-looked-up =
    Dit willen wij u eerlijk vertellen. Op { $on } zocht de beheerder op uit welke chat uw signaal { $number } kwam.
    { $why ->
        [danger] De reden: iemand was in gevaar.
       *[order] De reden: de politie of de rechter eiste dit.
    }
    Twee mensen besloten samen dat het nodig was. Wij kennen alleen het adres van uw chat, geen naam.
    Vragen? Typ hulp.
resident-changed =
    Aangepast. Uw signaal { $number } is nu zoals u het schreef.
    U hoort uiterlijk { $promise } van ons.
resident-added = Toegevoegd aan signaal { $number }.
resident-not-right = Klopt niet
resident-withdraw = Trek in
resident-type-again = Typ signaal { $number } opnieuw, zoals het moet zijn. Dan vervangen wij het.
resident-too-late = Signaal { $number } ligt al bij het wijkverband. Typ uw aanvulling als een nieuw bericht.
resident-withdrawn = Signaal { $number } is ingetrokken en gewist.
resident-nothing-to-withdraw = Dit signaal is er niet meer. Typ status om uw signalen te zien.
resident-slow-down = Dank u. Alles is bewaard. U stuurt veel berichten, daarom antwoorden wij nu een uur niet op elk bericht.

resident-ask-neighbourhood = In welke buurt is dit?
resident-do-not-know = Weet ik niet
resident-no-neighbourhoods = In deze wijk hoeft u geen buurt te kiezen.
resident-thanks = Dank u.
resident-thanks-place = Dank u. Wij weten nu welke buurt het is.
resident-place-kept = Dank u. Dit is in { $neighbourhood }. De precieze plek bewaren wij niet.
resident-what-is-there = Dank u voor de plek. Wat is daar aan de hand? Typ het in een zin.
resident-ask-topic = Buren vertelden al iets dat hierop lijkt. Gaat het over hetzelfde?
resident-other-topic = Iets anders
resident-same-topic = { $people ->
    [one] Dank u. Dat zegt nu 1 mens.
   *[other] Dank u. Dat zeggen nu { $people } mensen.
}
resident-what-is-missing = Wat is er nog niet goed? Typ het in een zin. Dan nemen we het mee in de volgende ronde.

resident-old-button = Deze knop werkt niet meer. Typ status om te zien hoe ver uw signalen zijn.
resident-cannot-read = Dit kan ik niet lezen. Typ in een zin wat er speelt, of stuur een foto.
resident-cannot-hear = Ik kan nog niet luisteren. Typ in een zin wat er speelt.
resident-cannot-decrypt = Ik kan uw bericht nog niet openen. Stuur het over een minuut opnieuw.
resident-empty = Uw bericht was leeg. Typ in een zin wat er speelt.
resident-cancelled = Goed, wij stoppen met deze vraag. U kunt altijd weer typen wat er speelt.
resident-hello = Hallo. Typ in een zin wat er speelt. Typ status om te zien hoe ver uw signalen zijn.
resident-you-are-welcome = Graag gedaan.
resident-no-question = Er staat nu geen vraag open. Typ in een zin wat er speelt.
resident-not-a-choice = Dat antwoord staat er niet bij. Kies een ander, of typ gewoon wat er speelt.
resident-no-words = Ik zie geen woorden. Typ in een zin wat er speelt.
resident-unknown-command = Dat woord ken ik niet. Typ hulp om te zien wat kan, of typ gewoon wat er speelt.
resident-not-for-you = Dat woord is voor mensen met een rol in de wijk. Typ in een zin wat er speelt.
resident-photo-only = Dank u voor de foto. Wat is er te zien? Typ het in een zin.
resident-photo-refused = De foto bij signaal { $number } kunnen wij niet openen. De foto is niet bewaard. { $words ->
    [yes] Uw woorden zijn wel bewaard.
   *[no] Wat is er te zien? Typ het in een zin.
} Een andere foto sturen mag.

danger-now =
    Is er nu gevaar? Bel 112. Wij lezen berichten niet meteen.
    Geen haast, wel politie nodig? Bel 0900-8844.
    Wilt u dat wij dit bewaren als signaal?
danger-suicide =
    Denkt u aan zelfdoding? Praat erover. Bel 113 of 0800-0113, gratis, dag en nacht. Chatten kan op 113.nl.
    Is er nu gevaar? Bel 112. Wij lezen berichten niet meteen.
    Wilt u dat wij dit bewaren als signaal?
danger-home =
    Is er nu gevaar? Bel 112. Wij lezen berichten niet meteen.
    Geweld thuis? Bel Veilig Thuis: 0800-2000, gratis, dag en nacht.
    Wilt u dat wij dit bewaren als signaal?
danger-changed = Aangepast. Wilt u dat wij dit bewaren als signaal?
danger-drop = Nee
danger-keep = Ja, zonder adres of naam
danger-kept =
    Bewaard als { $number }. De coordinator van de wijk leest het.
    Het wijkverband ziet het niet. Wilt u nu hulp? Bel het nummer hierboven.
danger-with-coordinator = Signaal { $number } is al bij de coordinator van de wijk. Typ uw aanvulling als een nieuw bericht.
danger-dropped = Goed. Wij bewaren dit niet.

status-none = U heeft nog geen signalen. Typ in een zin wat er speelt.
status-list = { $count ->
    [one] Uw signaal:
   *[other] Uw { $count } signalen:
}
    { $lines }
status-collected = { $number } ({ $subject }): bewaard. U hoort uiterlijk { $promise } van ons.
status-on-table = { $number } ({ $subject }): ligt bij het wijkverband. U hoort uiterlijk { $promise } van ons.
status-chosen = { $number } ({ $subject }): gekozen. U hoort uiterlijk { $promise } weer van ons.
status-not-chosen = { $number } ({ $subject }): deze keer niet gekozen.
status-started = { $number } ({ $subject }): de actie is gestart.
status-delayed = { $number } ({ $subject }): het duurt langer.
status-done = { $number } ({ $subject }): het is gelukt.
status-impossible = { $number } ({ $subject }): het lukt niet.
status-more = { $count ->
    [one] En nog 1 ouder signaal.
   *[other] En nog { $count } oudere signalen.
}
status-apart = { $number } ({ $subject }): bewaard. De coordinator leest het, het wijkverband niet.
status-stopped = U krijgt nu geen nieuws van ons. Typ start om het weer te krijgen.

your-signals = { $count ->
   *[one] uw signaal { $number }
    [other] uw signalen { $number }
}
signals-and = { $first } en { $last }
update-chosen =
    Nieuws over { your-signals } ({ $title }).
    Het wijkverband koos dit onderwerp op { $decided_on }.
    Wat gaan we doen? { $sentence }
    De eerste stap is voor { $first_step_on }. U hoort opnieuw van ons op { $next_on }.
update-not-chosen =
    Nieuws over { your-signals } ({ $title }).
    Het wijkverband koos uw onderwerp deze keer niet.
    Waarom niet? { $sentence }
    Blijft het een probleem? Laat het dan weten, dan telt het mee in de volgende ronde.
update-not-among-five =
    Nieuws over { your-signals } ({ $title }).
    Het wijkverband kiest elke ronde uit vijf onderwerpen. Uw onderwerp stond daar deze keer niet bij.
    Meer mensen noemden iets anders. Het wijkverband weet wel dat het speelt.
    Blijft het een probleem? Laat het dan weten, dan telt het mee in de volgende ronde.
update-started =
    Nieuws over { your-signals } ({ $title }).
    De actie is gestart. { $sentence }
update-delayed =
    Nieuws over { your-signals } ({ $title }).
    Het duurt langer dan gedacht. { $sentence }
update-done =
    Nieuws over { your-signals } ({ $title }).
    Het is gelukt. { $sentence }
    Merkt u verschil?
update-impossible =
    Nieuws over { your-signals } ({ $title }).
    Het lukt niet. { $sentence }
    Blijft het een probleem? Laat het dan weten, dan telt het mee in de volgende ronde.
update-no-news =
    Over { your-signals }.
    Wij beloofden u vandaag nieuws. Dat is er nog niet, wij vroegen ernaar.
    Wij zijn u niet vergeten. U hoort uiterlijk { $next_on } van ons.
effect-yes = Ja
effect-some = Een beetje
effect-no = Nee
effect-unknown = Weet ik niet

language-ask = Welke taal wilt u? / Which language?
language-set = Goed. Wij praten nu Nederlands met u.

privacy-what-is-kept =
    Wij bewaren wat u schrijft, uw buurt, uw taal en een adres om u te antwoorden. Uw naam en telefoonnummer bewaren wij niet.
    Wie leest het? De coordinator van de wijk. Het wijkverband ziet alleen onderwerpen en aantallen mensen.
    Na 3 maanden wissen wij uw bericht. Alles wissen kan altijd: typ wissen.
    Horen wij 2 jaar niets van u? Dan wissen wij alles van u.
    Zelf zien wat wij bewaren? Typ gegevens.
privacy-data =
    Dit bewaren wij van u.
    Signalen: { $count }
    Foto's: { $photos }
    Nieuws dat wij u stuurden: { $updates }
    Wijk: { $district }
    Buurt: { $neighbourhood }
    Taal: { $language }
    Rol: { $roles }
    En een adres om u te antwoorden. Geen naam, geen telefoonnummer.
privacy-unknown = nog niet bekend
privacy-role = { $role ->
    [professional] professional
    [volunteer] vrijwilliger
    [expert] ervaringsdeskundige
    [partner] lid van het wijkverband
    [coordinator] coordinator
   *[resident] bewoner
}
privacy-data-file = Alles staat ook in dit bestand, in een vorm voor computers. U hoeft het niet te openen.
privacy-data-signals =
    Dit vertelde u:
    { $lines }
privacy-data-signal = { $number }, { $on }: { $photos ->
    [only] alleen een foto
    [with] { $text } (met foto)
   *[none] { $text }
}
privacy-data-follows = { $number }: dit signaal volgt u
privacy-data-older = { $count ->
    [one] Nog 1 ouder signaal staat in het bestand.
   *[other] Nog { $count } oudere signalen staan in het bestand.
}
privacy-ask-wipe = { $count ->
    [0] Wilt u echt alles wissen? Wij weten dan niets meer van u.
    [one] Wilt u echt alles wissen? Uw signaal verdwijnt en u hoort niets meer.
   *[other] Wilt u echt alles wissen? Uw { $count } signalen verdwijnen en u hoort niets meer.
}
privacy-wipe = Ja, wis alles
privacy-keep = Nee, niet wissen
privacy-wiped = Alles van u is gewist. Wilt u later weer iets vertellen? Dan begint u gewoon opnieuw.
privacy-not-wiped = Goed. Er is niets gewist.
privacy-stopped = Goed. U krijgt geen nieuws meer. Uw signalen tellen wel mee. Typ start om weer nieuws te krijgen.
privacy-started = Goed. U krijgt weer nieuws over uw signalen.

help =
    U kunt gewoon typen wat er speelt. Dat is genoeg.
    Deze woorden werken altijd: status, stop, start, taal, rust, buurt, trek in, gegevens, wissen, spelregels.
    Is er nu gevaar? Bel 112.
help-with-person =
    U kunt gewoon typen wat er speelt. Dat is genoeg.
    Deze woorden werken altijd: status, stop, start, taal, rust, buurt, trek in, gegevens, wissen, spelregels.
    Liever een mens? { $contact }
    Is er nu gevaar? Bel 112.
rules =
    Zo werkt het in { $district }.
    U vertelt wat er speelt. Deze ronde loopt tot en met { $ends }.
    Daarna bespreekt het wijkverband de vijf onderwerpen die de meeste mensen noemden.
    In het wijkverband zitten gemeente, zorg, welzijn, corporatie, politie en bewoners. Zij kiezen 1 of 2 onderwerpen.
    U heeft invloed op waar zij over praten. Zij beslissen wat er gebeurt. Het is geen stemming.
    U hoort uiterlijk { $promise } wat zij kozen, en waarom.
rules-anywhere =
    U vertelt wat er speelt in uw wijk.
    Elke ronde kiest het wijkverband 1 of 2 onderwerpen om aan te pakken.
    U hoort altijd wat ermee gebeurt, en waarom.

joining-professional =
    Welkom. U bent nu professional in { $district }.
    Typ uitvraag om twee korte vragen in te vullen voor een bewoner. Dat kost 20 seconden.
joining-volunteer =
    Welkom. U bent nu vrijwilliger in { $district }.
    Typ gesprek om een buurtgesprek vast te leggen.
joining-expert =
    Welkom. U bent nu ervaringsdeskundige in { $district }.
    U krijgt elke tekst te zien voordat bewoners hem krijgen. Typ controleer om te kijken of er iets wacht.
joining-partner =
    Welkom. U zit nu in het wijkverband van { $district }.
    Als de ronde klaar is, kiest u mee. Typ acties om de acties te zien.
joining-coordinator =
    Welkom. U bent nu coordinator van { $district }.
    Typ wacht om te zien wat er wacht. Typ uitnodigen om iemand een rol te geven. Typ onderwerpen om te zien wat er speelt.
joining-room = Deze groep hoort nu bij het wijkverband van { $district }. Aan het einde van de ronde komt hier de top 5.
joining-follow = Welkom. U hoort van ons wat er gebeurt met signaal { $number } in { $district }.
joining-unknown = Deze code kennen wij niet. Kijk of hij goed is overgenomen, of vraag een nieuwe.
joining-used = Deze code werkt niet meer. Hij is al gebruikt, of hij stond in een groep. Vraag een nieuwe.
joining-expired = Deze code is niet meer geldig. Vraag een nieuwe.
joining-too-many-tries = Er zijn te veel codes geprobeerd. Probeer het over een uur opnieuw.
joining-in-a-room = Deze code is voor de groep van het wijkverband. Plak hem in die groep.
joining-burnt = In een groep kan iedereen deze code lezen. Hij werkt daarom niet meer. Wie hem maakte, hoort dat en kan een nieuwe sturen.
joining-unbound-room = Hallo. Deze groep hoort nog niet bij een wijkverband. Plak hier de code van de coordinator. Zonder code ga ik morgen weg.
resident-card-with-news = { $news }
file-report = Top 5 van { $district }, als PDF
file-qr = QR-code om te scannen met een telefoon
file-data = Alles wat wij van u bewaren
# Na een stilte van meer dan een dag: Telegram gooit dan weg wat niet is opgehaald.
resident-silence =
    Wij konden een tijd geen berichten ontvangen: { $days ->
        [same] op { $last }
       *[apart] van { $first } tot en met { $last }
    }.
    Schreef u toen iets, en kreeg u geen antwoord? Dan is uw bericht misschien niet aangekomen.
    Stuur het dan nog een keer.
    Schreef u niet? Dan hoeft u niets te doen. Wat u eerder schreef, is bewaard.
# Na een herstel uit een reservekopie, en terwijl wij even niets versturen.
resident-restored =
    Onze computer ging stuk. Wat u { $days ->
        [same] op { $last }
       *[apart] van { $first } tot en met { $last }
    } schreef, zijn wij misschien kwijt.
    Schreef u toen iets? Stuur het dan nog een keer, ook als u een nummer kreeg.
    Schreef u niet? Dan hoeft u niets te doen. Wat u eerder schreef, is bewaard.
resident-paused = Wij versturen nu even geen berichten. Wat u schrijft, bewaren wij. U krijgt later antwoord.
