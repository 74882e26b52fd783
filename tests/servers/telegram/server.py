"""The server that a test starts: `async with TelegramServer() as telegram`, `telegram.person("Anna")`."""

import asyncio
import json
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from aiohttp import web

from tests.servers.telegram import account, editing, sending
from tests.servers.telegram.faults import Fault, Faults
from tests.servers.telegram.groups import Group
from tests.servers.telegram.limits import Limits
from tests.servers.telegram.params import ApiError, Params, read
from tests.servers.telegram.people import Person
from tests.servers.telegram.polling import Delivery
from tests.servers.telegram.world import Moments, User, World

TOKEN = "7000001:TEST-token-that-must-not-be-told"
METHODS = sending.METHODS | editing.METHODS | account.METHODS
DELIVERY = {
    "setwebhook": Delivery.set_webhook,
    "deletewebhook": Delivery.delete_webhook,
    "getwebhookinfo": Delivery.webhook_info,
}
LIMITED = frozenset(sending.METHODS)
LARGEST_REQUEST = 64 * 1024 * 1024


@dataclass(frozen=True)
class Call:
    """A call of the bot and the status of the answer (0: the line was cut)."""

    method: str
    params: dict[str, str]
    code: int


class TelegramServer:
    """One bot and its people. Its clock stands still until the test moves it."""

    def __init__(
        self,
        *,
        token: str = TOKEN,
        username: str = "wijkbot",
        port: int = 0,
        clock: Moments | None = None,
        privacy: bool = False,
        punish: bool = False,
    ) -> None:
        self.token = token
        self.clock = clock or Moments()
        bot = User(int(token.partition(":")[0]), "Wijksignaal", username=username, is_bot=True)
        self.world = World(bot, self.clock, privacy=privacy)
        self.updates = self.world.updates
        self.faults = Faults()
        self.limits = Limits(punish=punish)
        self.calls: list[Call] = []
        self.revoked = False
        self.port = port
        self.delivery = Delivery(self.updates)
        self.app = web.Application(client_max_size=LARGEST_REQUEST)
        self.app.router.add_route("*", "/bot{token}/{method}", self._answer)
        self.app.router.add_get("/file/bot{token}/{path:.+}", self._file)
        self._runner = web.AppRunner(self.app, shutdown_timeout=0.1, access_log=None)

    # --- for the test --------------------------------------------------------------------------

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/bot"

    @property
    def base_file_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/file/bot"

    def person(self, name: str, language: str = "nl") -> Person:
        """Somebody new, who never wrote to the bot."""
        user = User(50_000_001 + len(self.world.users), name, language)
        self.world.users[user.id] = user
        return Person(self.world, user)

    def group(self, title: str, *people: Person, bot: bool = True) -> Group:
        """A group of these people, the first of whom made it, with the bot in it."""
        made = Group(self.world, title, people, 4_000_001 + len(self.world.chats))
        if bot:
            made.adds_bot()
        return made

    def called(self, method: str) -> list[Call]:
        """The calls of this method, in order."""
        return [one for one in self.calls if one.method == method.casefold()]

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self.port)
        await site.start()
        self.port = self._runner.addresses[0][1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.delivery.stop()
        await self._runner.cleanup()

    # --- for the bot ---------------------------------------------------------------------------

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"].casefold()
        params = await read(request)
        fault = self.faults.meet(method, params.text("chat_id")) or Fault(accepted=True)
        code, body = 500, ""
        if fault.accepted:
            code, body = await self._carried_out(request.match_info["token"], method, params)
        await asyncio.sleep(fault.delay)
        if fault.cut:
            self.calls.append(Call(method, params.values, 0))
            return await _cut(request, body if fault.cut == "half" else "")
        if not fault.accepted and not fault.code:
            code, body = await self._carried_out(request.match_info["token"], method, params)
        if fault.code:
            said = error(ApiError(fault.code, fault.description, **fault.parameters))
            code, body = fault.code, said if fault.body is None else fault.body
        self.calls.append(Call(method, params.values, code))
        return web.Response(status=code, text=body, content_type="application/json")

    async def _carried_out(self, token: str, method: str, params: Params) -> tuple[int, str]:
        try:
            return 200, f'{{"ok":true,"result":{await self._result(token, method, params)}}}'
        except ApiError as fault:
            return fault.code, error(fault)

    async def _result(self, token: str, method: str, params: Params) -> str:
        if token != self.token or self.revoked:
            raise ApiError(401, "Unauthorized") if ":" in token else ApiError(404, "Not Found")
        if method == "getupdates":
            return f"[{','.join(await self.delivery.get_updates(params))}]"
        if method in DELIVERY:
            return json.dumps(await DELIVERY[method](self.delivery, params))
        if method not in METHODS:
            raise ApiError(404, "Not Found: method not found")
        if method in LIMITED:
            self._hold_limits(params)
        return json.dumps(METHODS[method](self.world, params))

    def _hold_limits(self, params: Params) -> None:
        chat = self.world.chats.get(params.number("chat_id"))
        wait = self.limits.wait(chat, asyncio.get_running_loop().time()) if chat else 0
        if wait:
            raise ApiError(429, f"Too Many Requests: retry after {wait}", retry_after=wait)

    async def _file(self, request: web.Request) -> web.StreamResponse:
        number = request.match_info["path"].rpartition("/")[2]
        file = self.world.files.get(number)
        fault = self.faults.meet("file", "")
        if file is None or request.match_info["token"] != self.token:
            return web.Response(status=404, text=error(ApiError(404, "Not Found")))
        if fault:
            return web.Response(status=fault.code or 500, text=fault.body or "")
        return web.Response(body=file.data, content_type="application/octet-stream")


def error(fault: ApiError) -> str:
    """An answer of the Bot API that says no."""
    told: dict[str, object] = {"ok": False, "error_code": fault.code, "description": fault.description}
    if fault.parameters:
        told["parameters"] = fault.parameters
    return json.dumps(told)


async def _cut(request: web.Request, body: str) -> web.StreamResponse:
    """End the connection, after half of the answer when there is one."""
    response = web.StreamResponse(headers={"Content-Length": str(len(body.encode()))})
    if body:
        await response.prepare(request)
        await response.write(body.encode()[: len(body) // 2])
    if request.transport:
        request.transport.close()
    return response
