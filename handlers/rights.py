"""Whether the person who presses or types may do this, here and now: asked of the table, said in plain words.

It is asked twice. A handler asks before it shows or begins something (`refused`); and what a turn changes is
asked again before it is written (`guarded`), so that nothing a handler forgets can change the store.
"""

from dataclasses import replace

from domain import events as happened
from domain.deeds import deed_of
from domain.events import Event
from domain.heard import Pressed
from domain.messages import Text
from domain.policy import WATCHED, Deed, Verdict, holds, verdict
from domain.signals import SignalNumber
from handlers.states import Idle, State
from handlers.turn import Situation, Turn, say
from handlers.ways import of_wijk

NO_ROLE: dict[Deed, str] = {
    Deed.CHANGE_SIGNAL: "resident-old-button",
    Deed.SAY_SAME_TOPIC: "resident-old-button",
    Deed.TELL_EFFECT: "resident-old-button",
    Deed.SORT_SIGNALS: "sorting-refused",
    Deed.READ_HELD: "held-only-coordinator",
    Deed.JUDGE_HELD: "held-only-coordinator",
    Deed.APPROVE_QUOTE: "quotes-refused",
    Deed.ANSWER_TOPIC: "partnership-refused",
    Deed.CLOSE_ROUND: "partnership-refused",
    Deed.GIVE_POINTS: "partnership-refused",
    Deed.ANSWER_REQUEST: "lane-refused",
    Deed.ANSWER_PRACTICE: "lane-refused",
    Deed.CHECK_WORDS: "expert-refused",
    Deed.TAKE_FEEDBACK: "expert-feedback-refused",
    Deed.READ_AGREEMENT: "folder-refused",
    Deed.WRITE_AGREEMENT: "folder-only-coordinator",
    Deed.SETTLE_AGREEMENT: "folder-only-coordinator",
    Deed.TAKE_FOLDER: "folder-not-yours",
    Deed.SHOW_POINTS: "meeting-points-chair",
    Deed.SEE_REPORT: "lane-refused",
    Deed.SEE_REQUESTS: "lane-refused",
    Deed.SEE_CALENDAR: "rights-no-role",
    Deed.SEE_ACTIONS: "rights-no-role",
    Deed.TELL_STEP: "practice-step-refused",
    Deed.LOG_ANSWER: "rights-no-survey",
    Deed.SHARE_CODE: "rights-no-survey",
    Deed.LOG_CONVERSATION: "rights-no-talk",
}
"""Who can, in one line; for what is not named here it is the coordinator."""
IN_PRIVATE: dict[Deed, str] = {
    Deed.READ_HELD: "held-in-private",
    Deed.JUDGE_HELD: "held-in-private",
    Deed.APPROVE_QUOTE: "quotes-in-private",
    Deed.CHECK_WORDS: "expert-in-private",
    Deed.WAIVE_CHECK: "expert-in-private",
    Deed.WRITE_AGREEMENT: "folder-in-private",
    Deed.SETTLE_AGREEMENT: "folder-in-private",
}


def judged(situation: Situation, deed: Deed, *, own: bool = False) -> Verdict:
    """What the table says about the person who speaks, in this chat."""
    return verdict(deed, situation.person.roles, own=own, in_room=situation.room is not None)


def may(situation: Situation, deed: Deed, *, own: bool = False) -> bool:
    """Whether it may be done by this person, here."""
    return judged(situation, deed, own=own) is Verdict.MAY


def has(situation: Situation, deed: Deed) -> bool:
    """Whether a role of this person gives the right, wherever it is used."""
    return holds(situation.person.roles, deed)


