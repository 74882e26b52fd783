# Wie mag wat: wat mensen met een rol lezen.
rights-no-survey = Dat is voor professionals van deze wijk. Er is niets bewaard.
rights-no-talk = Een gesprek vastleggen is voor vrijwilligers van deze wijk. Er is niets bewaard.
rights-no-role = Dat is voor mensen met een rol in deze wijk. Vraag de coordinator om een uitnodiging.
rights-other-wijk = Deze knop hoort bij { $other }. U bent nu in { $here }. Typ wijk om te wisselen.
rights-four-eyes = U vroeg dit zelf. Iemand anders moet meebeslissen.
rights-code-burnt = Een code die voor één persoon was, stond in een groep. Hij werkt niet meer. Maak een nieuwe en stuur die alleen naar die persoon.
rights-withdrawn = U hebt deze rol in { $district } niet meer: { $role }. Wat u als bewoner vertelt, blijft gewoon meetellen.

# Opzoeken wie iets vertelde
rights-who-how = Typ wie en het nummer van het signaal, zoals: wie 2026-0412.
rights-who-none = Signaal { $number } is hier niet, of het kwam niet uit een chat.
rights-who-running = Voor signaal { $number } loopt deze vraag al.
rights-who-stopped = Gestopt. Er is niets gevraagd.
rights-who-why =
    Wij zeggen niet wie iets vertelde. Er zijn 2 uitzonderingen, en dan beslist altijd iemand anders mee.
    Is er nu gevaar? Wacht hier niet op, bel 112.
    Waarom is dit nodig voor signaal { $number }?
rights-who-danger = Iemand is in gevaar
rights-who-order = Politie of rechter eist het
rights-who-stop = Stop
rights-who-sentence = Schrijf in één zin waarom, in hooguit { $most } tekens. Geen namen en geen nummers.
rights-who-nobody =
    Dit lijkt een naam, nummer of adres: { $marks }.
    Uw reden blijft een jaar bewaard. Daar mag niemand in staan. Schrijf het nog eens, zonder.
rights-who-ground = { $why ->
    [danger] Iemand is in gevaar.
   *[order] Politie of rechter eist het.
}
rights-who-confirm =
    Dit leest de ander: { $ground } { $sentence }
    U ziet zelf niet wie het is, alleen de beheerder. De schrijver hoort dat het is opgezocht.
    Mag dat meteen, of is meteen vertellen gevaarlijk?
rights-who-tell-now = Meteen vertellen
rights-who-tell-later = Pas na 30 dagen
rights-who-asked = { $people ->
    [0] Gevraagd. Er is geen andere coordinator. De beheerder van de dienst kan meebeslissen over signaal { $number }.
    [one] Gevraagd. De andere coordinator beslist mee over signaal { $number }.
   *[other] Gevraagd. Een van de { $people } andere coordinatoren beslist mee over signaal { $number }.
} Zegt niemand ja voor { $on } om { $at } uur, dan vervalt de vraag.
rights-who-please =
    Een andere coordinator wil weten wie signaal { $number } gaf. U beslist mee.
    De reden: { $ground } { $sentence }
    Zegt u ja, dan ziet de beheerder één keer het adres van die chat. De schrijver hoort dat het is opgezocht.
    Dit kan tot { $on } om { $at } uur.
rights-who-yes = Ja, dit moet
rights-who-no = Nee
rights-who-decided = { $agreed ->
    [yes] Er is een tweede ja voor signaal { $number }. De beheerder kan het tot { $on } om { $at } uur één keer opzoeken.
   *[no] Er is nee gezegd. Signaal { $number } wordt niet opgezocht.
}
rights-who-over = Deze vraag is al beantwoord, of de tijd is voorbij.
