"""Acting: one tap and one sentence of the owner, read by somebody else before the reporters see it."""

from dataclasses import replace
from datetime import date

import pytest

from domain.actions import ActionStatus
from domain.events import ActionMoved
from domain.feedback import FeedbackKind
from domain.heard import Command, Said
from domain.messages import Act, Kind, Verb
from domain.people import Person, Role
from handlers import owner
from handlers.states import Idle, TellingHow
from tests.handlers.spoken import (
    CARE,
    COORDINATOR,
    CORPORATION,
    EXPERT,
    PARTNER,
    RESIDENT,
    ROOM,
    Dialogue,
    action,
    read,
    situation,
)

OWNER = Person(CORPORATION.key, district="boomgaard", roles=frozenset({Role.PARTNER}), known=True)


@pytest.fixture
def chat() -> Dialogue:
    """The owner's own chat, with one planned action."""
    return Dialogue(replace(situation(OWNER), actions=(action(),)))


# --- reminders ---------------------------------------------------------------------------------


def test_reminders_say_what_and_offer_the_moves() -> None:
    """Before the first step, at the check moment, near a promise date, and to the coordinator when late."""
    buttons = "[Gestart] [Gelukt] [Duurt langer] [Lukt niet]"
    first = owner.first_step_reminder(action(), CORPORATION.key)
    check = owner.check_reminder(action(), CORPORATION.key)
    promise = owner.promise_reminder(action(), CORPORATION.key)
    late = owner.overdue_notice(action(), COORDINATOR.key)
    assert read(first) == (
        'De eerste stap bij "Schimmel in flat De Linde" is voor 17 november: lijst van woningen\n'
        f"Hoe gaat het? Kies, of typ acties.\n{buttons}"
    )
    assert "De actie: meet in alle woningen" in read(check)
    assert read(promise).startswith('De melders van "Schimmel in flat De Linde" horen binnenkort van ons.')
    assert '"Schimmel in flat De Linde" (De corporatie)' in read(late)
    assert "15 december" in read(late)
    assert {one.kind for one in (first, check, promise, late)} == {Kind.NOTICE}
    assert [one.to for one in (first, late)] == [CORPORATION.key, COORDINATOR.key]


def test_only_possible_moves_are_offered() -> None:
    """What has started cannot start again; what is done offers nothing."""
    started = read(owner.check_reminder(action(status=ActionStatus.STARTED), CORPORATION.key))
    assert started.endswith("[Gelukt] [Duurt langer] [Lukt niet]")
    assert not owner.choices(action(status=ActionStatus.DONE))


# --- how it goes -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("button", "status", "kind", "question"),
    [
        ("Gestart", ActionStatus.STARTED, FeedbackKind.STARTED, "Goed om te horen. Wat gebeurt er nu?"),
        ("Gelukt", ActionStatus.DONE, FeedbackKind.DONE, "Mooi. Wat is er klaar"),
        ("Lukt niet", ActionStatus.IMPOSSIBLE, FeedbackKind.IMPOSSIBLE, "Jammer. Waarom lukt het niet?"),
    ],
)
def test_one_tap_and_one_sentence(
    chat: Dialogue, button: str, status: ActionStatus, kind: FeedbackKind, question: str
) -> None:
    """Each status has its own question; the sentence waits for a check, and the checker hears that."""
    chat.says("acties")
    assert chat.taps(button).startswith(question)
    thanks = chat.says("er is vandaag iets gebeurd")
    assert thanks.endswith("Uw zin wordt eerst nagekeken, daarna horen de melders het.")
    assert chat.events == [ActionMoved(7, status, "Er is vandaag iets gebeurd.", kind)]
    assert [(one.to, one.text.key, one.kind) for one in chat.others] == [
        (EXPERT.key, "expert-waits", Kind.NOTICE)
    ]
    assert chat.now.state == Idle()


@pytest.mark.parametrize(
    ("answer", "day"),
    [
        ("Over 4 weken", date(2026, 12, 1)),
        ("3", date(2026, 12, 15)),
        ("20-12", date(2026, 12, 20)),
        ("over 10 weken", date(2027, 1, 12)),
    ],
)
def test_what_takes_longer_gets_a_new_check_moment(chat: Dialogue, answer: str, day: date) -> None:
    """First when we look again, then why."""
    chat.says("acties")
    asked = chat.taps("Duurt langer")
    assert asked.endswith("[Over 2 weken] [Over 4 weken] [Over 6 weken]")
    assert "Waarom duurt het langer?" in chat.says(answer)
    chat.says("de lampen zijn laat")
    assert chat.events == [
        ActionMoved(7, ActionStatus.DELAYED, "De lampen zijn laat.", FeedbackKind.DELAYED, day)
    ]


@pytest.mark.parametrize("typed", ["ooit", "3-11", "over 40 weken", "1-1-2020"])
def test_a_check_moment_lies_ahead(chat: Dialogue, typed: str) -> None:
    """Not today, not in the past, and within half a year."""
    chat.given(state=TellingHow(7, ActionStatus.DELAYED))
    assert chat.says(typed).startswith("Die datum kan niet. Typ een dag tot en met 4 mei")
    assert chat.now.state == TellingHow(7, ActionStatus.DELAYED)


def test_the_coordinator_checks_where_there_is_no_expert(chat: Dialogue) -> None:
    """Somebody always reads the words first."""
    chat.given(experts=())
    chat.says("acties")
    chat.taps("Gelukt")
    chat.says("klaar")
    assert [one.to for one in chat.others] == [COORDINATOR.key]