def refused(
    situation: Situation, deed: Deed, *leaving: type[State], own: bool = False, key: str = ""
) -> Turn | None:
    """None when it may be done; else one line that says who can, or where.

    Whoever stands in one of these states and has no right to go on leaves it. `key`: another line than usual.
    """
    found = judged(situation, deed, own=own)
    if found is Verdict.MAY:
        return None
    tried = deed in WATCHED and bool(situation.person.roles) and found is not Verdict.IN_PRIVATE
    if found is Verdict.IN_PRIVATE:
        return _said(situation, situation.state, IN_PRIVATE.get(deed, "coordinator-in-private"))
    left = isinstance(situation.state, leaving) and situation.room is None if leaving else False
    key = key or ("rights-four-eyes" if found is Verdict.OWN else NO_ROLE.get(deed, "coordinator-refused"))
    turn = _said(situation, Idle() if left else situation.state, key)
    return replace(turn, events=(happened.Denied(deed),)) if tried else turn


def _said(situation: Situation, state: State, key: str) -> Turn:
    return Turn(state, (say(situation, Text(key)),))


# --- a button of another wijk --------------------------------------------------------------------


def elsewhere(situation: Situation, pressed: Pressed) -> Turn | None:
    """A button of a role works in the wijk that it was made in: a role counts in its own wijk only."""
    made_in, here = pressed.district, situation.district
    if not made_in or here is None or made_in == here.slug or not of_wijk(pressed.act):
        return None
    other = next((one.name for one in situation.districts if one.slug == made_in), made_in)
    text = Text("rights-other-wijk", {"other": other, "here": here.name})
    return Turn(situation.state, (say(situation, text),))


# --- what a turn changes -------------------------------------------------------------------------


def guarded(situation: Situation, turn: Turn) -> Turn:
    """The turn, when this person may do all that it changes; else nothing is changed, and that is said."""
    asked = (event for event in turn.events if not isinstance(event, happened.Denied))
    wrong = next((event for event in asked if not _allowed(situation, turn, event)), None)
    if wrong is None:
        return turn
    found = refused(situation, deed_of(wrong), own=_own(situation, turn, wrong))
    return found or _said(situation, situation.state, "resident-old-button")


def _allowed(situation: Situation, turn: Turn, event: Event) -> bool:
    if isinstance(event, happened.Invited) and event.district != _slug(situation, event):
        return False
    return may(situation, deed_of(event), own=_own(situation, turn, event))


def _slug(situation: Situation, event: happened.Invited) -> str:
    """The wijk in which a code may be made: where the role is, or where the answer was given."""
    here = situation.person.district or ""
    given = (one.district for one in situation.signals if one.number == event.signal)
    return next(given, here) if event.signal else here


def _own(situation: Situation, turn: Turn, event: Event) -> bool:  # noqa: C901 - a line a kind of thing
    """Whether what this change is about is theirs."""
    key = situation.person.key
    match event:
        case happened.EffectTold(number):
            # Who follows a signal may say so too.
            return any(one.number == number for one in situation.signals)
        case happened.SameTopic(one, other):
            return _wrote(situation, turn, one) or _wrote(situation, turn, other)
        case happened.Invited(signal=str() as number) | happened.PhotoAdded(number):
            return _wrote(situation, turn, number)
        case happened.SignalExtended(number) | happened.SignalChanged(number):
            return _wrote(situation, turn, number)
        case happened.SignalWithdrawn(number):
            return _wrote(situation, turn, number)
        case happened.ActionMoved(number):
            return any(one.id == number and one.owner_key == key for one in situation.actions)
        case happened.PracticeStepTaken(number):
            steps = situation.practices.steps if situation.practices else ()
            return any(one.id == number and one.owner_key == key for one in steps)
        case happened.WhoAgreed() | happened.WhoRefused():
            return situation.who is None or situation.who.own
        case _:
            return False


def _wrote(situation: Situation, turn: Turn, number: SignalNumber) -> bool:
    given = (one.number for one in turn.events if isinstance(one, happened.SignalGiven))
    mine = (one.number for one in situation.signals if one.person == situation.person.key)
    return number in {*given, *mine}
