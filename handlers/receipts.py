"""The receipt of a signal: number, promise, a way back; and the one question after it."""

import re

from domain.districts import District
from domain.events import SignalGiven
from domain.heard import Said
from domain.messages import Act, Choice, Kind, Message, Text, Value, Verb
from domain.signals import MAX_CHARACTERS, SignalNumber, Source
from handlers.states import AwaitingNeighbourhood, AwaitingTopic, Correcting, Idle, State
from handlers.turn import Situation, Turn, say
from handlers.welcome import welcome

MAX_NEAR = 5
MAX_TOLD = 1_500
"""Of the words that a message quotes: all of it fits in one, also when every sign is a picture."""


def keep(situation: Situation, heard: Said, district: District, *, withheld: bool = False) -> Turn:
    """One new signal of a resident, with its receipt and at most one question."""
    event = given(situation, heard, district, withheld=withheld)
    if situation.flooding:
        return Turn(
            Idle(), () if situation.flood_told else (say(situation, Text("resident-slow-down")),), (event,)
        )
    messages = receipt(situation, event)
    if not situation.person.known:
        messages = (*messages, *welcome(situation, district))
    state, asked = (Idle(), ()) if withheld or event.held else _question(situation, event, district)
    return Turn(state, (*messages, *asked), (event,))


def given(
    situation: Situation, heard: Said, district: District, ahead: int = 0, *, withheld: bool = False
) -> SignalGiven:
    """The fact to store. `ahead` counts signals given before it in the same turn."""
    span, promise = situation.terms[district.slug]
    return SignalGiven(
        number=situation.number(ahead),
        district=district.slug,
        round=span.name,
        text=heard.text.strip()[:MAX_CHARACTERS],
        promise_on=promise,
        source=Source.RESIDENT,
        neighbourhood=heard.neighbourhood or named_in(heard.text, district) or situation.person.neighbourhood,
        language=heard.language,
        origin=heard.origin,
        photo=heard.photo,
        withheld=withheld,
        held=() if withheld else heard.held,
    )


def named_in(text: str, district: District) -> str | None:
    """The one buurt that this text names; None when it names none, or several."""
    named = [
        one for one in district.neighbourhoods if re.search(rf"\b{re.escape(one)}\b", text, re.IGNORECASE)
    ]
    return named[0] if len(named) == 1 else None


def card_choices(number: SignalNumber) -> tuple[Choice, ...]:
    """Every card carries a way to change and to withdraw that signal."""
    return (
        Choice(Text("resident-not-right"), Act(Verb.CORRECT, number)),
        Choice(Text("resident-withdraw"), Act(Verb.WITHDRAW, number)),
    )


def receipt(situation: Situation, event: SignalGiven) -> tuple[Message, ...]:
    """The card of a signal."""
    if event.withheld:
        return _kept_apart(situation, event)
    args: dict[str, Value] = {"number": event.number, "promise": event.promise_on}
    text = Text("resident-receipt", args)
    if len(event.text) >= MAX_CHARACTERS:
        text = Text("resident-receipt-cut", {**args, "kept": MAX_CHARACTERS})
    if event.held:
        text = Text("resident-read-first", {"receipt": text})
    return (say(situation, text, *card_choices(event.number), kind=Kind.CARD, signal=event.number),)


def _kept_apart(situation: Situation, event: SignalGiven) -> tuple[Message, ...]:
    """The card of words of danger, and the words to the coordinator of that wijk."""
    text = Text("danger-kept", {"number": event.number})
    card = say(situation, text, *card_choices(event.number), kind=Kind.CARD, signal=event.number)
    told = Text("coordinator-danger-kept", {"number": event.number, "words": event.text[:MAX_TOLD]})
    return (card, *(Message(to, told, kind=Kind.NOTICE) for to in situation.told_of_danger[event.district]))


def _question(
    situation: Situation, event: SignalGiven, district: District
) -> tuple[State, tuple[Message, ...]]:
    """One question: what a picture shows, or the buurt (asked once), or whether neighbours said the same."""
    if not event.text:
        return Correcting(event.number), (say(situation, Text("resident-photo-only")),)
    return ask_about(situation, event.number, district, event.neighbourhood)


def ask_about(
    situation: Situation, number: SignalNumber, district: District, neighbourhood: str | None
) -> tuple[State, tuple[Message, ...]]:
    """The buurt, once in this wijk, or whether neighbours said the same."""
    earlier = any(one.district == district.slug and one.number != number for one in situation.signals)
    known = earlier or neighbourhood is not None or situation.person.neighbourhood is not None
    if not known and district.neighbourhoods:
        return AwaitingNeighbourhood(number), (ask_neighbourhood(situation, district),)
    return ask_topic(situation, number)


def ask_neighbourhood(situation: Situation, district: District) -> Message:
    """In which buurt, with a button for each and one for who does not know."""
    choices = [
        Choice(Text("name", {"name": name}), Act(Verb.SET_NEIGHBOURHOOD, name))
        for name in district.neighbourhoods
    ]
    unknown = Choice(Text("resident-do-not-know"), Act(Verb.SET_NEIGHBOURHOOD))
    return say(situation, Text("resident-ask-neighbourhood"), *choices, unknown)


def ask_topic(
    situation: Situation, number: SignalNumber, *, logged: bool = False
) -> tuple[State, tuple[Message, ...]]:
    """Did neighbours say the same? Nothing is asked when nothing is near."""
    near = situation.near[:MAX_NEAR]
    if not near:
        return Idle(), ()
    # Both signals stand on the button: it still means the same when it is pressed later.
    choices = [
        Choice(Text("name", {"name": one.title}), Act(Verb.JOIN_TOPIC, f"{number}/{one.signal}"))
        for one in near
    ]
    other = Choice(Text("resident-other-topic"), Act(Verb.OTHER_TOPIC))
    key = "professional-same-topic" if logged else "resident-ask-topic"
    asked = say(situation, Text(key), *choices, other)
    state = AwaitingTopic(
        number, tuple(one.signal for one in near), tuple(one.people for one in near), logged=logged
    )
    return state, (asked,)
