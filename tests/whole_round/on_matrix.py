"""The phones of the story on a real homeserver, encrypted: choices are typed, links carry nothing."""

import re
from contextlib import AsyncExitStack
from itertools import count
from pathlib import Path

from bot.chat import Platform
from tests.servers.matrix_person import Person
from tests.servers.matrix_screen import Seen
from tests.servers.synapse import Synapse
from tests.whole_round.cast import GROUP, MEMBERS, PEOPLE
from tests.whole_round.stage import Line

PLATFORM = """
[matrix]
homeserver = "{homeserver}"
user_id = "{bot}"
password_file = "password"
store = "matrix"
"""
_NUMBERED = re.compile(r"(\d+)\. (.+)")


class MatrixPhones:
    """Everybody has an account and one client; choices are typed, by number and by words in turn."""

    rate = 1.0

    def __init__(self, people: dict[str, Person], bot: str) -> None:
        self._people = people
        self._bot = bot
        self._group = ""
        self._turn = count()

    @classmethod
    async def entered(cls, stack: AsyncExitStack, synapse: Synapse, bot: str, folder: Path) -> "MatrixPhones":
        """Everybody logs in; they leave with the stack."""
        people = {
            one: await stack.enter_async_context(Person.on(synapse, one, folder / one)) for one in PEOPLE
        }
        return cls(people, bot)

    async def opens(self, who: str, payload: str) -> bool:  # noqa: ARG002 - nothing can carry it
        await self._people[who].meets(self._bot)
        return False

    async def says(self, who: str, words: str, room: str) -> None:
        person = self._people[who]
        if not person.room:
            await person.meets(self._bot)
        await person.say(words, self._group if room == GROUP else "")

    async def chooses(self, who: str, label: str, room: str) -> None:
        """A number answers the last question; what stands on an older message is named in words."""
        last = (await self.look(room or who))[-1]
        number = str(last.labels.index(label) + 1) if label in last.labels else label.lower()
        await self.says(who, number if next(self._turn) % 2 else label.lower(), room)

    async def gathers(self) -> None:
        first, *others = (self._people[one] for one in MEMBERS)
        own = first.room
        self._group = await first.gathers(self._bot, *others)
        first.room = own

    async def look(self, chat: str) -> list[Line]:
        person, room = (self._people[MEMBERS[0]], self._group) if chat == GROUP else (self._people[chat], "")
        if not room and not person.room:
            return []
        await person.look(wait_ms=100)
        return [_line(seen) for seen in person.screen(room) if seen.sender == self._bot]

    def address(self, who: str) -> tuple[Platform, str]:
        """Under which account somebody writes."""
        return Platform.MATRIX, self._people[who].user_id

    async def file(self, line: Line) -> bytes:
        assert isinstance(line.ref, Seen)
        return await self._people[MEMBERS[0]].saves(line.ref)


def _line(seen: Seen) -> Line:
    choices = (_NUMBERED.fullmatch(one) for one in seen.text.rpartition("\n\n")[2].splitlines())
    labels = tuple(one[2] for one in choices if one)
    file = seen.content.get("filename", seen.text) if seen.kind in {"m.file", "m.image"} else ""
    # An edit makes no sound: news in doubt for a day stands on the card of its signal.
    return Line(seen.text, labels, file, pushed=not seen.edits, ref=seen)
