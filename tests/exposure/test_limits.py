"""Promise P16 in simulated time: a town is told in a quarter of an hour, and Telegram refuses nothing."""

import heapq
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from bot.chat import Platform
from bot.pace import LIMITS, Pace
from domain.messages import Kind, Message, Text
from storage import outbox
from tests.bot.scripted import Scripted, sqlite, street
from tests.servers.telegram.limits import Limits
from tests.servers.telegram.world import Chat

BEGIN = datetime(2026, 11, 2, 10, 0, tzinfo=UTC)
UPDATES, ANSWERS = 20_000, 600
WITHIN = 15 * 60
TELEGRAM = LIMITS[Platform.TELEGRAM]


@dataclass(order=True, slots=True)
class Waiting:
    """A message that waits: answers go before news."""

    due: float
    urgency: int
    number: int
    room: int = field(compare=False)


@dataclass(slots=True)
class Wire:
    """A Bot API that counts what arrives; some messages travel longer than others."""

    chance: Random
    limits: Limits = field(default_factory=lambda: Limits(punish=True))
    arriving: list[tuple[float, int]] = field(default_factory=list)
    refused: int = 0
    last: float = 0.0

    def sends(self, room: int, now: float) -> float:
        """Send now; gives the moment at which the answer is back."""
        there = now + self.chance.uniform(0.005, 0.1)
        heapq.heappush(self.arriving, (there, room))
        return there + self.chance.uniform(0.005, 0.05)

    def passes(self, until: float) -> None:
        """Whatever arrives by this moment is counted, in the order in which it arrives."""
        while self.arriving and self.arriving[0][0] <= until:
            at, room = heapq.heappop(self.arriving)
            chat = Chat(room, "supergroup" if room < 0 else "private", "")
            self.refused += bool(self.limits.wait(chat, at))
            self.last = max(self.last, at)


def _told(messages: list[Waiting], chance: Random) -> tuple[Wire, dict[int, float]]:
    """The senders of one account empty this outbox; when each message went out."""
    wire, pace, went = Wire(chance), Pace(TELEGRAM), {}
    # Each sender, by the moment at which it is free.
    senders = [0.0] * TELEGRAM.at_once
    waiting: list[tuple[int, int, Waiting]] = []
    later = sorted(messages)
    now, at = 0.0, 0
    while waiting or at < len(later):
        now = max(now, senders[0])
        while at < len(later) and later[at].due <= now:
            heapq.heappush(waiting, (later[at].urgency, later[at].number, later[at]))
            at += 1
        if not waiting:
            now = later[at].due
            continue
        wire.passes(now)
        moment = BEGIN + timedelta(seconds=now)
        rest = pace.rest(moment).total_seconds()
        if rest > 0:
            now += rest
            continue
        one = heapq.heappop(waiting)[2]
        wait = pace.wait(str(one.room), moment, group=one.room < 0).total_seconds()
        if wait > 0:
            later.insert(
                _place(later, at, now + wait), Waiting(now + wait, one.urgency, one.number, one.room)
            )
            continue
        pace.sent(str(one.room), moment)
        went[one.number] = now
        heapq.heapreplace(senders, wire.sends(one.room, now))
    wire.passes(float("inf"))
    return wire, went


def _place(later: list[Waiting], at: int, due: float) -> int:
    while at < len(later) and later[at].due <= due:
        at += 1
    return at


def test_a_town_is_told_in_time() -> None:
    """20,000 updates while 600 people get answers and a group is busy: under 15 minutes, and no 429."""
    chance = Random(16)
    news = [Waiting(0.0, 1, n, 1_000 + n) for n in range(UPDATES)]
    answers = [
        Waiting(chance.uniform(0, WITHIN - 60), 0, UPDATES + n, 1_000 + chance.randrange(UPDATES))
        for n in range(ANSWERS)
    ]
    group = [Waiting(60.0 * (n // 5), 0, UPDATES + ANSWERS + n, -7) for n in range(60)]
    wire, went = _told([*news, *answers, *group], chance)
    assert len(went) == UPDATES + ANSWERS + len(group)
    assert (wire.refused, wire.limits.broken) == (0, 0)
    assert wire.last < WITHIN
    # An answer does not wait behind the news.
    waited = sorted(went[one.number] - one.due for one in answers)
    assert waited[int(len(waited) * 0.99)] < 2.5


@pytest.mark.parametrize("room", [-7, 7])
def test_a_burst_in_one_room(room: int) -> None:
    """A hundred messages for one chat at once: evenly, one a second, twenty a minute in a group."""
    wire, went = _told([Waiting(0.0, 0, n, room) for n in range(100)], Random(room))
    assert len(went) == 100
    assert wire.refused == 0
    assert wire.last < (330 if room < 0 else 115)


def test_a_burst_of_everybody() -> None:
    """Five hundred people are answered at once, every minute anew: at 24 a second."""
    bursts = [Waiting(60.0 * (n // 500), 0, n, n) for n in range(1_500)]
    wire, went = _told(bursts, Random(5))
    assert wire.refused == 0
    assert max(went[one.number] - one.due for one in bursts) < 500 / 24 + 1


def test_the_emulator_counts() -> None:
    """Without a pace the same server punishes: the tests above would see it."""
    limits = Limits(punish=True)
    refused = [limits.wait(Chat(n, "private", ""), 0.001 * n) for n in range(40)]
    assert sum(map(bool, refused)) == 10
    group = Chat(-7, "supergroup", "")
    assert [bool(limits.wait(group, 10 + 1.5 * n)) for n in range(21)].count(True) == 1


@pytest.mark.asyncio
async def test_answers_go_before_news(folder: Path) -> None:
    """In the outbox of the house: an answer that comes last goes out first."""
    async with street(sqlite(folder), Scripted()) as at:
        for who in ("anja", "bram"):
            await at.says(who, "De lantaarn bij de fietstunnel is stuk")
        await at.hears("anja")
        news = [Message(at.key("anja"), Text("resident-thanks"), kind=Kind.UPDATE) for _ in range(20)]
        answer = Message(at.key("bram"), Text("resident-hello"))
        async with at.house.store.begin() as connection:
            await outbox.queue(connection, [*news, answer], at.clock())
        before = len(at.chat.sent)
        await at.house.sender.send_one(Platform.LOCAL)
        assert at.chat.sent[before].room == "bram"
