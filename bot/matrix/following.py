"""Following the homeserver: sync, what a gap hid, invitations; each round becomes one `Batch`.

`next_batch` goes to the caller, who stores it with the events; nothing of it is kept here. So after a crash
the same events come again, under the same ids.
"""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import quote, urlencode

import aiohttp

from bot.chat import Batch, Incoming, Removal
from bot.matrix.account import API, JSON, Account, Reply, Unavailable, listed, part, room_path
from bot.matrix.encryption import Encryption
from bot.matrix.invited import Invitation, Invitations
from bot.matrix.reading import without_servers
from bot.matrix.rooms import Rooms, is_event, room_id_of
from bot.matrix.waiting import Sealed, Waiting

log = logging.getLogger(__name__)

POLL_MS = 30_000
POLL_WITH_INVITATIONS_MS = 1_000
GAP_PAGE = 100
GAP_MOST = 5_000
_FILTER = (
    '{"presence":{"types":[]},"account_data":{"types":[]},'
    '"room":{"timeline":{"limit":50},"ephemeral":{"types":[]},"account_data":{"types":[]}}}'
)
_FULL_SECONDS = 300.0
_JOIN_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class Round:
    """One sync, worked out: what to hand on, and which waiting messages it settles once it is stored."""

    batch: Batch
    opened: frozenset[str]
    told: frozenset[str]


