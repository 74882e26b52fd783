"""Choosing: five topics, one answer each, and then everybody hears."""

from dataclasses import replace
from datetime import date

import pytest

from domain.actions import ActionStatus
from domain.decisions import Outcome, Plan
from domain.events import RoundClosed, TopicAnswered
from domain.heard import Command, Said
from domain.messages import Act, Kind, Verb
from domain.people import Person
from domain.rounds import RoundStatus
from handlers import partnership
from handlers.states import Choosing, ConfirmingClose, GivingReason, Idle, Planning, PlanPart, TellingHow
from tests.handlers.spoken import (
    CARE,
    COORDINATOR,
    CORPORATION,
    EXPERT,
    PARTNER,
    PROFESSIONAL,
    RESIDENT,
    ROOM,
    ROUND,
    Dialogue,
    action,
    begun,
    read,
    situation,
)


@pytest.fixture
def room() -> Dialogue:
    """The group of the wijkverband, a partner speaking."""
    return Dialogue(situation(PARTNER, ROOM)).given(meeting=begun())


@pytest.fixture
def table() -> Dialogue:
    """The coordinator's own chat, at the table."""
    return Dialogue(situation(COORDINATOR)).given(meeting=begun())


def _not_now(chat: Dialogue, reason: str = "het is te duur") -> str:
    chat.taps("Nu niet")
    chat.says(reason)
    return chat.taps("Goed")


def _taken_up(chat: Dialogue, *, owner: str = "Team Zorg") -> str:
    chat.taps("Oppakken")
    chat.says("we meten in alle woningen")
    chat.says(owner)
    chat.taps("Geen")
    chat.says("een lijst van woningen")
    chat.taps("Over 6 weken")
    return chat.taps("Goed")


# --- one topic ---------------------------------------------------------------------------------


def test_a_topic_is_taken_up_in_seven_short_steps(room: Dialogue) -> None:
    """The questions of template 2, one at a time, end in a plan and the sentence that reporters read."""
    assert room.says("begin") == (
        "Onderwerp 1 van 5: Schimmel in flat De Linde (16 mensen). Wat doen we?\n"
        "[Oppakken] [Nu niet] [Later] [Hoort bij een ander]"
    )
    assert room.taps("Oppakken") == "Wat gaan we doen? Klein en concreet, in één zin."
    owner = room.says("de corporatie meet in alle woningen\nen begint in portiek 3")
    assert owner.endswith("[De corporatie] [Team Zorg] [Iemand anders]")
    assert room.taps("De corporatie") == "Wie doet er nog meer mee?\n[Geen]"
    assert room.says("Team Zorg") == "Wat is de eerste stap, binnen twee weken?"
    check = room.says("lijst van woningen met vocht")
    assert check == "Wanneer kijken we of het werkt?\n[Over 6 weken] [Over 8 weken] [Andere datum]"
    assert room.taps("Over 8 weken") == (
        "Zo vertellen we het aan de 16 melders:\n"
        "Wat gaan we doen? De corporatie meet in alle woningen en begint in portiek 3."
        " De eerste stap is voor 17 november. U hoort opnieuw van ons op 29 december.\n"
        "[Goed] [Aanpassen] [Andere dag eerste stap]"
    )
    assert room.taps("Goed").startswith(
        "Onderwerp 1 heeft een antwoord.\nOnderwerp 2 van 5: Parkeren bij school"
    )
    what = "de corporatie meet in alle woningen en begint in portiek 3"
    plan = Plan(
        what,
        "De corporatie",
        CORPORATION.key,
        "Team Zorg",
        "lijst van woningen met vocht",
        date(2026, 11, 17),
        date(2026, 12, 29),
    )
    sentence = "De corporatie meet in alle woningen en begint in portiek 3."
    assert room.events == [TopicAnswered(11, Outcome.TAKEN_UP, sentence, "", plan)]


def test_the_owner_hears_at_once(room: Dialogue) -> None:
    """Who owns the action gets it in their own chat, with the first step and its day."""
    room.says("begin")
    _taken_up(room)
    (notice,) = room.others
    assert (notice.to, notice.kind) == (CARE.key, Kind.NOTICE)
    assert "Eerste stap, voor 17 november: een lijst van woningen" in read(notice)
    assert "Doet mee: nog niemand anders" in read(notice)


