"""`beloften`, one sentence why it takes longer, and `rust`."""

from dataclasses import replace
from datetime import date

import pytest

from domain.events import DelayExplained, QuietSet
from domain.ledger import Ledger, Why
from domain.messages import Act, Kind, Verb
from domain.promises import Coming, Missing, PromisesNow, Step
from domain.quiet import Quiet
from domain.rounds import RoundName
from handlers.promises import warning
from handlers.states import ExplainingDelay, Idle
from tests.handlers.spoken import (
    BOOMGAARD,
    COORDINATOR,
    EXPERT,
    PARTNER,
    RESIDENT,
    ROOM,
    ROUND,
    Dialogue,
    read,
    situation,
)

ON = date(2026, 11, 8)
COMING = Coming(
    ON,
    12,
    (
        Missing(Step.GO_ON, 9, 2, ROUND),
        Missing(Step.CHECK, 2),
        Missing(Step.ASK_OWNER, 1, title="Donker pad"),
    ),
)
LEDGER = Ledger(
    signals=60,
    owed=51,
    told=49,
    answered=47,
    in_time=45,
    median_days=12,
    overdue=1,
    missed_often=1,
    reasons={Why.UNDECIDED: 1, Why.WITHDRAWN: 3},
)
EXPLAIN = Act(Verb.EXPLAIN_DELAY, "2026-11-08")


@pytest.fixture
def chat() -> Dialogue:
    """The coordinator's own chat; promises of 8 November stand open."""
    now = PromisesNow((COMING,), ((ROUND, LEDGER),), skipped_asks=4)
    return Dialogue(replace(situation(COORDINATOR), promises=now))


def test_beloften_says_how_it_stands(chat: Dialogue) -> None:
    """What was promised and what is missing; how the last rounds went; what was not asked. Each way once."""
    said = chat.says("beloften")
    assert "Beloofd op 8 november, aan 12 melders." in said
    assert "2 onderwerpen hebben nog geen antwoord" in said
    assert 'De eigenaar van "Donker pad" liet nog niet weten hoe het gaat.' in said
    assert "47 van de 48 melders kregen antwoord, 45 op tijd, meestal binnen 12 dagen." in said
    assert "LET OP: 1 mens wacht langer dan beloofd." in said
    assert "ROOD: 1 mens hoorde al drie keer" in said
    assert "4 vragen niet" in said
    assert said.endswith("[Ga verder met kiezen] [Controleer] [Zeg waarom]")
    assert chat.presses(Act(Verb.SHOW_PROMISES)) == said


def test_beloften_of_a_new_wijk(chat: Dialogue) -> None:
    """Nothing yet, a round that still runs, and one without a median."""
    nothing = "Er zijn nog geen beloften in deze wijk."
    assert chat.given(promises=PromisesNow()).says("beloften") == nothing
    assert replace(chat).given(district=None).says("beloften") == nothing
    running = Ledger(signals=1, owed=1, reasons={Why.COLLECTING: 1})
    none = Ledger(signals=1, owed=1, reasons={Why.UNDECIDED: 1})
    rounds = ((RoundName("2026-11"), running), (ROUND, none))
    said = chat.given(promises=PromisesNow(rounds=rounds)).says("beloften")
    assert said.splitlines() == [
        "De ronde tot en met 30 november loopt nog: 1 melder.",
        "Ronde tot en met 31 oktober: 0 van 1 melder kreeg antwoord, 0 op tijd.",
        "- 1 mens: het wijkverband besloot nog niet",
    ]


def test_the_reason_is_said_in_one_sentence(chat: Dialogue) -> None:
    """Shown as residents will read it, adjusted, and kept after a yes; the expert hears that it waits."""
    assert chat.presses(EXPLAIN).endswith("Typ een zin.\n[Overslaan]")
    shown = chat.says("de  zaal was dicht")
    assert "Waarom niet? De zaal was dicht." in shown
    assert chat.taps("Verbeter").endswith("[Overslaan]")
    assert chat.now.state == ExplainingDelay(ON)
    chat.says("de voorzitter was ziek")
    assert chat.taps("Goed").startswith("Dank u. De ervaringsdeskundige kijkt de zin na.")
    assert chat.events == [DelayExplained(ON, "De voorzitter was ziek.")]
    assert [one.to for one in chat.others] == [EXPERT.key]


