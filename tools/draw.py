"""Draws the diagrams of docs/architecture.md from the code; with --check it only says whether they differ."""

import re
import sys
import tomllib
from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

import grimp

from domain import actions, rounds

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs/architecture.md"
BLOCK = re.compile(r"(<!-- drawn: (?P<name>[a-z]+) -->\n).*?(<!-- until here -->)", re.DOTALL)
START = "bot.__main__"

State = TypeVar("State", bound=StrEnum)


def _settings() -> dict[str, Any]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    linter: dict[str, Any] = settings["tool"]["importlinter"]
    return linter


def _layers(linter: Mapping[str, Any]) -> list[list[str]]:
    contract = next(c for c in linter["contracts"] if c["id"] == "layers")
    return [[START], *(layer.split(" | ") for layer in contract["layers"])]


def _node(module: str) -> str:
    """Where a module is drawn: the start of the program apart, everything else as its room."""
    return START if module == START else module.partition(".")[0]


def _arrows(room_names: Iterable[str]) -> set[tuple[str, str]]:
    graph = grimp.build_graph(*room_names, cache_dir=None)
    pairs = (
        (_node(importer), _node(imported))
        for importer in graph.modules
        for imported in graph.find_modules_directly_imported_by(importer)
    )
    return {(importer, imported) for importer, imported in pairs if importer != imported}


def _name(node: str) -> str:
    return node.replace(".", "_").strip("_")


def rooms() -> str:
    """The rooms in their layers, and an arrow for every room that imports another."""
    linter = _settings()
    lines = ["flowchart TD"]
    for number, layer in enumerate(_layers(linter), 1):
        boxes = "; ".join(f'{_name(node)}["{node}"]' for node in layer)
        lines += [f'  subgraph layer{number}[" "]', "    direction LR", f"    {boxes}", "  end"]
    arrows = sorted(_arrows(linter["root_packages"]))
    lines += [f"  {_name(importer)} --> {_name(imported)}" for importer, imported in arrows]
    return "\n".join(lines)


def _states(first: State, moves: Mapping[State, Iterable[State]]) -> str:
    lines = ["stateDiagram-v2", f"  [*] --> {first.value}"]
    for state in type(first):
        following = sorted(moves.get(state, ()))
        lines += [f"  {state.value} --> {after.value}" for after in following] or [f"  {state.value} --> [*]"]
    return "\n".join(lines)


def round_() -> str:
    """How a round moves."""
    return _states(rounds.RoundStatus.COLLECTING, {state: (after,) for state, after in rounds.NEXT.items()})


def action() -> str:
    """How an action moves."""
    return _states(actions.ActionStatus.PLANNED, actions.NEXT)


DRAWINGS = {"rooms": rooms, "round": round_, "action": action}


def drawn(text: str) -> str:
    """The page with every diagram as the code is now."""

    def block(found: re.Match[str]) -> str:
        return f"{found[1]}```mermaid\n{DRAWINGS[found['name']]()}\n```\n{found[3]}"

    return BLOCK.sub(block, text)


def main() -> int:
    """Draw, or with --check compare."""
    text = PAGE.read_text(encoding="utf-8")
    missing = DRAWINGS.keys() - {found["name"] for found in BLOCK.finditer(text)}
    if missing:
        print(f"{PAGE.relative_to(ROOT)} has no place for: {', '.join(sorted(missing))}")
        return 1
    if drawn(text) == text:
        return 0
    if "--check" in sys.argv[1:]:
        print(f"{PAGE.relative_to(ROOT)} differs from the code: say `make format`, and look at what changed.")
        return 1
    PAGE.write_text(drawn(text), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
