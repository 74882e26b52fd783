"""How a message of ours fits into messages of Telegram: pieces of text and rows of buttons."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.chat import Button, File, Outgoing

TEXT_UNITS = 4_000
"""Telegram allows 4,096 UTF-16 units; the rest is room for what it counts differently."""
CAPTION_UNITS = 1_000
ROW_UNITS = 30
"""A row shares a phone's width equally: the longest label times the number of buttons fits in this."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One message for Telegram."""

    text: str
    file: File | None = None
    buttons: tuple[Button, ...] = ()


def legible(text: str) -> str:
    """Text that every store and every wire takes: no NUL, no half of a surrogate pair."""
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return whole.replace("\0", "")


def units(text: str) -> int:
    """Length as Telegram counts it: in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def pieces(message: Outgoing) -> list[Piece]:
    """The messages that say all of this one, in order; the last one carries the buttons."""
    text = legible(message.text)
    made: list[Piece] = []
    if message.file:
        caption, text = cut(text, CAPTION_UNITS)
        made.append(Piece(caption, message.file))
    if text or not made:
        made += [Piece(part) for part in parts(text)]
    made[-1] = replace(made[-1], buttons=message.buttons)
    return made


def parts(text: str, limit: int = TEXT_UNITS) -> Iterator[str]:
    """The text in parts that are short enough; only white space between them is lost."""
    head, tail = cut(text, limit)
    yield head
    while tail:
        head, tail = cut(tail, limit)
        yield head


def shortened(text: str, limit: int = TEXT_UNITS) -> str:
    """As much of the text as fits in one message, with an ellipsis when that is not all."""
    head, tail = cut(legible(text), limit - 2)
    return f"{head} …" if tail else head


def cut(text: str, limit: int) -> tuple[str, str]:
    """What fits and what is left, cut between paragraphs, else lines, else words, else anywhere."""
    if units(text) <= limit:
        return text, ""
    # "ignore" drops the half of a pair that the limit may leave at the end.
    fits = text.encode("utf-16-le")[: limit * 2].decode("utf-16-le", "ignore")
    at = next((at for mark in ("\n\n", "\n", " ") if (at := fits.rfind(mark)) > len(fits) // 2), len(fits))
    return fits[:at].rstrip(), text[at:].lstrip()


def keyboard(buttons: Sequence[Button]) -> InlineKeyboardMarkup | None:
    """The buttons below the message; none at all takes an earlier keyboard away when a message is edited."""
    if not buttons:
        return None
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(one.label, callback_data=one.token) for one in row] for row in rows(buttons)]
    )


def rows(buttons: Sequence[Button]) -> list[list[Button]]:
    """Short buttons beside each other, long ones alone."""
    made: list[list[Button]] = []
    for button in buttons:
        wider = [*made[-1], button] if made else []
        if wider and max(units(legible(one.label)) for one in wider) * len(wider) <= ROW_UNITS:
            made[-1] = wider
        else:
            made.append([button])
    return made
