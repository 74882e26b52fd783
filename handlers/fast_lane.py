"""The fast lane: the coordinator asks those who decide for a yes or a no to one small signal.

The words of the resident are read in the coordinator's own chat only. What goes on is one sentence that the
coordinator wrote and saw again; the first answer counts, and everybody hears which one it was.
"""

import re

from domain.events import FastLaneLeft, PutInFastLane
from domain.fast_lane import LaneSignal, LaneState, SmallRequest
from domain.heard import Command, Said
from domain.messages import Act, Text, Value, Verb
from domain.policy import Deed
from domain.rounds import local_day
from handlers import pictures, rights, small_requests
from handlers.sentences import MAX_SENTENCE, as_sentence, fingerprint, one_line
from handlers.small_requests import OUT, SOON, YES, button, lane_of
from handlers.states import AnsweringFast, Describing, Idle
from handlers.turn import Situation, Turn, say

MAX_REQUEST = 160
"""Characters of the sentence that describes a request: one short sentence."""
COPIED = 6
"""So many words in a row are the resident's own words."""
PICK, MORE, SEND, EDIT, DONE = "pick", "more", "send", "edit", "done"
OF_COORDINATOR = frozenset({PICK, MORE, SEND, EDIT, OUT, DONE})
"""What a button does that nobody else may."""

_NUMBER = re.compile(r"\d{4}-\d{4,}")


# --- buttons and words -------------------------------------------------------------------------


def pressed(situation: Situation, act: Act) -> Turn | None:
    """A button of the fast lane; None when it belongs to another conversation."""
    if act.verb is not Verb.FAST:
        return None
    what, _, rest = act.about.partition("/")
    number, _, seen = rest.partition("/")
    if refused := _refused(situation, coordinator=what in OF_COORDINATOR):
        return refused
    if what in OF_COORDINATOR:
        return _prepared(situation, what, number, seen)
    if what == SOON:
        return small_requests.answered(situation, number, "")
    return small_requests.ask(situation, number, yes=what == YES)


def _prepared(situation: Situation, what: str, number: str, seen: str) -> Turn:
    match what:
        case "pick" | "edit":
            return _describe(situation, number)
        case "more":
            return _offer(situation, after=number)
        case "send":
            return _send(situation, number, seen)
        case "out":
            return _taken_out(situation, number)
        case _:
            return Turn(Idle(), (say(situation, Text("lane-done")),))


def commanded(situation: Situation, command: Command, rest: str) -> Turn | None:
    """`snel`, `snel 2026-0412`, and `annuleer` while a sentence is asked."""
    if command is Command.CANCEL and isinstance(situation.state, Describing | AnsweringFast):
        return Turn(Idle(), (say(situation, Text("lane-cancelled")),))
    if command is not Command.FAST_LANE or not (situation.room or situation.person.roles):
        return None
    if rest and not _NUMBER.fullmatch(rest.strip()):
        return None
    if situation.room and not rest:
        return small_requests.in_the_room(situation)
    if refused := _refused(situation, coordinator=bool(rest)):
        return refused
    return _describe(situation, rest.strip()) if rest else _overview(situation)


def said(situation: Situation, heard: Said) -> Turn | None:
    """The sentence that describes a request, or the one with the answer."""
    state = situation.state
    words = "" if heard.aside else one_line(heard.text)
    if not isinstance(state, Describing | AnsweringFast):
        return None
    if refused := _refused(situation, coordinator=isinstance(state, Describing)):
        return refused
    if isinstance(state, Describing):
        return _described(situation, state, words)
    if not words or len(words) > MAX_SENTENCE:
        return Turn(state, (say(situation, Text("lane-one-sentence", {"most": MAX_SENTENCE})),))
    return small_requests.answered(situation, state.number, as_sentence(words))


def _refused(situation: Situation, *, coordinator: bool) -> Turn | None:
    """Small requests are decided by who decides, and prepared by the coordinator, in a chat of two."""
    deed = Deed.PREPARE_REQUEST if coordinator else Deed.ANSWER_REQUEST
    return rights.refused(situation, deed, Describing, AnsweringFast)


# --- the coordinator puts a signal in ----------------------------------------------------------