def test_an_owner_without_a_phone_can_be_typed(room: Dialogue) -> None:
    """Anybody can own an action; reminders then go to the coordinator."""
    room.says("begin")
    room.taps("Oppakken")
    room.says("een fietsdag")
    assert room.taps("Iemand anders") == "Typ de organisatie of rol van de eigenaar."
    room.says("Fietsersbond")
    room.taps("Geen")
    room.says("bellen")
    room.taps("Over 6 weken")
    room.taps("Goed")
    (event,) = room.events
    assert isinstance(event, TopicAnswered)
    assert event.plan is not None
    assert (event.plan.owner, event.plan.owner_key) == ("Fietsersbond", None)
    assert not room.others


def test_a_typed_label_is_the_person_invited(room: Dialogue) -> None:
    """Typing an owner's label, in any case, gives them the reminders: there may be too many for buttons."""
    room.says("begin")
    room.taps("Oppakken")
    room.says("een fietsdag")
    room.open = ()
    room.says("TEAM ZORG")
    assert isinstance(room.now.state, Planning)
    assert room.now.state.owner_key == CARE.key


@pytest.mark.parametrize(
    ("button", "outcome", "question"),
    [
        ("Nu niet", Outcome.NOT_NOW, "Waarom nu niet?"),
        ("Later", Outcome.LATER, "Waarom later, en wanneer dan wel?"),
    ],
)
def test_not_taken_up_needs_a_reason(room: Dialogue, button: str, outcome: Outcome, question: str) -> None:
    """The reason is what the reporters read."""
    room.says("begin")
    assert room.taps(button).startswith(question)
    shown = room.says("de gemeente repareert de stoep in maart al")
    assert "Waarom niet? De gemeente repareert de stoep in maart al." in shown
    assert "Onderwerp 2 van 5" in room.taps("Goed")
    reason = "de gemeente repareert de stoep in maart al"
    assert room.events == [TopicAnswered(11, outcome, "De gemeente repareert de stoep in maart al.", reason)]


def test_the_words_can_be_adjusted(room: Dialogue) -> None:
    """Aanpassen asks for the sentence itself; the reason and the plan stay as they were."""
    room.says("begin")
    room.taps("Nu niet")
    room.says("geen geld")
    assert room.taps("Aanpassen") == "Typ de zin zoals de melders hem moeten lezen."
    assert "Er is dit jaar geen geld voor." in room.says("er is dit jaar geen geld voor")
    room.taps("Goed")
    room.taps("Oppakken")
    for line in ("lampen", "Team Zorg", "niemand", "bellen", "1"):
        room.says(line)
    assert room.taps("Aanpassen") == "Typ de zin zoals de melders hem moeten lezen."
    assert "Er komen lampen." in room.says("Er komen lampen.")
    room.taps("Goed")
    first, second = room.events
    assert first == TopicAnswered(11, Outcome.NOT_NOW, "Er is dit jaar geen geld voor.", "geen geld")
    assert isinstance(second, TopicAnswered)
    assert second.plan is not None
    assert (second.sentence, second.plan.what) == ("Er komen lampen.", "lampen")


def test_a_third_topic_needs_a_reason(room: Dialogue) -> None:
    """One or two a round is the rule; why there is room for more is kept with the answer."""
    room.says("begin")
    _taken_up(room)
    _taken_up(room)
    assert room.taps("Oppakken").startswith("Er zijn al 2 onderwerpen opgepakt.")
    assert room.says("het kost niets").startswith("Wat gaan we doen?")
    for line in ("lamp", "Team Zorg", "Geen", "bellen", "1"):
        room.says(line)
    room.taps("Goed")
    third = room.events[-1]
    assert isinstance(third, TopicAnswered)
    assert third.reason == "het kost niets"


# --- the check moment --------------------------------------------------------------------------


