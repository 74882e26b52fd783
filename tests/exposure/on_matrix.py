"""Residents on Matrix with canaries in every field that they, their client or their server fills."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from bot.matrix import Matrix
from bot.photos import fetch_one
from bot.service import House, built
from tests.bot.scripted import BOOMGAARD, Clock, sqlite
from tests.exposure.canaries import Mark
from tests.exposure.everybody import picture, signal
from tests.generated.homeserver import BOT, Homeserver

SECRET = "a secret of tests"
MOMENT = 1_791_815_400_000
JSON = dict[str, Any]


def room(n: int) -> str:
    """Where this person talks to the bot: on a server of their own, in a room of the old kind."""
    return f"!{Mark(n).name('kamer')}:{server(n)}"


def server(n: int) -> str:
    """A homeserver of one person, which names them."""
    return f"{Mark(n).name('huis').lower()}.example"


def account(n: int) -> str:
    """The address of this person."""
    return f"@{Mark(n).name('mx').lower()}:{server(n)}"


class Resident:
    """What one person and their client send."""

    def __init__(self, n: int) -> None:
        self.n, self.mark = n, Mark(n)
        self._count = 0

    def joins(self) -> list[JSON]:
        """The state of their room: names, a topic, a picture of themselves."""
        mark = self.mark
        person = {"membership": "join", "displayname": mark.name("Voornaam"), "avatar_url": self._file()}
        return [
            self._state("m.room.create", {"creator": account(self.n), "room_version": "1"}),
            self._state("m.room.name", {"name": mark.name("Kamer")}),
            self._state("m.room.topic", {"topic": mark.name("Onderwerp")}),
            self._state("m.room.canonical_alias", {"alias": f"#{mark.name('alias')}:{server(self.n)}"}),
            self._state("m.room.member", {"membership": "join"}, BOT),
            self._state("m.room.member", person, account(self.n)),
        ]

    def device(self) -> JSON:
        """What the server tells of their phone; its signatures fit nothing, as those of a stranger may."""
        name = self.mark.name("Toestel")
        keys = {f"curve25519:{name}": "a" * 43, f"ed25519:{name}": "b" * 43}
        told = {"algorithms": [], "device_id": name, "user_id": account(self.n), "keys": keys}
        return {name: told | {"signatures": {}, "unsigned": {"device_display_name": name}}}

    def speaks(self) -> list[JSON]:
        """A signal, and everything else that a client can send, well and badly made."""
        mark, first = self.mark, self._said(signal(self.n))
        own = {"event_id": first["event_id"]}
        quote = f"> <{account(self.n)}> {mark.name('Aanhaling')}\n\nEn ook {mark.said} bij de bushalte"
        html = f"<mx-reply>{mark.name('Aanhaling')}</mx-reply>{mark.said}"
        mentions = {"m.mentions": {"user_ids": [account(self.n)]}}
        relates, words = "m.relates_to", f"{signal(self.n)} Nog steeds."
        reply: JSON = {relates: {"m.in_reply_to": own}, "formatted_body": html, **mentions}
        edited: JSON = {relates: {"rel_type": "m.replace", **own}, "m.new_content": {"body": words}}
        return [
            first,
            self._said(quote, "m.text", **reply),
            self._said(f"* {words}", "m.text", **edited),
            self._said(
                f"Foto van {mark.said}", "m.image", filename=f"{mark.name('foto')}.jpg", url=self._file()
            ),
            self._said(mark.name("brief"), "m.file", url=self._file()),
            self._said(mark.said, "m.location", geo_uri="geo:52.0301,5.5502"),
            self._said(mark.said, f"m.{mark.name('soort')}"),
            self._event("m.sticker", {"body": mark.name("Plaatje"), "url": self._file()}),
            self._event("m.room.redaction", {"redacts": f"${mark.name('weg')}:{server(self.n)}"}),
            *self._torn(),
        ]

    def says(self, words: str) -> JSON:
        """One more message."""
        return self._said(words)

    def _torn(self) -> Iterator[JSON]:
        """What cannot be read is parked, and what cannot be opened waits for its key."""
        mark = self.mark
        yield self._said(mark.said, "m.location", geo_uri=f"geo:{mark.name('plek')}")
        yield self._event("m.room.message", {"msgtype": "m.text", mark.name("sleutel").lower(): mark.said})
        yield self._event(
            "m.room.message", {"msgtype": "m.image", "body": mark.said, "info": account(self.n)}
        )
        yield self._event("m.reaction", {"m.relates_to": mark.name("antwoord")})
        yield {"type": mark.name("geen"), "content": mark.said}
        sealed = {name: mark.name(name) for name in ("ciphertext", "sender_key", "session_id", "device_id")}
        yield self._event("m.room.encrypted", {"algorithm": "m.megolm.v1.aes-sha2", **sealed})
        yield self._event("m.room.tombstone", {"replacement_room": mark.name("elders")}) | {"state_key": ""}

    def _said(self, body: str, msgtype: str = "m.text", **more: object) -> JSON:
        return self._event("m.room.message", {"msgtype": msgtype, "body": body, **more})

    def _state(self, kind: str, content: JSON, key: str = "") -> JSON:
        return self._event(kind, content) | {"state_key": key, "sender": key or account(self.n)}

    def _event(self, kind: str, content: JSON) -> JSON:
        self._count += 1
        named = f"${self.mark.name('gebeurtenis')}x{self._count}:{server(self.n)}"
        event = {"type": kind, "content": content, "event_id": named, "sender": account(self.n)}
        return event | {"origin_server_ts": MOMENT + self._count}

    def _file(self) -> str:
        return f"mxc://{server(self.n)}/{self.mark.name('bestand')}"


@asynccontextmanager
async def playing(folder: Path, people: int) -> AsyncIterator[tuple[Homeserver, House]]:
    """Everybody came in, spoke, and got their answers."""
    clock = Clock()
    async with (
        Homeserver() as homeserver,
        Matrix(homeserver.url, BOT, "a password", folder / "matrix", clock=clock) as chat,
        built(sqlite(folder), SECRET, (BOOMGAARD,), (chat,), clock) as house,
    ):
        residents = [Resident(n) for n in range(people)]
        homeserver.picture = picture(Mark(0))
        homeserver.devices = {account(one.n): one.device() for one in residents}
        rooms = {room(one.n): {"state": {"events": one.joins()}} for one in residents}
        homeserver.brings({"rooms": {"join": rooms}})
        said = {room(one.n): {"timeline": {"events": one.speaks()}} for one in residents}
        invites = {f"{one}x": {"invite_state": state["state"]} for one, state in rooms.items()}
        changed = {"device_lists": {"changed": [account(one.n) for one in residents]}}
        homeserver.brings({"rooms": {"join": said, "invite": invites}, **changed})
        listening = chat.listen(None)
        for _ in range(2):
            await house.intake.take(await anext(listening), chat.bot)
        clock.on(minutes=6)
        homeserver.brings({})
        await house.intake.take(await anext(listening), chat.bot)
        for _ in range(people * 12):
            clock.on(seconds=1.1)
            await house.send_all()
        after = 0
        while after := await fetch_one(house.store, house.chats, clock(), after):
            pass
        yield homeserver, house
