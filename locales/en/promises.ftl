# Promises to residents: no news yet, and when we may write.
promises-no-news =
    About { your-signals }.
    We promised you news today. There is none yet. { $why }
    We have not forgotten you. You hear from us by { $next_on }.
promises-no-news-again =
    About { your-signals }.
    We promised you news today. Again there is none. This has happened { $times } times now.
    { $why }
    That is not right. We told the coordinator of the wijk. You hear from us by { $next_on }.
promises-reason = Why not? { $sentence }
promises-why = { $cause ->
    [undecided] The wijkverband has not finished choosing.
    [collecting] The wijkverband has not finished choosing.
    [words] There is an answer. We are still checking the text.
    [owner] Whoever does this has not told us yet how it goes.
   *[unknown] We do not know yet why.
}
promises-done =
    News about { your-signals } ({ $title }).
    It worked. { $sentence }

# When we may write
promises-quiet-ask =
    When may we send you news?
    Chosen now: { $now }.
    What you ask us yourself, we always answer at once.
promises-quiet = { $quiet ->
    [none] Always
    [all-but-day] Only by day, from 9:00 to 18:00
   *[night] Not from 21:00 to 8:00
}
promises-quiet-set = { $quiet ->
    [none] Fine. We send you news as soon as there is any.
    [all-but-day] Fine. We send you news from 9:00 to 18:00 only.
   *[night] Fine. We send you no news from 21:00 to 8:00.
} Want it otherwise? Type quiet.
promises-data =
    { $data }
    News may come: { $quiet }
