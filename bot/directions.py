"""Text from right to left: what runs the other way inside it stands between marks, and nothing else does.

Without marks a signal number is read as 0412-2026 there. But an app takes the direction of a line from its
first letter outside of marks: a line of Arabic must never stand between marks as a whole.
"""

import re
import unicodedata

_OPEN, _CLOSE = "\u2068", "\u2069"
_FROM_RIGHT = "\u200f"
"""A letter that nobody sees, for apps that look between marks too: the line still runs from right to left."""
_KEPT_OPEN, _KEPT_CLOSE = "\ufdd0", "\ufdd1"
"""Stand in for a mark that is kept; no text can hold these, so nobody smuggles in a mark."""
_STANDING_IN = str.maketrans("", "", _KEPT_OPEN + _KEPT_CLOSE)
_INNERMOST = re.compile(f"{_OPEN}([^{_OPEN}{_CLOSE}]*){_CLOSE}")
_KEPT = re.compile(f"{_KEPT_OPEN}[^{_KEPT_OPEN}{_KEPT_CLOSE}]*{_KEPT_CLOSE}")
_DIRECTIONS = {"L": False, "R": True, "AL": True}


def marked(text: str) -> str:
    """The text with marks only where they are needed, and none that reaches over the end of a line."""
    text, count = text.translate(_STANDING_IN), 1
    while count:
        text, count = _INNERMOST.subn(lambda found: _by_line(found[1]), text)
    lines = (_led(line) for line in text.split("\n"))
    return "\n".join(lines).replace(_KEPT_OPEN, _OPEN).replace(_KEPT_CLOSE, _CLOSE)


def _led(line: str) -> str:
    return f"{_FROM_RIGHT}{line}" if _from_right(line) and _first(line) is False else line


def _by_line(words: str) -> str:
    return "\n".join(map(_line, words.split("\n")))


def _line(words: str) -> str:
    whole = words.startswith(_KEPT_OPEN) and words.endswith(_KEPT_CLOSE)
    if not words.strip() or whole or _from_right(words):
        return words
    return f"{_KEPT_OPEN}{words}{_KEPT_CLOSE}"


def _from_right(words: str) -> bool:
    """Whether the first letter outside of marks is one of a script that runs from right to left."""
    count = 1
    while count:
        words, count = _KEPT.subn("", words)
    return _first(words) or False


def _first(words: str) -> bool | None:
    directions = (_DIRECTIONS.get(unicodedata.bidirectional(letter)) for letter in words)
    return next((found for found in directions if found is not None), None)
