"""The same events once and in order, and again many times over: a platform may repeat, and hold back."""

from collections.abc import Sequence
from datetime import timedelta
from random import Random

from bot.chat import Content, Edit, Incoming, Left, Photo, Place, Platform, Removal, Returned, Words
from tests.bot.scripted import NOW, street
from tests.generated.cycle.dump import canonical

PEOPLE = tuple(f"bewoner{number}" for number in range(120))
APART = timedelta(minutes=3)
TIMES = 5
SAID = ("de lamp is stuk", "te hard rijden bij school", "de huisarts is vol", "hondenpoep op het gras")
SHORT = ("1", "2", "ja", "nee", "status", "taal", "stop", "start", "rustig", "bedankt", "wissen", "Appelhof")


def events(count: int, seed: int) -> list[Incoming]:
    """What a hundred people say and do, a few minutes apart."""
    chance = Random(seed)
    made: list[Incoming] = []
    for number in range(count):
        who, at = chance.choice(PEOPLE), NOW + APART * number
        content = _content(chance, number)
        made.append(
            Incoming(Platform.LOCAL, "bot", f"e{number}", who, who, True, at, content, f"m{number}", "nl")  # noqa: FBT003
        )
    return made


def _content(chance: Random, number: int) -> Content:
    earlier = f"m{chance.randint(max(0, number - 200), number)}"
    words = f"{chance.choice(SAID)} {chance.choice('abcdefghij')}{chance.choice('klmnopqrst')}"
    contents: list[Content] = [
        Words(words),
        Words(chance.choice(SHORT)),
        Edit(earlier, f"beter gezegd {words}"),
        Removal(earlier),
        Photo("f", words),
        Place(52.03, 5.55),
        Left(),
        Returned(),
    ]
    return chance.choices(contents, [10, 6, 2, 1, 2, 1, 1, 1])[0]


def disorder(first: Sequence[Incoming], seed: int) -> list[list[Incoming]]:
    """Each one to five times: the first time in order, the other times anywhere later, in any order."""
    chance = Random(seed)
    again: list[list[Incoming]] = [[] for _ in first]
    for place, event in enumerate(first):
        for _ in range(chance.randint(0, TIMES - 1)):
            later = min(place + chance.choice([0, 0, 1, 3, 50, 400]), len(first) - 1)
            again[later].append(event)
    for batch in again:
        chance.shuffle(batch)
    return again


async def played(
    url: str, first: Sequence[Incoming], again: Sequence[Sequence[Incoming]]
) -> dict[str, list[str]]:
    """The end of it, as rows that can be compared."""
    async with street(url) as at:
        for place, event in enumerate(first):
            at.clock.now = event.at
            await at.take(event)
            if again and again[place]:
                await at.take(*again[place])
        at.clock.on(minutes=1)
        await at.house.sender.forget_gone()
        return await canonical(at.house.store)
