"""Acting for the people over HTTP, for tests in another process and for anybody with curl.

    POST /control/people {"name": "Anna", "language": "nl"}          -> {"result": ID}
    POST /control/people/ID/says {"text": "hallo"}                   any act of `people.py` by its name
    GET  /control/people/ID/seen                                     everything this person saw
    POST /control/groups {"title": "Wijkverband", "people": [ID]}    -> {"result": GROUP}
    POST /control/groups/GROUP/becomes_supergroup {}                 any act of `groups.py`
    POST /control/faults {"fault": "limited", "after": 3, "method": "sendMessage", "times": 1, "share": 1.0}
    DELETE /control/faults
    POST /control/clock {"advance": 86400}                           in seconds
    POST /control/updates {...}                                      any raw update
    GET  /control/calls                                              every call of the bot

`room` and `person` are given by id, bytes as base64.
"""

import base64
import json
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

from aiohttp import web

from tests.servers.telegram import faults
from tests.servers.telegram.groups import Group
from tests.servers.telegram.people import Person
from tests.servers.telegram.server import TelegramServer
from tests.servers.telegram.world import Json

HIDDEN = frozenset({"sees", "screen", "messages", "seen", "id"})
MADE = {
    name: getattr(faults, name)
    for name in (
        "limited",
        "blocked",
        "chat_not_found",
        "migrated",
        "refused",
        "broken",
        "garbled",
        "slow",
        "cut",
    )
}
WHERE = ("method", "chat", "times", "share")


class Control:
    """The desk from which the people of one server are told what to do."""

    def __init__(self, server: TelegramServer) -> None:
        self.server = server
        self.people: dict[int, Person] = {}
        self.groups: dict[int, Group] = {}
        routes = [
            ("POST", "/control/people", self._person),
            ("POST", "/control/people/{id}/{act}", self._person_acts),
            ("GET", "/control/people/{id}/seen", self._seen),
            ("POST", "/control/groups", self._group),
            ("POST", "/control/groups/{id}/{act}", self._group_acts),
            ("POST", "/control/faults", self._fault),
            ("DELETE", "/control/faults", self._no_faults),
            ("POST", "/control/clock", self._clock),
            ("POST", "/control/updates", self._update),
            ("GET", "/control/calls", self._calls),
        ]
        for verb, path, handler in routes:
            server.app.router.add_route(verb, path, _told(handler))

    async def _person(self, request: web.Request) -> object:
        person = self.server.person(**await request.json())
        self.people[person.id] = person
        return person.id

    async def _group(self, request: web.Request) -> object:
        wanted = await request.json()
        people = [self.people[one] for one in wanted["people"]]
        group = self.server.group(wanted["title"], *people, bot=wanted.get("bot", True))
        self.groups[group.id] = group
        return group.id

    async def _person_acts(self, request: web.Request) -> object:
        return await self._act(request, self.people)

    async def _group_acts(self, request: web.Request) -> object:
        done = await self._act(request, self.groups)
        self.groups |= {group.id: group for group in self.groups.values()}
        return done

    async def _act(self, request: web.Request, actors: dict[int, Any]) -> object:
        actor, act = actors[int(request.match_info["id"])], request.match_info["act"]
        if act.startswith("_") or act in HIDDEN or not callable(getattr(actor, act, None)):
            raise LookupError(f"no act {act!r}")
        return getattr(actor, act)(**self._arguments(await request.json()))

    def _arguments(self, given: Json) -> Json:
        """The arguments with ids made into people and groups, and base64 into bytes."""
        made = dict(given)
        if "room" in given:
            made["room"] = self.groups[int(given["room"])]
        if "person" in given:
            made["person"] = self.people[int(given["person"])]
        if "data" in given:
            made["data"] = base64.b64decode(given["data"])
        if "photos" in given:
            made["photos"] = [base64.b64decode(one) for one in given["photos"]]
        return made

    async def _seen(self, request: web.Request) -> object:
        return [asdict(one) for one in self.people[int(request.match_info["id"])].seen]

    async def _fault(self, request: web.Request) -> object:
        wanted = await request.json()
        make = MADE[wanted.pop("fault")]
        where = {name: wanted.pop(name) for name in WHERE if name in wanted}
        self.server.faults.add(make(**wanted), **where)
        return True

    async def _no_faults(self, request: web.Request) -> object:  # noqa: ARG002 - called like its sisters
        self.server.faults.clear()
        return True

    async def _clock(self, request: web.Request) -> object:
        self.server.clock.advance(timedelta(seconds=float((await request.json())["advance"])))
        return self.server.clock()

    async def _update(self, request: web.Request) -> object:
        return self.server.updates.put_raw(await request.json())

    async def _calls(self, request: web.Request) -> object:  # noqa: ARG002 - the same
        return [asdict(one) for one in self.server.calls]


def _told(
    handler: Callable[[web.Request], Awaitable[object]],
) -> Callable[[web.Request], Awaitable[web.Response]]:
    """What the handler gives back as JSON; what it cannot do with 400 and a reason."""

    async def answer(request: web.Request) -> web.Response:
        try:
            told, code = {"result": await handler(request)}, 200
        except (LookupError, TypeError, ValueError, AttributeError) as fault:
            told, code = {"error": f"{type(fault).__name__}: {fault}"}, 400
        return web.Response(
            status=code, text=json.dumps(told, default=_plain), content_type="application/json"
        )

    return answer


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    return str(value)