def test_a_sentence_is_short_and_in_words(chat: Dialogue) -> None:
    """A picture or a whole letter is asked again as one sentence."""
    chat.given(state=TellingHow(7, ActionStatus.DONE))
    assert chat.says("a" * 401) == "Typ één korte zin voor de melders, van hooguit 400 tekens."
    turn = owner.said(chat.now, Said("", photo="f"))
    assert turn is not None
    assert turn.state == TellingHow(7, ActionStatus.DONE)


# --- who may, and what still can -----------------------------------------------------------------


def test_only_the_owner_or_the_coordinator_tells(chat: Dialogue) -> None:
    """Others get one line that says who can, when they press and when they type."""
    refused = "Alleen de eigenaar (De corporatie) of de coordinator zegt hoe deze actie gaat."
    chat.given(person=PARTNER)
    assert chat.presses(Act(Verb.REPORT_DONE, "7")) == refused
    assert chat.presses(Act(Verb.CHECK_IN, "action/7/4")) == refused
    chat.given(state=TellingHow(7, ActionStatus.DONE))
    assert chat.says("het is klaar") == refused
    assert chat.now.state == Idle()
    chat.given(person=COORDINATOR)
    chat.presses(Act(Verb.REPORT_DONE, "7"))
    chat.says("het is klaar")
    assert len(chat.events) == 1


def test_an_action_that_is_over_cannot_move(chat: Dialogue) -> None:
    """An old button, or a sentence that comes after somebody else said it was done."""
    chat.presses(Act(Verb.REPORT_STARTED, "7"))
    chat.given(actions=())
    assert chat.says("we zijn begonnen") == "Deze actie is al afgerond."
    assert chat.presses(Act(Verb.REPORT_DONE, "7")) == "Deze actie is al afgerond."
    assert chat.presses(Act(Verb.CHECK_IN, "action/7/4")) == "Deze actie is al afgerond."
    assert not chat.events


def test_a_move_that_was_made_is_said(chat: Dialogue) -> None:
    """Started twice is no news; what can still happen is offered."""
    chat.given(actions=(action(status=ActionStatus.STARTED),))
    assert chat.presses(Act(Verb.REPORT_STARTED, "7")) == (
        '"Schimmel in flat De Linde" staat al op: gestart. Is er iets veranderd?\n'
        "[Gelukt] [Duurt langer] [Lukt niet]"
    )


def test_a_sentence_can_be_left(chat: Dialogue) -> None:
    """`annuleer` changes nothing."""
    chat.presses(Act(Verb.REPORT_STARTED, "7"))
    assert chat.says("annuleer") == "Gestopt. Er is niets veranderd."
    assert chat.now.state == Idle()
    assert not chat.events


def test_other_words_and_buttons_are_not_ours(chat: Dialogue) -> None:
    """A resident who says `acties` says an ordinary word; so does anybody who says more."""
    resident = replace(chat.now, person=RESIDENT)
    assert owner.commanded(resident, Command.ACTIONS, "") is None
    assert owner.commanded(chat.now, Command.ACTIONS, "voor kinderen") is None
    assert owner.commanded(chat.now, Command.CANCEL, "") is None
    assert owner.said(chat.now, Said("een lamp kapot")) is None
    assert owner.pressed(chat.now, Act(Verb.CHECK_IN, "topic/7/6")) is None
    assert owner.pressed(chat.now, Act(Verb.WIPE)) is None


# --- the list ----------------------------------------------------------------------------------


def test_the_list_shows_all_and_the_own_ones_with_buttons(chat: Dialogue) -> None:
    """Partners see each other's actions; buttons are for one's own."""
    chat.given(actions=(action(), action(8, ActionStatus.DELAYED, CARE)))
    assert chat.says("acties") == (
        "Lopende acties:\n"
        "1. Schimmel in flat De Linde (De corporatie): nog niet gestart. We kijken op 15 december.\n"
        "2. Schimmel in flat De Linde (Team Zorg): duurt langer. We kijken op 15 december.\n"
        'Uw actie bij "Schimmel in flat De Linde": meet in alle woningen\n'
        "Stand: nog niet gestart. We kijken op 15 december.\n"
        "[Gestart] [Gelukt] [Duurt langer] [Lukt niet]"
    )


def test_an_owner_without_a_role_has_the_list(chat: Dialogue) -> None:
    """Owning an action is enough."""
    chat.given(person=replace(OWNER, roles=frozenset()))
    assert chat.says("acties").startswith("Lopende acties:")


def test_in_the_room_the_list_has_no_buttons(chat: Dialogue) -> None:
    """A sentence is told in one's own chat, where nobody talks through it."""
    chat.given(room=ROOM, state=TellingHow(7, ActionStatus.DONE))
    assert "[" not in chat.says("acties")
    one = owner.commanded(chat.now, Command.ACTIONS, "1")
    assert one is not None
    assert not one.messages[0].choices
    assert one.state == chat.now.state


def test_one_action_by_its_number(chat: Dialogue) -> None:
    """The coordinator can tell for an owner without a phone; a partner can look."""
    for who, buttons in ((COORDINATOR, 4), (PARTNER, 0), (OWNER, 4)):
        turn = owner.commanded(replace(chat.now, person=who), Command.ACTIONS, "1")
        assert turn is not None
        assert len(turn.messages[0].choices) == buttons
    assert chat.says("acties 2") == "Dat nummer is er niet. Er is 1 actie. Typ: acties 1"


def test_a_long_list_is_cut_and_an_empty_one_said(chat: Dialogue) -> None:
    """Fifteen lines, and how many more."""
    chat.given(actions=tuple(action(number, owner=CARE) for number in range(17)))
    assert chat.says("acties").endswith("\nEn nog 2 acties.")
    chat.given(actions=())
    assert chat.says("acties") == "Er lopen nu geen acties."
