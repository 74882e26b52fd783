"""The bot's account on its homeserver: the kept session, and requests that say how they ended.

The device id is chosen before the first login and kept, so that a crash in between leaves no second device
and the server can recognise a transaction id that it has seen.
"""

import asyncio
import fcntl
import json
import logging
import os
import secrets
from dataclasses import asdict, dataclass, replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any, Self, TextIO, TypeAlias, cast
from urllib.parse import quote

import aiohttp
from nio import (
    AsyncClient,
    AsyncClientConfig,
    LoginResponse,
)

from bot.chat import AnotherInstance

JSON: TypeAlias = dict[str, Any]

API = "/_matrix/client/v3"
DEAD_TOKEN = frozenset({"M_UNKNOWN_TOKEN", "M_MISSING_TOKEN"})
_CONNECT_SECONDS = 10.0
_OK = 200
_BAD_GATEWAY = 502
_LIMITED = 429
CLIENT_ERRORS = range(400, 500)


@dataclass(frozen=True, slots=True)
class Reply:
    """What the homeserver answered."""

    status: int
    body: JSON

    @property
    def ok(self) -> bool:
        return self.status == _OK

    @property
    def errcode(self) -> str:
        return str(self.body.get("errcode", ""))

    @property
    def why(self) -> str:
        return f"{self.status} {self.errcode} {self.body.get('error', '')}".strip()

    @property
    def limited(self) -> bool:
        return self.status == _LIMITED or self.errcode == "M_LIMIT_EXCEEDED"

    @property
    def dead(self) -> bool:
        """The token does not work (any more)."""
        return self.errcode in DEAD_TOKEN

    @property
    def final(self) -> bool:
        """Asking again would be answered the same."""
        return self.status in CLIENT_ERRORS and bool(self.errcode) and not self.limited and not self.dead

    @property
    def retry_after(self) -> timedelta | None:
        wait = self.body.get("retry_after_ms")
        return timedelta(milliseconds=wait) if isinstance(wait, int | float) else None


class Unavailable(OSError):
    """The homeserver did not do what was asked now; trying again later may help."""


class SessionEnded(Unavailable):
    """The token does not work any more; a new login may."""


@dataclass(frozen=True, slots=True)
class Session:
    """What is kept between two runs, readable by the owner alone."""

    user_id: str
    device_id: str
    pickle_key: str
    access_token: str = ""

    @classmethod
    def load(cls, path: Path, user_id: str) -> Self:
        if path.exists():
            return cls(**json.loads(path.read_text()))
        return cls(user_id, "WIJKSIGNAAL" + secrets.token_hex(4).upper(), secrets.token_hex(32))

    def save(self, path: Path) -> None:
        write_private(path, json.dumps(asdict(self)))


