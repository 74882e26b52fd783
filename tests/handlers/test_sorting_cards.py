"""Sorting in the chat: who may, what a card asks, what is kept, and how it ends."""

from dataclasses import replace

import pytest

from domain.events import SameTopic, SignalSetAside, SortingTakenBack, TopFiveStood
from domain.messages import Act, Verb
from domain.people import Person
from domain.signals import SignalNumber
from domain.sorting import CardKind, Given, SortCard
from domain.topics import SetAside
from handlers.states import Idle, Sorting
from handlers.turn import SortingNow, SortTopic
from tests.handlers.spoken import (
    COORDINATOR,
    EXPERT,
    NOVEMBER,
    PARTNER,
    RESIDENT,
    ROOM,
    Dialogue,
    situation,
)

LAMP, MOULD, PARKING = (SignalNumber(f"2026-000{number}") for number in (1, 2, 3))
TOPICS = (SortTopic("Schimmel", 9, "schimmel op de muur"), SortTopic("Parkeren", 1, "auto op de stoep"))
FILING = SortingNow(
    SortCard(CardKind.FILE, LAMP, (MOULD, PARKING)),
    "lamp kapot",
    TOPICS,
    unsure=3,
    cards_left=2,
    minutes=1,
    top=TOPICS,
)
MERGING = SortingNow(SortCard(CardKind.MERGE, MOULD, (PARKING,)), "", TOPICS, top=TOPICS)
ODD = SortingNow(SortCard(CardKind.ODD, LAMP, (MOULD,)), "lamp kapot", TOPICS[:1], top=TOPICS)


@pytest.fixture
def chat() -> Dialogue:
    """The coordinator's own chat, with a signal to file."""
    return Dialogue(replace(situation(COORDINATOR), sorting=FILING))


def test_it_says_how_long_it_takes_and_shows_a_card(chat: Dialogue) -> None:
    """How many are not sure, how many cards it takes, the words and the likely topics."""
    assert chat.says("sorteer") == (
        "3 signalen zijn nog niet zeker. De top 5 staat vast na ongeveer 2 kaarten (1 minuut).\n"
        "\n"
        '"lamp kapot"\n'
        "Bij welk onderwerp hoort dit?\n"
        "[Schimmel (9)] [Parkeren (1)] [Nieuw] [Geen signaal] [Houd apart] [Klaar]"
    )


@pytest.mark.parametrize(
    ("typed", "about"),
    [
        ("1", f"into/{LAMP}/{MOULD}"),
        ("parkeren", f"into/{LAMP}/{PARKING}"),
        ("nieuw", f"new/{LAMP}"),
        ("geen signaal", f"no-signal/{LAMP}"),
        ("Houd apart", f"hold/{LAMP}"),
        ("klaar", "done"),
    ],
)
def test_every_answer_can_be_typed(chat: Dialogue, typed: str, about: str) -> None:
    """By its number or its words; the answer names the signal of its card."""
    chat.says("sorteer")
    assert Act(Verb.SORT, about) in [choice.act for choice in chat.open]
    chat.says(typed)
    assert isinstance(chat.now.state, Idle if about == "done" else Sorting)


def test_an_answer_is_kept_at_once_and_can_be_taken_back(chat: Dialogue) -> None:
    """The link is an event of that very step; `terug` undoes it, and there is nothing more to undo."""
    chat.says("sorteer")
    chat.given(sorting=replace(MERGING, given=Given(same=((LAMP, MOULD),))))
    assert chat.says("1") == (
        '"Schimmel" (9), zoals: schimmel op de muur\n'
        '"Parkeren" (1), zoals: auto op de stoep\n'
        "Is dit hetzelfde onderwerp?\n"
        "[Ja] [Nee] [Terug] [Klaar]"
    )
    assert chat.turn.events == (SameTopic(LAMP, MOULD, same=True),)
    chat.given(sorting=FILING)
    assert "[Terug]" not in chat.says("terug")
    assert chat.events == [SameTopic(LAMP, MOULD, same=True), SortingTakenBack(((LAMP, MOULD),))]