@pytest.fixture
def checking(room: Dialogue) -> Dialogue:
    """The check moment is asked, on 3 November 2026."""
    room.says("begin")
    room.taps("Oppakken")
    for line in ("lamp", "Team Zorg", "Geen", "bellen"):
        room.says(line)
    return room


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("15-12", date(2026, 12, 15)),
        ("op 8/12", date(2026, 12, 8)),
        ("5.1.2027", date(2027, 1, 5)),
        ("5-1-27", date(2027, 1, 5)),
        ("5-1", date(2027, 1, 5)),
        ("over 7 weken", date(2026, 12, 22)),
        ("in 7 weeks", date(2026, 12, 22)),
        ("7", date(2026, 12, 22)),
    ],
)
def test_a_day_can_be_typed(checking: Dialogue, typed: str, day: date) -> None:
    """Day and month, with a year or without, or a number of weeks."""
    checking.says(typed)
    assert isinstance(checking.now.state, Planning)
    assert (checking.now.state.asks, checking.now.state.check_on) == (PlanPart.SENTENCE, day)


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("over een tijdje", "Die datum snap ik niet."),
        ("31-2", "Die datum snap ik niet."),
        ("40-50-2026", "Die datum snap ik niet."),
        ("20-11", "Die dag is te vroeg of te laat"),
        ("over 20 weken", "Die dag is te vroeg of te laat"),
        ("1-12-2025", "Die dag is te vroeg of te laat"),
    ],
)
def test_a_day_that_cannot_be_is_asked_again(checking: Dialogue, typed: str, answer: str) -> None:
    """It says why and which days are possible."""
    said = checking.says(typed)
    assert said.startswith(answer)
    assert "van 8 december tot en met 12 januari" in said
    assert isinstance(checking.now.state, Planning)
    assert checking.now.state.asks is PlanPart.CHECK


def test_another_day_says_how_to_type_it(checking: Dialogue) -> None:
    """The third button only explains."""
    said = checking.presses(Act(Verb.CHECK_IN, "topic/11/"))
    assert said == "Typ de datum zo: 15-1. Kies een dag van 8 december tot en met 12 januari."


# --- people talk in a group --------------------------------------------------------------------


def test_talk_in_the_room_is_left_alone(room: Dialogue) -> None:
    """Without an open question, or before a choice of buttons, the bot is silent and nothing changes."""
    assert room.says("is de koffie klaar") == ""
    room.says("begin")
    asked = room.now.state
    assert room.says("dat is een lastige, wat vinden jullie") == ""
    assert room.now.state == asked
    room.taps("Nu niet")
    room.says("geen geld")
    shown = room.now.state
    assert room.says("dat klinkt wat hard, toch") == ""
    assert room.now.state == shown
    assert not room.events


@pytest.mark.parametrize("who", [RESIDENT, PROFESSIONAL, EXPERT])
def test_only_who_decides_answers(room: Dialogue, who: Person) -> None:
    """Others may talk along in the room; their words are no answer, their buttons say who can."""
    room.says("begin")
    room.taps("Oppakken")
    room.given(person=who)
    assert room.says("gratis patat voor iedereen") == ""
    assert room.presses(Act(Verb.TAKE_UP, "12")).startswith("Kiezen kan iemand van het wijkverband")
    assert room.says("annuleer").startswith("Kiezen kan iemand")
    assert room.says("sluit ronde").startswith("Kiezen kan iemand")
    assert room.now.state == Planning(11, PlanPart.WHAT)


def test_a_photo_without_words_is_no_answer(room: Dialogue, table: Dialogue) -> None:
    """In the room it is left alone; in a private chat the question is said again."""
    for chat in (room, table):
        chat.says("begin")
        chat.taps("Oppakken")
    assert partnership.said(room.now, Said("", photo="f")) == replace(room.turn, messages=())
    repeated = partnership.said(table.now, Said("  ", photo="f"))
    assert repeated is not None
    assert read(repeated.messages[0]) == "Wat gaan we doen? Klein en concreet, in één zin."


@pytest.mark.parametrize("state", [Planning(11, PlanPart.OWNER), GivingReason(11, Outcome.LATER)])
def test_a_number_without_a_choice_is_asked_again(room: Dialogue, state: Planning | GivingReason) -> None:
    """Nobody is called 9, and no reason is."""
    asked = room.given(state=state).says("9")
    assert asked.startswith(("Wie is eigenaar?", "Waarom later"))
    assert room.now.state == state


def test_too_long_an_answer_is_asked_shorter(room: Dialogue) -> None:
    """Each answer fits the report and the sentence back."""
    room.says("begin")
    room.taps("Nu niet")
    assert room.says("a" * 301) == "Dat is lang. Kan het korter? Het mag hooguit 300 tekens zijn."
    room.says("a" * 300)
    room.taps("Aanpassen")
    assert "400 tekens" in room.says("a" * 401)
    room.given(state=Planning(11, PlanPart.OWNER))
    assert "80 tekens" in room.says("a" * 81)
    room.given(state=Planning(11, PlanPart.WHAT))
    assert "300 tekens" in room.says("a" * 301)


