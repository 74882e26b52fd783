"""How a typed word is compared with a known one: case, accents and ways of writing a letter do not matter."""

import unicodedata

_SAME = str.maketrans(
    {
        "ı": "i",
        "ł": "l",
        "ø": "o",
        "ß": "ss",
        "ة": "ه",
        "ى": "ي",
        "ـ": None,
        "'": None,
        "\u2019": None,
        "\u02bc": None,
        "`": None,
    }
)
"""Letters that many keyboards lack or many people write otherwise, the Arabic tatweel, and apostrophes."""
_HIDDEN = frozenset({"Mn", "Cf"})
"""Accents, vowel signs of Arabic, and marks that give a direction."""


def folded(text: str) -> str:
    """The word as it is compared; never shown."""
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    plain = "".join(letter for letter in apart if unicodedata.category(letter) not in _HIDDEN)
    return unicodedata.normalize("NFC", plain).translate(_SAME)
