"""Which words are names of people, and which are words of every day."""

from functools import lru_cache

from screening.words import groups, words

SHORTEST = 3
"""Letters of a name that no list has, at least."""
LONGEST_UNSURE = 4
ARTICLES = frozenset({"de", "het", "'t", "een", "geen"})


@lru_cache(maxsize=1)
def particles() -> frozenset[str]:
    """What stands between a given name and a surname."""
    return frozenset(groups("name_words.txt")["particles"])


@lru_cache(maxsize=1)
def _given() -> tuple[frozenset[str], frozenset[str]]:
    known = words("given.txt") | words("given_other.txt")
    return known, known | words("given_capital.txt")


def parts(word: str) -> list[str]:
    """The word without what a possessive adds, and the halves of a double name."""
    bare = word.removesuffix("'s").removesuffix("'")
    return [bare, *bare.split("-")] if "-" in bare else [bare]


def is_given(word: str) -> bool:
    """A given name, however it is written."""
    whole, *halves = parts(word)
    known, either = _given()
    if whole in known or not halves:
        return whole in known
    return (
        len(halves) > 1 and all(half in either for half in halves) and any(half in known for half in halves)
    )


def is_possessive(word: str) -> bool:
    """`Bilals` fiets: a name of the list with an s."""
    return word.endswith("s") and len(word) > LONGEST_UNSURE and word[:-1] in words("given.txt")


def is_perhaps(word: str) -> bool:
    """A name that is also a word."""
    return any(part in words("given_capital.txt") for part in parts(word)[:1])


def is_surname(word: str) -> bool:
    """A surname of the list."""
    return any(part in words("surnames.txt") for part in parts(word))


def is_plain(word: str) -> bool:
    """A word of every day."""
    return word in words("function_words.txt") or word in words("ordinary.txt")
