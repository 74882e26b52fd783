"""The table of faults in docs/reliability.md: each test that it names is there, and each of ours is named."""

import re

import pytest

from tests.project.tree import ROOT

PAGE = (ROOT / "docs/reliability.md").read_text(encoding="utf-8")
SECTION = PAGE.partition("## What goes wrong, and what happens then")[2].partition("\n## ")[0]
ROWS = [
    [cell.strip() for cell in line.strip("| ").split(" | ")]
    for line in SECTION.splitlines()
    if line.startswith("|") and not line.startswith(("| fault", "| ---"))
]


def names_in(*rooms: str) -> set[str]:
    """The names of the tests in these rooms."""
    files = (file for room in rooms for file in (ROOT / "tests" / room).glob("test_*.py"))
    return {
        name
        for file in files
        for name in re.findall(r"^(?:async )?def (test_\w+)", file.read_text(), re.MULTILINE)
    }


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_each_fault_has_its_test(row: list[str]) -> None:
    """Four cells, and a test that exists."""
    assert len(row) == 4
    named = set(re.findall(r"`(test_\w+)`", row[3]))
    assert named
    assert named <= names_in("faults", "bot")


def test_each_test_is_on_the_page() -> None:
    """No fault is tested without a word about what then happens."""
    ours = names_in("faults") - {"test_each_fault_has_its_test", "test_each_test_is_on_the_page"}
    assert ours <= set(re.findall(r"`(test_\w+)`", SECTION))
