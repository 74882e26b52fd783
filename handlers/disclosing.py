"""`gegevens`: what is kept of somebody, in words that they can read; the whole of it goes along as a file."""

from collections.abc import Iterator, Sequence

from domain.messages import Attachment, Message, Text, Value
from domain.rounds import local_day
from domain.signals import Signal
from handlers import quiet
from handlers.turn import Situation, say

MOST_SIGNALS = 15
"""Signals that are told in the chat; the older ones are counted, and stand in the file."""
MOST_WORDS = 700
"""Characters of one signal; the rest of it stands in the file."""
MOST_TOGETHER = 3_000
"""Units (as Telegram counts) of signals in one message: with numbers, days and labels it fits."""


def told(situation: Situation) -> tuple[Message, ...]:
    """Who we think they are, what they told, and the file."""
    everything = Attachment("data", situation.person.key)
    return (
        say(situation, _summary(situation)),
        *(say(situation, text) for text in _signals(situation)),
        say(situation, Text("privacy-data-file"), attachment=everything),
    )


def _summary(situation: Situation) -> Text:
    person, kept, unknown = situation.person, situation.kept, Text("privacy-unknown")
    args: dict[str, Value] = {
        "count": len(situation.signals),
        "photos": sum(kept.photos.values()),
        "updates": kept.updates,
        "neighbourhood": person.neighbourhood or unknown,
        "district": situation.district.name if situation.district else unknown,
        "language": Text("language-name", {"language": person.language}),
        "roles": tuple(Text("privacy-role", {"role": role}) for role in sorted(person.roles or {"resident"})),
    }
    return Text("promises-data", {"data": Text("privacy-data", args), "quiet": quiet.hours(person.quiet)})


def _signals(situation: Situation) -> Iterator[Text]:
    """All that fits, the newest first, in as many messages as it takes."""
    shown = situation.signals[:MOST_SIGNALS]
    older = len(situation.signals) - len(shown)
    groups = [tuple(_line(situation, one) for one in group) for group in _together(shown)]
    if older:
        groups[-1] += (Text("privacy-data-older", {"count": older}),)
    return (Text("privacy-data-signals", {"lines": lines}) for lines in groups)


def _together(signals: Sequence[Signal]) -> list[list[Signal]]:
    """Runs of signals that are short enough to stand in one message."""
    groups: list[list[Signal]] = []
    room = 0
    for one in signals:
        room -= _units(_words(one))
        if room < 0:
            groups.append([])
            room = MOST_TOGETHER - _units(_words(one))
        groups[-1].append(one)
    return groups


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _words(signal: Signal) -> str:
    flat = " ".join(signal.text.split())
    return flat if len(flat) <= MOST_WORDS else flat[:MOST_WORDS] + "…"


def _line(situation: Situation, signal: Signal) -> Text:
    if signal.person != situation.person.key:
        return Text("privacy-data-follows", {"number": signal.number})
    with_photo = situation.kept.photos.get(signal.number, 0) > 0
    args: dict[str, Value] = {
        "number": signal.number,
        "on": local_day(signal.said_at, situation.zone),
        "text": _words(signal),
        "photos": ("with" if signal.text else "only") if with_photo else "none",
    }
    return Text("privacy-data-signal", args)
