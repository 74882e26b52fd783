"""Every language says everything, with the same pieces of information, and code asks for nothing else."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel import Locale
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from bot.texts import LANGUAGES, MENU, OF_ROLES
from domain.heard import Command
from tests.project.tree import ROOT, files, modules, place, rooms

LOCALES = ROOT / "locales"
MAIN = "nl"
OTHERS = sorted(p.name for p in LOCALES.iterdir() if (p / "resident.ftl").exists() and p.name != MAIN)
AUDIENCES = sorted(p.stem for p in (LOCALES / MAIN).glob("*.ftl"))
FOR_RESIDENTS = frozenset(
    {"resident", "words", "topics", "rules", "telling", "promises", "fast-lane", "passed_on"}
)
"""Files that residents read or type from, followers of a QR code among them: they stand in every language.
All other files are for people with a role, in the languages of roles; elsewhere those read Dutch.
"""
HOMES = [
    (language, audience)
    for language in [MAIN, *OTHERS]
    for audience in AUDIENCES
    if audience in FOR_RESIDENTS or language in OF_ROLES
]
SNAKE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
KEBAB = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")

# The only keys that are put together from parts, in bot/texts.py.
FAMILIES = {f"command-{command.value}" for command in Command} | {f"menu-{name}" for name in MENU}


def _name(variant: ftl.Variant) -> str:
    return variant.key.name if isinstance(variant.key, ftl.Identifier) else variant.key.value


class _Choices(Visitor):
    """Collects what is chosen by a plural form."""

    def __init__(self) -> None:
        self.by_number: list[ftl.SelectExpression] = []

    def visit_SelectExpression(self, node: ftl.SelectExpression) -> None:  # noqa: N802 - the library's name
        if "one" in map(_name, node.variants):
            self.by_number.append(node)
        self.generic_visit(node)


class _Pieces(Visitor):
    """Collects the variables of a pattern and the messages it refers to."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.messages: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802 - the library's name
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ftl.MessageReference) -> None:  # noqa: N802 - the library's name
        self.messages.add(node.id.name)


@cache
def _entries(language: str, audience: str) -> list[ftl.EntryType]:
    path = LOCALES / language / f"{audience}.ftl"
    return list(FluentParser().parse(path.read_text(encoding="utf-8")).body) if path.exists() else []


@cache
def _messages(language: str, audience: str = "*") -> dict[str, ftl.Message]:
    chosen = AUDIENCES if audience == "*" else [audience]
    entries = [entry for one in chosen for entry in _entries(language, one)]
    return {entry.id.name: entry for entry in entries if isinstance(entry, ftl.Message)}


@cache
def _variables(language: str, key: str) -> frozenset[str]:
    """The variables that a message needs, those of the messages inside it included."""
    pieces = _Pieces()
    pieces.visit(_messages(language)[key])
    inside = (_variables(language, other) for other in pieces.messages)
    return frozenset(pieces.variables).union(*inside)


def _asked() -> list[tuple[Path, ast.Call]]:
    """Every `Text(...)` in code, but in the module that makes words of them."""
    return [
        (path, node)
        for path, tree in modules(*rooms())
        if path != ROOT / "bot/texts.py"
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] == "Text" and node.args
    ]


