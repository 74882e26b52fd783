"""The phones of the story on our own Telegram: buttons are pressed, links carry a payload."""

from collections.abc import Sequence

from bot.chat import Platform
from tests.servers.telegram.groups import Group
from tests.servers.telegram.people import Person
from tests.servers.telegram.server import TelegramServer
from tests.servers.telegram.world import File, Seen
from tests.whole_round.cast import GROUP, MEMBERS, PEOPLE
from tests.whole_round.stage import Line

PLATFORM = """
[telegram]
token_file = "token"
base_url = "{server.base_url}"
base_file_url = "{server.base_file_url}"
"""


class TelegramPhones:
    """Everybody has one phone with one account."""

    rate = 50.0

    def __init__(self, server: TelegramServer, people: Sequence[str] = PEOPLE) -> None:
        self._server = server
        self._people: dict[str, Person] = {one: server.person(one.title()) for one in people}
        self._group: Group | None = None

    def arrives(self, who: str) -> None:
        """Somebody new gets a phone."""
        self._people[who] = self._server.person(who.title())

    def forget(self) -> None:
        """What all screens showed until now, and what was asked of the server."""
        self._server.world.ledger.clear()
        self._server.calls.clear()
        self._server.updates.history.clear()

    async def opens(self, who: str, payload: str) -> bool:
        self._people[who].starts(payload)
        return True

    async def says(self, who: str, words: str, room: str) -> None:
        self._people[who].says(words, self._room(room))

    async def chooses(self, who: str, label: str, room: str) -> None:
        self._people[who].presses(label, self._room(room))

    async def gathers(self) -> None:
        self._group = self._server.group("Wijkverband", *(self._people[one] for one in MEMBERS))

    async def look(self, chat: str) -> list[Line]:
        who, id_ = self._people.get(chat), self._group.id if self._group else 0
        seen = who.seen if who else self._people[MEMBERS[0]].seen
        return [_line(one) for one in seen if one.chat == (who.id if who else id_)]

    def address(self, who: str) -> tuple[Platform, str]:
        """Under which account somebody writes."""
        return Platform.TELEGRAM, str(self._people[who].id)

    async def file(self, line: Line) -> bytes:
        assert isinstance(line.ref, File)
        return line.ref.data

    def _room(self, room: str) -> Group | None:
        return self._group if room == GROUP else None


def _line(seen: Seen) -> Line:
    labels = tuple(label for label, _ in seen.buttons)
    name = seen.file.name if seen.file else ""
    return Line(seen.text, labels, name, pushed=seen.what == "message", ref=seen.file)
