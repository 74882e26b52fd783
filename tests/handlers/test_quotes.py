"""Choosing quotes: who may, what is shown, and that a yes belongs to exactly those words."""

from dataclasses import replace

import pytest

from domain.events import QuoteApproved, QuoteDropped
from domain.messages import Act, Verb
from domain.people import Person
from domain.quotes import Proposal, QuotingNow, hash_of
from domain.signals import SignalNumber
from handlers.sentences import fingerprint
from handlers.states import Idle, Quoting
from tests.handlers.spoken import (
    COORDINATOR,
    EXPERT,
    PARTNER,
    PROFESSIONAL,
    RESIDENT,
    ROOM,
    Dialogue,
    situation,
)

LAMP = Proposal(11, 1, "Donker pad", SignalNumber("2026-0001"), "de lamp is stuk en het is eng", "nl")
DARK = replace(LAMP, signal=SignalNumber("2026-0002"), text="mijn dochter […] durft niet", language="tr")
MOULD = Proposal(12, 2, "Schimmel", SignalNumber("2026-0003"), "schimmel in de slaapkamer", "nl")
NOW = QuotingNow((LAMP, DARK, MOULD))


@pytest.fixture
def chat() -> Dialogue:
    """The coordinator's own chat, with three sentences to choose from."""
    return Dialogue(replace(situation(COORDINATOR), quoting=NOW))


def test_exactly_the_words_are_shown(chat: Dialogue) -> None:
    """With the topic, and the name of the language when it is another than the reader's."""
    assert chat.says("citaten") == (
        "Onderwerp 1: Donker pad.\n"
        "Mag dit er zo bij staan? Precies deze woorden komen in het verslag.\n"
        "\n"
        "de lamp is stuk en het is eng\n"
        "[Goed] [Aanpassen] [Overslaan] [Klaar]"
    )
    assert "in het verslag, in het Turks.\n\nmijn dochter […] durft niet\n" in chat.says("overslaan")
    assert chat.events == []


def test_a_yes_is_for_these_words(chat: Dialogue) -> None:
    """The event has the text, its hash and the role; then the next sentence comes."""
    chat.says("citaten")
    answer = chat.says("goed")
    said = LAMP.text
    assert chat.turn.events == (QuoteApproved(11, LAMP.signal, said, "nl", hash_of(said), "coordinator"),)
    assert answer.startswith("Dit citaat komt in het verslag.\n\nOnderwerp 1")


def test_words_can_be_left_out_and_none_added(chat: Dialogue) -> None:
    """What is typed is shown again before it counts."""
    chat.says("citaten")
    chat.says("aanpassen")
    assert chat.says("de lamp is stuk en gevaarlijk").startswith("Er staat een woord in dat er niet stond.")
    assert "\nde lamp is stuk […]\n" in chat.says("De lamp is stuk")
    chat.says("goed")
    assert [event.text for event in chat.events if isinstance(event, QuoteApproved)] == [
        "de lamp is stuk […]"
    ]


def test_a_button_of_other_words_does_nothing(chat: Dialogue) -> None:
    """The button below the longer text is no yes to the shorter one, and a forged one is none at all."""
    chat.says("citaten")
    before = chat.buttons["Goed"]
    chat.says("aanpassen")
    chat.says("de lamp is stuk")
    chat.presses(before)
    chat.says("citaten")
    chat.presses(Act(Verb.QUOTE, f"good/{LAMP.signal}/{fingerprint('bel Kevin')}"))
    chat.says("citaten")
    chat.presses(Act(Verb.QUOTE, f"good/{MOULD.signal}/{fingerprint(MOULD.text)}"))
    assert chat.events == []


