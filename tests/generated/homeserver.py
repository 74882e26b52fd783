"""A Matrix homeserver of our own over real HTTP, that gives whatever sync a test wants.

A real one (`tests/servers/synapse.py`) refuses most of what must be tried here: what another server may send.
"""

import asyncio
import json
from collections import deque
from types import TracebackType
from typing import Any, Self

from aiohttp import web

BOT = "@wijkbot:example.org"
HOLD = 0.05
_LARGEST = 64 * 1024 * 1024


class Homeserver:
    """One account, no people: what they do is laid ready as syncs and as pages of rooms."""

    def __init__(self) -> None:
        self.syncs: deque[str] = deque()
        self.pages: dict[str, list[Any]] = {}
        self.joined: list[str] = []
        self.sent: list[str] = []
        self.heard: dict[str, list[str]] = {}
        """By room what the bot said there."""
        self.devices: dict[str, Any] = {}
        """By account the devices that others are told of."""
        self.picture = b""
        self.token = "t"
        self._keys: dict[str, Any] = {}
        self._token = 0
        self.url = ""
        app = web.Application(client_max_size=_LARGEST)
        app.router.add_route("*", "/_matrix/client/{version}/{rest:.*}", self._answer)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1, access_log=None)

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._runner.cleanup()

    def brings(self, sync: dict[str, Any]) -> None:
        """The next sync holds this."""
        self._token += 1
        self.syncs.append(json.dumps({"next_batch": f"s{self._token}", **sync}))

    async def _answer(self, request: web.Request) -> web.Response:
        rest = request.match_info["rest"]
        text = await request.text()
        if rest.startswith("media/download/"):
            return web.Response(body=self.picture)
        if rest == "sync":
            if not self.syncs:
                # Who asks without end is held up, as by a real one.
                await asyncio.sleep(HOLD)
            body = self.syncs.popleft() if self.syncs else json.dumps({"next_batch": f"s{self._token}"})
        else:
            body = json.dumps(self._said(rest, json.loads(text) if text else {}))
        return web.Response(text=body, content_type="application/json")

    def _said(self, rest: str, asked: dict[str, Any]) -> dict[str, Any]:
        match rest.split("/"):
            case ["login"]:
                return {"user_id": BOT, "access_token": self.token, "device_id": asked.get("device_id", "D")}
            case ["account", "whoami"]:
                return {"user_id": BOT}
            case ["keys", "upload"]:
                self._keys |= asked.get("device_keys") or {}
                return {"one_time_key_counts": {"signed_curve25519": 50}}
            case ["keys", "query"]:
                device = self._keys.get("device_id", "D")
                return {"device_keys": {BOT: {device: self._keys}} | self.devices, "failures": {}}
            case ["rooms", room, "messages"]:
                return {"chunk": self.pages.pop(room, []), "start": "a"}
            case ["join", room]:
                self.joined.append(room)
                return {"room_id": room}
            case ["rooms", room, "send", *_]:
                self.sent.append(rest)
                self.heard.setdefault(room, []).append(str(asked.get("body", "")))
                return {"event_id": f"$sent{len(self.sent)}"}
            case _:
                return {}
