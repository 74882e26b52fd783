"""Whatever is said, wherever a conversation stands: there is an answer, and a way on."""

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.understanding import understood
from domain.actions import ActionStatus
from domain.agreements import Part as AgreedPart
from domain.decisions import Outcome
from domain.fast_lane import Lane, LaneSignal, SmallRequest
from domain.feedback import Draft, FeedbackKind
from domain.heard import Command, Danger, Pressed, Said
from domain.invitations import Grant
from domain.messages import Act, Message, Verb
from domain.people import Person, Role
from domain.practice import Practice, PracticePart, Practices
from domain.promises import Coming, Missing, PromisesNow, Step
from domain.signals import Signal, number_of
from handlers import route
from handlers.states import (
    Agreeing,
    AnsweringFast,
    AwaitingNeighbourhood,
    AwaitingTopic,
    Choosing,
    ChoosingDistrict,
    ConfirmingClose,
    ConfirmingDanger,
    ConfirmingWipe,
    Correcting,
    Describing,
    ExplainingDelay,
    GivingReason,
    HeldSignal,
    Idle,
    Inviting,
    Located,
    NamingTheme,
    Planning,
    PlanPart,
    Practising,
    ReadingAgreement,
    Rewriting,
    State,
    SurveyDone,
    Surveying,
    TalkPeople,
    TalkPlace,
    TalkSignals,
    TellingHow,
    TellingWhatIsMissing,
    dump,
    load,
)
from handlers.turn import Near, Overview, Situation, TopicNow
from tests.handlers.spoken import (
    COORDINATOR,
    NOW,
    RESIDENT,
    ROOM,
    ROUND,
    action,
    person,
    read,
    situation,
    words,
)

NUMBER = number_of(2026, 12)
HELD = (HeldSignal("de lamp is stuk"),)
STATES: tuple[State, ...] = (
    Idle(),
    ChoosingDistrict(),
    ChoosingDistrict(HELD),
    AwaitingNeighbourhood(NUMBER),
    AwaitingTopic(NUMBER, (number_of(2026, 3),), (4,)),
    AwaitingTopic(NUMBER, (number_of(2026, 3),), (4,), logged=True),
    Correcting(NUMBER),
    ConfirmingDanger("hij slaat mij"),
    ConfirmingDanger("\N{POUTING FACE}" * 4_000),
    ConfirmingDanger("hij slaat mij", held=HELD),
    ConfirmingWipe(),
    ConfirmingWipe(HELD),
    Located("Appelhof"),
    TellingWhatIsMissing(NUMBER),
    Surveying(1, "u2026-0013"),
    Surveying(2, "u2026-0012"),
    SurveyDone(NUMBER),
    TalkPlace(),
    TalkPeople("de markt"),
    TalkSignals("de markt", 6, "g2026-0013", given=2),
    Choosing(11),
    GivingReason(11, Outcome.LATER),
    GivingReason(11, Outcome.LATER, "geen geld", "Er is geen geld."),
    *(Planning(11, part) for part in PlanPart),
    Planning(11, PlanPart.SENTENCE, check_on=date(2026, 12, 15), sentence="Wij beginnen."),
    ConfirmingClose(),
    TellingHow(7, ActionStatus.DONE),
    TellingHow(7, ActionStatus.DELAYED),
    Describing(NUMBER),
    Describing(NUMBER, "Een bankje."),
    AnsweringFast(NUMBER, yes=True),
    AnsweringFast(NUMBER, yes=False),
    *(Practising(part) for part in PracticePart),
    Rewriting(5),
    Rewriting(5, "Wij meten."),
    ExplainingDelay(date(2026, 11, 8)),
    ExplainingDelay(date(2026, 11, 8), "De zaal was dicht."),
    Inviting(Grant.PARTNER),
    Inviting(Grant.COORDINATOR, handing_over=True),
    NamingTheme(),
    *(Agreeing("housing", part) for part in AgreedPart),
    Agreeing("housing", AgreedPart.FORM, alone=True, was="Elke maand.", words="Elke week."),
    Agreeing("honden/katten", AgreedPart.RUNG),
    ReadingAgreement(),
    ReadingAgreement("housing"),
)
EVERYTHING = person("everything", *Role)
PEOPLE = (RESIDENT, replace(RESIDENT, known=False), EVERYTHING, *(person(role, role) for role in Role))
OWN = Signal(NUMBER, "boomgaard", ROUND, RESIDENT.key, "de lamp is stuk", NOW, date(2026, 12, 8))
MOST_UNITS = 4_000
WAYS_OUT = {Command.STOP: "stop", Command.HELP: "hulp", Command.LANGUAGE: "taal", Command.STATUS: "status"}

TEXTS = st.one_of(
    st.text(max_size=60),
    st.sampled_from(sorted(words().commands)),
    st.sampled_from(
        [
            "",
            "1",
            "2",
            "99",
            "ja",
            "nee",
            "dank u",
            "hallo",
            "👍",
            "/x",
            "15-1",
            "de stoep ligt los",
            "begin 1",
        ]
    ),
    st.text(alphabet="ab 😀\u0301", min_size=3_000, max_size=5_000),
)