# --- the coordinator's chat at the table -------------------------------------------------------


def test_in_private_a_choice_is_asked_again(table: Dialogue) -> None:
    """Words that choose nothing do not become a signal while a question is open."""
    table.says("begin")
    assert table.says("tja wat zullen we doen").startswith("Onderwerp 1 van 5")
    table.taps("Nu niet")
    table.says("geen geld")
    assert table.says("hmm").startswith("Zo vertellen we het")
    table.given(state=ConfirmingClose())
    assert table.says("even denken").startswith("De ronde kan nog niet dicht.")


def test_private_words_of_others_are_not_ours(table: Dialogue) -> None:
    """Without an open question a text is a signal, and so are our words without a role."""
    resident = replace(table.now, person=RESIDENT)
    assert partnership.said(table.now, Said("een lamp kapot")) is None
    assert partnership.commanded(resident, Command.BEGIN, "") is None
    assert partnership.commanded(table.now, Command.BEGIN, "3 lampen") is None
    assert partnership.commanded(table.now, Command.CLOSE, "nu") is None
    assert partnership.commanded(table.now, Command.CANCEL, "") is None
    assert partnership.commanded(table.now, Command.STATUS, "") is None


def test_a_role_that_ended_does_not_answer(table: Dialogue) -> None:
    """Rights are looked at when they are used, not when the question was asked."""
    table.says("begin")
    table.taps("Nu niet")
    table.given(person=EXPERT)
    assert table.says("omdat het zo is").startswith(
        "Kiezen kan iemand van het wijkverband of de coordinator."
    )
    assert table.now.state == Idle()
    assert not table.events


# --- odd orders --------------------------------------------------------------------------------


def test_begin_goes_on_where_it_stopped(room: Dialogue) -> None:
    """Half an answer is not thrown away by `begin`; after `annuleer` the topic is asked anew."""
    room.says("begin")
    _not_now(room)
    room.taps("Oppakken")
    room.says("lampen")
    assert room.says("begin").startswith("Wie is eigenaar?")
    assert room.says("annuleer").startswith("Gestopt.")
    assert room.now.state == Idle()
    assert room.taps("Ga verder").startswith("Onderwerp 2 van 5")
    room.taps("Later")
    assert room.presses(Act(Verb.BEGIN, ROUND)).startswith("Waarom later")
    assert len(room.events) == 1


def test_a_topic_can_be_chosen_by_its_number(room: Dialogue) -> None:
    """`begin 3` asks number three; a number that is not there says which are."""
    assert room.says("begin 3").startswith("Onderwerp 3 van 5: Donker pad")
    assert room.says("begin 9").startswith("Dat nummer is er niet. Kies een onderwerp van 1 tot en met 5.")
    assert room.now.state == Choosing(13)


def test_two_people_at_once(room: Dialogue, table: Dialogue) -> None:
    """The second answer to a topic is not kept: the first is shown, with the way on and the way back."""
    table.says("begin")
    table.taps("Nu niet")
    room.says("begin")
    _not_now(room, "dat doet de gemeente al")
    table.given(meeting=room.now.meeting)
    assert table.says("wij willen dit niet") == (
        "Onderwerp 1 heeft al een antwoord.\nSchimmel in flat De Linde: nu niet. Dat doet de gemeente al.\n"
        "[Wijzig onderwerp 1] [Onderwerp 1 opnieuw] [Ga verder]"
    )
    assert not table.events
    assert table.presses(Act(Verb.TAKE_UP, "11")).startswith("Onderwerp 1 heeft al een antwoord.")
    assert table.presses(Act(Verb.APPROVE, "topic/11")).startswith("Onderwerp 1 heeft al een antwoord.")
    table.taps("Onderwerp 1 opnieuw")
    assert _not_now(table).startswith("Onderwerp 1 heeft een antwoord.\nOnderwerp 2 van 5")
    assert table.taps("Later").startswith("Waarom later")


def test_a_wrong_tap_is_mended_by_the_right_one(room: Dialogue) -> None:
    """Another outcome for the topic on the table takes the place of the first."""
    room.says("begin")
    room.taps("Oppakken")
    assert room.presses(Act(Verb.NOT_NOW, "11")).startswith("Waarom nu niet?")
    assert room.now.state == GivingReason(11, Outcome.NOT_NOW)


