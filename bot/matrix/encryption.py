"""What nio is used for: it follows devices, keys and members, opens what came in, seals what goes out.

nio never sees what people said: its parser may raise on what a client sends, and one message must not stop
the service. It gets state and keys, in small parts, so that a part it cannot take does not take others along.
"""

import asyncio
import logging
from uuid import uuid4

import aiohttp
from nio import (
    AsyncClient,
    EncryptionError,
    ErrorResponse,
    Event,
    KeysUploadResponse,
    MegolmEvent,
    SyncResponse,
)

from bot.matrix.account import API, DEAD_TOKEN, JSON, Account, SessionEnded, Unavailable, listed, part
from bot.matrix.identity import ensure_identity

log = logging.getLogger(__name__)


class Encryption:
    """The keys of one account."""

    def __init__(self, account: Account) -> None:
        self._account = account
        self._sealing = asyncio.Lock()

    @property
    def _client(self) -> AsyncClient:
        return self._account.client

    async def sign_in(self) -> None:
        """Log in, give the server our keys and see that the device is signed."""
        await self._account.sign_in()
        await self.keep_up()
        await ensure_identity(self._account)

    async def renew(self, stale: str) -> None:
        """The same again after the token `stale` died."""
        await self._account.renew(stale)
        await self.keep_up()
        await ensure_identity(self._account)

    async def absorb(self, sync: JSON) -> None:
        """Let nio take in the keys and the state of one sync."""
        for event in listed(part(sync, "to_device"), "events"):
            await self._feed({"to_device": {"events": [event]}})
        for room_id, room in part(sync, "rooms", "join").items():
            await self._feed({"rooms": {"join": {room_id: _state_of(room)}}})
        for room_id in part(sync, "rooms", "leave"):
            self._client.rooms.pop(room_id, None)
        counts = part(sync, "device_one_time_keys_count")
        await self._feed({"device_lists": part(sync, "device_lists"), "device_one_time_keys_count": counts})
        if counts.get("signed_curve25519") == 0:
            # nio takes a count of none for a count that is missing, and would never refill.
            self._client.olm.uploaded_key_count = 0

    async def keep_up(self) -> None:
        """Give the server what it lacks of ours, ask what we lack of others. What fails is done next time."""
        client = self._client
        try:
            if client.should_upload_keys:
                await self._upload_keys()
            if client.should_query_keys:
                await client.keys_query()
            if client.should_claim_keys:
                await client.keys_claim(client.get_users_for_key_claiming())
            for message in tuple(client.outgoing_to_device_messages):
                await self._give(message.type, message.as_dict())
                client.outgoing_to_device_messages.remove(message)
        except Exception as refused:  # noqa: BLE001 - nio raises anything at an answer of something in between
            log.warning("keys wait for the next round: %s: %s", type(refused).__name__, refused)

    async def _upload_keys(self) -> None:
        """Kept before the server has them: nobody may be given a key of which our half died with us."""
        olm = self._client.olm
        keys = olm.share_keys()
        olm.save_account()
        reply = await self._account.call("POST", f"{API}/keys/upload", keys)
        if reply.ok:
            await self._client.receive_response(KeysUploadResponse.from_dict(reply.body))

    def open(self, room_id: str, event: JSON) -> JSON | None:
        """The event inside an encrypted one, or nothing when its key is not here (yet)."""
        parsed = Event.parse_encrypted_event(event)
        if not isinstance(parsed, MegolmEvent):
            return None
        # Without it nio would ask for a lost key with words that no other client can read.
        parsed.room_id = room_id
        try:
            inner = self._client.olm.decrypt_megolm_event(parsed, room_id)
        except EncryptionError:
            return None
        source: JSON = dict(inner.source)
        # A bad event is not completed by nio; these three come from outside the ciphertext in any case.
        outside = {name: event[name] for name in ("event_id", "sender", "origin_server_ts")}
        return source | outside

    async def seal(self, room_id: str, kind: str, content: JSON) -> tuple[str, JSON]:
        """Type and content for the server: encrypted when the room is, with the key given to all first.

        When giving it fails nobody could open the message: that is `Unavailable`.
        """
        room = self._client.rooms[room_id]
        if not room.encrypted:
            return kind, content
        async with self._sealing:
            try:
                await self._share(room_id)
                sealed_kind, sealed = self._client.encrypt(room_id, kind, content)
            except (aiohttp.ClientError, OSError):
                raise
            except Exception as fault:  # nio raises anything at an answer of something in between
                raise Unavailable(f"no key for the room yet: {type(fault).__name__}") from fault
        return str(sealed_kind), dict(sealed)

    async def _share(self, room_id: str) -> None:
        client = self._client
        if not client.rooms[room_id].members_synced:
            _expect(await client.joined_members(room_id))
        if client.should_query_keys:
            _expect(await client.keys_query())
        if not client.olm.should_share_group_session(room_id):
            return
        if missing := client.get_missing_sessions(room_id):
            _expect(await client.keys_claim(missing))
        everybody = list(client.rooms[room_id].users)
        keys = [*client.olm.share_group_session_parallel(room_id, everybody, ignore_unverified_devices=True)]
        # Before it is given: when a device comes meanwhile nio drops a key, but only one that is shared.
        client.olm.outbound_group_sessions[room_id].shared = True
        try:
            for _, messages in keys:
                await self._give("m.room.encrypted", messages)
        except BaseException:
            client.invalidate_outbound_session(room_id)
            raise

    async def _give(self, kind: str, messages: JSON) -> None:
        """Something for devices. Not by nio: it takes any page of a proxy for the answer that it arrived, and
        then nobody could open what is said with that key.
        """
        path = f"{API}/sendToDevice/{kind}/{uuid4()}"
        reply = await self._account.call("PUT", path, messages)
        if reply.dead:
            raise SessionEnded("the session ended")
        if not reply.ok:
            raise Unavailable(f"keys cannot be given now: {reply.why}")

    async def _feed(self, part: JSON) -> None:
        # nio skips a sync with the token of the one before; ours are parts without one.
        self._client.next_batch = ""
        try:
            response = SyncResponse.from_dict({"next_batch": "part", **part})
            if isinstance(response, SyncResponse):
                await self._absorb_whole(response)
            else:
                log.warning("nio does not take %s of a sync", list(part))
        except Exception as fault:  # noqa: BLE001 - whatever a stranger makes nio raise, the next one goes on
            log.warning("nio stumbled over %s of a sync: %s", list(part), type(fault).__name__)

    async def _absorb_whole(self, response: SyncResponse) -> None:
        """One commit for all that nio writes: it spends a one-time key, keeps the channel and then the key of
        the room; killed in between, that key could never be opened again. Nothing in here waits for a server.
        """
        store = self._client.store
        if store is None:
            await self._client.receive_response(response)
            return
        with store.database.atomic():
            await self._client.receive_response(response)


def _state_of(room: object) -> JSON:
    """A joined room without what people said in it."""
    said = listed(part(room, "timeline"), "events")
    changes = [event for event in said if isinstance(event, dict) and "state_key" in event]
    state = [*listed(part(room, "state"), "events"), *changes]
    return {"state": {"events": state}, "timeline": {"events": []}, "summary": part(room, "summary")}


def _expect(response: object) -> None:
    if isinstance(response, ErrorResponse) and response.status_code in DEAD_TOKEN:
        raise SessionEnded("the session ended")
    if isinstance(response, ErrorResponse):
        raise Unavailable(f"keys cannot be had now: {response}")
