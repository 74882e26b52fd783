# What a reporter reads when the topic belongs to somebody else.
update-referred =
    News about { your-signals } ({ $title }).
    Your topic belongs to { $to }. That is why the wijkverband does not take it up itself.
    { $sentence }
    Is it still a problem? Let us know, then it counts in the next round.
