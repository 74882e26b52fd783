"""Telling everybody: the coordinator takes texts and papers of the last round that was told."""

from dataclasses import replace
from datetime import date

import pytest

from domain.messages import Act, Attachment, Verb
from domain.people import Person
from domain.rounds import RoundName
from domain.telling import Retelling
from tests.handlers.spoken import COORDINATOR, EXPERT, PARTNER, RESIDENT, ROOM, Dialogue, situation

TEXTS = {"newsletter": "De brief.", "website": "# De site.", "chat": "Kort."}
TOLD = Retelling(RoundName("2026-10"), date(2026, 10, 31), TEXTS, result=True)


@pytest.fixture
def chat() -> Dialogue:
    """The coordinator's own chat; October was told."""
    return Dialogue(replace(situation(COORDINATOR), retelling=TOLD))


def attached(chat: Dialogue) -> Attachment | None:
    """The file of the last answer."""
    return chat.turn.messages[-1].attachment


def test_everything_can_be_had_with_one_tap(chat: Dialogue) -> None:
    """Texts come as they are, papers as a file."""
    assert chat.says("terugkoppeling") == (
        "Dit mag iedereen weten van de ronde tot en met 31 oktober. Het zijn nagelezen woorden. "
        "Wat wilt u hebben?\n"
        "[Nieuwsbrief] [Website] [Kort bericht] [Blad om uit te delen] [Poster] [Poster met resultaat]"
    )
    assert chat.says("1") == "De brief."
    chat.says("terugkoppeling")
    assert chat.taps("Website") == "# De site."
    assert chat.taps("Kort bericht") == "Kort."
    assert chat.taps("Blad om uit te delen") == "Om te printen of door te sturen."
    assert attached(chat) == Attachment("feedback", "boomgaard/2026-10")
    chat.taps("Poster met resultaat")
    assert attached(chat) == Attachment("poster-done", "boomgaard/2026-10")
    assert not chat.events


def test_what_waits_is_said(chat: Dialogue) -> None:
    """Words that nobody read yet are not in it; without a result there is no poster of it."""
    chat.given(retelling=replace(TOLD, waiting=2, result=False))
    said = chat.says("terugkoppeling")
    assert "2 teksten wachten nog op nalezen en staan er niet bij." in said
    assert "Poster met resultaat" not in said


def test_before_the_first_round_there_is_a_poster(chat: Dialogue) -> None:
    """It invites; an old button for something else offers what there is."""
    chat.given(retelling=None)
    none = (
        "Er is nog geen ronde met nagelezen antwoorden. U kunt wel een poster maken die bewoners uitnodigt."
    )
    assert chat.says("terugkoppeling") == f"{none}\n[Poster]"
    assert chat.presses(Act(Verb.RETELL, "newsletter")).startswith(none)
    assert chat.presses(Act(Verb.RETELL, "poster-done")).startswith(none)
    assert chat.presses(Act(Verb.RETELL, "anything")).startswith(none)
    chat.taps("Poster")
    assert attached(chat) == Attachment("poster", "boomgaard")


@pytest.mark.parametrize("who", [PARTNER, EXPERT])
def test_the_coordinator_makes_it(chat: Dialogue, who: Person) -> None:
    """Rights are looked at when it is asked and when a button is pressed, in a group as well."""
    refused = "De terugkoppeling voor iedereen maakt de coordinator."
    chat.given(person=who)
    assert chat.says("terugkoppeling") == refused
    assert chat.given(room=ROOM).presses(Act(Verb.RETELL, "newsletter")) == refused


def test_a_resident_says_something_else(chat: Dialogue) -> None:
    """To somebody without a role, and with more words, it is an ordinary word."""
    chat.given(person=RESIDENT)
    assert "coordinator" not in chat.says("terugkoppeling")
    chat.given(person=COORDINATOR)
    assert "Wat wilt u hebben?" not in chat.says("terugkoppeling van de gemeente duurt lang")
