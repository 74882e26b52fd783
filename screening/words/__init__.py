"""Words of the language that the screening knows: lists that are packaged with it, read once."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from screening.seen import fold


def content(name: str) -> bytes:
    """A file as it is."""
    return files(__name__).joinpath(name).read_bytes()


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of a list, without remarks and empty ones."""
    content = files(__name__).joinpath(name).read_text(encoding="utf-8")
    return tuple(line.strip() for line in content.splitlines() if line.strip() and not line.startswith("#"))


@cache
def words(name: str) -> frozenset[str]:
    """All the words of a list, folded, whatever the line they stand on."""
    return frozenset(fold(word) for line in lines(name) for word in line.split())


@cache
def groups(name: str) -> Mapping[str, tuple[str, ...]]:
    """A list of lines `group: one, two, three`; a group may have several lines."""
    found: dict[str, tuple[str, ...]] = {}
    for line in lines(name):
        group, _, entries = line.partition(":")
        said = tuple(fold(one.strip()) for one in entries.split(",") if one.strip())
        found[group.strip()] = found.get(group.strip(), ()) + said
    return found