def scene(who: Person, state: State, *, group: bool = False) -> Situation:
    """Somebody in a wijk where everything is there: a report, an action, a draft, signals, topics."""
    return replace(
        situation(who, ROOM if group else None),
        state=state,
        signals=(OWN,),
        recent=OWN,
        near=(Near("Lamp kapot", 4, number_of(2026, 3)),),
        actions=(action(),),
        lane=Lane((SmallRequest(NUMBER, "Een bankje.", NOW),), (LaneSignal(NUMBER, "een bank", NOW),)),
        practices=Practices(Practice(1, NOW.date(), PracticePart.STEP), examples=("Schimmel",)),
        drafts=(Draft(5, FeedbackKind.CHOSEN, "Schimmel", 7, "Wij meten alle woningen."),),
        topics=(TopicNow("Schimmel", 7, NUMBER), TopicNow("Parkeren", 3, number_of(2026, 3))),
        promises=PromisesNow((Coming(date(2026, 11, 8), 3, (Missing(Step.LOOK, 3),)),)),
        overview=Overview(people=3, messages=4),
        told_of_danger={"boomgaard": (COORDINATOR.key,)},
    )


def fits(messages: tuple[Message, ...]) -> bool:
    """Whether every platform can show all of it, in every language."""
    texts = [words().say(message.text, language) for message in messages for language in ("nl", "en")]
    return all(len(text.encode("utf-16-le")) // 2 <= MOST_UNITS for text in texts)


@settings(max_examples=400, deadline=None)
@given(text=TEXTS, state=st.sampled_from(STATES), who=st.sampled_from(PEOPLE))
def test_any_text_is_answered_in_private(text: str, state: State, who: Person) -> None:
    """Words are answered, the answer can be shown, and where it stands then survives being kept."""
    heard = understood(words(), text, (), "nl")
    if heard.text:
        turn = route.step(scene(who, state), heard)
        assert turn.messages
        assert fits(turn.messages)
        assert load(dump(turn.state)) == turn.state


@settings(max_examples=200, deadline=None)
@given(text=TEXTS, state=st.sampled_from(STATES))
def test_a_group_may_talk(text: str, state: State) -> None:
    """What somebody without a role says in a group is never a signal and never changes where it stands."""
    turn = route.step(scene(RESIDENT, state, group=True), understood(words(), text, (), "nl"))
    assert not [event for event in turn.events if "Signal" in type(event).__name__]
    assert fits(turn.messages)


@pytest.mark.parametrize("command", WAYS_OUT)
@pytest.mark.parametrize("state", STATES, ids=dump)
def test_words_that_always_work(state: State, command: Command) -> None:
    """These words are understood in every state, and a question that was open stays open."""
    heard = understood(words(), WAYS_OUT[command], (), "nl")
    before = scene(EVERYTHING, state)
    turn = route.step(before, heard)
    assert heard.command is command
    assert turn.messages
    assert not [event for event in turn.events if "Signal" in type(event).__name__]
    assert turn.state == state


@pytest.mark.parametrize("state", STATES, ids=dump)
def test_no_question_holds_anybody(state: State) -> None:
    """`annuleer` ends every question, and what was said before the wijk was known stays kept."""
    turn = route.step(scene(EVERYTHING, state), Said("annuleer", command=Command.CANCEL))
    held = getattr(state, "held", ())
    assert turn.messages
    assert turn.state == (ChoosingDistrict(held) if held else Idle())


@pytest.mark.parametrize("verb", Verb)
@pytest.mark.parametrize("about", ["", "1", "2026-0012", "2026-0012/no", "x+y", "nl", "boomgaard"])
def test_any_button_is_answered_in_any_state(verb: Verb, about: str) -> None:
    """A button of long ago, or of another conversation, is answered and does no harm."""
    for state in STATES:
        for who in PEOPLE:
            try:
                turn = route.step(scene(who, state), Pressed(Act(verb, about)))
            except ValueError:
                continue  # the bot never made such a button: parked by the intake
            assert turn.messages
            assert fits(turn.messages)
            assert load(dump(turn.state)) == turn.state


@pytest.mark.parametrize("state", STATES, ids=dump)
def test_states_survive(state: State) -> None:
    """Where a conversation stands goes through JSON and comes back whole."""
    assert load(dump(state)) == state
    assert json.loads(dump(state))[0] == type(state).__name__


@pytest.mark.parametrize(
    "kept",
    [
        "",
        "null",
        "[]",
        '["Gone", {}]',
        '["Correcting", {}]',
        '{"a": 1}',
        "[" * 1_000,
        '["Surveying", 3]',
        '["Idle"]',
    ],
)
def test_what_is_not_known_any_more_is_idle(kept: str) -> None:
    """An old, broken or unknown state is no obstacle."""
    assert load(kept) == Idle()


@pytest.mark.parametrize("state", STATES, ids=dump)
@pytest.mark.parametrize("danger", Danger)
def test_danger_comes_first(state: State, danger: Danger) -> None:
    """Danger is answered before anything else, but where somebody writes what others will read."""
    turn = route.step(scene(RESIDENT, state), Said("help", danger=danger))
    if isinstance(state, route.WRITING_FOR_OTHERS):
        assert turn.messages
    else:
        assert isinstance(turn.state, ConfirmingDanger)
        assert turn.state.held == getattr(state, "held", ())
        assert "112" in read(turn.messages[0])