class Follower:
    """Reads the account's rooms, one round at a time."""

    def __init__(
        self, account: Account, encryption: Encryption, rooms: Rooms,
        clock: Callable[[], datetime], allowed: tuple[str, ...],
    ) -> None:  # fmt: skip
        self._account = account
        self._encryption = encryption
        self._clock = clock
        self._allowed = allowed
        self._rooms = rooms
        self._waiting: Waiting | None = None
        self._invitations = Invitations()

    @property
    def _kept(self) -> Waiting:
        if self._waiting is None:
            self._waiting = Waiting(self._account.store / "waiting.jsonl")
        return self._waiting

    async def round(self, since: str | None, *, poll_ms: int = POLL_MS) -> Round:
        """What happened since `since`; waits for something to happen unless this is the first round."""
        sync = await self._sync(since, poll_ms)
        gaps = await self._fill_gaps(sync, since)
        # A room that we were put out of is gone from memory afterwards.
        events = [
            item for id_, room in part(sync, "rooms", "leave").items() for item in self._read(id_, room, [])
        ]
        await self._encryption.absorb(sync)
        await self._encryption.keep_up()
        await self._answer_invites(part(sync, "rooms", "invite"))
        late, opened = self._late()
        events += late
        for room_id, room in part(sync, "rooms", "join").items():
            await self._follow_upgrades(_timeline(room))
            events += self._read(room_id, room, gaps.get(room_id, []))
        overdue = self._kept.overdue(self._clock())
        events += [self._rooms.undecryptable(item.room, item.event) for item in overdue]
        self._rooms.known = True
        told = frozenset(item.id for item in overdue)
        removed = {event.content.of for event in events if isinstance(event.content, Removal)}
        own = _server(self._account.user_id)
        batch = Batch(tuple(without_servers(event, own) for event in events), str(sync["next_batch"]))
        return Round(batch, frozenset(opened | removed), told)

    def settle(self, done: Round) -> None:
        """The caller stored this round."""
        self._kept.drop(set(done.opened))
        self._kept.mark_told(set(done.told))
        self._kept.give_up(self._clock())

    # --- asking the server -----------------------------------------------------------------------

    async def _sync(self, since: str | None, poll_ms: int) -> JSON:
        first = not self._rooms.known
        # Invitations that wait for their turn are not kept waiting for the next event.
        poll_ms = min(poll_ms, POLL_WITH_INVITATIONS_MS) if self._invitations else poll_ms
        query = {"filter": _FILTER, "timeout": "0" if first else str(poll_ms)}
        query |= {"since": since} if since else {}
        query |= {"full_state": "true"} if first else {}
        seconds = _FULL_SECONDS if first else poll_ms / 1000 + 30
        token = self._account.token
        reply = await self._account.call("GET", f"{API}/sync?{urlencode(query)}", seconds=seconds)
        if reply.dead:
            await self._encryption.renew(token)
            raise Unavailable("the session was renewed")
        return _body(reply, "next_batch")

    async def _fill_gaps(self, sync: JSON, since: str | None) -> dict[str, list[JSON]]:
        """For each room whose sync left events out: those events, oldest first."""
        if since is None:
            return {}
        lines = {id_: part(room, "timeline") for id_, room in part(sync, "rooms", "join").items()}
        limited = {id_: line for id_, line in lines.items() if line.get("limited")}
        return {id_: await self._between(id_, line.get("prev_batch"), since) for id_, line in limited.items()}

    async def _between(self, room_id: str, token: str | None, since: str) -> list[JSON]:
        found: list[JSON] = []
        while token and len(found) < GAP_MOST:
            query = urlencode({"dir": "b", "from": token, "to": since, "limit": GAP_PAGE})
            reply = await self._account.call("GET", f"{room_path(room_id, 'messages')}?{query}")
            if reply.final:
                break
            page = _body(reply, "chunk")
            found += page["chunk"]
            token = page.get("end") if page["chunk"] else None
        if token:
            log.error("a gap of a room could not be filled whole: %d events", len(found))
        return found[::-1]

    async def _answer_invites(self, invites: JSON) -> None:
        """Join where somebody of an allowed server invites us; what fails is tried again next round."""
        for room_id, room in invites.items():
            inviter = _inviter(listed(part(room, "invite_state"), "events"), self._account.user_id)
            if inviter:
                self._invitations.came(room_id, inviter)
        taken, declined = self._invitations.next(self._clock())
        # Together: a room on a server that does not answer holds up the others no longer than itself.
        await asyncio.gather(
            *(self._answer_invite(one, welcome=True) for one in taken),
            *(self._answer_invite(one, welcome=False) for one in declined),
        )

    async def _answer_invite(self, one: Invitation, *, welcome: bool) -> None:
        if not welcome or (self._allowed and _server(one.inviter) not in self._allowed):
            reply = await self._try(room_path(one.room, "leave"))
        else:
            reply = await self._join(one.room, one.inviter)
        if not reply.ok:
            log.warning("an invitation could not be answered: %s %s", reply.status, reply.errcode)
        self._invitations.answered(one, settled=reply.ok or reply.final)

    async def _join(self, room_id: str, through: str) -> Reply:
        query = urlencode({"server_name": _server(through)})
        return await self._try(f"{API}/join/{quote(room_id, safe='')}?{query}")

    async def _try(self, path: str) -> Reply:
        """One request whose failing must not hold up what people said meanwhile."""
        try:
            return await self._account.call("POST", path, {}, _JOIN_SECONDS)
        except (aiohttp.ClientError, OSError) as fault:
            return Reply(0, {"error": type(fault).__name__})

    async def _follow_upgrades(self, timeline: list[JSON]) -> None:
        """Go along to the room that replaces this one; when we may not yet, an invitation will come."""
        for event in timeline:
            if not is_event(event) or event["type"] != "m.room.tombstone" or "state_key" not in event:
                continue
            if successor := room_id_of(event["content"].get("replacement_room")):
                await self._join(successor, event["sender"])

    # --- what happened -------------------------------------------------------------------------------

    def _read(self, room_id: str, room: object, gap: list[JSON]) -> list[Incoming]:
        happened = self._rooms.read(room_id, [*gap, *_timeline(room)])
        now = self._clock()
        self._kept.add([Sealed(room_id, event, now) for event in happened.sealed])
        return happened.events

    def _late(self) -> tuple[list[Incoming], set[str]]:
        """What waited for its key and can be opened now, and the ids under which it waited."""
        tried = [(item.id, self._rooms.read(item.room, [item.event])) for item in self._kept]
        opened = [(id_, happened) for id_, happened in tried if not happened.sealed]
        return [event for _, happened in opened for event in happened.events], {id_ for id_, _ in opened}


def _timeline(room: object) -> list[Any]:
    return listed(part(room, "timeline"), "events")


def _inviter(state: list[Any], own: str) -> str:
    """Who invited us, by the stripped state of the room."""
    for event in state:
        invited = part(event, "content").get("membership") == "invite"
        if invited and event.get("type") == "m.room.member" and event.get("state_key") == own:
            return str(event.get("sender", ""))
    return ""


def _server(user_id: str) -> str:
    return user_id.partition(":")[2]


def _body(reply: Reply, needed: str) -> JSON:
    if not reply.ok or needed not in reply.body:
        raise Unavailable(f"the homeserver answers {reply.why}")
    return reply.body
