# Wat mensen met een rol typen, met komma's ertussen; het eerste is het woord dat wij noemen.
command-survey = uitvraag, micro-uitvraag
command-talk = gesprek, buurtgesprek
command-topics = onderwerpen
command-merge = voeg samen, samenvoegen
command-title = titel
command-waiting = wacht, wat wacht er
command-report = verslag, top 5, top5
command-begin = begin, beginnen
command-close = sluit ronde, sluit de ronde
command-invite = uitnodigen, uitnodiging, nodig uit
command-hand-over = draag over, overdragen
command-actions = acties
command-check = controleer, controleren
command-sort = sorteer, sorteren
