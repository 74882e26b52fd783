"""A resident says one thing in ten seconds, and can see and take back what was said."""

from dataclasses import replace

from domain.events import (
    Event,
    NeighbourhoodTold,
    PhotoAdded,
    SameTopic,
    SignalChanged,
    SignalExtended,
    SignalWithdrawn,
)
from domain.heard import Aside, Changed, Command, Opened, Said, TookBack, Unclear
from domain.messages import Act, Kind, Text, Verb
from domain.signals import MAX_CHARACTERS, Signal, SignalNumber, Standing
from handlers import arrival, danger, effect, professional, receipts
from handlers.states import (
    AwaitingNeighbourhood,
    AwaitingTopic,
    ChoosingDistrict,
    Correcting,
    Idle,
    Located,
    TellingWhatIsMissing,
)
from handlers.turn import Situation, Turn, say


def said(situation: Situation, heard: Said) -> Turn:
    """A new signal, or the answer to a question that is open."""
    match situation.state:
        case ChoosingDistrict(held):
            return arrival.typed(situation, heard, held)
        case _ if heard.aside is not None and heard.photo is None:
            return _aside(situation, heard.aside)
        case Correcting(number) if heard.text:
            return changed(situation, Changed(number, heard.text, held=heard.held))
        case TellingWhatIsMissing(number):
            return effect.still_missing(situation, heard, number)
        case Located(neighbourhood) if heard.text:
            return signal(situation, replace(heard, neighbourhood=heard.neighbourhood or neighbourhood))
        case _ if heard.command is Command.WHO or (heard.command and not heard.rest and heard.photo is None):
            # A word of a role, said by somebody without it: it is no signal.
            return _stay(situation, Text("resident-not-for-you"))
        case _:
            return _late_neighbourhood(situation, heard) or signal(situation, heard)


def _aside(situation: Situation, aside: Aside) -> Turn:
    """A greeting, a thank you, a bare yes or no: answered, and never a signal."""
    match aside, situation.state:
        case Aside.NO, AwaitingTopic():
            return _same_or_other(situation, Act(Verb.OTHER_TOPIC))
        case Aside.YES, AwaitingTopic(near=(only,)):
            return _same_or_other(situation, Act(Verb.JOIN_TOPIC, f"{situation.state.number}/{only}"))
        case Aside.NO, AwaitingNeighbourhood():
            return _told_neighbourhood(situation, "")
        case Aside.NO | Aside.THANKS, TellingWhatIsMissing():
            return Turn(Idle(), (say(situation, Text("resident-thanks")),))
        case _ if not situation.person.known:
            return arrival.opened(situation, Opened())
        case Aside.YES | Aside.NO | Aside.NUMBER | Aside.CHOICE, Idle():
            return _stay(situation, Text("resident-no-question"))
        case _:
            return _stay(situation, _ASIDES[aside])


_ASIDES = {
    Aside.GREETING: Text("resident-hello"),
    Aside.THANKS: Text("resident-you-are-welcome"),
    Aside.YES: Text("resident-not-a-choice"),
    Aside.NO: Text("resident-not-a-choice"),
    Aside.NUMBER: Text("resident-not-a-choice"),
    Aside.CHOICE: Text("resident-not-a-choice"),
    Aside.WORDLESS: Text("resident-no-words"),
    Aside.UNKNOWN_COMMAND: Text("resident-unknown-command"),
}


def _stay(situation: Situation, text: Text) -> Turn:
    return Turn(situation.state, (say(situation, text),))


def _late_neighbourhood(situation: Situation, heard: Said) -> Turn | None:
    """The name of a buurt, typed after the question for it was passed by."""
    if situation.district is None or not situation.signals or situation.signals[0].neighbourhood is not None:
        return None
    said = heard.text.strip(" .!").casefold()
    named = next((one for one in situation.district.neighbourhoods if one.casefold() == said), None)
    if named is None:
        return None
    told = NeighbourhoodTold(named, situation.signals[0].number)
    return Turn(Idle(), (say(situation, Text("resident-thanks-place")),), (told,))