def test_without_an_expert_the_coordinators_yes_counts(chat: Dialogue) -> None:
    """Nobody else is asked."""
    chat.given(experts=()).presses(EXPLAIN)
    chat.says("de zaal was dicht")
    assert chat.says("goed") == "Dank u. Is er op 8 november nog geen nieuws? Dan lezen de melders deze zin."
    assert not chat.others


def test_words_that_do_not_fit_are_asked_again(chat: Dialogue) -> None:
    """Too long or none; skipping and stopping keep nothing."""
    chat.presses(EXPLAIN)
    assert chat.says("a" * 500).startswith("Typ een korte zin")
    assert chat.taps("Overslaan").startswith("Goed. Is er op 8 november nog geen nieuws?")
    chat.presses(EXPLAIN)
    assert chat.says("annuleer").startswith("Gestopt.")
    assert (chat.now.state, chat.events) == (Idle(), [])


def test_a_yes_to_other_words_is_no_yes(chat: Dialogue) -> None:
    """The button of an earlier sentence asks again; nothing is kept."""
    chat.presses(EXPLAIN)
    chat.says("eerste zin")
    old = chat.buttons["Goed"]
    chat.says("tweede zin")
    assert chat.presses(old).endswith("[Overslaan]")
    assert chat.events == []


@pytest.mark.parametrize("about", ["2026-11-01", "promise/2026-11-01/x", "", "promise/"])
def test_a_promise_that_is_over_needs_no_reason(chat: Dialogue, about: str) -> None:
    """Told already, answered meanwhile, or never there."""
    verb = Verb.APPROVE if about.startswith("promise/") else Verb.EXPLAIN_DELAY
    assert chat.presses(Act(verb, about)).startswith("Over deze belofte hoeft nu niets meer gezegd.")
    chat.given(state=ExplainingDelay(date(2026, 11, 1)))
    assert chat.says("te laat").startswith("Over deze belofte hoeft nu niets meer gezegd.")


def test_promises_are_for_the_coordinator(chat: Dialogue) -> None:
    """In their own chat; for a resident it is no word at all."""
    assert chat.given(person=PARTNER).says("beloften") == "Dat kan alleen de coordinator van de wijk."
    assert chat.presses(EXPLAIN) == "Dat kan alleen de coordinator van de wijk."
    chat.given(state=ExplainingDelay(ON))
    assert chat.says("ik zeg wel waarom") == "Dat kan alleen de coordinator van de wijk."
    assert chat.now.state == Idle()
    chat.given(person=COORDINATOR, room=ROOM)
    assert chat.says("beloften").startswith("Dat doen we in uw eigen chat")
    assert chat.given(person=RESIDENT, room=None).says("beloften").startswith("Dat woord is voor mensen")


def test_the_warning_has_the_way_to_what_is_missing() -> None:
    """A notice with buttons; a reason that was given is not asked again."""
    message = warning(BOOMGAARD, COMING, COORDINATOR.key)
    assert message.kind is Kind.NOTICE
    assert "Op 8 november horen 12 melders van ons." in read(message)
    assert "Zeg dan in een zin waarom." in read(message)
    given = warning(BOOMGAARD, replace(COMING, reason="De zaal was dicht."), COORDINATOR.key)
    assert "U zei al waarom het langer duurt." in read(given)


@pytest.mark.parametrize(
    ("typed", "wish"), [("1", Quiet.NONE), ("niet van 21 tot 8 uur", Quiet.NIGHT), ("3", Quiet.ALL_BUT_DAY)]
)
def test_rust_asks_when_news_may_come(typed: str, wish: Quiet) -> None:
    """Three choices, by button, number or words; what was chosen is said."""
    chat = Dialogue(situation(RESIDENT))
    assert "Nu gekozen: Niet van 21 tot 8 uur." in chat.says("rust")
    assert chat.says(typed).startswith("Goed.")
    assert chat.events == [QuietSet(wish)]
