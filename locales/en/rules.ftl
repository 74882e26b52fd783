### The rules that the wijkverband agreed on. Readers: residents, in each language. What was agreed stands there in Dutch.
rules-agreed =
    This is how it works in { $district }.
    You tell what is going on. This round runs until { $ends }.
    You hear by { $promise } what is done with it, and why.
    These are the agreements:
rules-then = { $first }
    { $second }
rules-in-dutch = The agreements themselves are in Dutch.
rules-agreement = { rules-theme }
    { $lines }
rules-line = { rules-part }: { $words }
rules-part = { $part ->
    [question] Question of the wijk
    [result] What you will notice
    [form] How you take part
    [effect] Who decides
    [feedback] What you hear back
    [influence] You have influence on
    [no-influence] You have no influence on
   *[rung] How far taking part goes
}
rules-theme = { $theme ->
    [residents] Residents
    [housing] Housing
    [surroundings] Surroundings and facilities
    [work] Work and income
    [care] Health and care
    [traffic] Traffic
    [safety] Safety
    [together] Living together and taking part
   *[other] { $theme }
}
rules-rung-line = { rules-part }: { rules-rung }. { rules-rung-means }
rules-rung = { $rung ->
    [inform] Knowing
    [consult] Being asked
    [advise] Advising
    [co-produce] Making it together
    [co-decide] Deciding together
   *[initiative] Residents start it
}
rules-rung-means = { $rung ->
    [inform] The wijkverband decides and tells what happens.
    [consult] Residents say what they think. The wijkverband decides.
    [advise] Residents give advice. If the wijkverband does otherwise, it says why.
    [co-produce] Residents and the wijkverband work out the plan together.
    [co-decide] Residents and the wijkverband decide together.
   *[initiative] Residents think of it and do it. The wijkverband helps.
}
rules-more = { $count ->
    [one] There is 1 more agreement. Ask the coordinator for it.
   *[other] There are { $count } more agreements. Ask the coordinator for them.
}