def test_a_signal_is_set_aside(chat: Dialogue) -> None:
    """No signal, or not known yet: an event of its own; an odd one is asked with yes and no."""
    chat.says("sorteer")
    chat.given(sorting=replace(ODD, given=Given(aside=LAMP, why=SetAside.HELD)))
    assert chat.says("houd apart") == (
        '"lamp kapot"\nHoort dit bij "Schimmel" (9)?\n[Ja, hoort erbij] [Nee, haal eruit] [Terug] [Klaar]'
    )
    assert chat.turn.events == (SignalSetAside(LAMP, SetAside.HELD),)


def test_a_card_that_somebody_else_answered_is_replaced(chat: Dialogue) -> None:
    """Nothing is kept, the next card comes."""
    chat.says("sorteer")
    chat.given(sorting=MERGING)
    assert chat.says("nieuw").startswith("Die kaart is al beantwoord. Dit is de volgende.\n")
    assert chat.turn.events == ()


def test_it_says_once_that_the_five_stand(chat: Dialogue) -> None:
    """With the five to look at; who goes on is not told again."""
    chat.says("sorteer")
    chat.given(sorting=replace(MERGING, stands=True, given=Given(same=((LAMP, MOULD),))))
    assert chat.says("1") == (
        "De top 5 staat nu vast. U kunt stoppen of verder sorteren.\n[Bekijk de top 5] [Verder] [Stop]"
    )
    assert TopFiveStood(NOVEMBER.name) in chat.turn.events
    chat.given(sorting=replace(MERGING, stands=True))
    top = "Dit is nu de top 5:\n1. Schimmel (9 mensen)\n2. Parkeren (1 mens)\n[Verder] [Stop]"
    assert chat.says("bekijk de top 5") == top
    assert chat.says("verder").endswith("[Ja] [Nee] [Terug] [Klaar]")
    assert chat.says("stop").startswith("Gestopt met sorteren.")
    assert chat.turn.events == ()


def test_no_card_left_is_the_end(chat: Dialogue) -> None:
    """There is nothing more to ask: that is sorted as well."""
    chat.given(sorting=SortingNow(top=TOPICS))
    assert chat.says("sorteer").startswith("Er zijn geen kaarten meer.")
    assert chat.turn.events == (TopFiveStood(NOVEMBER.name),)


def test_other_words_leave_the_card_open(chat: Dialogue) -> None:
    """They are no signal and no answer; the next number is still an answer to the card."""
    chat.says("sorteer")
    assert chat.says("wat een werk zeg").startswith("U bent aan het sorteren.")
    chat.given(sorting=replace(MERGING, given=Given(same=((LAMP, MOULD),))))
    chat.says("1")
    assert chat.turn.events


def test_nothing_or_too_much_to_sort(chat: Dialogue) -> None:
    """Before the first signal, and where cards would take too long to choose."""
    assert chat.given(sorting=None).says("sorteer") == "Er is nog niets om te sorteren in deze ronde."
    assert chat.given(sorting=SortingNow(too_many=True)).says("sorteer").startswith("Er zijn te veel")


@pytest.mark.parametrize("who", [PARTNER, RESIDENT])
def test_a_sorter_without_the_role(who: Person) -> None:
    """An old button, or the word, gives nothing to who may not read the words of others."""
    chat = Dialogue(replace(situation(who), sorting=FILING, state=Sorting(FILING.card)))
    assert "lamp" not in chat.presses(Act(Verb.SORT, f"into/{LAMP}/{MOULD}"))
    assert chat.turn.events == ()
    assert chat.now.state == Idle()
    assert "lamp" not in chat.says("sorteer")


def test_not_in_the_group_and_by_the_expert_too() -> None:
    """Words of people are sorted in a chat of two; the expert may."""
    assert "eigen chat" in Dialogue(situation(COORDINATOR, ROOM)).says("sorteer")
    assert "lamp kapot" in Dialogue(replace(situation(EXPERT), sorting=FILING)).says("sorteer")
