"""Reading what waits: only the coordinator, in private, bound to the words that were shown."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from domain.events import HeldApart, HeldReleased
from domain.heard import Changed, Said
from domain.held import HeldNow, Reason
from domain.messages import Act, Verb
from domain.people import Person
from domain.signals import SignalNumber
from handlers import receipts, route
from handlers.sentences import fingerprint
from handlers.states import HeldSignal, Idle, ReadingHeld
from tests.handlers.spoken import (
    BOOMGAARD,
    COORDINATOR,
    EXPERT,
    NOVEMBER,
    PARTNER,
    RESIDENT,
    ROOM,
    Dialogue,
    situation,
)

FIRST = HeldNow(
    SignalNumber("2026-0007"),
    "mijn buurman dealt",
    "nl",
    datetime(2026, 10, 20, 23, 30, tzinfo=UTC),
    (Reason.BLAME, Reason.HATE),
)
SECOND = replace(FIRST, number=SignalNumber("2026-0008"), text="mijn man is dement", reasons=(Reason.HEALTH,))


@pytest.fixture
def chat() -> Dialogue:
    """The coordinator's own chat, with two signals that wait."""
    return Dialogue(replace(situation(COORDINATOR), held=(FIRST, SECOND)))


def test_one_is_shown_with_why(chat: Dialogue) -> None:
    """How many there are, its day in the wijk, every reason, the words."""
    assert chat.says("vastgehouden") == (
        "Er wachten 2 signalen op u.\n"
        "Signaal 2026-0007, van 21 oktober. Waarom het wacht: het zegt wat iemand verkeerd doet, "
        "het scheldt of dreigt.\n"
        "\n"
        "mijn buurman dealt\n"
        "\n"
        "Mag het meetellen? Een citaat wordt het nooit.\n"
        "[Vrijgeven] [Blijft weg] [Straks]"
    )


def test_release_and_keep_apart(chat: Dialogue) -> None:
    """Each is one event; then the next one comes, and in the end there is nothing more."""
    chat.says("vastgehouden")
    assert "2026-0007 telt nu mee" in chat.says("vrijgeven")
    chat.given(held=(SECOND,))
    assert chat.taps("Blijft weg") == "Signaal 2026-0008 blijft weg. De schrijver hoort dat."
    released = HeldReleased(FIRST.number, NOVEMBER.name, date(2026, 12, 8))
    assert chat.events == [released, HeldApart(SECOND.number)]
    assert isinstance(chat.now.state, Idle)


def test_later_shows_the_next_one(chat: Dialogue) -> None:
    """Nothing changes; when all were put off there is nothing to show, until it is asked for again."""
    chat.says("vastgehouden")
    assert "mijn man is dement" in chat.says("straks")
    assert chat.says("straks") == "Er wacht geen signaal op u."
    assert chat.events == []
    assert "mijn buurman dealt" in chat.says("vastgehouden")


def test_a_button_belongs_to_the_words_that_were_shown(chat: Dialogue) -> None:
    """Words that were changed meanwhile, or a signal that was read by somebody else: shown anew."""
    chat.says("vastgehouden")
    chat.given(held=(replace(FIRST, text="iemand dealt hier"), SECOND))
    assert chat.taps("Vrijgeven").startswith("Dit signaal is veranderd of al gelezen.\n\nEr wachten 2")
    chat.given(held=(SECOND,))
    forged = Act(Verb.HELD, f"release/{FIRST.number}/{fingerprint(FIRST.text)}")
    assert chat.presses(forged).startswith("Dit signaal is veranderd of al gelezen.")
    assert chat.events == []


@pytest.mark.parametrize("who", [EXPERT, PARTNER, RESIDENT])
def test_nobody_else_reads_them(who: Person) -> None:
    """Not with the word, not with a forged button, not in a state of before."""
    chat = Dialogue(replace(situation(who), held=(FIRST,), state=ReadingHeld()))
    act = Act(Verb.HELD, f"apart/{FIRST.number}/{fingerprint(FIRST.text)}")
    for answer in (chat.presses(act), chat.given(state=ReadingHeld()).says("wat nu")):
        assert answer == "Alleen de coordinator van de wijk leest deze signalen."
    assert "dealt" not in chat.says("vastgehouden")
    assert chat.events == []


def test_not_in_the_room() -> None:
    """The wijkverband reads none of it."""
    chat = Dialogue(replace(situation(COORDINATOR, ROOM), held=(FIRST,)))
    assert chat.says("vastgehouden").startswith("Dit leest u in een gesprek met alleen u en mij.")
    assert "dealt" not in chat.presses(Act(Verb.HELD))


def test_stopping(chat: Dialogue) -> None:
    """`annuleer` ends it; other words show the same one again."""
    chat.says("vastgehouden")
    assert "mijn buurman dealt" in chat.says("tja")
    chat.says("annuleer")
    assert isinstance(chat.now.state, Idle)


# --- what the resident reads ---------------------------------------------------------------------


def test_the_resident_hears_who_reads_first() -> None:
    """The receipt is the same, with a line more; no topic of neighbours is offered."""
    said = Said("mijn buurman dealt", held=(Reason.BLAME,))
    turn = receipts.keep(situation(RESIDENT), said, BOOMGAARD)
    card, *others = turn.messages
    assert (card.text.key, others, turn.state) == ("resident-read-first", [], Idle())
    assert turn.events[0].held == (Reason.BLAME,)  # type: ignore[union-attr]


def test_the_reason_is_not_lost_while_the_wijk_is_asked() -> None:
    """It goes along in the state, and into an edit of the signal."""
    here = replace(situation(RESIDENT), district=None, districts=(BOOMGAARD, replace(BOOMGAARD, slug="b")))
    turn = route.step(here, Said("mijn buurman dealt", held=(Reason.BLAME,)))
    kept: HeldSignal = turn.state.held[0]  # type: ignore[union-attr]
    assert kept.reasons == (Reason.BLAME,)
    assert Changed(None, "x", held=(Reason.BLAME,)).held == kept.reasons
