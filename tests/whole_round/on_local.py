"""The phones of the story on the local platform, over HTTP, as the page of the demo uses them."""

from typing import Any

import aiohttp

from tests.whole_round.cast import BY_LINK, GROUP
from tests.whole_round.lives import Lives
from tests.whole_round.stage import Line


class LocalPhones:
    """Buttons are pressed; only the links of residents carry something."""

    rate = 1.0

    def __init__(self, web: aiohttp.ClientSession, lives: Lives) -> None:
        self._web = web
        self._lives = lives

    async def opens(self, who: str, payload: str) -> bool:
        await self._does(who, "start", {})
        return payload == BY_LINK.get(who, "")

    async def says(self, who: str, words: str, room: str) -> None:
        await self._does(room or who, "say", {"text": words, "as": who})

    async def chooses(self, who: str, label: str, room: str) -> None:
        shown = reversed(await self._bubbles(room or who))
        keys = (key for bubble in shown for key in bubble["buttons"])
        token = next(key["token"] for key in keys if key["label"] == label)
        await self._does(room or who, "press", {"token": token, "as": who})

    async def gathers(self) -> None:
        """The group of the local platform was always there."""

    async def look(self, chat: str) -> list[Line]:
        return [_line(bubble) for bubble in await self._bubbles(chat) if not bubble["author"]]

    async def file(self, line: Line) -> bytes:
        async with self._web.get(f"{self._lives.address}{line.ref}") as answer:
            assert answer.ok
            return await answer.read()

    async def _bubbles(self, chat: str) -> list[dict[str, Any]]:
        async with self._web.get(f"{self._lives.address}/phone/{chat}") as answer:
            assert answer.ok, f"{chat} {answer.status}"
            return list((await answer.json())["bubbles"])

    async def _does(self, phone: str, deed: str, what: dict[str, str]) -> None:
        body = what if phone == GROUP else {name: said for name, said in what.items() if name != "as"}
        async with self._web.post(f"{self._lives.address}/phone/{phone}/{deed}", json=body) as answer:
            assert answer.ok, f"{phone} {deed} {answer.status} {await answer.text()}"


def _line(bubble: dict[str, Any]) -> Line:
    file = bubble["file"] or {}
    labels = tuple(key["label"] for key in bubble["buttons"])
    return Line(bubble["text"], labels, file.get("name", ""), ref=file.get("url"))
