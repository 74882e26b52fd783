"""Plain words: what the check finds in a hundred sentences written before it, and in sixty written after."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.texts import Words
from domain.plain_words import Ease, Found, Reading, Remark, compiled, syllables

FOLDER = Path(__file__).parent / "plain_words"
RULES = Words().plain_words
LABELS = {"long": Remark.SENTENCE, "passive": Remark.PASSIVE, "jargon": Remark.JARGON, "hard": Remark.WORD}


def sentences(name: str) -> Iterator[tuple[str, set[Remark], str]]:
    """Plain or town hall, what should be seen, and the sentence."""
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            labels, _, sentence = line.partition(" | ")
            whose, *seen = labels.split()
            yield whose, {LABELS[label] for label in seen}, sentence


def remarks(sentence: str) -> set[Remark]:
    """What the check says of it."""
    return {found.remark for found in RULES.read(sentence).found}


@pytest.mark.parametrize(
    ("name", "count", "missed", "false"), [("sentences.txt", 50, 0, 0), ("sentences-later.txt", 30, 5, 1)]
)
def test_town_hall_is_told_from_plain(name: str, count: int, missed: int, false: int) -> None:
    """At most so many sentences of the town hall pass unseen, and so many plain ones get a remark."""
    seen = Counter((whose, bool(remarks(sentence))) for whose, _, sentence in sentences(name))
    assert seen["plain", True] + seen["plain", False] == count
    assert seen["hall", True] + seen["hall", False] == count
    assert seen["hall", False] <= missed
    assert seen["plain", True] <= false


@pytest.mark.parametrize(("remark", "missed", "false"), [
    (Remark.SENTENCE, 0, 0), (Remark.PASSIVE, 0, 3), (Remark.JARGON, 8, 3), (Remark.WORD, 1, 1),
])  # fmt: skip
def test_each_remark_is_seldom_wrong(remark: Remark, missed: int, false: int) -> None:
    """Over all 160 sentences: how often it is not made where it should be, and made where it should not."""
    every = [*sentences("sentences.txt"), *sentences("sentences-later.txt")]
    assert sum(remark in seen - remarks(sentence) for _, seen, sentence in every) <= missed
    assert sum(remark in remarks(sentence) - seen for _, seen, sentence in every) <= false


def test_a_remark_says_what_could_stand_there() -> None:
    """The word, the simpler one and whether it fits; passive and length with their own words and numbers."""
    reading = RULES.read("Middels een pilot wordt de stoep binnenkort vernieuwd.")
    assert reading.found == (
        Found(Remark.JARGON, "Middels", simpler="met", fits=True),
        Found(Remark.JARGON, "pilot", simpler="proef", fits=True),
        Found(Remark.PASSIVE, "wordt … vernieuwd"),
    )
    (long,) = RULES.read(" ".join(["straat"] * 21)).found
    assert (long.remark, long.words, long.number) == (Remark.SENTENCE, "straat straat straat straat", 21)
    (hard,) = RULES.read("De bestemmingsplanwijziging komt.").found
    assert (hard.words, hard.number) == ("bestemmingsplanwijziging", 7)


def test_simpler_words_are_put_in_their_place() -> None:
    """Only those that fit, the longest first, with the capital of what stood there."""
    said = "Middels overleg wil de gemeente de voorziening realiseren ten behoeve van ouderen."
    assert RULES.simplified(said) == "Met overleg wil de gemeente de voorziening maken voor ouderen."
    assert RULES.read(said).replaceable
    assert RULES.simplified("De handhaving komt.") == "De handhaving komt."
    assert not RULES.read("De handhaving komt.").replaceable


@pytest.mark.parametrize(
    "said",
    [
        "Het wordt gezellig op het plein.",
        "De bewoners worden ouder.",
        "De actie is gestart.",
        "Wij lopen door de straat.",
        "De Burgemeestersvanderheijdenstraat is open.",
        "Bel de Woningcorporatie.",
        "",
        "...",
    ],
)
def test_ordinary_words_get_no_remark(said: str) -> None:
    """Becoming is no passive, a name is no hard word, and nothing is nothing."""
    assert not RULES.read(said).found


def test_names_of_the_wijk_are_no_hard_words() -> None:
    """A buurt or street is called what it is called."""
    said = "Kersentuinwandelparkgebied is mooi."
    assert [one.remark for one in RULES.read(said).found] == [Remark.WORD]
    assert not RULES.read(said, names=("Kersentuinwandelparkgebied Noord",)).found


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("straat", 1), ("gemeente", 3), ("agenda", 3), ("ideeën", 3), ("participatie", 5), ("koeien", 2),
        ("museum", 3), ("energie", 3), ("geïnformeerd", 4), ("wijkverpleegkundige", 6), ("ruïne", 3),
    ],
)  # fmt: skip
def test_syllables_are_counted_as_they_are_heard(word: str, count: int) -> None:
    """Two letters that sound as one count once, two dots part them."""
    assert syllables(word) == count


def test_the_figure_falls_with_long_words_and_sentences() -> None:
    """Douma's formula, between 0 and 100, and what it means in plain words."""
    plain = RULES.read("De lampen bij het pad branden weer. Dat is fijn.")
    hall = RULES.read("De implementatie van integrale handhavingsmaatregelen vergt bestuurlijke afstemming.")
    assert (plain.ease, hall.ease) == (Ease.EASY, Ease.VERY_HARD)
    assert plain.figure is not None
    assert hall.figure is not None
    assert 0 <= hall.figure < plain.figure <= 100
    assert (plain.longest, hall.longest) == (7, 8)
    assert RULES.read("...") == Reading(None, 0), "a few words have no figure"


@pytest.mark.parametrize("line", ["middels", "een, twee, drie = vier, vijf"])
def test_a_wrong_line_is_named(line: str) -> None:
    """A list with a line that is no entry is refused, and the line is told."""
    with pytest.raises(ValueError, match=line):
        compiled(line)


def test_the_list_is_long_enough() -> None:
    """At least 150 entries of town hall words, each with what to say in its place."""
    assert len(RULES.simpler) + len(RULES.stems) >= 400
    assert all(instead.words for instead in (*RULES.simpler.values(), *RULES.stems.values()))


def test_an_empty_list_finds_no_jargon() -> None:
    """Without words of the town hall the other remarks still work."""
    assert not compiled("# nothing").read("Middels overleg.").found
