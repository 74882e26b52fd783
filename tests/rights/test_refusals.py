"""Rights at the moment of use: what is refused, in which words, and that nothing is changed by it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from bot.texts import Words
from domain import events as happened
from domain.actions import ActionStatus
from domain.events import Event
from domain.feedback import Effect, FeedbackKind
from domain.heard import Pressed
from domain.invitations import Grant
from domain.messages import Act, PersonKey, Text, Verb
from domain.people import Person, Role
from domain.policy import TABLE, Deed, Own, Place, Rule, Verdict
from domain.practice import Practice, Practices
from domain.rounds import RoundName
from domain.signals import Signal, SignalNumber
from domain.who_reported import WhoQuestion, WhoState, Why
from handlers.rights import elsewhere, guarded, has, judged, may, refused
from handlers.states import Idle, Sorting
from handlers.turn import Situation, Turn, say
from tests.handlers.spoken import (
    BOOMGAARD,
    COORDINATOR,
    EXPERT,
    NOW,
    PARTNER,
    PROFESSIONAL,
    RESIDENT,
    ROOM,
    action,
    situation,
)

WORDS = Words()
MINE, OTHERS = SignalNumber("2026-0001"), SignalNumber("2026-0002")
ROUND = RoundName("2026-10")


def at(person: Person, /, **changes: object) -> Situation:
    """This person in their own chat."""
    return replace(situation(person), **changes)  # type: ignore[arg-type]


def key_of(turn: Turn | None) -> str:
    """What is said, by its key."""
    assert turn is not None
    (message,) = turn.messages
    return message.text.key


def signal(number: SignalNumber, by: PersonKey, district: str = "boomgaard") -> Signal:
    """One that stands."""
    return Signal(number, district, ROUND, by, "de lamp is stuk", NOW, date(2026, 12, 8))


def test_who_may_hears_no_refusal() -> None:
    """Whoever has the right goes on."""
    assert refused(at(COORDINATOR), Deed.READ_HELD) is None
    assert judged(at(COORDINATOR), Deed.READ_HELD) is Verdict.MAY
    assert may(at(COORDINATOR), Deed.READ_HELD)
    assert not may(at(PARTNER), Deed.READ_HELD)
    # A role gives the right wherever it is used; the room takes away the moment, not the right.
    assert has(replace(at(COORDINATOR), room=ROOM), Deed.READ_HELD)
    assert not may(replace(at(COORDINATOR), room=ROOM), Deed.READ_HELD)
    assert not has(at(PARTNER), Deed.READ_HELD)


def test_what_is_not_said_to_be_theirs_is_not() -> None:
    """Each question takes it for somebody else's thing unless it is told."""
    who = at(RESIDENT)
    assert judged(who, Deed.MOVE_ACTION) is Verdict.NOT_THEIRS
    assert not may(who, Deed.MOVE_ACTION)
    assert key_of(refused(who, Deed.MOVE_ACTION)) == "coordinator-refused"
    assert refused(who, Deed.MOVE_ACTION, own=True) is None


NAMED = {
    Role.PROFESSIONAL: "professional",
    Role.VOLUNTEER: "vrijwilliger",
    Role.EXPERT: "ervaringsdeskundige",
    Role.PARTNER: "wijkverband",
    Role.COORDINATOR: "coordinator",
}
"""How a line of Dutch names who has a role."""
WITH_ROLES = [rule for rule in TABLE if rule.roles and rule.place is not Place.LINE]
OF_EVERYBODY = [rule for rule in TABLE if not rule.roles and rule.own is Own.ONLY]


def with_role(*roles: Role) -> Person:
    """Somebody of De Boomgaard with these roles only."""
    return replace(RESIDENT, roles=frozenset(roles))


def said(turn: Turn | None) -> str:
    """The one line that is said."""
    assert turn is not None
    (message,) = turn.messages
    return WORDS.say(message.text, "nl")


@pytest.mark.parametrize("rule", WITH_ROLES, ids=lambda rule: rule.deed.name)
def test_who_may_not_hears_who_may(rule: Rule) -> None:
    """The line names the roles of the table, all of them and no other; everything stays as it was."""
    for role in (None, *(set(Role) - rule.roles)):
        turn = refused(at(with_role(*filter(None, [role])), state=Sorting()), rule.deed)
        first = said(turn).split(". ")[0]
        named = {one for one, word in NAMED.items() if word in first}
        if rule.deed is Deed.SAY_SAME_TOPIC:
            assert key_of(turn) == "resident-old-button"
        else:
            assert named == (set() if rule.roles == set(Role) else rule.roles), first
            assert named or "een rol" in first
        assert turn is not None
        assert turn.state == Sorting()
        assert set(turn.events) <= {happened.Denied(rule.deed)}


@pytest.mark.parametrize("rule", WITH_ROLES, ids=lambda rule: rule.deed.name)
def test_each_role_of_the_table_may(rule: Rule) -> None:
    """One of the roles is enough; what is never one's own is somebody else's here, what only is, is."""
    for role in rule.roles:
        assert refused(at(with_role(role)), rule.deed, own=rule.own is Own.ONLY) is None