def test_words_that_changed_meanwhile_are_gone(chat: Dialogue) -> None:
    """Withdrawn, wiped or changed after they were shown: nothing is approved, the next one comes."""
    chat.says("citaten")
    chat.given(quoting=QuotingNow((replace(LAMP, text="bijna hetzelfde"), MOULD)))
    assert chat.says("goed").startswith("Deze zin is er niet meer, of is veranderd.")
    chat.given(state=Idle(), quoting=NOW).says("citaten")
    chat.given(quoting=QuotingNow())
    assert "Deze zin is er niet meer" in chat.taps("Goed")
    assert chat.events == []


def test_a_topic_has_room_for_two(chat: Dialogue) -> None:
    """The third sentence is not proposed, and a yes that comes too late is none."""
    third = replace(LAMP, signal=SignalNumber("2026-0009"), text="derde zin over de lamp")
    chat.given(quoting=QuotingNow((third, MOULD))).says("citaten")
    chat.given(quoting=QuotingNow((third, MOULD), approved=(LAMP, DARK)))
    assert chat.says("goed").startswith("Bij dit onderwerp staan al 2 citaten.\n\nOnderwerp 2")
    assert chat.events == []


def test_an_approved_quote_can_be_taken_away(chat: Dialogue) -> None:
    """The end shows them all, each with a button of its own."""
    chat.given(quoting=QuotingNow((LAMP,), approved=(LAMP, MOULD)))
    assert chat.says("citaten") == (
        "Er staan 2 citaten in het verslag.\n"
        "\n"
        "1. Bij Donker pad: de lamp is stuk en het is eng\n"
        "2. Bij Schimmel: schimmel in de slaapkamer\n"
        "[Weg: 1] [Weg: 2]"
    )
    assert chat.taps("Weg: 2").startswith("Dit citaat staat niet meer in het verslag.\n\nEr staat 1 citaat")
    assert chat.turn.events == (QuoteDropped(12, MOULD.signal),)
    assert "Deze zin is er niet meer" in chat.presses(Act(Verb.QUOTE, f"drop/99/{MOULD.signal}/x"))


@pytest.mark.parametrize("who", [PARTNER, PROFESSIONAL, RESIDENT])
def test_nobody_else_chooses(who: Person) -> None:
    """Not with the word, not with a forged button, not in a state of before."""
    state = Quoting(LAMP.topic, LAMP.signal, LAMP.text)
    chat = Dialogue(replace(situation(who), quoting=NOW, state=state))
    forged = Act(Verb.QUOTE, f"good/{LAMP.signal}/{fingerprint(LAMP.text)}")
    for answer in (chat.presses(forged), chat.given(state=state).says("de lamp")):
        assert answer == "Alleen de coordinator en de ervaringsdeskundige kiezen citaten."
    chat.says("citaten")
    assert chat.events == []


def test_the_expert_may_and_the_room_may_not() -> None:
    """Words of residents are read in a chat of two."""
    assert "de lamp is stuk" in Dialogue(replace(situation(EXPERT), quoting=NOW)).says("citaten")
    room = Dialogue(replace(situation(COORDINATOR, ROOM), quoting=NOW))
    assert room.says("citaten").startswith("Citaten kiest u in een gesprek met alleen u en mij.")
    assert room.presses(Act(Verb.QUOTE, "stop")).startswith("Citaten kiest u")


def test_nothing_to_choose() -> None:
    """No report yet, no sentence that may be shown, nothing approved: said plainly."""
    chat = Dialogue(situation(COORDINATOR))
    assert chat.says("citaten") == "Citaten kiest u als het verslag van de ronde er is."
    chat.given(quoting=QuotingNow())
    assert chat.says("citaten").startswith("Er is nu geen zin die een citaat kan worden.")


def test_stopping_and_other_words(chat: Dialogue) -> None:
    """`annuleer` and [Klaar] end it; other words show the sentence again."""
    chat.says("citaten")
    assert "de lamp is stuk en het is eng" in chat.says("hm")
    assert chat.says("annuleer") == "Er staan geen citaten in het verslag."
    chat.says("citaten")
    chat.taps("Klaar")
    assert isinstance(chat.now.state, Idle)
