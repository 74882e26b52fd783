"""Taking out of somebody's words what leads to a person; somebody approves the rest before it is shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from screening.addresses import addresses
from screening.contacts import contacts
from screening.dates import birthdates, dates
from screening.names import names
from screening.numbers import numbers
from screening.places import known, others, own
from screening.plates import plates
from screening.seen import MARK, TAKEN, look
from screening.spans import Span, first_come, overlaps

MOST_ROUNDS = 8
"""What is taken out can make plain what stands beside it; looking again ends long before this."""


@dataclass(frozen=True, slots=True)
class Redacted:
    """A text without what leads to a person, and where that stood in the text itself."""

    text: str
    spans: tuple[Span, ...]


def redact(text: str, lang: str = "nl", places: Sequence[str] = ()) -> Redacted:
    """Take out numbers, addresses and names. `places` are the streets and buurten of the wijk: they stay."""
    spans: list[Span] = []
    masked = text
    for _ in range(MOST_ROUNDS):
        new = [span for span in _found(masked, lang, places) if masked[span.start : span.end].strip(TAKEN)]
        if not new:
            break
        spans = _merged(sorted([*spans, *new]))
        masked = _masked(text, spans)
    return Redacted(_with_marks(text, spans), tuple(spans))


def _found(text: str, lang: str, places: Sequence[str]) -> list[Span]:
    seen = look(text)
    where, stay = known(seen.plain, seen.small, places)
    structured = first_come(
        chain(
            contacts(seen.small),
            birthdates(seen.small),
            _not_in_dates(seen.small, chain(plates(seen.small, seen.plain), numbers(seen.small))),
            addresses(seen.small, seen.plain, where, own(seen.small, places)),
        )
    )
    said = names(seen.plain, seen.small, stay, list(others(seen.plain, seen.small)), dutch=lang == "nl")
    found = first_come([*structured, *said])
    return [Span(*seen.within(span.start, span.end), span.kind) for span in found]


def _not_in_dates(small: str, found: "chain[Span]") -> list[Span]:
    taken = dates(small)
    return [span for span in found if not overlaps(span[:2], taken) or _larger(span, taken)]


def _larger(span: Span, taken: Sequence[tuple[int, int]]) -> bool:
    """A telephone number in which something looks like a date."""
    return all(
        span.start <= start and end <= span.end for start, end in taken if overlaps(span[:2], [(start, end)])
    )


def _merged(spans: Sequence[Span]) -> list[Span]:
    """Parts that overlap or touch are one."""
    merged: list[Span] = []
    for span in spans:
        if merged and span.start <= merged[-1].end:
            last = merged[-1]
            merged[-1] = last._replace(end=max(last.end, span.end))
        else:
            merged.append(span)
    return merged


def _masked(text: str, spans: Sequence[Span]) -> str:
    characters = list(text)
    for span in spans:
        characters[span.start : span.end] = TAKEN * (span.end - span.start)
    return "".join(characters)


def _with_marks(text: str, spans: Sequence[Span]) -> str:
    kept: list[str] = []
    end = 0
    for span in spans:
        kept += [text[end : span.start], MARK]
        end = span.end
    return "".join([*kept, text[end:]])
