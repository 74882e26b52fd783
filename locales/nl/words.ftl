# Wat bewoners typen: woorden die altijd werken, met komma's ertussen; het eerste is het woord dat wij noemen.
# `/status` is hetzelfde. Elke taal heeft dit bestand.
command-status = status, mijn signalen, hoe ver
command-stop = stop, stoppen, afmelden
command-start = start, aanmelden
command-language = taal, andere taal
command-wipe = wissen, wis, wis alles, vergeet mij, vergeetmij
command-data = gegevens, mijn gegevens, mijngegevens
command-help = hulp, help, ?
command-rules = spelregels, regels
command-quiet = rust, stilte, rustig
command-withdraw = trek in, intrekken
command-neighbourhood = buurt, andere buurt
command-district = wijk, andere wijk
command-cancel = annuleer, annuleren, terug
# Waarmee een tweede bericht verder gaat waar het eerste ophield.
continues = en, en ook, ook, o ja, oh ja, trouwens, maar, want, bijvoorbeeld
# Wat mensen zeggen zonder iets te vertellen. Daar maken wij geen signaal van.
aside-greeting = hallo, hoi, hai, hey, hee, goedemorgen, goedemiddag, goedenavond, goedendag, goeiemorgen, goeiemiddag, goeienavond, dag, daag, doei, tot ziens, test
aside-thanks = dank, dank u, dank je, dankjewel, dank je wel, dank u wel, dankuwel, bedankt, thanks, ok, oke, oké, okee, okay, k, top, fijn, mooi, prima, goed, super, netjes, is goed, alvast bedankt, heel erg bedankt, hartelijk dank, begrepen, duidelijk
aside-yes = ja, jazeker, jawel, jaja, zeker, klopt, dat klopt, inderdaad, akkoord
aside-no = nee, neen, nope, nee hoor, niet, nee nee, niks, niets, nergens, geen, niemand
aside-choice = overslaan, sla over, klaar, verder, ga verder, oppakken, nu niet, later, aanpassen, verbeter, neem over, opnieuw, gestart, gelukt, duurt langer, lukt niet
# Wat mensen voor of achter een antwoord zetten.
polite = graag, hoor, alstublieft, aub, dank u, dank je, dank u wel, dankjewel, bedankt, is goed, doe maar, denk ik
# Zo zeggen mensen waar zij wonen.
living = ik woon, wij wonen, we wonen, mijn postcode, postcode
# Zo legt de app de woorden uit (menu van Telegram).
menu-status = hoe ver zijn mijn signalen
menu-stop = geen nieuws meer
menu-start = weer nieuws
menu-language = andere taal
menu-wipe = alles van mij wissen
menu-data = wat u van mij bewaart
menu-help = hulp
menu-rules = wie beslist, wanneer u hoort
