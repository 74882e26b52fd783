"""The project as files: what the other tests of this room look through."""

import ast
import fnmatch
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]

# What is at the top level besides code; everything else has to be a room.
AROUND = ("bench", "docs", "ops", "tests", "tools")


@cache
def settings() -> dict[str, Any]:
    """pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def packages() -> list[str]:
    """The rooms that are installed."""
    return list(settings()["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"])


def rooms() -> list[str]:
    """The rooms of code, whose imports are held to the contracts."""
    return list(settings()["tool"]["importlinter"]["root_packages"])


@cache
def _ignored() -> tuple[str, ...]:
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    return (".git", *(line.rstrip("/") for line in lines if line and not line.startswith("#")))


def ours(path: Path) -> bool:
    """Whether a path is part of the project and not made by a run of it."""
    names = path.relative_to(ROOT).parts
    return not any(fnmatch.fnmatch(name, pattern) for name in names for pattern in _ignored())


def files(*tops: str, pattern: str = "*") -> Iterator[Path]:
    """The files of some top-level folders, or of the whole project."""
    for top in tops or (".",):
        yield from sorted(p for p in (ROOT / top).rglob(pattern) if p.is_file() and ours(p))


def modules(*tops: str) -> Iterator[tuple[Path, ast.Module]]:
    """Python files with their syntax trees."""
    for path in files(*tops, pattern="*.py"):
        yield path, _parsed(path)


@cache
def _parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def place(path: Path, node: ast.AST | None = None) -> str:
    """Where something stands, to be clicked on in a terminal."""
    line = f":{node.lineno}" if isinstance(node, ast.stmt | ast.expr) else ""
    return f"{path.relative_to(ROOT)}{line}"