def test_buttons_of_another_topic_do_not_disturb_a_plan(room: Dialogue) -> None:
    """Halfway a plan the open question is said again; before it, another topic may come first."""
    room.says("begin")
    assert room.presses(Act(Verb.LATER, "13")).startswith("Waarom later")
    assert room.presses(Act(Verb.NOT_NOW, "11")).startswith("Waarom later")
    assert room.presses(Act(Verb.APPROVE, "topic/11")).startswith("Waarom later")
    assert room.presses(Act(Verb.APPROVE, "topic/13")).startswith("Waarom later")
    assert room.presses(Act(Verb.SET_OWNER, f"topic/13/{CARE.key}")).startswith("Waarom later")
    room.given(state=Choosing(12))
    assert room.presses(Act(Verb.APPROVE, "topic/12")).startswith("Onderwerp 2 van 5")
    room.given(state=Idle())
    assert room.presses(Act(Verb.APPROVE, "topic/11")).startswith("Onderwerp 1 van 5")


def test_what_left_the_table_is_said(room: Dialogue) -> None:
    """Buttons and questions of an earlier round lead to what is going on now."""
    waits = "Er is nu niets om te kiezen. Tot en met 30 november verzamelen we signalen."
    for act in (
        Act(Verb.TAKE_UP, "99"),
        Act(Verb.APPROVE, "topic/99"),
        Act(Verb.BEGIN, "2026-09"),
        Act(Verb.CLOSE_ROUND, "2026-09"),
    ):
        assert room.presses(act).startswith(waits)
    room.given(state=Planning(99, PlanPart.WHAT))
    assert room.says("lampen").startswith(waits)
    for none in (None, begun(status=RoundStatus.CLOSED)):
        room.given(meeting=none, state=Planning(11, PlanPart.WHAT))
        assert room.says("lampen").startswith(waits)
        for act in (Act(Verb.TAKE_UP, "11"), Act(Verb.APPROVE, "topic/11"), Act(Verb.CLOSE_ROUND, ROUND)):
            assert room.presses(act).startswith(waits)
        assert room.says("sluit ronde").startswith(waits)
    room.given(district=None)
    assert room.says("begin") == "Er is nu niets om te kiezen. Na de ronde komt het verslag met de top 5."


def test_buttons_of_other_conversations_are_not_ours() -> None:
    """The same verbs belong to the expert, the owner and the resident when they are about something else."""
    now = situation(COORDINATOR)
    for act in (
        Act(Verb.APPROVE, "5/abc"),
        Act(Verb.CHECK_IN, "action/7/4"),
        Act(Verb.SKIP),
        Act(Verb.KEEP),
        Act(Verb.WIPE),
    ):
        assert partnership.pressed(now, act) is None


def test_another_conversation_is_left_alone_in_private(table: Dialogue) -> None:
    """The owner's sentence is not ours."""
    now = replace(table.now, state=TellingHow(7, ActionStatus.DONE))
    assert partnership.said(now, Said("klaar")) is None
    assert partnership.commanded(now, Command.CANCEL, "") is None


# --- closing -----------------------------------------------------------------------------------


def test_the_round_closes_when_all_have_an_answer(room: Dialogue) -> None:
    """The summary shows every answer; closing tells the checkers that words wait."""
    room.says("begin")
    for _ in range(4):
        _not_now(room)
    summary = _not_now(room, "dat kan niet")
    assert summary.startswith(
        "Onderwerp 5 heeft een antwoord.\nDeel 3 van 3: wat koppelen we terug? Tot 20:05 uur.\n"
        "Zo horen de melders het."
    )
    told = "Het wijkverband koos uw onderwerp deze keer niet. Waarom niet? Dat kan niet."
    assert f"5. Stoep kapot (nu niet)\n{told}" in summary
    assert summary.endswith(
        "[Wijzig onderwerp 1] [Wijzig onderwerp 2] [Wijzig onderwerp 3] [Wijzig onderwerp 4] "
        "[Wijzig onderwerp 5] [Sluit de ronde] [Nog niet]"
    )
    assert room.now.state == ConfirmingClose()
    assert room.says("mooi gedaan allemaal") == ""
    assert room.taps("Sluit de ronde").startswith("De ronde is gesloten.")
    assert room.events[-1] == RoundClosed(ROUND)
    (notice,) = room.others
    assert (notice.to, read(notice)) == (
        EXPERT.key,
        "Er wacht een tekst voor bewoners. Leest u hem even na?\n[Controleer]",
    )


