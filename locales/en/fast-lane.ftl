# The fast lane: what a resident reads of a small request. Every language has this file.
update-fast-yes =
    News about { your-signals }.
    It was small enough to decide at once. The answer is yes.
    { $sentence }
    Is it still a problem? Let us know, then it counts in the next round.
update-fast-yes-soon =
    News about { your-signals }.
    It was small enough to decide at once. The answer is yes.
    It will be arranged within two weeks.
    Is it still a problem? Let us know, then it counts in the next round.
update-fast-no =
    News about { your-signals }.
    We asked whether this could be done at once. The answer is no.
    Why not? { $sentence }
    Your signal still counts in the round. You will hear from us about that too.
status-settled = { $number } ({ $subject }): the answer was yes.
