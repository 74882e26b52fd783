"""`spelregels`: who decides about what and when somebody hears, from the agreements when there are any."""

from domain.agreements import Agreement, Part, Version
from domain.districts import DUTCH
from domain.messages import Message, Text, Value
from handlers.turn import Situation, say

MOST = 4
"""Agreements in one answer, each a message; the rest is counted."""


def told(situation: Situation) -> tuple[Message, ...]:
    """The rules of this wijk, in the language of the reader as far as they are ours."""
    if situation.district is None:
        return (say(situation, Text("rules-anywhere")),)
    terms = situation.terms[situation.district.slug]
    args: dict[str, Value] = {
        "district": situation.district.name,
        "ends": terms.span.last,
        "promise": terms.promise_on,
    }
    agreed = [(one, version) for one in situation.agreements if (version := one.agreed) is not None]
    if not agreed:
        return (say(situation, Text("rules", args)),)
    return (
        say(situation, _head(situation, args)),
        *(say(situation, _agreement(one, version)) for one, version in agreed[:MOST]),
        *((say(situation, Text("rules-more", {"count": len(agreed) - MOST})),) if agreed[MOST:] else ()),
    )


def _head(situation: Situation, args: dict[str, Value]) -> Text:
    head = Text("rules-agreed", args)
    if situation.person.language == DUTCH:
        return head
    return Text("rules-then", {"first": head, "second": Text("rules-in-dutch")})


def _agreement(agreement: Agreement, version: Version) -> Text:
    lines = tuple(_line(part, words) for part, words in version.filled)
    return Text("rules-agreement", {"theme": agreement.theme, "lines": lines})


def _line(part: Part, words: str) -> Text:
    if part is Part.RUNG:
        return Text("rules-rung-line", {"part": part.value, "rung": words})
    return Text("rules-line", {"part": part.value, "words": words})