def write_private(path: Path, text: str) -> None:
    """Replace a file in one step, durably, readable by the owner alone."""
    new = path.with_suffix(".new")
    with os.fdopen(os.open(new, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def quieten() -> None:
    """Silence libraries: nio logs events that it cannot take, peewee every key that nio keeps."""
    logging.getLogger("nio").setLevel(logging.CRITICAL)
    logging.getLogger("peewee").setLevel(logging.CRITICAL)


class Account:
    """One login of one user on one device. Open it as a context; `sign_in()` then talks to the server."""

    def __init__(self, homeserver: str, user_id: str, password: str, store: Path) -> None:
        self.homeserver = homeserver.rstrip("/")
        self.user_id = user_id
        self.store = store
        self._password = password
        self._client: AsyncClient | None = None
        self._lock: TextIO | None = None
        self._renewed = False
        self._renewing = asyncio.Lock()

    async def __aenter__(self) -> Self:
        quieten()
        self.store.mkdir(parents=True, exist_ok=True)
        self.store.chmod(0o700)
        self._session = Session.load(self._session_file, self.user_id)
        if self._session.user_id != self.user_id:
            raise PermissionError(
                f"{self.store} keeps the Matrix account {self._session.user_id}, not {self.user_id}"
            )
        self._lock = self._take_lock()
        self._session.save(self._session_file)
        self._client = self._make_client()
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._client is not None:
            await self._client.close()
            if self._client.store:
                self._client.store.database.close()
        if self._lock is not None:
            self._lock.close()

    @property
    def client(self) -> AsyncClient:
        if self._client is None:
            raise RuntimeError("the Matrix account is not open")
        return self._client

    @property
    def token(self) -> str:
        return self._session.access_token

    def proof(self, session: str) -> JSON:
        """The password, as the server asks for it before it takes a new identity."""
        who = {"type": "m.id.user", "user": self.user_id}
        return {"type": "m.login.password", "identifier": who, "password": self._password, "session": session}

    async def sign_in(self) -> None:
        """Take up the kept session, or log in; `PermissionError` when the account is refused."""
        if not self.token:
            await self._log_in()
            return
        self.client.restore_login(self.user_id, self._session.device_id, self.token)
        reply = await self.call("GET", f"{API}/account/whoami")
        if reply.dead:
            await self.renew(self.token)
        elif not reply.ok:
            raise Unavailable(f"the homeserver answers {reply.why}")

    async def renew(self, stale: str) -> None:
        """Log in again on the same device after the token `stale` died; once without success in between."""
        # The sender and the listener notice it at about the same time.
        async with self._renewing:
            if self.token != stale:
                return
            if self._renewed:
                raise PermissionError(f"Matrix refuses every session of {self.user_id}: log the bot in anew")
            await self._log_in()
            self._renewed = True
            # The server may have dropped the device with its keys: give them again.
            self.client.olm.account.shared = False

    async def call(self, method: str, path: str, body: JSON | None = None, seconds: float = 30.0) -> Reply:
        """One request with JSON in and out. Network faults come out as aiohttp raises them."""
        data = None if body is None else json.dumps(body).encode()
        answer = await self.request(method, path, data, "application/json", seconds)
        async with answer:
            raw = await answer.read()
        body = _parsed(raw)
        # A page with 200 is of something in between: nobody knows whether the homeserver did it.
        status = _BAD_GATEWAY if body is None and answer.status == _OK else answer.status
        reply = Reply(status, body or {})
        if reply.ok:
            self._renewed = False
        return reply

    async def request(
        self, method: str, path: str, data: bytes | BytesIO | None, content_type: str, seconds: float
    ) -> aiohttp.ClientResponse:
        """One request with bytes in; the caller reads the answer."""
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": content_type}
        timeout = aiohttp.ClientTimeout(total=seconds, sock_connect=_CONNECT_SECONDS)
        answer = await self.client.send(method, path, data, headers, timeout=timeout)
        return cast("aiohttp.ClientResponse", answer)

    @property
    def _session_file(self) -> Path:
        return self.store / "session.json"

    def _take_lock(self) -> TextIO:
        lock = (self.store / "lock").open("w")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as busy:
            lock.close()
            raise AnotherInstance(f"another program uses {self.store}") from busy
        return lock

    def _make_client(self) -> AsyncClient:
        # nio otherwise retries for ever inside a call, and keeps a sync token that runs ahead of our data.
        config = AsyncClientConfig(
            max_limit_exceeded=0, max_timeouts=0, request_timeout=30, store_sync_tokens=False,
            encryption_enabled=True, pickle_key=self._session.pickle_key,
        )  # fmt: skip
        return AsyncClient(self.homeserver, self.user_id, self._session.device_id, str(self.store), config)

    async def _log_in(self) -> None:
        answer = await self.client.login(self._password, device_name="Wijksignaal")
        if not isinstance(answer, LoginResponse):
            self._refuse_login(Reply(answer.transport_response.status, {"errcode": answer.status_code or ""}))
        if answer.user_id != self.user_id:
            raise PermissionError(f"Matrix knows this account as {answer.user_id}, not {self.user_id}")
        self._session = replace(self._session, access_token=answer.access_token)
        self._session.save(self._session_file)

    def _refuse_login(self, reply: Reply) -> None:
        if reply.errcode in {"M_FORBIDDEN", "M_USER_DEACTIVATED", "M_INVALID_USERNAME"}:
            raise PermissionError(
                f"Matrix refuses the name or password of {self.user_id} on {self.homeserver}"
            )
        raise Unavailable(f"{self.homeserver} does not let {self.user_id} log in now ({reply.why})")


def room_path(room: str, *parts: str) -> str:
    """The path of something in a room, quoted."""
    return "/".join([f"{API}/rooms", *(quote(part, safe="") for part in (room, *parts))])


def part(whole: object, *names: str) -> JSON:
    """What stands in an answer below these names; nothing when it is not there or is no such thing."""
    for name in names:
        whole = whole.get(name) if isinstance(whole, dict) else None
    return whole if isinstance(whole, dict) else {}


def listed(whole: object, name: str) -> list[Any]:
    """The list that stands below this name, or an empty one."""
    found = whole.get(name) if isinstance(whole, dict) else None
    return found if isinstance(found, list) else []


def _parsed(raw: bytes) -> JSON | None:
    try:
        body = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    return body if isinstance(body, dict) else None
