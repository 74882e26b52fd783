"""Words that say something of a person or a group: the coordinator reads them before they count."""

from domain.events import Event, HeldApart, HeldReleased
from domain.heard import Command, Said
from domain.held import HeldNow
from domain.messages import Act, Choice, Text, Verb
from domain.policy import Deed
from domain.rounds import local_day
from domain.signals import SignalNumber
from handlers import pictures, rights
from handlers.sentences import fingerprint
from handlers.states import Idle, ReadingHeld
from handlers.turn import Situation, Turn, apart, say

RELEASE, APART, LATER = "release", "apart", "later"
MOST_WORDS = 1_500
"""Of the words of a signal: all of it fits in one message, also when every sign is a picture."""
_LABELS = {RELEASE: Text("held-release"), APART: Text("held-apart"), LATER: Text("held-later")}


def concerns(situation: Situation, command: Command | None, act: Act | None) -> bool:
    """Whether this step needs what waits."""
    reading = isinstance(situation.state, ReadingHeld)
    return command is Command.HELD or reading or (act is not None and act.verb is Verb.HELD)


def pressed(situation: Situation, act: Act) -> Turn | None:
    """[Lees nu], and what stands below a signal: bound to the words that were shown."""
    if act.verb is not Verb.HELD:
        return None
    if refused := _refused(situation):
        return refused
    deed, _, about = act.about.partition("/")
    if not deed:
        return _show(situation)
    number, _, seen = about.partition("/")
    one = next((one for one in situation.held if one.number == number), None)
    if one is None or fingerprint(one.text) != seen:
        return _show(situation, Text("held-changed"))
    return _judged(situation, one, deed)


def said(situation: Situation, _heard: Said) -> Turn | None:
    """Other words while one is shown: it is shown again."""
    if not isinstance(situation.state, ReadingHeld) or situation.room:
        return None
    return _refused(situation) or _show(situation)


def commanded(situation: Situation, command: Command, rest: str) -> Turn | None:
    """`vastgehouden`, and `annuleer` or `stop` while reading."""
    if isinstance(situation.state, ReadingHeld) and command in {Command.CANCEL, Command.STOP} and not rest:
        return Turn(Idle(), (say(situation, Text("coordinator-cancelled")),))
    if command is not Command.HELD or rest or not (situation.room or situation.person.roles):
        return None
    return _refused(situation) or _show(situation)


def _refused(situation: Situation) -> Turn | None:
    """Only the coordinator reads these, in a chat of two."""
    return rights.refused(situation, Deed.READ_HELD, ReadingHeld)


def _judged(situation: Situation, one: HeldNow, deed: str) -> Turn:
    district = situation.district
    if deed == LATER or district is None:
        return _show(situation, done=one.number)
    span, promise = situation.terms[district.slug]
    event: Event = HeldApart(one.number)
    key = "held-kept-apart"
    if deed == RELEASE:
        event, key = HeldReleased(one.number, span.name, promise), "held-released"
    turn = _show(situation, Text(key, {"number": one.number}), done=one.number)
    return Turn(turn.state, turn.messages, (event,))


def _show(situation: Situation, before: Text | None = None, done: SignalNumber | None = None) -> Turn:
    """The next one that was not put off."""
    state = situation.state if isinstance(situation.state, ReadingHeld) else ReadingHeld()
    later = (*state.later, done) if done else state.later
    left = [one for one in situation.held if one.number not in later]
    if not left:
        text = Text("held-nothing") if before is None or not later else before
        return Turn(Idle(), (say(situation, text),))
    one = left[0]
    text = Text(
        "held-shown",
        {
            "count": len(left),
            "number": one.number,
            "on": local_day(one.said_at, situation.zone),
            "reasons": _reasons(one),
            "words": one.text[:MOST_WORDS],
        },
    )
    shown = say(situation, apart(before, text), *_choices(one))
    return Turn(ReadingHeld(later), (*pictures.of(situation, one.number), shown))


def _reasons(one: HeldNow) -> Text:
    first, *others = (Text("held-reason", {"reason": reason.value}) for reason in one.reasons)
    for other in others:
        first = Text("held-reasons", {"first": first, "second": other})
    return first


def _choices(one: HeldNow) -> tuple[Choice, ...]:
    about = f"{one.number}/{fingerprint(one.text)}"
    return tuple(Choice(label, Act(Verb.HELD, f"{deed}/{about}")) for deed, label in _LABELS.items())
