"""A fifth of all answers goes wrong: "too many" (10 %), a server error (5 %), a line that is cut (10 %)."""

from collections.abc import Mapping
from types import TracebackType
from typing import Self

import aiohttp
from aiohttp import web
from multidict import CIMultiDict
from yarl import URL

from tests.servers.telegram.faults import Faults, broken, cut, limited

SENDING = (
    "sendMessage",
    "sendPhoto",
    "sendDocument",
    "editMessageText",
    "editMessageCaption",
    "answerCallbackQuery",
)
LIMITED, BROKEN, CUT = 0.10, 0.05, 0.10
NOT_HANDED_ON = {"host", "content-length", "transfer-encoding", "connection", "content-encoding"}
TOO_MANY = {"errcode": "M_LIMIT_EXCEEDED", "error": "Too Many Requests", "retry_after_ms": 50}
LONGEST = 40.0


def mix(faults: Faults) -> None:
    """Of each kind that leaves a doubt half were carried out all the same, or half of the answer comes."""
    for method in SENDING:
        faults.add(limited(1), method, times=None, share=LIMITED)
    for one in (broken(502, accepted=True), broken(500, accepted=False)):
        faults.add(one, times=None, share=BROKEN / 2)
    for one in (cut(accepted=True), cut(accepted=True, half=True), cut(accepted=False)):
        faults.add(one, times=None, share=CUT / 3)


class Unruly:
    """Stands between a service and its homeserver: hands everything on, or does not, by the same shares."""

    def __init__(self, behind: str) -> None:
        self.faults = Faults()
        self._behind = behind
        self.url = ""
        app = web.Application(client_max_size=64 * 1024 * 1024)
        app.router.add_route("*", "/{path:.*}", self._answer)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1, access_log=None)

    def misbehaves(self) -> None:
        """From now on."""
        self.faults.add(limited(1), "send", times=None, share=LIMITED)
        mix(self.faults)

    async def __aenter__(self) -> Self:
        timeout = aiohttp.ClientTimeout(total=LONGEST)
        self._client = aiohttp.ClientSession(timeout=timeout, auto_decompress=True)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._runner.cleanup()
        await self._client.close()

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        fault = self.faults.meet(_kind(request.path), "")
        status, headers, body = 502, CIMultiDict[str](), b"<html>bad gateway</html>"
        if fault is None or fault.accepted:
            status, headers, body = await self._hand_on(request)
        if fault is not None and fault.cut:
            return await _cut(request, body if fault.cut == "half" else b"")
        if fault is not None and fault.code == web.HTTPTooManyRequests.status_code:
            return web.json_response(TOO_MANY, status=fault.code)
        if fault is not None:
            status, body = fault.code, b"<html>bad gateway</html>"
        return web.Response(status=status, headers=headers, body=body)

    async def _hand_on(self, request: web.Request) -> tuple[int, CIMultiDict[str], bytes]:
        target = URL(self._behind + request.raw_path, encoded=True)
        said = await request.read()
        async with self._client.request(
            request.method, target, headers=_kept(request.headers), data=said
        ) as answer:
            return answer.status, _kept(answer.headers), await answer.read()


def _kind(path: str) -> str:
    """What a fault can be chosen for."""
    kinds = {"/send/": "send", "/keys/claim": "claim", "/sendToDevice/": "give"}
    return next((kind for part, kind in kinds.items() if part in path), "")


def _kept(headers: Mapping[str, str]) -> CIMultiDict[str]:
    return CIMultiDict((name, value) for name, value in headers.items() if name.lower() not in NOT_HANDED_ON)


async def _cut(request: web.Request, body: bytes) -> web.StreamResponse:
    """End the connection, after half of the answer when there is one."""
    response = web.StreamResponse(headers={"Content-Length": str(len(body) or 2)})
    if body:
        await response.prepare(request)
        await response.write(body[: len(body) // 2])
    if request.transport:
        request.transport.close()
    return response