@pytest.mark.parametrize("rule", OF_EVERYBODY, ids=lambda rule: rule.deed.name)
def test_what_is_of_another_has_an_old_button(rule: Rule) -> None:
    """No role would help: the line does not say that one would."""
    for who in (RESIDENT, COORDINATOR):
        turn = refused(at(who), rule.deed)
        assert key_of(turn) == "resident-old-button"
        assert refused(at(who), rule.deed, own=True) is None


@pytest.mark.parametrize("rule", WITH_ROLES, ids=lambda rule: rule.deed.name)
def test_in_the_room_it_is_said_where_it_can_be_done(rule: Rule) -> None:
    """The right is there, the place may not be: that is no attempt without the right."""
    own = rule.own in {Own.ONLY, Own.ALSO}
    turn = refused(at(with_role(*rule.roles), room=ROOM), rule.deed, own=own)
    if rule.place is Place.ANYWHERE:
        assert turn is None
        return
    assert any(place in said(turn) for place in ("eigen chat", "alleen u en mij"))
    assert turn is not None
    assert turn.events == ()


def test_an_attempt_by_another_role_is_noted() -> None:
    """Of what is watched, and of people with a role: of a resident nothing is written down."""
    tried = refused(at(PARTNER), Deed.INVITE)
    assert tried is not None
    assert tried.events == (happened.Denied(Deed.INVITE),)
    for who, deed in ((RESIDENT, Deed.INVITE), (PARTNER, Deed.NAME_TOPIC)):
        turn = refused(at(who), deed)
        assert turn is not None
        assert turn.events == ()


def test_four_eyes_are_two_people() -> None:
    """Who asked cannot agree, and hears why; another line can be said in its place."""
    assert key_of(refused(at(COORDINATOR), Deed.AGREE_WHO, own=True)) == "rights-four-eyes"
    assert key_of(refused(at(PARTNER), Deed.NAME_TOPIC, key="other-line")) == "other-line"


def test_who_lost_the_right_leaves_the_question() -> None:
    """Only that question, and only in their own chat: the room goes on."""

    def state(situation: Situation, *leaving: type) -> object:
        turn = refused(situation, Deed.NAME_TOPIC, *leaving)
        assert turn is not None
        return turn.state

    assert state(at(PARTNER, state=Sorting()), Sorting) == Idle()
    assert state(at(PARTNER, state=Sorting())) == Sorting()
    assert state(at(PARTNER, state=Sorting()), Idle) == Sorting()
    assert state(at(PARTNER, state=Sorting(), room=ROOM), Sorting) == Sorting()


def test_a_button_of_another_wijk_says_which() -> None:
    """By name; of a wijk that is gone by what it was called here."""
    other = replace(BOOMGAARD, slug="molenhoek", name="Molenhoek")
    now = at(PARTNER, districts=(BOOMGAARD, other), state=Sorting())
    close = Act(Verb.CLOSE_ROUND, "2026-10")
    turn = elsewhere(now, Pressed(close, "molenhoek"))
    assert turn is not None
    assert turn.state == Sorting()
    assert turn.messages[0].text == Text("rights-other-wijk", {"other": "Molenhoek", "here": BOOMGAARD.name})
    gone = elsewhere(now, Pressed(close, "weg"))
    assert gone is not None
    assert gone.messages[0].text.args["other"] == "weg"
    for fine in (Pressed(close), Pressed(close, "boomgaard"), Pressed(Act(Verb.WIPE), "molenhoek")):
        assert elsewhere(now, fine) is None
    assert elsewhere(replace(now, district=None), Pressed(close, "molenhoek")) is None


# --- what a turn changes is asked again -----------------------------------------------------------

GIVEN = happened.SignalGiven(OTHERS, "boomgaard", ROUND, "nog een lamp", date(2026, 12, 8))
ACTION = happened.ActionMoved(7, ActionStatus.DONE, "Klaar.", FeedbackKind.STARTED)
STEP = happened.PracticeStepTaken(3)


def invited(grant: Grant = Grant.PARTNER, district: str = "boomgaard", number: str | None = None) -> Event:
    """A code that a turn makes."""
    about = SignalNumber(number) if number else None
    return happened.Invited("hash", grant, district, NOW, signal=about)


def passes(now: Situation, *events: Event) -> bool:
    """Whether a turn with these changes goes through; if not, nothing of it is left."""
    turn = Turn(Idle(), (say(now, Text("name", {"name": "gedaan"})),), tuple(events))
    after = guarded(now, turn)
    if after is turn:
        return True
    assert len(after.messages) == 1
    assert all(isinstance(event, happened.Denied) for event in after.events)
    return False


OWN_SIGNALS = (signal(MINE, RESIDENT.key), signal(OTHERS, PersonKey("p:somebody")))


