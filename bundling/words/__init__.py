"""Words of the language that the bundling knows: lists that are packaged with it, read once."""

from functools import cache
from importlib.resources import files


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of a list, without remarks and empty ones."""
    content = files(__name__).joinpath(name).read_text(encoding="utf-8")
    return tuple(line.strip() for line in content.splitlines() if line.strip() and not line.startswith("#"))


@cache
def words(name: str) -> frozenset[str]:
    """All the words of a list, whatever the line they stand on."""
    return frozenset(word for line in lines(name) for word in line.split())
