"""One sentence of a person that the reporters will read: its shape, and what makes it hard to read."""

import hashlib
import re

from domain.messages import Text

MAX_SENTENCE = 400
"""Characters: enough for two or three sentences, and five of them fit in one message."""
LONG_SENTENCE = 20
"""Words; residents are written to in shorter ones."""
LONG_WORD = 18
"""Characters."""
SHORTEST_NUMBER = 6
"""Digits of a number that somebody can call."""


def one_line(words: str) -> str:
    """The words without line breaks and double spaces."""
    return " ".join(words.split())


def leads_to_somebody(words: str) -> bool:
    """A number to call or an address of mail: the name of an organisation or role has neither."""
    return "@" in words or sum(sign.isdigit() for sign in words) >= SHORTEST_NUMBER


def as_sentence(words: str) -> str:
    """With a capital and a full stop, as reporters will read it."""
    ended = words if words[-1] in ".!?…؟" else f"{words}."
    return ended[0].upper() + ended[1:]


def hint(sentence: str) -> Text | None:
    """What may make these words hard to read, if anything: a long sentence first, then a long word."""
    words = max(len(part.split()) for part in re.split(r"[.!?…]+(?:\s|$)", sentence))
    if words > LONG_SENTENCE:
        return Text("expert-hint-sentence", {"words": words})
    longest = max(re.findall(r"\w+", sentence), key=len, default="")
    return Text("expert-hint-word", {"word": longest}) if len(longest) > LONG_WORD else None


def fingerprint(sentence: str) -> str:
    """Ties a yes to the very words that it was given to."""
    return hashlib.sha256(sentence.encode()).hexdigest()[:12]