@pytest.mark.parametrize(
    "change",
    [
        lambda number: happened.PhotoAdded(number, "photo"),
        lambda number: happened.SignalExtended(number, "en ook", "m1"),
        lambda number: happened.SignalChanged(number, "anders"),
        happened.SignalWithdrawn,
    ],
    ids=["photo", "extended", "changed", "withdrawn"],
)
def test_only_ones_own_signal_is_changed(change: Callable[[SignalNumber], Event]) -> None:
    """Or the one that is given in this very turn; not one that somebody merely follows."""
    now = at(RESIDENT, signals=OWN_SIGNALS)
    assert passes(now, change(MINE))
    assert not passes(now, change(OTHERS))
    assert passes(now, GIVEN, change(OTHERS))


def test_who_follows_a_signal_may_say_whether_there_is_a_difference() -> None:
    """Whoever wrote it; of an unknown one nothing is said."""
    now = at(RESIDENT, signals=OWN_SIGNALS)
    assert passes(now, happened.EffectTold(OTHERS, Effect.YES))
    assert not passes(now, happened.EffectTold(SignalNumber("2026-0009"), Effect.YES))


@pytest.mark.parametrize(
    ("one", "other", "may_be"), [(MINE, OTHERS, True), (OTHERS, MINE, True), (OTHERS, OTHERS, False)]
)
def test_one_of_the_two_has_to_be_theirs(one: SignalNumber, other: SignalNumber, *, may_be: bool) -> None:
    """Whoever says that two are about the same; readers may of any."""
    assert passes(at(RESIDENT, signals=OWN_SIGNALS), happened.SameTopic(one, other, same=True)) is may_be
    assert passes(at(EXPERT), happened.SameTopic(one, other, same=True))


def test_an_action_and_a_step_are_moved_by_whose_they_are() -> None:
    """By its number and its owner both; the coordinator may as well."""
    own = replace(action(7), owner_key=RESIDENT.key)
    steps = Practices(steps=(Practice(3, NOW.date(), None, owner_key=RESIDENT.key),))
    assert passes(at(RESIDENT, actions=(own,)), ACTION)
    assert not passes(at(RESIDENT, actions=(replace(own, id=8), action(7))), ACTION)
    assert passes(at(COORDINATOR, actions=(action(7),)), ACTION)
    assert passes(at(RESIDENT, practices=steps), STEP)
    assert not passes(at(RESIDENT, practices=replace(steps, steps=(replace(steps.steps[0], id=4),))), STEP)
    assert not passes(at(PARTNER, practices=steps), STEP)
    assert not passes(at(RESIDENT), STEP)


def test_a_code_is_made_for_the_own_wijk() -> None:
    """Where the role is; to follow an answer: where that was given, by who logged it."""
    assert passes(at(COORDINATOR), invited())
    assert not passes(at(COORDINATOR), invited(district="molenhoek"))
    assert not passes(at(replace(COORDINATOR, district=None)), invited())
    logged = (signal(MINE, PROFESSIONAL.key, "molenhoek"),)
    theirs = at(PROFESSIONAL, signals=logged)
    assert passes(theirs, invited(Grant.FOLLOW, "molenhoek", MINE))
    assert not passes(theirs, invited(Grant.FOLLOW, "boomgaard", MINE))
    assert not passes(theirs, invited(Grant.FOLLOW, "boomgaard", OTHERS))
    assert not passes(
        at(PROFESSIONAL, signals=(signal(MINE, RESIDENT.key),)), invited(Grant.FOLLOW, number=MINE)
    )


@pytest.mark.parametrize("event", [happened.WhoAgreed(MINE), happened.WhoRefused(MINE)], ids=str)
def test_a_question_who_reported_needs_a_second_person(event: Event) -> None:
    """Known to be asked by another: a question that is not there counts as their own."""
    question = WhoQuestion(
        MINE, Why.DANGER, "Iemand is in gevaar.", later=False, state=WhoState.ASKED, asked_at=NOW
    )
    assert passes(at(COORDINATOR, who=question), event)
    assert not passes(at(COORDINATOR, who=replace(question, own=True)), event)
    assert not passes(at(COORDINATOR), event)


def test_what_was_denied_is_written_down_and_nothing_else() -> None:
    """One wrong change among good ones takes all of them along."""
    denied = happened.Denied(Deed.INVITE)
    assert passes(at(RESIDENT), denied)
    assert not passes(at(RESIDENT, signals=OWN_SIGNALS), happened.SignalWithdrawn(MINE), ACTION)
    after = guarded(at(PARTNER), Turn(Idle(), (), (denied, invited())))
    assert after.events == (denied,)
    assert key_of(after) == "coordinator-refused"


def test_a_change_that_the_table_allows_and_the_wijk_does_not_is_an_old_button() -> None:
    """The right is there, the thing belongs elsewhere; the conversation stays where it was."""
    now = at(replace(COORDINATOR, roles=frozenset({Role.COORDINATOR})), state=Sorting())
    after = guarded(now, Turn(Idle(), (), (invited(district="molenhoek"),)))
    assert (key_of(after), after.state, after.events) == ("resident-old-button", Sorting(), ())
