"""Nothing of one machine or one person's desk is in the project."""

import ast
from pathlib import Path

import pytest

from tests.project.tree import ROOT, files, modules, place

# Put together here, or this file would find itself.
MACHINE_PATHS = [f"/{name}/" for name in ("work", "root")]
SECRET_MARKS = ("BEGIN " + "PRIVATE KEY", "BEGIN OPENSSH " + "PRIVATE KEY")
BINARY = {
    ".png",
    ".pdf",
    ".ttf",
    ".otf",
    ".ico",
    ".jpg",
    ".jpeg",
    ".webp",
    ".xlsx",
    ".woff2",
    ".npz",
    ".db",
    ".likeness",
}


def _texts() -> list[Path]:
    return [path for path in files() if path.suffix not in BINARY]


@pytest.mark.parametrize("mark", [*MACHINE_PATHS, *SECRET_MARKS])
def test_nothing_of_a_machine_is_in_the_files(mark: str) -> None:
    """No file names a folder of somebody's machine or holds a private key."""
    found = [
        f"{place(path)}:{number}"
        for path in _texts()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if mark in line
    ]
    assert not found


POLLING = (
    "tests/endure",
    "tests/faults",
    "tests/generated/homeserver.py",
    "tests/ops/running.py",
    "tests/ops/test_nothing_told.py",
    "tests/servers",
    "tests/whole_round",
    "tests/bot/scripted.py",
)
"""Where tests meet a server, a process or a loop that rings no bell: they look again, with a deadline."""
OUTCOMES = {"nothing_broken", "perform"}
"""Functions that assert what must be true when a whole round, or a life, is over."""


def test_tests_wait_for_events() -> None:
    """No test sleeps but where it has to look again; a sleep of 0 only lets others run."""
    sleeping = [
        place(path, node)
        for path, tree in modules("tests")
        if not any(path.is_relative_to(ROOT / polling) for polling in POLLING)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {"asyncio.sleep", "time.sleep", "sleep"}
        if not (node.args and isinstance(node.args[0], ast.Constant) and node.args[0].value == 0)
    ]
    assert not sleeping


def test_nothing_of_ours_is_mocked() -> None:
    """No test uses mocks: SQLite is real, platforms have real servers, time is an argument."""
    mocking = [
        place(path, node)
        for path, tree in modules("tests", "bench")
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom | ast.Import)
        if "mock" in ast.unparse(node)
    ]
    assert not mocking


def test_every_test_says_what_must_hold() -> None:
    """Each test function has a docstring, a sentence that ends."""
    silent = [
        f"{place(path, node)} {node.name}"
        for path, tree in modules("tests")
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_")
        if not (ast.get_docstring(node) or "").rstrip().endswith((".", "?"))
    ]
    assert not silent


def test_every_test_can_fail() -> None:
    """Each test asserts something, expects an error, or leaves that to a function named for it."""
    empty = [
        f"{place(path, node)} {node.name}"
        for path, tree in modules("tests")
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_")
        if not _asserts(node)
    ]
    assert not empty


def _asserts(test: ast.AST) -> bool:
    for node in ast.walk(test):
        if isinstance(node, ast.Assert):
            return True
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func)
            if name in {"pytest.raises", "pytest.fail", *OUTCOMES} or name.split(".")[-1].startswith(
                ("assert_", "expect")
            ):
                return True
    return False
