"""Words for people are plain: short sentences, calm, and no promise that cannot be kept."""

import ast
import itertools
import re
import statistics
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

from bot.maybe_lost import days_text
from bot.texts import LANGUAGES, Words, right_to_left
from domain.feedback import FeedbackKind, News, numbered, update
from domain.messages import Text, Value
from tests.project.test_locales import FOR_RESIDENTS
from tests.project.tree import ROOT, files, modules, place, rooms

WORDS_OF_A_SENTENCE = 20
WORDS_ON_AVERAGE = 12

RESIDENT = sorted(
    path
    for path in (ROOT / "locales").glob("*/*.ftl")
    if path.stem in FOR_RESIDENTS - {"words", "topics"}  # single words, no sentences
)
FILES = [f"{path.parent.name}-{path.stem}" for path in RESIDENT]
ENDS = re.compile(r"[.?!:\u061f](?=\s|$)|\n|;")

WORDS = Words()

# Words that Dutch sentences are made of and that are no words of code or of English.
DUTCH = re.compile(
    r"\b(aan|als|dan|dat|deze|dit|een|het|hoe|ieder|iemand|jouw|maar|met|naar|niet|nog|onze|ook|over|uit|uw|van"
    r"|voor|waar|waarom|wanneer|wat|welke|wie|wij|wordt|zijn)\b"
)


ANONYMOUS = re.compile("anoniem|anonym|anonim|анонім|مجهول", re.IGNORECASE)
FAMILIAR = {
    "nl": re.compile(r"\b(je|jij|jou|jouw|jullie)\b", re.IGNORECASE),
    "tr": re.compile(r"\b(sen|seni|sana|senin|sende)\b", re.IGNORECASE),
    "pl": re.compile(
        r"\b(ty|ciebie|cię|ci|tobie|tw(ój|oja|oje|oim|ojego|ojej)|możesz|napisz)\b", re.IGNORECASE
    ),
    "uk": re.compile(r"\b(ти|тебе|тобі|тв(ій|оя|оє|оїм|ого|оєї)|напиши)\b", re.IGNORECASE),
}


def _loud(word: str) -> bool:
    return word.isupper()


def _wordings(pattern: ftl.Pattern) -> list[str]:
    """The texts that a pattern can become, one for each of its variants."""
    parts = [_parts(element) for element in pattern.elements]
    return ["".join(parts) for parts in itertools.product(*parts)]


def _parts(element: ftl.TextElement | ftl.Placeable) -> list[str]:
    if isinstance(element, ftl.TextElement):
        return [element.value]
    expression = element.expression
    if isinstance(expression, ftl.SelectExpression):
        return [text for variant in expression.variants for text in _wordings(variant.value)]
    return [expression.value if isinstance(expression, ftl.StringLiteral) else "iets"]


def _texts(path: Path) -> Iterator[tuple[str, str]]:
    for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
        if isinstance(entry, ftl.Message) and entry.value is not None:
            yield from ((entry.id.name, text) for text in _wordings(entry.value))


def _sentences(text: str) -> list[str]:
    return [sentence for sentence in ENDS.split(text) if sentence.strip()]


@pytest.mark.parametrize("path", RESIDENT, ids=FILES)
def test_sentences_for_residents_are_short(path: Path) -> None:
    """No sentence has more than 20 words; they have 12 or fewer on average."""
    lengths = {
        (key, sentence.strip()): len(sentence.split())
        for key, text in _texts(path)
        for sentence in _sentences(text)
    }
    assert {key: n for key, n in lengths.items() if n > WORDS_OF_A_SENTENCE} == {}
    assert statistics.mean(lengths.values()) <= WORDS_ON_AVERAGE


@pytest.mark.parametrize(
    "path", sorted((ROOT / "locales").glob("*/*.ftl")), ids=lambda p: f"{p.parent.name}-{p.stem}"
)
def test_nothing_is_promised_that_is_not_so(path: Path) -> None:
    """Nowhere is anybody called anonymous: the service knows where to answer, and says so."""
    assert not [key for key, text in _texts(path) if ANONYMOUS.search(text)]


@pytest.mark.parametrize("path", RESIDENT, ids=FILES)
def test_residents_are_not_shouted_at(path: Path) -> None:
    """No exclamation mark, and no word in capitals that is longer than an abbreviation."""
    shouting = [
        key for key, text in _texts(path) if "!" in text or any(map(_loud, re.findall(r"\w{5,}", text)))
    ]
    assert not shouting


@pytest.mark.parametrize("path", RESIDENT, ids=FILES)
def test_residents_are_addressed_politely(path: Path) -> None:
    """Dutch says u, never je or jij; so does every language that knows the difference."""
    familiar = FAMILIAR.get(path.parent.name)
    assert not [key for key, text in _texts(path) if familiar and familiar.search(text)]


def _numbers(text: str) -> list[str]:
    """The telephone numbers in a text, without the marks that keep their direction."""
    return re.findall(r"\d[\d-]+(?:\.nl)?", re.sub("[\u2066-\u2069]", "", text))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", ["danger-now", "danger-suicide", "danger-home", "help", "resident-welcome"])
def test_emergency_numbers_are_the_same_everywhere(key: str, language: str) -> None:
    """Whoever needs 112, 113, Veilig Thuis or the police reads that very number."""
    args = {"district": "De Boomgaard"} if key == "resident-welcome" else {}
    here, dutch = (_numbers(WORDS.say(Text(key, args), one)) for one in (language, "nl"))
    assert here == dutch
    assert "112" in here


