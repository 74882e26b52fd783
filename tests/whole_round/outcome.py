"""What must be true when a round is over, whatever happened on the way."""

import asyncio
from collections import Counter

from domain.rounds import RoundName
from storage import inbox, rounds, signals, updates, waiting
from storage.engine import open_store
from storage.states import Delivery
from tests.whole_round.cast import PEOPLE
from tests.whole_round.performing import Performance
from tests.whole_round.stage import PATIENCE, PAUSE, Disturb, Line, Stage, nothing
from tests.whole_round.story import (
    CHOSEN,
    DONE,
    NEWS,
    NO_NEWS,
    NOT_CHOSEN,
    ROUND,
    SAID,
    STARTED,
    whole_round,
)

MONTHS = ("2026-10", "2026-11", "2026-12")
REPORTERS = {
    "anna": (CHOSEN, STARTED, DONE),
    "ben": (CHOSEN, STARTED, DONE),
    "cees": (NOT_CHOSEN,),
    "bep": (NOT_CHOSEN,),
}
"""What each must hear, once. The professional gave two answers and so hears once or twice."""
SILENT = ("dirk", "fred", "marit", "jamila", "lies")
"""They took back what they said, or said nothing."""


async def perform(
    played: Performance, during: Disturb = nothing, after: Disturb = nothing
) -> dict[str, list[Line]]:
    """The story, the peaceful end of the process, and the outcome; gives what everybody saw."""
    stage = Stage(played.phones, played.clock, played.lives, during=during, after=after)
    meeting = await whole_round(stage, played.code)
    await settled(played)
    heard = {who: await played.phones.look(who) for who in PEOPLE}
    assert await played.lives.ends() == 0, played.lives.log()
    assert meeting.chosen == 1, meeting
    _everybody_heard_once(heard)
    await _the_store_is_whole(played)
    return heard


async def settled(played: Performance) -> None:
    """Wait until nothing is left to send."""
    async with open_store(played.url) as store, asyncio.timeout(PATIENCE):
        while True:
            async with store.read() as connection:
                counts = await waiting.counts(connection)
            if not counts[Delivery.PENDING] + counts[Delivery.SENDING] + counts[Delivery.DOUBT]:
                return
            await asyncio.sleep(PAUSE)


def _everybody_heard_once(heard: dict[str, list[Line]]) -> None:
    """Who reported, and only they; pushed at most once, seen at least once."""
    for who, kinds in REPORTERS.items():
        told = news_of(heard[who])
        for kind in kinds:
            assert len([text for text in told if kind in text]) == 1, (who, kind, told)
        assert len(told) == len(kinds), (who, told)
    assert 1 <= len(news_of(heard["sanne"])) <= 2, heard["sanne"]
    for who in SILENT:
        assert not news_of(heard[who]), (who, heard[who])
    assert {NO_NEWS in text for text in news_of(heard["eva"])} == {True}, heard["eva"]
    for who in PEOPLE:
        pushed = Counter(line.text for line in heard[who] if line.pushed and is_news(line))
        assert not [text for text, times in pushed.items() if times > 1], (who, pushed)


def news_of(lines: list[Line]) -> set[str]:
    """The different updates that somebody saw, pushed or on their card."""
    return {line.text for line in lines if is_news(line)}


def is_news(line: Line) -> bool:
    """An update about a signal, and no answer; what is shown to who checks the words is no update."""
    return (NEWS in line.text or NO_NEWS in line.text) and "Is dit duidelijk?" not in line.text


async def _the_store_is_whole(played: Performance) -> None:
    """Every signal once, one report, nothing owed, nothing parked or refused."""
    async with open_store(played.url) as store, store.read() as connection:
        given = [
            one
            for slug in ("boomgaard", "haven")
            for month in MONTHS
            for one in await signals.of_round(connection, slug, RoundName(month))
        ]
        assert Counter(one.text for one in given) == Counter(SAID)
        assert len({one.number for one in given}) == len(SAID)
        names = [one.span.name for one in await rounds.rounds_of(connection, "boomgaard")]
        assert names.count(RoundName(ROUND)) == 1, names
        assert await updates.reconcile(connection, "boomgaard") == ()
        assert await inbox.parked_count(connection) == 0
        counted = await waiting.counts(connection)
    assert {state for state, count in counted.items() if count} == {Delivery.SENT}, counted
