"""Which wijk is meant: by its name, with a typo or without its article, by a postcode or by a street."""

import difflib
import re
import unicodedata
from collections.abc import Sequence

from domain.districts import District

ALMOST = 0.8
FEW = 3
"""So many words that name a wijk name nothing else."""


def named_in(text: str, districts: Sequence[District]) -> District | None:
    """The one wijk that this text names; None when it names none, or several."""
    said = _with_known_digits(text.casefold())
    named = [one for one in districts if _names(said, one)]
    return named[0] if len(named) == 1 else None


def only_names(text: str, district: District) -> bool:
    """Whether the text says the wijk and nothing of what happens there."""
    said = _bare(text)
    return len(said.split()) <= FEW or said in {_bare(one) for one in (district.name, *district.streets)}


def _with_known_digits(text: str) -> str:
    """A postcode is typed in the digits of the keyboard: in Arabic letters often in other ones."""
    return "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text)


def _names(said: str, district: District) -> bool:
    if any(re.search(rf"\b{code}(?!\d)", said) for code in district.postcodes):
        return True
    places = [_bare(one) for one in (district.name, district.slug, *district.streets)]
    if any(re.search(rf"\b{re.escape(place)}\b", said) for place in places):
        return True
    return bool(difflib.get_close_matches(_bare(said), places, cutoff=ALMOST))


def _bare(text: str) -> str:
    """Without signs, and without the article that people leave out."""
    return re.sub(r"^(de|het|the) ", "", " ".join(re.findall(r"[\w'-]+", text.casefold())))
