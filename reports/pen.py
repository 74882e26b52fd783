"""How words come on paper and on the screen: what can be shown there, and how long it may be."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from domain.cleaning import clean
from domain.messages import Text, Value
from reports.glyphs import printable, right_to_left
from reports.wording import Say, cut

Data: TypeAlias = dict[str, object]


@dataclass(frozen=True, slots=True)
class Surface:
    """What a report is written on. Lengths are in characters, the rest are numbers of rows."""

    show: Callable[[str], str]
    """Words as they can be shown here."""
    title: int
    sentence: int
    line: int
    """A cell or a line of a card."""
    label: int
    """Of a bar."""
    name: int
    """Of a group."""
    groups: int
    actions: int
    mentions: int
    rounds: int
    """Earlier rounds in a trend."""
    quotes: int


PAPER = Surface(
    printable,
    title=84,
    sentence=140,
    line=55,
    label=36,
    name=24,
    groups=12,
    actions=3,
    mentions=2,
    rounds=4,
    quotes=2,
)
"""Two A4, whatever came in."""

SCREEN = Surface(
    clean,
    title=400,
    sentence=1_000,
    line=400,
    label=400,
    name=100,
    groups=40,
    actions=100,
    mentions=20,
    rounds=12,
    quotes=10,
)
"""A page has room for what anybody typed; these lengths only keep it a page."""


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes in the language of the reader, for one surface."""

    say: Say
    surface: Surface

    def line(self, value: Value) -> str:
        """Our own words, or a name."""
        return self.surface.show(self.say(value) if isinstance(value, Text) else str(value))

    def lines(self, texts: tuple[Text, ...]) -> list[str]:
        """Each of them."""
        return [self.line(text) for text in texts]

    def number(self, number: int) -> str:
        """As the reader writes numbers."""
        return self.line(Text("report-number", {"n": number}))

    def own(self, value: Value, longest: int) -> Data:
        """Words of people, with the direction they are read in."""
        # A heading may not be empty.
        shown = cut(self.line(value), longest) or "\N{HORIZONTAL ELLIPSIS}"
        return {"words": shown, "rtl": right_to_left(shown)}
