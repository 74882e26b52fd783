"""Values that nobody would send, and ways to spoil a value that is right."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any, TypeAlias

from hypothesis import strategies as st

JSON: TypeAlias = Any

CANARY = "kanarie"
"""Stands in every name and every word that people say here; nothing of it may reach a log."""
DEEP = 1_000
UNITS = 4_096
"""UTF-16 units in one message of Telegram, two for an emoji."""


def deep(levels: int = DEEP, *, lists: bool = False) -> JSON:
    """Nested as deep as this."""
    found: JSON = CANARY
    for _ in range(levels):
        found = [found] if lists else {"reply_to_message": found}
    return found


ODD_TEXTS = (
    "",
    " ",
    "\ud800",
    f"{CANARY} \udfff half een paar \ud83d",
    f"{CANARY}\0nul",
    "\0",
    "\u202e\u200b\ufeff" + CANARY,
    CANARY + "\u0301" * 500,
    "\U0001f9d1\u200d\U0001f9af" * 40,
    "\U0001f4a1" * (UNITS // 2),
    "\U0001f4a1" * UNITS,
    "x" * 100_000,
    f"{CANARY} {{}} %s %(x)s {{{{ $x }}}} {{0.__class__}}",
    f"'; DROP TABLE signals; -- {CANARY}",
    f'=HYPERLINK("http://example.org";"{CANARY}")',
    "<b>*_[" + CANARY + "](javascript:1)",
    "\n" * 3_000,
    "9" * 400,
    "-1",
    "1e999",
    "٣",
    "１２",
    "²",
    "/start",
    "/start " + "A" * 64,
    "/start \ud800",
    "/" + "x" * 5_000,
    "Aa0_" * 5 + "-z",
)
ODD_VALUES: tuple[JSON, ...] = (
    None,
    True,
    False,
    0,
    -1,
    2**31,
    2**63,
    -(2**63) - 1,
    2**70,
    10**400,
    0.5,
    1e308,
    float("nan"),
    float("-inf"),
    [],
    {},
    [None],
    [[]],
    {"": None},
    {"\ud800": "\0"},
    deep(40),
    deep(40, lists=True),
    *ODD_TEXTS,
)

texts = st.one_of(
    st.sampled_from(ODD_TEXTS), st.text(st.characters(codec=None), max_size=30).map(lambda one: CANARY + one)
)
values = st.one_of(
    st.sampled_from(ODD_VALUES),
    st.integers(),
    st.floats(),
    texts,
    st.dictionaries(st.text(max_size=4), st.integers() | texts, max_size=2),
)

Step: TypeAlias = str | int
Spoil: TypeAlias = Callable[[Any, Any, Any], None]


def _replace(inside: Any, at: Step, value: JSON) -> None:  # noqa: ANN401 - a part of a JSON
    inside[at] = value


def _remove(inside: Any, at: Step, _value: JSON) -> None:  # noqa: ANN401 - the same
    del inside[at]


def _wrap(inside: Any, at: Step, value: JSON) -> None:  # noqa: ANN401 - the same
    inside[at] = [inside[at]] if isinstance(value, str) else {"value": inside[at]}


def _add(inside: Any, at: Step, value: JSON) -> None:  # noqa: ANN401 - the same
    if isinstance(inside, dict):
        inside[f"{at}_more"] = value
    else:
        inside.append(value)


def _as_text(inside: Any, at: Step, _value: JSON) -> None:  # noqa: ANN401 - the same
    inside[at] = str(inside[at])


SPOILS: tuple[Spoil, ...] = (_replace, _replace, _remove, _wrap, _add, _as_text)


def places(inside: JSON, path: tuple[Step, ...] = ()) -> list[tuple[Step, ...]]:
    """Every place in a JSON, as the way to it."""
    steps = (
        inside.items() if isinstance(inside, dict) else enumerate(inside) if isinstance(inside, list) else ()
    )
    found: list[tuple[Step, ...]] = []
    for step, value in steps:
        found += [(*path, step), *places(value, (*path, step))]
    return found


@st.composite
def spoiled(draw: st.DrawFn, good: st.SearchStrategy[JSON], keep: frozenset[str] = frozenset()) -> JSON:
    """Something right with one to three places of it wrong; `keep` names what stays as it is."""
    whole = deepcopy(draw(good))
    for _ in range(draw(st.integers(1, 3))):
        ways = [way for way in places(whole) if way[0] not in keep]
        if not ways:
            break
        way = draw(st.sampled_from(ways))
        inside = whole
        for step in way[:-1]:
            inside = inside[step]
        draw(st.sampled_from(SPOILS))(inside, way[-1], deepcopy(draw(values)))
    return whole
