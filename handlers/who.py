"""`wie 2026-0412`: asking who reported, for danger or an order only, with a second person who has to agree.

What comes of it is never told here: the operator sees it once, on the command line, and the writer is told.
"""

from datetime import timedelta

from domain.events import WhoAgreed, WhoAsked, WhoRefused
from domain.heard import Command, Said
from domain.messages import Act, Choice, Kind, Message, Text, Value, Verb
from domain.policy import Deed
from domain.rounds import local_day
from domain.signals import SignalNumber
from domain.who_reported import AGREED_WITHIN, SEEN_WITHIN, Why
from handlers import rights
from handlers.sentences import as_sentence, fingerprint, leads_to_somebody, one_line
from handlers.states import AskingWho, Idle
from handlers.turn import Situation, Turn, say

MAX_WHY = 200
NOW, LATER, STOP, YES, NO = "now", "later", "stop", "yes", "no"
"""What a button does, beside naming a ground."""


def number_asked(situation: Situation, command: Command | None, rest: str, act: Act | None) -> str:
    """The signal that this step is about, if it is about who reported one."""
    if act is not None and act.verb is Verb.WHO:
        return act.about.split("/")[1] if "/" in act.about else ""
    if command is Command.WHO:
        return rest
    return situation.state.number if isinstance(situation.state, AskingWho) else ""


def commanded(situation: Situation, command: Command, rest: str) -> Turn | None:
    """`wie`, and `annuleer` while it is asked why. To somebody without a role it is an ordinary word."""
    if isinstance(situation.state, AskingWho) and command in {Command.CANCEL, Command.STOP} and not rest:
        return Turn(Idle(), (say(situation, Text("rights-who-stopped")),))
    if command is not Command.WHO or not (situation.room or situation.person.roles):
        return None
    if refused := rights.refused(situation, Deed.ASK_WHO, AskingWho):
        return refused
    if not rest:
        return Turn(situation.state, (say(situation, Text("rights-who-how")),))
    return _begun(situation, SignalNumber(rest))


def _begun(situation: Situation, number: SignalNumber) -> Turn:
    """One question at a time about a signal of this wijk."""
    if not situation.may_ask_who:
        return _ended(situation, Text("rights-who-none", {"number": number}))
    running = situation.who
    if running and (running.waits(situation.now) or running.seeable(situation.now)):
        return _ended(situation, Text("rights-who-running", {"number": number}))
    grounds = (_button(f"rights-who-{why.value}", f"{why.value}/{number}") for why in Why)
    text = Text("rights-who-why", {"number": number})
    return Turn(AskingWho(number), (say(situation, text, *grounds, _button("rights-who-stop", STOP)),))


def _ended(situation: Situation, text: Text) -> Turn:
    return Turn(Idle(), (say(situation, text),))


# --- buttons and words -------------------------------------------------------------------------


def pressed(situation: Situation, act: Act) -> Turn | None:
    """A ground, the yes of who asks, or that of who has to agree."""
    if act.verb is not Verb.WHO:
        return None
    deed, _, about = act.about.partition("/")
    if deed in {YES, NO}:
        return _decided(situation, agreed=deed == YES)
    if refused := rights.refused(situation, Deed.ASK_WHO, AskingWho):
        return refused
    if deed == STOP:
        return _ended(situation, Text("rights-who-stopped"))
    number, _, seen = about.partition("/")
    state = situation.state
    if not isinstance(state, AskingWho) or state.number != number:
        return _begun(situation, SignalNumber(number))
    if deed in {NOW, LATER}:
        return _asked(situation, state, seen, later=deed == LATER)
    return _ask_sentence(situation, AskingWho(state.number, Why(deed)))


def said(situation: Situation, heard: Said) -> Turn | None:
    """Why, in one sentence; it is shown again before anybody is asked."""
    state = situation.state
    if not isinstance(state, AskingWho) or situation.room:
        return None
    if refused := rights.refused(situation, Deed.ASK_WHO, AskingWho):
        return refused
    if state.why is None:
        return _begun(situation, state.number)
    words = one_line(heard.text)
    if situation.marks or leads_to_somebody(words):
        # The reason stands in the audit log, and is read by another: nobody may be in it.
        marks = ", ".join(dict.fromkeys(situation.marks)) or words
        return Turn(state, (say(situation, Text("rights-who-nobody", {"marks": marks})),))
    if not words or heard.aside or len(words) > MAX_WHY:
        return _ask_sentence(situation, state)
    sentence = as_sentence(words)
    about = f"{state.number}/{fingerprint(sentence)}"
    choices = (
        _button("rights-who-tell-now", f"{NOW}/{about}"),
        _button("rights-who-tell-later", f"{LATER}/{about}"),
        _button("rights-who-stop", STOP),
    )
    text = Text("rights-who-confirm", {"ground": _ground(state.why), "sentence": sentence})
    return Turn(AskingWho(state.number, state.why, sentence), (say(situation, text, *choices),))


def _ask_sentence(situation: Situation, state: AskingWho) -> Turn:
    return Turn(state, (say(situation, Text("rights-who-sentence", {"most": MAX_WHY})),))


# --- one asks, another agrees ------------------------------------------------------------------


def _asked(situation: Situation, state: AskingWho, seen: str, *, later: bool) -> Turn:
    """Only the very sentence that the button stood under goes to who has to agree."""
    if state.why is None or fingerprint(state.sentence) != seen or not situation.may_ask_who:
        return _begun(situation, state.number)
    others = tuple(key for key in situation.coordinators if key != situation.person.key)
    until = _until(situation, AGREED_WITHIN)
    text = Text("rights-who-asked", {"number": state.number, "people": len(others), **until})
    args: dict[str, Value] = {
        "number": state.number,
        "ground": _ground(state.why),
        "sentence": state.sentence,
        **until,
    }
    choices = (
        _button("rights-who-yes", f"{YES}/{state.number}"),
        _button("rights-who-no", f"{NO}/{state.number}"),
    )
    please = (Message(one, Text("rights-who-please", args), choices, Kind.NOTICE) for one in others)
    event = WhoAsked(state.number, state.why, state.sentence, later)
    return Turn(Idle(), (say(situation, text), *please), (event,))


def _decided(situation: Situation, *, agreed: bool) -> Turn:
    """By another coordinator than who asked, while it waits."""
    question = situation.who
    own = question is not None and question.own
    if refused := rights.refused(situation, Deed.AGREE_WHO, own=own):
        return refused
    if question is None or not question.waits(situation.now):
        return Turn(situation.state, (say(situation, Text("rights-who-over")),))
    until = _until(situation, SEEN_WITHIN)
    args: dict[str, Value] = {"number": question.number, "agreed": "yes" if agreed else "no", **until}
    text = Text("rights-who-decided", args)
    others = (key for key in situation.coordinators if key != situation.person.key)
    told = (Message(one, text, kind=Kind.NOTICE) for one in others)
    event = WhoAgreed(question.number) if agreed else WhoRefused(question.number)
    return Turn(situation.state, (say(situation, text), *told), (event,))


def _until(situation: Situation, within: timedelta) -> dict[str, Value]:
    """The day and the time at which it lapses, on the clock of the wijk."""
    end = situation.now + within
    return {"on": local_day(end, situation.zone), "at": f"{end.astimezone(situation.zone):%H.%M}"}


def _ground(why: Why) -> Text:
    return Text("rights-who-ground", {"why": why.value})


def _button(key: str, about: str) -> Choice:
    return Choice(Text(key), Act(Verb.WHO, about))