def _overview(situation: Situation) -> Turn:
    """What waits for an answer; for the coordinator also the newest signal that could go in."""
    me = situation.person.key
    waiting = tuple(small_requests.shown(situation, one, me) for one in lane_of(situation).open)
    if not rights.may(situation, Deed.PREPARE_REQUEST):
        return Turn(situation.state, waiting or (say(situation, Text("lane-nothing-waits")),))
    offered = _offer(situation)
    return Turn(offered.state, (*waiting, *offered.messages))


def _offer(situation: Situation, after: str = "") -> Turn:
    signals = lane_of(situation).signals
    place = next((n for n, one in enumerate(signals, 1) if one.number == after), 0)
    if place >= len(signals):
        text = Text("lane-no-more") if after else Text("lane-no-signals")
        return Turn(Idle(), (say(situation, text),))
    one = signals[place]
    args: dict[str, Value] = {
        "number": one.number,
        "day": local_day(one.said_at, situation.zone),
        "words": one.text,
    }
    choices = (button("lane-pick", PICK, one.number), button("lane-more", MORE, one.number))
    shown = say(situation, Text("lane-signal", args), *choices, button("lane-stop", DONE))
    return Turn(Idle(), (*pictures.of(situation, one.number), shown))


def _describe(situation: Situation, number: str) -> Turn:
    one = _signal(situation, number)
    if one is None:
        return Turn(Idle(), (say(situation, Text("lane-cannot", {"number": number})),))
    text = Text("lane-describe", {"number": one.number, "words": one.text})
    return Turn(Describing(one.number), (*pictures.of(situation, one.number), say(situation, text)))


def _described(situation: Situation, state: Describing, words: str) -> Turn:
    """Shown again before it goes, and never the resident's own words."""
    one = _signal(situation, state.number)
    if one is None:
        return Turn(Idle(), (say(situation, Text("lane-cannot", {"number": state.number})),))
    if not words or len(words) > MAX_REQUEST:
        return Turn(state, (say(situation, Text("lane-short", {"most": MAX_REQUEST})),))
    if copied(words, one.text):
        return Turn(state, (say(situation, Text("lane-own-words")),))
    sentence = as_sentence(words)
    choices = (
        button("lane-send", SEND, f"{one.number}/{fingerprint(sentence)}"),
        button("lane-edit", EDIT, one.number),
    )
    text = Text("lane-confirm", {"sentence": sentence})
    if safe := lane_of(situation).without_people:
        text = Text("lane-confirm-warned", {"sentence": sentence, "safe": one_line(safe)})
    return Turn(Describing(one.number, sentence), (say(situation, text, *choices),))


def copied(sentence: str, words: str) -> bool:
    """Whether it is all that the resident said, or goes on for six words like them."""
    ours, theirs = _bare(sentence), _bare(words)
    runs = (" ".join(ours[at : at + COPIED]) for at in range(len(ours) - COPIED + 1))
    return ours == theirs or any(f" {run} " in f" {' '.join(theirs)} " for run in runs)


def _bare(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _send(situation: Situation, number: str, seen: str) -> Turn:
    """Only the very sentence that the button stood under goes to those who decide."""
    state, one = situation.state, _signal(situation, number)
    if one is None:
        return Turn(Idle(), (say(situation, Text("lane-cannot", {"number": number})),))
    if not isinstance(state, Describing) or state.number != number or fingerprint(state.sentence) != seen:
        return _describe(situation, number)
    request = SmallRequest(one.number, state.sentence, situation.now)
    deciders, due = lane_of(situation).deciders, small_requests.due_day(situation, request)
    sent = say(situation, Text("lane-sent", {"people": len(deciders), "due": due}))
    asked = (small_requests.shown(situation, request, key) for key in deciders)
    return Turn(Idle(), (sent, *asked), (PutInFastLane(one.number, state.sentence),))


def _taken_out(situation: Situation, number: str) -> Turn:
    request = lane_of(situation).request(number)
    if request is None or request.state is not LaneState.OPEN:
        return small_requests.too_late(situation, request)
    return Turn(Idle(), (say(situation, Text("lane-out-done")),), (FastLaneLeft(request.signal),))


def _signal(situation: Situation, number: str) -> LaneSignal | None:
    return next((one for one in lane_of(situation).signals if one.number == number), None)
