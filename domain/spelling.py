"""Words as people type them: one way to write each, whatever signs, accents and slips there are."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

LONG = 7
"""Letters of a word in which a slip of one letter may be forgiven: shorter ones become other words."""
_ALIKE = str.maketrans(
    {
        "ı": "i",
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ة": "ه",
        "ى": "ي",
        "ی": "ي",
        "ک": "ك",
        "چ": "ج",
        "گ": "ك",
        "ـ": "",
    }
    | {"і": "и", "ї": "и", "ы": "и", "є": "е", "э": "е", "ґ": "г", "ъ": "", "ь": ""}
    | dict.fromkeys("'’‘`´ʼ", "")
)
"""Signs that stand for one another: Turkish and Polish without their letters, Russian beside Ukrainian."""
_SPLIT = re.compile(r"[^\W_]+|[.!?;\n…؟]+")
_DRAWN_OUT = re.compile(r"(.)\1{2,}")
_ARABIC = re.compile("[\u0621-\u064a]")
_ARABIC_BEFORE = re.compile("^[وف]?(?:[بلكعه]?ال|لل|[بلكع](?=...))?")
"""What Arabic writes on to the front of a word: and, with, to, like, on, this, the."""


class Word(NamedTuple):
    """A word as it is compared, the sentence it stands in, and what it may be besides."""

    spelled: str
    sentence: int
    readings: tuple[str, ...]


def folded(text: str) -> str:
    """Small letters without accents."""
    if text.isascii():
        return text.casefold().replace("'", "").replace("`", "")
    apart = unicodedata.normalize("NFKD", text.casefold().translate(_ALIKE))
    return "".join(one for one in apart if not unicodedata.combining(one)).translate(_ALIKE)


def words_of(text: str) -> list[Word]:
    """The words of a text, in order."""
    sentence, found = 0, []
    for one in _SPLIT.findall(folded(text)):
        if one[0].isalnum():
            found.append(Word(one, sentence, (one, *_other_readings(one))))
        else:
            sentence += 1
    return found


def _other_readings(word: str) -> Iterator[str]:
    """What a word may be: drawn out ("heeelp"), or with little Arabic words in front."""
    if _DRAWN_OUT.search(word):
        yield _DRAWN_OUT.sub(r"\1", word)
        yield _DRAWN_OUT.sub(r"\1\1", word)
    elif not word.isascii() and _ARABIC.match(word):
        before = _ARABIC_BEFORE.match(word)
        if before and before[0] and len(word) - before.end() > 1:
            yield word[before.end() :]
            if before.end() > 1 and word[0] in "وف":
                yield word[1:]


def a_slip_apart(one: str, other: str) -> bool:
    """One letter too many, too few or another, or two that changed places; never the first."""
    shorter, longer = sorted((one, other), key=len)
    same = next((at for at, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    if same == 0:
        return False
    if len(shorter) < len(longer):
        return shorter[same:] == longer[same + 1 :]
    swapped = shorter[same : same + 2] == longer[same : same + 2][::-1]
    return shorter[same + 1 :] == longer[same + 1 :] or (
        swapped and shorter[same + 2 :] == longer[same + 2 :]
    )
