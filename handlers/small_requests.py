"""A small request as those who decide see it: asked, answered once, and told to the others.

The first answer counts. The resident reads it after the check of the words, as all feedback.
"""

from domain.events import FastLaneAnswered
from domain.fast_lane import Lane, LaneState, SmallRequest
from domain.messages import Act, Choice, Kind, Message, Recipient, Text, Value, Verb
from domain.policy import Deed
from domain.rounds import local_day
from handlers import expert, rights
from handlers.states import AnsweringFast, Idle
from handlers.turn import Situation, Turn, say

OUT, YES, NO, SOON = "out", "yes", "no", "soon"
"""What a button does with a request."""


def asked_again(request: SmallRequest, to: Recipient, due: Value) -> Message:
    """After two days: there is one day left."""
    args: dict[str, Value] = {"sentence": request.sentence, "due": due}
    return Message(to, Text("lane-reminder", args), _yes_or_no(request), Kind.NOTICE)


def late(request: SmallRequest, coordinator: Recipient) -> Message:
    """After three days nobody answered: the coordinator hears it."""
    text = Text("lane-late", {"sentence": request.sentence})
    return Message(coordinator, text, _yes_or_no(request), Kind.NOTICE)


def shown(situation: Situation, request: SmallRequest, to: Recipient) -> Message:
    """The request with its buttons; the coordinator can take it out again."""
    own = to == situation.person.key
    out = (
        (button("lane-out", OUT, request.signal),)
        if own and rights.has(situation, Deed.PREPARE_REQUEST)
        else ()
    )
    args: dict[str, Value] = {"sentence": request.sentence, "due": due_day(situation, request)}
    kind = Kind.ANSWER if own else Kind.NOTICE
    return Message(to, Text("lane-request", args), (*_yes_or_no(request), *out), kind)


def _yes_or_no(request: SmallRequest) -> tuple[Choice, ...]:
    return (button("lane-yes", YES, request.signal), button("lane-no", NO, request.signal))


def in_the_room(situation: Situation) -> Turn:
    """What waits, for everybody at the table; answering is done in a chat of two."""
    lines = tuple(
        Text("lane-line", {"sentence": one.sentence, "due": due_day(situation, one)})
        for one in lane_of(situation).open
    )
    text = Text("lane-list", {"requests": lines}) if lines else Text("lane-nothing-waits")
    return Turn(situation.state, (say(situation, text),))


def ask(situation: Situation, number: str, *, yes: bool) -> Turn:
    """Ja or Nee was pressed: what happens and when, or why not."""
    request = lane_of(situation).request(number)
    if request is None or request.state is not LaneState.OPEN:
        return too_late(situation, request)
    soon = (button("lane-soon", SOON, request.signal),) if yes else ()
    text = Text("lane-what-and-when") if yes else Text("lane-why-not")
    return Turn(AnsweringFast(request.signal, yes), (say(situation, text, *soon),))


def answered(situation: Situation, number: str, sentence: str) -> Turn:
    """The first answer counts. Without a sentence the resident reads words that need no check."""
    state, request = situation.state, lane_of(situation).request(number)
    if request is None or request.state is not LaneState.OPEN:
        return too_late(situation, request)
    yes = not sentence or (isinstance(state, AnsweringFast) and state.yes)
    event = FastLaneAnswered(request.signal, yes, sentence, _label(situation))
    thanks = say(situation, Text("lane-thanks-checked") if sentence else Text("lane-thanks"))
    waits = expert.waiting_notices(situation) if sentence else ()
    return Turn(Idle(), (thanks, *_told(situation, request, event), *waits), (event,))


def _told(situation: Situation, request: SmallRequest, event: FastLaneAnswered) -> tuple[Message, ...]:
    """The others need not answer any more: who answered what."""
    outcome = _outcome(event.by, event.sentence, yes=event.yes)
    text = Text("lane-answered", {"request": request.sentence, **outcome})
    others = (key for key in lane_of(situation).deciders if key != situation.person.key)
    return tuple(Message(key, text, kind=Kind.NOTICE) for key in others)


def too_late(situation: Situation, request: SmallRequest | None) -> Turn:
    """Somebody else was first, or it is asked no more."""
    state = Idle() if isinstance(situation.state, AnsweringFast) else situation.state
    if request is None or request.state is LaneState.LAPSED:
        return Turn(state, (say(situation, Text("lane-gone")),))
    outcome = _outcome(request.by, request.answer, yes=request.state is LaneState.YES)
    text = Text("lane-answered", {"request": request.sentence, **outcome})
    return Turn(state, (say(situation, text),))


def _outcome(by: str, sentence: str, *, yes: bool) -> dict[str, Value]:
    said = Text("lane-sentence", {"sentence": sentence}) if sentence else Text("lane-soon-said")
    return {
        "by": by or Text("lane-somebody"),
        "answer": Text("lane-yes") if yes else Text("lane-no"),
        "sentence": said,
    }


def lane_of(situation: Situation) -> Lane:
    """What this turn knows of the fast lane."""
    return situation.lane or Lane()


def due_day(situation: Situation, request: SmallRequest) -> Value:
    """The day by which an answer was promised."""
    return local_day(request.due_at, situation.zone)


def _label(situation: Situation) -> str:
    person = situation.person
    return next((one.label for one in situation.candidates if one.key == person.key), "")


def button(key: str, what: str, about: str = "") -> Choice:
    """A button of the fast lane."""
    return Choice(Text(key), Act(Verb.FAST, f"{what}/{about}" if about else what))
