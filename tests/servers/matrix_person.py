"""A person with a phone and a Matrix client of their own: encryption, own keys, one screen a room.

    async with Person.on(synapse, "anna", tmp_path / "anna") as anna:
        await anna.meets(bot_user_id)              # an encrypted chat of two, the bot is invited
        await anna.say("de lamp is stuk")
        card = await anna.hears("is bewaard")      # waits, with a deadline, for words on the screen
        await anna.react(card.id, "1️⃣")

The bot (its `listen` loop) must run beside it: `hears` and `meets` only look. A person acts in the room of
`meets` unless another is named. `screen()` is what the client shows: edits applied, removed messages gone.
"""

import secrets
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from io import BytesIO
from pathlib import Path
from urllib.parse import quote

import aiohttp
from nio import AsyncClient, AsyncClientConfig, EncryptionError
from nio.crypto import decrypt_attachment, encrypt_attachment

from tests.servers.matrix_screen import JSON, Screen, Seen, show
from tests.servers.synapse import PASSWORD, Synapse

DEADLINE = 60.0
_ENCRYPTION = {"type": "m.room.encryption", "state_key": "", "content": {"algorithm": "m.megolm.v1.aes-sha2"}}
_FILTER = {"room": {"timeline": {"limit": 500}}, "presence": {"types": []}}


