"""Promise P9: nobody's literal words are published without redaction and a person's yes to exactly those."""

import ast
from pathlib import Path

import pytest
from sqlalchemy import update

from bundling.bundle import bundle
from bundling.items import Item
from domain.events import QuoteApproved
from domain.quotes import hash_of
from domain.rounds import RoundName
from storage import quotes, schema
from tests.bot.scripted import Street, sqlite, street
from tests.exposure.canaries import SAID
from tests.exposure.everybody import signal

ROOT = Path(__file__).parents[2]
READERS = {
    "erasure": "words that go with a person, to look for in files",
    "fast_lane": "the coordinator's list of small requests",
    "held": "the coordinator's list of what waits",
    "leavers": "words that go with a person, to look for in files",
    "owed": "the subject of an update, to who said it",
    "photos": "whether there are words beside a picture that is not kept",
    "quotes": "proposals, redacted, for who may approve them",
    "retention": "whether there are words still",
    "rounds": "what an earlier topic was about, for the bundling",
    "signals": "the words of a person to themselves, and to the bundling",
    "vectors": "what a model reads, on this machine",
}
"""Modules of the store that read what people said, and for whom."""


def _reads(path: Path) -> bool:
    """Whether this module names the column with the words of signals."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Attribute) and node.attr == "text":
            inner = node.value
            if (
                isinstance(inner, ast.Attribute)
                and inner.attr == "c"
                and getattr(inner.value, "id", "") == "signals"
            ):
                return True
    return False


def test_every_reader_of_words_is_known() -> None:
    """A module that begins to read what people said fails here until it is said for whom."""
    found = {path.stem for path in (ROOT / "storage").rglob("*.py") if _reads(path)}
    assert found <= READERS.keys()
    reports = [path for path in (ROOT / "storage/reports").glob("*.py") if _reads(path)]
    assert reports == []


LAMP = "De lantaarn bij de fietstunnel is stuk en het is daar donker"


async def _november(at: Street) -> int:
    """The report of October is out; gives its first topic."""
    await at.house.tick()
    for n in range(6):
        await at.says(f"r{n}", LAMP)
        at.clock.on(minutes=2)
    at.clock.on(days=20)
    await at.house.tick()
    async with at.house.store.read() as connection:
        found = await connection.execute(schema.topics.select().order_by(schema.topics.c.rank))
        return int(found.first().id)  # type: ignore[union-attr] # there is one


async def _published(at: Street) -> list[str]:
    async with at.house.store.read() as connection:
        found = await quotes.approved(connection, "boomgaard", RoundName("2026-10"))
    return [one.text for said in found.values() for one in said]


@pytest.mark.asyncio
async def test_a_yes_is_for_exactly_these_words(folder: Path) -> None:
    """Without a yes nothing is shown; with a hash of other words neither; changed later it is gone."""
    async with street(sqlite(folder)) as at:
        topic = await _november(at)
        assert await _published(at) == []
        number = schema.signals.c.number
        async with at.house.store.read() as connection:
            first = (await connection.execute(schema.signals.select().order_by(number))).first()
        assert first is not None
        wrong = QuoteApproved(topic, first.number, LAMP, "nl", hash_of("andere woorden"), "coordinator")
        await at.applies(wrong)
        assert await _published(at) == []
        await at.applies(QuoteApproved(topic, first.number, LAMP, "nl", hash_of(LAMP), "coordinator"))
        assert await _published(at) == [LAMP]
        report = await at.house.pages.find("boomgaard", "2026-10")
        assert [quote.text for one in report.topics for quote in one.quotes] == [LAMP]
        async with at.house.store.begin() as connection:
            await connection.execute(update(schema.quotes).values(text=f"{LAMP}, zegt meneer Jansen"))
        assert await _published(at) == []


def test_a_title_repeats_nobody() -> None:
    """Of forty people with a word of their own in the same sentence no title has that word."""
    items = [Item(f"s{n}", signal(n), f"p{n}", language="nl") for n in range(40)]
    topics = bundle(items).topics
    assert topics
    told = [f"{one.title.args} {one.place} {one.theme}".casefold() for one in topics]
    assert not [one for one in told if any(f"{SAID}{n}" in one for n in range(40))]
