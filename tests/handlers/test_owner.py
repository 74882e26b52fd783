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
from domain.report import Noticed
from handlers import owner
from handlers.reminders import SILENT, choices, readers, reminder
from handlers.states import Idle, TellingHow
from scheduler.calendar import CHECK, FIRST_STEP
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
    """Around the first step, around the check moment, and to the coordinator after two weekly ones."""
    buttons = "[Gestart] [Gelukt] [Duurt langer] [Lukt niet]"
    found = {kind: read(reminder(kind, action(), CORPORATION.key)) for kind in (*FIRST_STEP, *CHECK)}
    assert found["first-step"] == (
        'De eerste stap bij "Schimmel in flat De Linde" is voor 17 november: lijst van woningen\n'
        f"Hoe gaat het? Kies, of typ acties.\n{buttons}"
    )
    assert "Is die gezet?" in found["first-step-day"]
    assert found["first-step-week-1"] == found["first-step-week-2"]
    assert found["first-step-week-1"].startswith("Ik hoorde nog niets")
    assert "De actie: meet in alle woningen" in found["check"]
    assert found["promise"].startswith('De melders van "Schimmel in flat De Linde" horen binnenkort van ons.')
    for kind in SILENT:
        assert '"Schimmel in flat De Linde"' in found[kind]
        assert "(De corporatie)" in found[kind]
    assert all(text.endswith(buttons) for text in found.values())
    assert reminder("check", action(), CORPORATION.key).kind is Kind.NOTICE


def test_who_has_no_phone_is_asked_through_the_coordinator() -> None:
    """An owner outside the service, and one who stays silent; the message says so."""
    outside = replace(action(), owner_key=None)
    assert readers("check", action(), (COORDINATOR.key,)) == (CORPORATION.key,)
    assert readers("check", outside, (COORDINATOR.key,)) == (COORDINATOR.key,)
    assert readers("overdue", action(), (COORDINATOR.key,)) == (COORDINATOR.key,)
    text = read(reminder("first-step", outside, COORDINATOR.key))
    assert "De eigenaar (De corporatie) heeft hier geen telefoon. Vraagt u het na?" in text
    assert "telefoon" not in read(reminder("overdue", outside, COORDINATOR.key))


def test_only_possible_moves_are_offered() -> None:
    """What has started cannot start again; what is done offers nothing."""
    started = read(reminder("check", action(status=ActionStatus.STARTED), CORPORATION.key))
    assert started.endswith("[Gelukt] [Duurt langer] [Lukt niet]")
    assert not choices(action(status=ActionStatus.DONE))


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
    chat.says("de lampen hangen")
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
        "1. Schimmel in flat De Linde (De corporatie): nog niet gestart. "
        "Eerste stap voor 17 november: lijst van woningen. We kijken op 15 december.\n"
        "2. Schimmel in flat De Linde (Team Zorg): duurt langer. We kijken op 15 december.\n"
        'Uw actie bij "Schimmel in flat De Linde": meet in alle woningen\n'
        "Stand: nog niet gestart. Eerste stap voor 17 november: lijst van woningen. "
        "We kijken op 15 december.\n"
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


def test_everybody_in_the_room_may_see_the_list(chat: Dialogue) -> None:
    """A partner who never took a code too; in a private chat the word means nothing to a resident."""
    chat.given(person=RESIDENT, room=ROOM)
    assert chat.says("acties").startswith("Lopende acties:")


def test_partners_are_named_and_what_was_finished_is_seen(chat: Dialogue) -> None:
    """With what the reporters notice, in words: a number could be somebody's answer."""
    done = replace(action(8, ActionStatus.DONE, CARE), title="Stoep kapot")
    chat.given(actions=(replace(action(), partners="Team Zorg"),), finished=(done,))
    assert "(De corporatie, met Team Zorg)" in chat.says("acties")
    assert "Pas afgerond:\n- Stoep kapot (Team Zorg): gelukt." in chat.says("acties")
    for counts, words in (
        ((2, 1, 1, 9), "Te weinig melders zeiden of zij verschil merken."),
        ((3, 1, 1, 0), "De meeste melders merken verschil."),
        ((2, 1, 3, 0), "Ongeveer de helft van de melders merkt verschil."),
        ((1, 0, 4, 2), "De meeste melders merken geen verschil."),
    ):
        chat.given(noticed={8: Noticed(*counts)})
        assert chat.says("acties").splitlines()[3] == f"- Stoep kapot (Team Zorg): gelukt. {words}"


def test_a_long_list_is_cut_and_an_empty_one_said(chat: Dialogue) -> None:
    """Fifteen lines, and how many more."""
    chat.given(actions=tuple(action(number, owner=CARE) for number in range(17)))
    assert chat.says("acties").endswith("\nEn nog 2 acties.")
    chat.given(actions=())
    assert chat.says("acties") == "Er lopen nu geen acties."


def test_a_word_of_a_button_is_no_news(chat: Dialogue) -> None:
    """The reporters read the sentence of the owner; "gestart" or "goed" alone tells them nothing."""
    chat.says("acties")
    chat.taps("Gestart")
    for word in ("goed", "gestart"):
        assert chat.says(word).startswith("Typ")
    assert not chat.events
    assert chat.says("de monteur komt morgen").startswith("Dank u")