class Person:
    """One account with one device. Make it with `Person.on`."""

    def __init__(self, client: AsyncClient) -> None:
        self.client = client
        self.room = ""
        self._screens: dict[str, Screen] = {}
        self._since = ""

    @classmethod
    @asynccontextmanager
    async def on(
        cls, synapse: Synapse, name: str, store: Path, *, user_id: str = ""
    ) -> "AsyncIterator[Person]":
        """Register (unless `user_id` is given), log in and give the keys to the server; closes at the end."""
        store.mkdir(parents=True, exist_ok=True)  # noqa: ASYNC240 - a test has nothing else to do meanwhile
        user_id = user_id or synapse.register(name)
        config = AsyncClientConfig(store_sync_tokens=False, max_timeouts=3, request_timeout=20)
        client = AsyncClient(synapse.url, user_id, store_path=str(store), config=config)
        person = cls(client)
        try:
            await client.login(PASSWORD, device_name=f"phone of {name}")
            await person.look()
            yield person
        finally:
            await client.close()
            if client.store:
                client.store.database.close()

    @property
    def user_id(self) -> str:
        return str(self.client.user_id)

    # --- rooms -----------------------------------------------------------------------------------

    async def invites(self, bot: str, *others: str, encrypted: bool = True, direct: bool = True) -> str:
        """Make a room and invite the bot (and others); does not wait for anybody. Its id."""
        state = [_ENCRYPTION] if encrypted else []
        made = await self.client.room_create(is_direct=direct, invite=[bot, *others], initial_state=state)
        self.room = str(made.room_id)
        await self.look()
        return self.room

    async def meets(self, bot: str, *, encrypted: bool = True, deadline: float = DEADLINE) -> str:
        """Make a chat of two with the bot and wait until the bot is in it."""
        room = await self.invites(bot, encrypted=encrypted)
        await self.sees_joined(bot, room, deadline=deadline)
        return room

    async def gathers(
        self, bot: str, *people: "Person", encrypted: bool = True, deadline: float = DEADLINE
    ) -> str:
        """Make a group, bring these people in, invite the bot and wait until all are there."""
        room = await self.invites(bot, *(p.user_id for p in people), encrypted=encrypted, direct=False)
        for person in people:
            await person.joins(room)
        for member in (bot, *(p.user_id for p in people)):
            await self.sees_joined(member, room, deadline=deadline)
        return room

    async def joins(self, room: str) -> None:
        """Accept an invitation."""
        await self.client.join(room)
        self.room = self.room or room
        await self.look()

    async def leaves(self, room: str = "") -> None:
        """Go out of the room."""
        await self.client.room_leave(room or self.room)

    async def sees_joined(self, member: str, room: str = "", *, deadline: float = DEADLINE) -> None:
        """Wait until somebody has come into the room."""
        end = time.monotonic() + deadline
        while member not in self._screen(room).members:
            assert time.monotonic() < end, f"{member} did not come within {deadline} s"
            await self.look(wait_ms=500)

    async def sees_gone(self, member: str, room: str = "", *, deadline: float = DEADLINE) -> None:
        """Wait until somebody is out of the room, or declined to come."""
        end = time.monotonic() + deadline
        while member in self.client.rooms[room or self.room].users:
            assert time.monotonic() < end, f"{member} is still there after {deadline} s"
            await self.look(wait_ms=500)

    async def upgrades(self, room: str = "", *, version: str = "10") -> str:
        """Put another room in the place of this one, as clients do to move to a newer kind; its id."""
        made = await self.asks("POST", f"/rooms/{quote(room or self.room)}/upgrade", {"new_version": version})
        await self.look()
        return str(made["replacement_room"])

    async def puts_out(self, member: str, room: str = "") -> None:
        """Put somebody out of the room."""
        await self.client.room_kick(room or self.room, member)

    # --- saying ----------------------------------------------------------------------------------

    async def say(self, text: str, room: str = "", *, reply_to: str = "", tx_id: str | None = None) -> str:
        """Say something; its event id. The client of an answer quotes, as older ones do."""
        content: JSON = {"msgtype": "m.text", "body": text}
        if reply_to:
            content["body"] = f"> <@somebody:there> earlier words\n> on two lines\n\n{text}"
            content["m.relates_to"] = {"m.in_reply_to": {"event_id": reply_to}}
        return await self.sends("m.room.message", content, room, tx_id=tx_id)

    async def edit(self, event_id: str, text: str, room: str = "") -> str:
        """Change an earlier message."""
        content = {
            "msgtype": "m.text",
            "body": f"* {text}",
            "m.new_content": {"msgtype": "m.text", "body": text},
            "m.relates_to": {"rel_type": "m.replace", "event_id": event_id},
        }
        return await self.sends("m.room.message", content, room)

    async def redact(self, event_id: str, room: str = "") -> str:
        """Take an earlier message back."""
        done = await self.client.room_redact(room or self.room, event_id)
        return str(done.event_id)

    async def react(self, event_id: str, key: str, room: str = "") -> str:
        """Press or add a reaction under a message, for example 1️⃣."""
        relation = {"rel_type": "m.annotation", "event_id": event_id, "key": key}
        return await self.sends("m.reaction", {"m.relates_to": relation}, room)

    async def send_image(
        self, data: bytes, caption: str = "", room: str = "", *, mime: str = "image/png"
    ) -> str:
        """Send a picture, encrypted when the room is."""
        return await self._send_file("m.image", data, "photo.png", mime, caption=caption, room=room)

    async def send_voice(self, data: bytes, room: str = "") -> str:
        """Send a voice message."""
        return await self._send_file("m.audio", data, "voice.ogg", "audio/ogg", caption="", room=room)

    async def send_location(self, latitude: float, longitude: float, room: str = "") -> str:
        """Share a place."""
        content = {"msgtype": "m.location", "body": "Location", "geo_uri": f"geo:{latitude},{longitude};u=12"}
        return await self.sends("m.room.message", content, room)

    async def sends(self, kind: str, content: JSON, room: str = "", *, tx_id: str | None = None) -> str:
        """Send any event; its id. A client knows who is in the room when it sends: it looks first."""
        room = room or self.room
        await self.look()
        sent = await self.client.room_send(room, kind, content, tx_id, ignore_unverified_devices=True)
        assert hasattr(sent, "event_id"), f"not sent: {sent}"
        return str(sent.event_id)

    async def holds_key(self, room: str = "") -> list[JSON]:
        """Make the next messages of the room unreadable to everybody: the key is made and not handed out.

        `hands_out(...)` does that later with what this gives.
        """
        room, olm = room or self.room, self.client.olm
        if missing := self.client.get_missing_sessions(room):
            await self.client.keys_claim(missing)
        users = list(self.client.rooms[room].users)
        held = [to for _, to in olm.share_group_session_parallel(room, users, ignore_unverified_devices=True)]
        olm.outbound_group_sessions[room].shared = True
        return held

    async def hands_out(self, held: list[JSON]) -> None:
        """Give the others the key that `holds_key` kept."""
        for messages in held:
            await self.asks("PUT", f"/sendToDevice/m.room.encrypted/{secrets.token_hex(8)}", messages)

    async def asks(self, method: str, path: str, body: JSON) -> JSON:
        """Any other request to the server."""
        headers = {"Authorization": f"Bearer {self.client.access_token}"}
        url = f"{self.client.homeserver}/_matrix/client/v3{path}"
        async with (
            aiohttp.ClientSession() as web,
            web.request(method, url, json=body, headers=headers) as answer,
        ):
            assert answer.ok, await answer.text()
            return dict(await answer.json())

    # --- seeing ----------------------------------------------------------------------------------

    async def hears(self, words: str, room: str = "", *, deadline: float = DEADLINE, after: str = "") -> Seen:
        """Wait until a message of somebody else (after the message `after`) holds these words; the newest."""
        end = time.monotonic() + deadline
        while True:
            shown = self.screen(room)
            ids = [seen.id for seen in shown]
            late = shown[ids.index(after) + 1 :] if after in ids else shown
            found = [seen for seen in late if words in seen.text and seen.sender != self.user_id]
            if found:
                return found[-1]
            heard = "\n".join(seen.text for seen in shown)
            assert time.monotonic() < end, (
                f"{words!r} was not heard within {deadline} s. The screen:\n{heard}"
            )
            await self.look(wait_ms=500)

    async def reads(self, room: str = "") -> list[Seen]:
        """Look at the server once; everything on the screen of the room, oldest first."""
        await self.look()
        return self.screen(room)

    def screen(self, room: str = "") -> list[Seen]:
        """What was on the screen at the last look, oldest first."""
        return list(self._screen(room).messages.values())

    def reactions(self, event_id: str, room: str = "") -> list[str]:
        """The keys under a message at the last look."""
        return self._screen(room).reactions.get(event_id, [])

    def unreadable(self, room: str = "") -> int:
        """How many messages the client could not open."""
        return len(self._screen(room).unreadable)

    async def saves(self, seen: Seen) -> bytes:
        """The bytes of a file that the bot sent."""
        file = seen.content.get("file")
        answer = await self.client.download(file["url"] if file else seen.content["url"])
        if not file:
            return bytes(answer.body)
        return bytes(decrypt_attachment(answer.body, file["key"]["k"], file["hashes"]["sha256"], file["iv"]))

    async def look(self, *, wait_ms: int = 0) -> None:
        """Ask the server what is new, and do what a client does with its keys."""
        sync = await self.client.sync(wait_ms, _FILTER, since=self._since or None, full_state=not self._since)
        assert hasattr(sync, "next_batch"), f"no sync: {sync}"
        self._since = sync.next_batch
        await self._keep_up()
        for room_id, joined in sync.rooms.join.items():
            screen = self._screens.setdefault(room_id, Screen())
            screen.members = set(self.client.rooms[room_id].users) - set(
                self.client.rooms[room_id].invited_users
            )
            for event in joined.timeline.events:
                # A client does not show what it does not understand.
                with suppress(AttributeError, KeyError, TypeError):
                    show(screen, event)
            self._try_again(screen)

    # --- inside ----------------------------------------------------------------------------------

    def _screen(self, room: str) -> Screen:
        return self._screens.setdefault(room or self.room, Screen())

    async def _keep_up(self) -> None:
        if self.client.should_upload_keys:
            await self.client.keys_upload()
        if self.client.should_query_keys:
            await self.client.keys_query()
        if self.client.should_claim_keys:
            await self.client.keys_claim(self.client.get_users_for_key_claiming())
        await self.client.send_to_device_messages()

    def _try_again(self, screen: Screen) -> None:
        for event_id, event in tuple(screen.unreadable.items()):
            try:
                opened = self.client.decrypt_event(event)
            except EncryptionError:
                continue
            del screen.unreadable[event_id]
            show(screen, opened)

    async def _send_file(
        self, kind: str, data: bytes, name: str, mime: str, *, caption: str, room: str
    ) -> str:  # fmt: skip
        room = room or self.room
        encrypted = self.client.rooms[room].encrypted
        body, key = encrypt_attachment(data) if encrypted else (data, {})
        url = await self._upload(body, "application/octet-stream" if encrypted else mime)
        where: JSON = {"file": {**key, "url": url}} if encrypted else {"url": url}
        words = {"body": caption, "filename": name} if caption else {"body": name}
        content = {"msgtype": kind, "info": {"mimetype": mime, "size": len(data)}, **words, **where}
        return await self.sends("m.room.message", content, room)

    async def _upload(self, data: bytes, mime: str) -> str:
        headers = {"Authorization": f"Bearer {self.client.access_token}", "Content-Type": mime}
        url = f"{self.client.homeserver}/_matrix/media/v3/upload"
        async with (
            aiohttp.ClientSession() as web,
            web.post(url, data=BytesIO(data), headers=headers) as answer,
        ):
            return str((await answer.json())["content_uri"])