@pytest.mark.parametrize("language", [one for one in LANGUAGES if right_to_left(one)])
def test_from_right_to_left_a_number_keeps_its_direction(language: str) -> None:
    """In Arabic a number with a hyphen would be read backwards: each has marks around it."""
    args: dict[str, Value] = {"number": "2026-0412", "promise": date(2026, 12, 8)}
    said = [WORDS.say(Text("danger-home"), language), WORDS.say(Text("resident-receipt", args), language)]
    assert "\u20682026-0412\u2069" in said[1]
    for text in said:
        bare_numbers = re.sub("\u2068[^\u2069]*\u2069", "", text)
        assert not re.search(r"\d-\d|\.nl", bare_numbers)


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one != "nl"])
@pytest.mark.parametrize("kind", FeedbackKind)
def test_words_of_the_wijkverband_are_said_to_be_dutch_once(kind: FeedbackKind, language: str) -> None:
    """Nothing is silently translated: before a Dutch sentence stands that it is Dutch, and not twice."""
    day = date(2026, 12, 8)
    news = News(kind, "Lamp kapot", "De corporatie plaatst lampen.", day, day, day)
    told = re.sub("[\u2066-\u2069]", "", WORDS.say(update(news, numbered(("2026-0412",))), language))
    in_dutch = WORDS.say(Text("telling-in-dutch", {"sentence": ""}), language).strip()
    for words in ("Lamp kapot", "De corporatie plaatst lampen."):
        assert told.count(words) == told.count(f"{in_dutch} {words}")
    assert f"{in_dutch} {in_dutch}" not in told


SEVERAL = {
    "nl": ["Over uw signaal 2026-1.", "Over uw signalen 2026-1 en 2026-2.", "2026-1, 2026-2 en 2026-3."],
    "en": [
        "About your signal 2026-1.",
        "About your signals 2026-1 and 2026-2.",
        "2026-1, 2026-2 and 2026-3.",
    ],
    "tr": [
        "2026-1 numaralı bildiriminiz",
        "2026-1 ve 2026-2 numaralı bildirimleriniz",
        "2026-1, 2026-2 ve 2026",
    ],
    "ar": ["عن ملاحظتكم 2026-1.", "عن ملاحظتيكم 2026-1 و 2026-2.", "ملاحظاتكم 2026-1, 2026-2 و 2026-3."],
    "pl": ["O zgłoszeniu 2026-1.", "O zgłoszeniach 2026-1 i 2026-2.", "2026-1, 2026-2 i 2026-3."],
    "uk": ["Про ваше звернення 2026-1.", "Про ваші звернення 2026-1 і 2026-2.", "2026-1, 2026-2 і 2026-3."],
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_message_names_all_signals_of_a_person(language: str) -> None:
    """One, two and three signals each read as somebody would say it."""
    numbers = ["2026-1", "2026-2", "2026-3"]
    for upto, expected in enumerate(SEVERAL[language], 1):
        args = {**numbered(numbers[:upto]), "next_on": date(2026, 12, 8)}
        said = re.sub("[\u2066-\u2069]", "", WORDS.say(Text("update-no-news", args), language))
        assert expected in said


DAYS = {
    "nl": ("Wat u op 22 november schreef", "Wat u van 20 november tot en met 22 november schreef"),
    "en": ("wrote on 22 November may", "wrote from 20 November up to and including 22 November may"),
    "tr": ("22 Kasım tarihinde yazdıklarınız", "20 Kasım ile 22 Kasım arasında yazdıklarınız"),
    "ar": ("كتبتموه يوم 22 نوفمبر", "كتبتموه من 20 نوفمبر حتى 22 نوفمبر"),
    "pl": ("pisali 22 listopada, mogło", "pisali od 20 listopada do 22 listopada włącznie, mogło"),
    "uk": ("писали 22 листопада, могло", "писали від 20 листопада до 22 листопада включно, могло"),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_gap_of_one_day_is_said_as_one_day(language: str) -> None:
    """Nobody reads "van 22 november tot en met 22 november"."""
    last = date(2026, 11, 22)
    for first, expected in zip((last, date(2026, 11, 20)), DAYS[language], strict=True):
        said = WORDS.say(days_text("resident-restored", first, last), language)
        assert expected in re.sub("[\u2066-\u2069]", "", said)


def _strings(tree: ast.Module) -> Iterator[ast.Constant]:
    """The strings of a module but those that stand alone: docstrings, also of a field or constant."""
    alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone:
            yield node


def _looks_dutch(text: str) -> bool:
    # A regular expression of Dutch is no sentence that somebody reads.
    return "(?:" not in text and len(set(DUTCH.findall(text.lower()))) > 1


def test_words_for_people_stand_in_locales() -> None:
    """No Dutch sentence stands in code: words can be changed and translated in one place."""
    dutch = [
        f"{place(path, node)} {node.value!r}"
        for path, tree in modules(*rooms())
        for node in _strings(tree)
        if _looks_dutch(str(node.value))
    ]
    assert not dutch


def test_pages_hold_no_words_of_their_own() -> None:
    """Templates and scripts of pages and reports ask `locales` for their words."""
    pages = [p for p in files(*rooms()) if p.suffix in {".html", ".js", ".typ", ".svg"}]
    dutch = [
        f"{place(path)}:{number}"
        for path in pages
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if _looks_dutch(line)
    ]
    assert not dutch