def signal(situation: Situation, heard: Said) -> Turn:
    """Keep what was said: a receipt with number, promise and a way back, then one question at most."""
    if not heard.text and heard.photo is None:
        return _located_only(situation, heard)
    if situation.district is None:
        return arrival.hold(situation, heard, arrival.held_in(situation.state))
    recent = situation.recent
    if recent is not None and _belongs(heard, recent):
        return _extend(situation, heard, recent)
    return receipts.keep(situation, heard, situation.district)


def _belongs(heard: Said, recent: Signal) -> bool:
    return heard.continues or not heard.text or not recent.text


def _extend(situation: Situation, heard: Said, recent: Signal) -> Turn:
    events: list[Event] = []
    if heard.photo:
        events.append(PhotoAdded(recent.number, heard.photo))
    if heard.text:
        events.append(SignalExtended(recent.number, heard.text[:MAX_CHARACTERS], heard.origin, heard.held))
    # Parts of an album come one by one; one receipt is enough for all of them.
    messages = () if heard.album else (say(situation, Text("resident-added", {"number": recent.number})),)
    return Turn(situation.state, messages, tuple(events))


def _located_only(situation: Situation, heard: Said) -> Turn:
    """A location without words: the buurt of the last signal, or a question what there is."""
    recent = situation.recent
    if recent is not None and heard.neighbourhood:
        told = NeighbourhoodTold(heard.neighbourhood, recent.number)
        thanks = say(situation, Text("resident-place-kept", {"neighbourhood": heard.neighbourhood}))
        return Turn(Idle(), (thanks,), (told,))
    if heard.neighbourhood and isinstance(situation.state, Idle):
        return Turn(Located(heard.neighbourhood), (say(situation, Text("resident-what-is-there")),))
    return _stay(situation, Text("resident-what-is-there"))


# --- buttons -----------------------------------------------------------------------------------


def pressed(situation: Situation, act: Act) -> Turn | None:
    """The buttons of a resident; None when it is none of these."""
    match act.verb:
        case Verb.SET_DISTRICT:
            return arrival.chosen(situation, act.about)
        case Verb.SET_NEIGHBOURHOOD:
            return _told_neighbourhood(situation, act.about)
        case Verb.WITHDRAW:
            return withdraw(situation, SignalNumber(act.about))
        case Verb.CORRECT:
            return _correct(situation, SignalNumber(act.about))
        case Verb.JOIN_TOPIC | Verb.OTHER_TOPIC:
            return _same_or_other(situation, act)
        case Verb.KEEP_DANGER | Verb.DROP_DANGER:
            return danger.answered(situation, keep_it=act.verb is Verb.KEEP_DANGER)
        case Verb.EFFECT:
            return effect.told(situation, act.about)
        case _:
            return None


def _told_neighbourhood(situation: Situation, name: str) -> Turn:
    number = situation.state.number if isinstance(situation.state, AwaitingNeighbourhood) else None
    told = NeighbourhoodTold(name or None, number)
    thanks = say(situation, Text("resident-thanks-place" if name else "resident-thanks"))
    if number is None:
        return Turn(Idle(), (thanks,), (told,))
    state, question = receipts.ask_topic(situation, number)
    return Turn(state, question or (thanks,), (told,))


def _own(situation: Situation, number: SignalNumber) -> Signal | None:
    # Who follows a signal sees it too, but it is not theirs to change.
    own = (one for one in situation.signals if one.person == situation.person.key)
    return next((one for one in own if one.number == number), None)


def withdraw(situation: Situation, number: SignalNumber) -> Turn:
    """Take a signal back; only one's own can be."""
    if _own(situation, number) is None:
        return Turn(situation.state, (say(situation, Text("resident-nothing-to-withdraw")),))
    gone = say(situation, Text("resident-withdrawn", {"number": number}))
    return Turn(Idle(), (gone,), (SignalWithdrawn(number),))


def _correct(situation: Situation, number: SignalNumber) -> Turn:
    own = _own(situation, number)
    if own is None:
        return _stay(situation, Text("resident-nothing-to-withdraw"))
    if own.standing is not Standing.COLLECTED:
        return _stay(situation, _too_late(own))
    return Turn(Correcting(number), (say(situation, Text("resident-type-again", {"number": number})),))


def _too_late(own: Signal) -> Text:
    """Where the signal is by now: words of danger never go to the wijkverband."""
    key = "danger-with-coordinator" if own.standing is Standing.APART else "resident-too-late"
    return Text(key, {"number": own.number})


