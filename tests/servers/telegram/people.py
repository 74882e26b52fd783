"""A person with Telegram on the phone: what they do, and what they saw."""

import asyncio
from collections.abc import Sequence
from itertools import count
from typing import TYPE_CHECKING

from tests.servers.telegram.account import tell_membership
from tests.servers.telegram.sending import document, sizes
from tests.servers.telegram.world import GROUP_BOT, Chat, Json, Message, Query, Seen, User, World

if TYPE_CHECKING:
    from tests.servers.telegram.groups import Group

_PNG = b"\x89PNG\r\n\x1a\n" + bytes(16)
_albums = count(1)


class Person:
    """Every act ends in an update for the bot, if Telegram would tell it. `room` is a group, else the chat
    with the bot itself.
    """

    def __init__(self, world: World, user: User) -> None:
        self.world = world
        self.user = user

    @property
    def id(self) -> int:
        return self.user.id

    # --- what they do --------------------------------------------------------------------------

    def starts(self, payload: str = "") -> int:
        """Open a link with this payload and press Start; unblocks the bot when it was blocked."""
        self.unblocks()
        return self.says(f"/start {payload}".strip())

    def says(
        self, text: str, room: "Group | None" = None, *, reply_to: int = 0, anonymous: bool = False
    ) -> int:
        """Type this. A command is marked as Telegram marks it."""
        body: Json = {"text": text}
        if text.startswith("/"):
            body["entities"] = [
                {"type": "bot_command", "offset": 0, "length": len(text.split(maxsplit=1)[0])}
            ]
        return self._put(body, room, reply_to=reply_to, anonymous=anonymous)

    def forwards(self, text: str, origin: str = "Iemand", room: "Group | None" = None) -> int:
        """Pass on what somebody else wrote."""
        date = int(self.world.clock().timestamp())
        header = {"forward_origin": {"type": "hidden_user", "date": date, "sender_user_name": origin}}
        return self._put({"text": text}, room, header=header)

    def sends_photo(
        self, data: bytes = _PNG, caption: str = "", room: "Group | None" = None, album: str = ""
    ) -> int:
        """A picture as Telegram shrinks it."""
        file = self.world.keep("photo.jpg", "image/jpeg", data, "photos")
        return self._put({"photo": sizes(file)} | _given(caption=caption, media_group_id=album), room)

    def sends_album(
        self, photos: Sequence[bytes], caption: str = "", room: "Group | None" = None
    ) -> list[int]:
        """Several pictures at once; the words come with the first."""
        album = f"album-{next(_albums)}"
        words = [caption, *[""] * len(photos)]
        return [self.sends_photo(one, said, room, album) for one, said in zip(photos, words, strict=False)]

    def sends_document(
        self, data: bytes, name: str = "brief.pdf", mime: str = "application/pdf", caption: str = ""
    ) -> int:
        file = self.world.keep(name, mime, data, "documents")
        return self._put({"document": document(file)} | _given(caption=caption))

    def sends_voice(self, data: bytes = b"OggS") -> int:
        file = self.world.keep("voice.oga", "audio/ogg", data, "voice")
        return self._put({"voice": _media(file.id) | {"duration": 3, "mime_type": "audio/ogg"}})

    def sends_location(self, latitude: float, longitude: float) -> int:
        return self._put({"location": {"latitude": latitude, "longitude": longitude}})

    def sends_venue(self, latitude: float, longitude: float, title: str, address: str) -> int:
        where = {"latitude": latitude, "longitude": longitude}
        return self._put(
            {"location": where, "venue": {"location": where, "title": title, "address": address}}
        )

    def sends_contact(self, phone: str = "0612345678", name: str = "Buurman") -> int:
        return self._put({"contact": {"phone_number": phone, "first_name": name}})

    def sends_sticker(self) -> int:
        shown = {"width": 512, "height": 512, "type": "regular", "is_animated": False, "is_video": False}
        return self._put({"sticker": _media("sticker-1") | shown})

    def sends_video(self, caption: str = "") -> int:
        shown = {"width": 640, "height": 480, "duration": 5}
        return self._put({"video": _media("video-1") | shown} | _given(caption=caption))

    def throws_dice(self) -> int:
        return self._put({"dice": {"emoji": "🎲", "value": 4}})

    def edits(self, message: int, text: str, room: "Group | None" = None) -> None:
        """Change an earlier message; of a picture, its caption."""
        changed = self._chat(room).messages[message]
        changed.body = changed.body | {"caption" if "photo" in changed.body else "text": text}
        changed.header["edit_date"] = int(self.world.clock().timestamp())
        self._tell("edited_message", changed)

    def presses(self, button: str, room: "Group | None" = None, *, message: int = 0) -> str:
        """Press the newest button with this label or token (or that of one message); the id of the query."""
        chat = self._chat(room)
        shown = [chat.messages[message]] if message else list(chat.visible())
        for one in shown:
            for label, token in one.buttons:
                if button in (label, token):
                    return self._press(one, token)
        raise LookupError(f"no button {button!r}; there are {[one.buttons for one in shown if one.buttons]}")

    def blocks(self) -> None:
        tell_membership(self.world, self._chat(), self.id, "kicked")

    def unblocks(self) -> None:
        if self._chat().bot == "kicked":
            tell_membership(self.world, self._chat(), self.id, "member")

    def deletes_account(self) -> None:
        """The bot is not told; it finds out when it writes."""
        self._chat()
        self.user.gone = True

    # --- what they saw -------------------------------------------------------------------------

    @property
    def seen(self) -> list[Seen]:
        """Everything, in the order in which it came."""
        return list(self.world.ledger.get(self.id, []))

    @property
    def messages(self) -> list[Seen]:
        """What the phone made a sound for: new messages, in every chat."""
        return [one for one in self.seen if one.what == "message"]

    def screen(self, room: "Group | None" = None) -> list[Message]:
        """The bot's messages as they stand there now, oldest first."""
        shown = [one for one in self._chat(room).visible() if one.sender.id == self.world.bot.id]
        return shown[::-1]

    async def sees(self, text: str, *, within: float = 30.0, after: int = 0) -> Seen:
        """Wait for a line of the ledger that holds this text, beyond the first `after` lines."""
        try:
            async with asyncio.timeout(within):
                while True:
                    for one in self.seen[after:]:
                        if text in one.text:
                            return one
                    await self.world.changed()
        except TimeoutError:
            shown = "\n".join(one.text for one in self.seen[after:])
            raise AssertionError(f"{self.user.name} never saw {text!r}, but:\n{shown}") from None

    # --- how it reaches the bot ----------------------------------------------------------------

    def _chat(self, room: "Group | None" = None) -> Chat:
        if room:
            return room.chat
        private = Chat(self.id, "private", self.user.name, {self.id})
        return self.world.chats.setdefault(self.id, private)

    def _put(
        self,
        body: Json,
        room: "Group | None" = None,
        *,
        reply_to: int = 0,
        anonymous: bool = False,
        header: Json | None = None,
    ) -> int:
        chat = self._chat(room)
        head = dict(header or {})
        if reply_to:
            head["reply_to_message"] = chat.messages[reply_to].as_json()
        sender = self.user
        if anonymous:
            sender = User(GROUP_BOT, "Group", username="GroupAnonymousBot", is_bot=True)
            head["sender_chat"] = chat.as_json()
        message = self.world.add(chat, sender, body, head)
        self._tell("message", message)
        return message.id

    def _tell(self, kind: str, message: Message) -> None:
        if message.chat.bot in ("member", "administrator") and self._heard(message):
            self.world.updates.put(kind, message.as_json())

    def _heard(self, message: Message) -> bool:
        """In a group with privacy mode, a bot that is no administrator hears only what is meant for it."""
        if message.chat.kind == "private" or not self.world.privacy or message.chat.bot == "administrator":
            return True
        answered = message.header.get("reply_to_message", {}).get("from", {}).get("id")
        mentioned = f"@{self.world.bot.username}" in message.text
        return message.text.startswith("/") or answered == self.world.bot.id or mentioned

    def _press(self, message: Message, token: str) -> str:
        number = str(len(self.world.queries) + 1)
        self.world.queries[number] = Query(number, self.id, self.world.clock())
        pressed = {"id": number, "from": self.user.as_json(), "message": message.as_json(), "data": token}
        self.world.updates.put("callback_query", pressed | {"chat_instance": str(message.chat.id)})
        return number


def _given(**fields: str) -> Json:
    return {name: value for name, value in fields.items() if value}


def _media(file: str) -> Json:
    return {"file_id": file, "file_unique_id": f"u-{file}"}