def test_an_answer_can_be_given_again_until_the_round_closes(room: Dialogue) -> None:
    """From the summary, by button or number; the new answer takes the place of the old."""
    room.given(meeting=begun(2), actions=(action(),))
    room.says("begin")
    _taken_up(room)
    _taken_up(room, owner="De corporatie")
    room.others.clear()
    assert room.says("1").startswith("Onderwerp 1: Schimmel in flat De Linde. Wat wilt u wijzigen?")
    assert room.taps("Onderwerp 1 opnieuw").startswith("Onderwerp 1 van 2")
    assert room.taps("Oppakken").startswith("Wat gaan we doen?")
    assert room.presses(Act(Verb.NOT_NOW, "11")).startswith("Waarom nu niet?")
    room.says("toch niet")
    assert "1. Schimmel in flat De Linde (nu niet)" in room.taps("Goed")
    (released,) = room.others
    assert released.to == CORPORATION.key
    assert read(released).startswith('De actie bij "Schimmel in flat De Linde" staat niet meer op uw naam.')


def test_a_new_owner_takes_the_place_of_the_old(room: Dialogue) -> None:
    """The same owner again is told the new plan and nothing of losing it."""
    room.given(meeting=begun(1), actions=(action(), action(8, owner=replace(CARE, key=CARE.key))))
    room.says("begin")
    _taken_up(room)
    assert [(one.to, one.text.key) for one in room.others] == [
        (CORPORATION.key, "owner-released"),
        (CARE.key, "owner-assigned"),
    ]


def test_the_round_does_not_close_while_one_is_open(room: Dialogue) -> None:
    """It says which, and offers to go on; also for a button that came too early."""
    room.given(meeting=begun(2))
    assert room.says("sluit ronde") == (
        "De ronde kan nog niet dicht. Deze onderwerpen hebben nog geen antwoord:\n"
        "1. Schimmel in flat De Linde\n2. Parkeren bij school\n[Ga verder]"
    )
    room.taps("Ga verder")
    _not_now(room)
    assert room.presses(Act(Verb.CLOSE_ROUND, ROUND)).startswith(
        "De ronde kan nog niet dicht. Dit onderwerp heeft nog geen antwoord:\n2. Parkeren bij school"
    )
    assert RoundClosed(ROUND) not in room.events


def test_not_yet_leaves_the_round_open(table: Dialogue) -> None:
    """It can be closed later by word, from the coordinator's chat; the room then hears."""
    table.given(meeting=begun(1), experts=())
    table.says("begin")
    _not_now(table)
    assert table.taps("Nog niet") == "De ronde blijft open. Klaar? Typ sluit ronde."
    assert table.says("sluit ronde").startswith("Zo horen de melders het.")
    assert table.says("tja").startswith("Zo horen de melders het.")
    said = table.taps("Sluit de ronde")
    assert said.startswith("De ronde is gesloten.")
    assert "Er wacht een tekst voor bewoners." in said
    assert [(one.to, one.kind) for one in table.others] == [(ROOM, Kind.NOTICE)]


def test_a_round_without_topics_can_close(table: Dialogue) -> None:
    """Nobody said anything: nothing to choose, nothing to check."""
    table.given(meeting=begun(0), partnership=None)
    assert table.says("begin").startswith("Er waren deze ronde geen onderwerpen. Sluit de ronde?")
    assert table.taps("Sluit de ronde") == "De ronde is gesloten. Dank u wel."
    assert table.events == [RoundClosed(ROUND)]
    assert not table.others


def test_every_question_can_be_left(room: Dialogue) -> None:
    """`annuleer` works at each question and keeps what was answered."""
    states = (Choosing(11), GivingReason(11, Outcome.LATER), Planning(11, PlanPart.WHAT), ConfirmingClose())
    for state in states:
        assert room.given(state=state).says("annuleer").startswith("Gestopt. Wat al beantwoord is, blijft")
        assert room.now.state == Idle()


def test_five_long_answers_fit_in_one_message(room: Dialogue) -> None:
    """The summary of the longest answers stays under the limit of a message."""
    topics = tuple(
        replace(topic, title="t" * 60, outcome=Outcome.LATER, sentence="s" * 400) for topic in begun().topics
    )
    room.given(meeting=replace(begun(), topics=topics))
    assert room.says("begin").count("s" * 400) == 5
