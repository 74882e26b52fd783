"""Words for people are plain: short sentences, calm, and no promise that cannot be kept."""

import ast
import itertools
import re
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

from tests.project.tree import ROOT, files, modules, place, rooms

WORDS_OF_A_SENTENCE = 20
WORDS_ON_AVERAGE = 12

RESIDENT = sorted((ROOT / "locales").glob("*/resident.ftl"))
LANGUAGES = [path.parent.name for path in RESIDENT]
ENDS = re.compile(r"[.?!:\u061f](?=\s|$)|\n|;")

# Words that Dutch sentences are made of and that are no words of code or of English.
DUTCH = re.compile(
    r"\b(aan|als|dan|dat|deze|dit|een|het|hoe|ieder|iemand|jouw|maar|met|naar|niet|nog|onze|ook|over|uit|uw|van"
    r"|voor|waar|waarom|wanneer|wat|welke|wie|wij|wordt|zijn)\b"
)


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


@pytest.mark.parametrize("path", RESIDENT, ids=LANGUAGES)
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
    assert not [key for key, text in _texts(path) if re.search(r"anoniem|anonym", text, re.IGNORECASE)]


@pytest.mark.parametrize("path", RESIDENT, ids=LANGUAGES)
def test_residents_are_not_shouted_at(path: Path) -> None:
    """No exclamation mark, and no word in capitals that is longer than an abbreviation."""
    shouting = [key for key, text in _texts(path) if "!" in text or re.search(r"\b[A-Z]{5,}\b", text)]
    assert not shouting


def test_residents_are_addressed_politely() -> None:
    """Dutch says u, never je or jij."""
    familiar = re.compile(r"\b(je|jij|jou|jouw|jullie)\b", re.IGNORECASE)
    path = ROOT / "locales/nl/resident.ftl"
    assert not [key for key, text in _texts(path) if familiar.search(text)]


def _strings(tree: ast.Module) -> Iterator[ast.Constant]:
    """The strings of a module but those that stand alone: docstrings, also of a field or constant."""
    alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone:
            yield node


def _looks_dutch(text: str) -> bool:
    return len(set(DUTCH.findall(text.lower()))) > 1


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
