# De micro-uitvraag en het buurtgesprek.
professional-question = Vraag { $nth }: { $question }
professional-skip = Overslaan
professional-kept = Bewaard als { $number }. U hoort uiterlijk { $promise } wat ermee gebeurt.
professional-same-topic = Hoort dit bij een onderwerp?
professional-next = Dat was de { $count }e deze ronde.
professional-another = Nog een
professional-show-code = Code voor de bewoner
professional-finish = Klaar
professional-code =
    Wil de bewoner horen wat ermee gebeurt? Laat dan deze code zien, of geef hem door.
    { $code }
professional-after-code = Nog een bewoner?
professional-done = Klaar. Deze ronde: { $count }. Typ uitvraag voor een volgende.

volunteer-where = Waar was het gesprek? Typ de plek, geen adres van een bewoner.
volunteer-how-many = Met hoeveel mensen sprak u? Typ een getal.
volunteer-number-please = Typ een getal van 1 tot en met { $most }.
volunteer-what = { $given ->
    [0] Wat hoorde u? Typ het eerste signaal in een zin.
   *[other] Nog een signaal? Typ het in een zin. U kunt er { $most } vastleggen.
}
volunteer-thanks = { $given ->
    [0] Bewaard: een gesprek met { $people } mensen, zonder signaal.
    [one] Bewaard: 1 signaal uit een gesprek met { $people } mensen. Dank u.
   *[other] Bewaard: { $given } signalen uit een gesprek met { $people } mensen. Dank u.
}
