# Wat een bewoner leest als er nieuws is: in de chat, in de krant, op de site en aan de muur. B1, "u".
telling-in-dutch = { $sentence }
update-asked =
    Over { your-signals } ({ $title }).
    De actie is bezig. Ander nieuws is er nog niet: dat hoort u uiterlijk { $next_on }.
    Wij willen graag weten of het helpt. Merkt u al verschil?

# De terugkoppeling van een ronde
feedback-title = { $district }: dit gebeurt er met wat u vertelde
feedback-lead = { $people ->
    [0] Bewoners vertelden tot en met { $ends } wat er speelt in { $district }. Hier leest u wat ermee gebeurt.
   *[other] { $people } mensen vertelden tot en met { $ends } wat er speelt in { $district }. Hier leest u wat ermee gebeurt.
}
feedback-empty = Tot en met { $ends } kwamen er geen signalen binnen uit { $district }.
feedback-heard-title = Wat wij hoorden
feedback-doing-title = Wat wij doen
feedback-not-title = Wat nu niet lukt, en waarom
feedback-next-title = Wanneer hoort u meer?
feedback-join-title = Reageren of meedoen
feedback-heard = { $people ->
    [0] { $title }
   *[other] { $title } ({ $people } mensen)
}
feedback-words = { $title }: { $sentence }
feedback-owner = Wie doet dit? { $owner }.
feedback-first-step = De eerste stap is voor { $day }.
feedback-check = Op { $day } kijken wij of het werkt.
feedback-status = { $status ->
    [started] De actie is gestart.
    [delayed] Het duurt langer dan gedacht.
    [done] Het is gelukt.
   *[impossible] Het lukt niet.
} { $sentence }
feedback-referred = Dit hoort bij { $to }.
feedback-noticed = { $people } mensen zeggen dat zij verschil merken.
feedback-not-yet-noticed = { $people } mensen merken nog geen verschil.
feedback-nothing-chosen = Deze ronde koos het wijkverband geen onderwerp.
feedback-waiting = { $count ->
    [one] Over 1 onderwerp leest u later meer. Die tekst wordt nog nagelezen.
   *[other] Over { $count } onderwerpen leest u later meer. Die teksten worden nog nagelezen.
}
feedback-next = Op { $day } hoort u opnieuw van ons.
feedback-join = Vertel wat er speelt, in uw eigen woorden. Dat kan altijd, in uw chat.
feedback-join-link = Vertel wat er speelt, in uw eigen woorden. Dat kan altijd, op { $link }
feedback-contact = Liever een mens? { $contact }
feedback-danger = Is er nu gevaar? Bel 112.
feedback-scan = Scan de code met uw telefoon.

# De poster
file-for-residents = Papier voor bewoners van { $district }, als PDF
poster-title = Wat speelt er in { $district }?
poster-lead = Vertel het ons in een bericht. In uw eigen woorden.
poster-line = Scan de code en vertel wat er speelt in uw buurt.
poster-scan = Scan de code met uw telefoon
poster-step-tell = U vertelt wat er speelt.
poster-step-choose = Elke ronde kiest het wijkverband 1 of 2 onderwerpen.
poster-step-hear = U hoort altijd wat ermee gebeurt.
poster-privacy = Wij geven uw naam niet door.
poster-alt = QR-code met de link { $link }
poster-done-title = Dit gebeurt er in { $district }
poster-done-lead = U vertelde het. Het wijkverband koos dit.