def _strings() -> set[str]:
    """Every string in code, and every quoted word in templates and scripts of pages and reports."""
    constants = {
        node.value
        for _, tree in modules(*rooms())
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    pages = [p for p in files(*rooms()) if p.suffix in {".html", ".js", ".typ", ".svg"}]
    quoted = (re.findall(r"[\"'`]([a-z0-9-]+)[\"'`]", p.read_text(encoding="utf-8")) for p in pages)
    strings = constants.union(FAMILIES, *quoted)
    # A page that names a language by its code puts a key together: "web-language-" ~ code.
    stems = tuple(text for text in strings if re.fullmatch(r"[a-z]+(-[a-z]+)+-", text))
    return strings - set(stems) | {key for key in _messages(MAIN) if stems and key.startswith(stems)}


def test_there_is_more_than_one_language() -> None:
    """Dutch comes first and is never alone; what is on offer is what has words for residents."""
    assert LANGUAGES[0] == OF_ROLES[0] == MAIN
    assert set(LANGUAGES) == {MAIN, *OTHERS}
    assert {"resident", "words", "topics"} <= set(AUDIENCES)


@pytest.mark.parametrize("language", [one for one in OTHERS if one not in OF_ROLES])
def test_a_language_of_residents_has_their_files_only(language: str) -> None:
    """No half translation for a role: who has one reads all of it in Dutch."""
    files_there = {path.stem for path in (LOCALES / language).glob("*.ftl")}
    assert files_there == FOR_RESIDENTS.intersection(AUDIENCES)


@pytest.mark.parametrize(("language", "audience"), HOMES)
def test_words_can_be_read(language: str, audience: str) -> None:
    """Fluent understands each file, keys are in kebab-case, variables in snake_case, no key twice."""
    entries = _entries(language, audience)
    junk = [entry.content for entry in entries if isinstance(entry, ftl.Junk)]
    names = [entry.id.name for entry in entries if isinstance(entry, ftl.Message)]
    assert not junk
    assert not [name for name in names if not KEBAB.fullmatch(name)]
    assert not [v for key in names for v in sorted(_variables(language, key)) if not SNAKE.fullmatch(v)]
    assert not {name for name in names if names.count(name) > 1}


def test_a_key_has_one_home() -> None:
    """No key stands in the files of two audiences."""
    homes = [key for audience in AUDIENCES for key in _messages(MAIN, audience)]
    assert not {key for key in homes if homes.count(key) > 1}


@pytest.mark.parametrize(("language", "audience"), [one for one in HOMES if one[0] != MAIN])
def test_every_language_says_everything(language: str, audience: str) -> None:
    """A file has the keys of its Dutch one, no more and no fewer."""
    dutch, other = set(_messages(MAIN, audience)), set(_messages(language, audience))
    assert dutch - other == set(), f"missing in {language}/{audience}.ftl"
    assert other - dutch == set(), f"only in {language}/{audience}.ftl"


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_says_it_with_the_same_pieces(language: str) -> None:
    """A message uses the same variables in each language."""
    both = _messages(MAIN).keys() & _messages(language).keys()
    differing = {key for key in both if _variables(MAIN, key) != _variables(language, key)}
    assert not differing


def _selects(language: str) -> Iterator[tuple[str, ftl.SelectExpression]]:
    """Every choice by a number, with the key it stands in."""
    for key, message in _messages(language).items():
        choices = _Choices()
        choices.visit(message)
        yield from ((key, choice) for choice in choices.by_number)


@pytest.mark.parametrize("language", [MAIN, *OTHERS])
def test_numbers_are_counted_as_the_language_counts(language: str) -> None:
    """Where a text depends on a number, it has every plural form that people can be counted in."""
    form = Locale(language).plural_form
    forms = {form(number) for number in range(1, 200)}
    # Polish and Ukrainian need "other" for fractions only: there the default says one of the forms.
    by_default = 0 if "other" in forms else 1
    lacking = {
        key: missing
        for key, choice in _selects(language)
        if len(missing := forms - {_name(one) for one in choice.variants}) > by_default
    }
    assert not lacking


@pytest.mark.parametrize("language", [MAIN, *OTHERS])
def test_no_message_is_empty(language: str) -> None:
    """Each message has something to say."""
    empty = [
        key
        for key, message in _messages(language).items()
        if message.value is None or not message.value.elements
    ]
    assert not empty


def test_code_asks_only_for_what_is_there() -> None:
    """The key of each `Text` is a literal of `locales`, or comes from a table of literals."""
    unknown = [
        f"{place(path, call)} {ast.unparse(call.args[0])}"
        for path, call in _asked()
        if isinstance(call.args[0], ast.JoinedStr | ast.BinOp)
        or (isinstance(call.args[0], ast.Constant) and call.args[0].value not in _messages(MAIN))
    ]
    assert not unknown


def _members_of_enums() -> set[str]:
    return {
        str(node.value.value)
        for _, tree in modules(*rooms())
        for enum in ast.walk(tree)
        if isinstance(enum, ast.ClassDef) and any("Enum" in ast.unparse(base) for base in enum.bases)
        for node in enum.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
    }


def test_keys_of_an_audience_in_code_exist() -> None:
    """A string that looks like the key of an audience is one, wherever it stands in code."""
    assert _messages(MAIN).keys() >= FAMILIES
    firsts = {key.partition("-")[0] for key in _messages(MAIN)}.intersection(AUDIENCES)
    looks = re.compile(rf"(?:{'|'.join(sorted(firsts))})-[a-z0-9-]+")
    strings = {text for text in _strings() if looks.fullmatch(text)} - _members_of_enums()
    assert strings - _messages(MAIN).keys() == set()


def test_every_message_is_used() -> None:
    """Code, a template or another message asks for each message."""
    pieces = _Pieces()
    for message in _messages(MAIN).values():
        pieces.visit(message)
    assert _messages(MAIN).keys() - _strings() - pieces.messages == set()


def test_code_gives_what_a_message_needs() -> None:
    """Where key and arguments stand together in code, no variable of the message is missing."""
    lacking = []
    for path, call in _asked():
        key, args = call.args[0], call.args[1] if len(call.args) > 1 else None
        if not (isinstance(key, ast.Constant) and key.value in _messages(MAIN)):
            continue
        given = _given(args)
        if given is not None and (missing := _variables(MAIN, key.value) - given):
            lacking.append(f"{place(path, call)} {key.value}: {sorted(missing)}")
    assert not lacking


def _given(args: ast.expr | None) -> set[str] | None:
    """The names in a literal dictionary; None when it is made elsewhere."""
    if args is None:
        return set()
    if not isinstance(args, ast.Dict):
        return None
    if not all(isinstance(key, ast.Constant) for key in args.keys):
        return None
    return {str(key.value) for key in args.keys if isinstance(key, ast.Constant)}
