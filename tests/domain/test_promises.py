"""What is missing for a promise, and what its reporter hears on the day."""

from dataclasses import replace
from datetime import date

from domain.messages import PersonKey, Spoken, Text
from domain.promises import Cause, Due, Missing, Step, Table, coming, missing, no_news
from domain.rounds import RoundName
from domain.signals import SignalNumber

OCTOBER = RoundName("2026-10")
ON, NEXT = date(2026, 11, 8), date(2026, 11, 15)
DUE = Due(SignalNumber("2026-0001"), PersonKey("p:anna"), ON, Cause.UNDECIDED, OCTOBER)


def due(who: str, cause: Cause = Cause.UNDECIDED, title: str = "") -> Due:
    """A promise to somebody."""
    return replace(DUE, person=PersonKey(who), cause=cause, title=title)


def test_the_table_says_which_step_is_next() -> None:
    """Not begun, half way, answered but not closed."""
    steps = {
        Step.BEGIN: Table(5, 5),
        Step.GO_ON: Table(5, 2),
        Step.CLOSE: Table(5, 0),
    }
    for step, table in steps.items():
        (found,) = missing([due("a"), due("a"), due("b")], {OCTOBER: table})
        assert found == Missing(step, 2, table.open, OCTOBER)
    assert missing([due("a")], {}) == (Missing(Step.CLOSE, 1, 0, OCTOBER),)


def test_what_waits_for_most_people_comes_first() -> None:
    """Words, owners by topic, and what nobody can explain."""
    found = missing(
        [
            due("a", Cause.OWNER, "Lamp"),
            due("b", Cause.WORDS),
            due("c", Cause.WORDS),
            due("d", Cause.UNKNOWN),
        ],
        {},
    )
    assert [(one.step, one.people, one.title) for one in found] == [
        (Step.CHECK, 2, ""),
        (Step.ASK_OWNER, 1, "Lamp"),
        (Step.LOOK, 1, ""),
    ]


def test_promises_come_by_day() -> None:
    """Each day with its people and the reason that was given; who stopped, or whose round runs, not."""
    later = replace(due("b"), promise_on=NEXT)
    stopped, running = replace(due("c"), hears=False), due("d", Cause.COLLECTING)
    found = coming([later, due("a"), stopped, running], {}, {NEXT: "De zaal was dicht."})
    assert [(one.on, one.people, one.reason) for one in found] == [
        (ON, 1, ""),
        (NEXT, 1, "De zaal was dicht."),
    ]


def test_the_reason_is_the_one_given_or_the_one_we_know() -> None:
    """The coordinator's words first; the same message never twice in the same way."""
    first = no_news(DUE, NEXT)
    assert (first.key, first.args["why"]) == (
        "promises-no-news",
        Text("promises-why", {"cause": Cause.UNDECIDED}),
    )
    given = no_news(DUE, NEXT, Spoken("De zaal was dicht."))
    assert given.args["why"] == Text("promises-reason", {"sentence": Spoken("De zaal was dicht.")})
    again = no_news(replace(DUE, missed=1), NEXT)
    assert (again.key, again.args["times"]) == ("promises-no-news-again", 2)
    assert no_news(replace(DUE, cause=Cause.UNKNOWN), NEXT).key == "update-no-news"
