"""The shape of the house: which rooms there are, and how large anything in them may become."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.project.tree import AROUND, ROOT, modules, ours, packages, place, rooms

LINES_OF_A_FILE = 300
LINES_OF_A_BODY = 40
LINES_OF_MOST_BODIES = 20

# Names that say nothing about what is inside: of modules, and of folders (which patterns name too).
NAMELESS = {"base", "common", "helper", "helpers", "manager", "misc", "util", "utils"}
NAMELESS_FOLDERS = {"adapters", "core", "models", "services", *NAMELESS}


def _functions(top: str) -> Iterator[tuple[Path, ast.FunctionDef | ast.AsyncFunctionDef]]:
    for path, tree in modules(top):
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield path, node


def _length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of the body, without signature and docstring."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_the_folders_are_the_rooms() -> None:
    """A folder at the top is a room that is installed, or one of the few around them; none is missing."""
    folders = {p.name for p in ROOT.iterdir() if p.is_dir() and ours(p) and not p.name.startswith(".")}
    assert folders == {*packages(), *AROUND}


def test_every_room_is_held_to_the_contracts() -> None:
    """The import contracts know every room; `locales` holds words and no code."""
    assert {*rooms(), "locales"} == {*packages()}
    assert not list((ROOT / "locales").rglob("[!_]*.py"))


def test_a_file_can_be_read_in_one_go() -> None:
    """No file of code has more than 300 lines."""
    long = [
        f"{place(path)}: {lines}"
        for path, _ in modules(*rooms())
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > LINES_OF_A_FILE
    ]
    assert not long


def test_a_function_can_be_seen_whole() -> None:
    """No body of a function has more than 40 lines."""
    long = [
        f"{place(path, node)} {node.name}: {_length(node)}"
        for room in rooms()
        for path, node in _functions(room)
        if _length(node) > LINES_OF_A_BODY
    ]
    assert not long


def test_most_functions_are_short() -> None:
    """Nine of ten bodies have 20 lines or less."""
    lengths = sorted(_length(node) for room in rooms() for _, node in _functions(room))
    assert lengths[len(lengths) * 9 // 10] <= LINES_OF_MOST_BODIES


def test_names_of_files_say_what_is_inside() -> None:
    """No module is called util, helper, manager or the like, no folder after a pattern."""
    nameless = [
        place(path)
        for path, _ in modules(*packages(), "tests", "bench")
        if path.stem in NAMELESS or {*path.relative_to(ROOT).parts[:-1]} & NAMELESS_FOLDERS
    ]
    assert not nameless


def test_a_large_room_tells_what_lies_where() -> None:
    """The docstring of a room with many modules ends with a list of them all, and of nothing else."""
    for room in ("handlers", "reports", "storage"):
        told = ast.get_docstring(ast.parse((ROOT / room / "__init__.py").read_text(encoding="utf-8"))) or ""
        named = set(re.findall(r"`(\w+)`", told.rpartition("\n\n")[2]))
        lies = {path.stem for path in (ROOT / room).glob("*.py")} - {"__init__"}
        folders = {path.parent.name for path in (ROOT / room).glob("*/__init__.py")} - {"migrations"}
        assert named == lies | folders, room