def _same_or_other(situation: Situation, act: Act) -> Turn:
    own, _, joins = act.about.partition("/")
    if not isinstance(situation.state, AwaitingTopic) or (joins and own != situation.state.number):
        return _answered_late(situation, SignalNumber(own), SignalNumber(joins))
    number, offered, counted = situation.state.number, situation.state.near, situation.state.people
    after = professional.next_step(situation, number) if situation.state.logged else Turn()
    if act.verb is Verb.OTHER_TOPIC:
        others = tuple(SameTopic(number, near, same=False) for near in offered)
        return Turn(after.state, after.messages or (say(situation, Text("resident-thanks")),), others)
    people = 1 + dict(zip(offered, counted, strict=False)).get(SignalNumber(joins), 1)
    thanks = say(situation, Text("resident-same-topic", {"people": people}))
    joined = SameTopic(number, SignalNumber(joins), same=True)
    return Turn(after.state, (thanks, *after.messages), (joined,))


def _answered_late(situation: Situation, own: SignalNumber, joins: SignalNumber) -> Turn:
    """A question that was passed by is answered after all: while the signal is collected, that counts."""
    signal = _own(situation, own) if joins else None
    counts = signal is not None and signal.standing is Standing.COLLECTED
    joined = (SameTopic(own, joins, same=True),) if counts else ()
    return Turn(situation.state, (say(situation, Text("resident-thanks")),), joined)


# --- edits and what cannot be read -------------------------------------------------------------


def changed(situation: Situation, heard: Changed) -> Turn:
    """An edit changes the signal, as long as it has not gone to the wijkverband."""
    if heard.number is None or not heard.text.strip():
        return Turn(situation.state)
    own = _own(situation, heard.number)
    if own is None:
        return Turn(Idle(), (say(situation, Text("resident-nothing-to-withdraw")),))
    if own.standing is not Standing.COLLECTED:
        return Turn(Idle(), (say(situation, _too_late(own)),))
    text = Text("resident-changed", {"number": own.number, "promise": own.promise_on})
    card = say(
        situation,
        Text("resident-read-first", {"receipt": text}) if heard.held else text,
        *receipts.card_choices(own.number),
        kind=Kind.CARD,
        signal=own.number,
    )
    event = SignalChanged(own.number, heard.text[:MAX_CHARACTERS], heard.held)
    if not isinstance(situation.state, Correcting):
        return Turn(situation.state, (card,), (event,))
    if own.text or situation.district is None:
        return Turn(Idle(), (card,), (event,))
    # Words for a picture: now it is as new, and its question is asked.
    state, asked = receipts.ask_about(situation, own.number, situation.district, own.neighbourhood)
    return Turn(state, (card, *asked), (event,))


def took_back(situation: Situation, heard: TookBack) -> Turn:
    """A message removed by its writer is a signal withdrawn."""
    if heard.number is None or _own(situation, heard.number) is None:
        return Turn(situation.state)
    return withdraw(situation, heard.number)


_UNCLEAR = {
    "voice": "resident-cannot-hear",
    "empty": "resident-empty",
    "undecryptable": "resident-cannot-decrypt",
}


def unclear(situation: Situation, heard: Unclear) -> Turn:
    """A sticker, a contact, a voice note: said plainly, and what works instead."""
    text = Text(_UNCLEAR.get(heard.kind, "resident-cannot-read"))
    return Turn(situation.state, (say(situation, text),))


def commanded(situation: Situation, command: Command) -> Turn | None:
    """`trek in`, `buurt` and `wijk`; None when it is none of these."""
    match command:
        case Command.WITHDRAW if situation.signals:
            return withdraw(situation, situation.signals[0].number)
        case Command.WITHDRAW:
            return Turn(situation.state, (say(situation, Text("resident-nothing-to-withdraw")),))
        case Command.NEIGHBOURHOOD if situation.district and not situation.district.neighbourhoods:
            return _stay(situation, Text("resident-no-neighbourhoods"))
        case Command.NEIGHBOURHOOD if situation.district:
            return Turn(Idle(), (receipts.ask_neighbourhood(situation, situation.district),))
        case Command.DISTRICT:
            return arrival.ask(situation)
        case _:
            return None
