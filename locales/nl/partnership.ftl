# Wat het wijkverband leest bij het kiezen, in de groep of in de chat van de coordinator.
partnership-then =
    { $first }
    { $second }
partnership-people = { $people ->
    [one] 1 mens
   *[other] { $people } mensen
}
partnership-reporters = { $people ->
    [one] de melder
   *[other] de { $people } melders
}

# Een onderwerp op tafel
partnership-topic = Onderwerp { $rank } van { $count }: { $title } ({ partnership-people }). Wat doen we?
partnership-choice = { $outcome ->
    [taken-up] Oppakken
    [not-now] Nu niet
    [later] Later
   *[referred] Hoort bij een ander
}
partnership-kept = Onderwerp { $rank } heeft een antwoord.
partnership-again = Onderwerp { $rank } opnieuw
partnership-further = Ga verder
partnership-no-such-topic = Dat nummer is er niet. Kies een onderwerp van 1 tot en met { $count }. Typ bijvoorbeeld: begin 1
partnership-already =
    Onderwerp { $rank } heeft al een antwoord.
    { $title }: { $answer }. { $sentence }

# De vragen, een voor een
partnership-ask = { $part ->
    [not-now] Waarom nu niet? In één zin. De melders lezen dit.
    [later] Waarom later, en wanneer dan wel? In één zin. De melders lezen dit.
    [referred] Waarom hoort het daar, of wat vragen wij daar? In één zin. De melders lezen dit.
    [why-more] Er zijn al 2 onderwerpen opgepakt. Waarom kan dit er ook nog bij? In één zin.
    [what] Wat gaan we doen? Klein en concreet, in één zin.
    [owner] Wie is eigenaar? Kies, of typ een organisatie of rol. Liever geen naam van een persoon.
    [partners] Wie doet er nog meer mee?
    [first-step] Wat is de eerste stap, binnen twee weken?
    [first-day] Voor wanneer is de eerste stap? Kies, of typ een dag binnen twee weken. Bijvoorbeeld: 15-1.
    [check] Wanneer kijken we of het werkt?
   *[sentence] Typ de zin zoals de melders hem moeten lezen.
}
partnership-owner = { $label }
partnership-other-owner = Iemand anders
partnership-type-owner = Typ de organisatie of rol van de eigenaar.
partnership-no-partners = Geen
partnership-weeks = { $weeks ->
    [one] Over 1 week
   *[other] Over { $weeks } weken
}
partnership-other-day = Andere datum
partnership-type-day = Typ de datum zo: 15-1. Kies een dag van { $first } tot en met { $last }.
partnership-no-day = Die datum snap ik niet. Typ het zo: 15-1, of: over 7 weken. Het kan van { $first } tot en met { $last }.
partnership-other-days = Die dag is te vroeg of te laat om te zien of het werkt. Het kan van { $first } tot en met { $last }.
partnership-too-long = Dat is lang. Kan het korter? Het mag hooguit { $most } tekens zijn.

# De zin terug
partnership-tell =
    Zo vertellen we het aan { partnership-reporters }:
    { $told }
partnership-good = Goed
partnership-adjust = Aanpassen

# Sluiten
partnership-outcome = { $outcome ->
    [taken-up] opgepakt
    [not-now] nu niet
    [later] later
    [referred] hoort bij een ander
   *[open] nog geen antwoord
}
partnership-summary-empty = Er waren deze ronde geen onderwerpen. Sluit de ronde?
partnership-close = Sluit de ronde
partnership-not-yet = Nog niet
partnership-not-closed = De ronde blijft open. Klaar? Typ sluit ronde.
partnership-closed = De ronde is gesloten. De zinnen worden nog nagekeken, daarna horen alle melders het. Dank u wel.
partnership-closed-empty = De ronde is gesloten. Dank u wel.
partnership-open-topic = { $rank }. { $title }
partnership-still-open = De ronde kan nog niet dicht. { $count ->
    [one] Dit onderwerp heeft
   *[other] Deze onderwerpen hebben
} nog geen antwoord:
    { $topics }

# Nu niet
partnership-collecting = Er is nu niets om te kiezen. Tot en met { $last } verzamelen we signalen. Daarna komt het verslag met de top 5.
partnership-nothing = Er is nu niets om te kiezen. Na de ronde komt het verslag met de top 5.
partnership-cancelled = Gestopt. Wat al beantwoord is, blijft bewaard. Typ begin om verder te gaan.
partnership-refused = Kiezen kan iemand van het wijkverband of de coordinator. Doet u mee in het wijkverband? Vraag de coordinator om een uitnodiging.
