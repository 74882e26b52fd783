"""A cross-signing identity for the bot's account, and its signature under the bot's own device.

Since April 2026 Element shares no keys with devices that their owner did not sign (MSC4153), and nio makes no
identity. The three seeds stay in the store directory: with them the same identity can be given again.
"""

import base64
import json
import secrets
from pathlib import Path

from Crypto.PublicKey import ECC
from Crypto.Signature import eddsa

from bot.matrix.account import API, JSON, Account, Reply, Unavailable, write_private

_USAGES = ("master", "self_signing", "user_signing")
_UNAUTHORIZED = 401


class Key:
    """One Ed25519 key of the identity."""

    def __init__(self, seed: bytes) -> None:
        self._key = ECC.construct(curve="Ed25519", seed=seed)
        self.public = _base64(self._key.public_key().export_key(format="raw"))

    @property
    def name(self) -> str:
        return f"ed25519:{self.public}"

    def sign(self, thing: JSON, user_id: str) -> None:
        """Add this key's signature to `thing`."""
        signature = eddsa.new(self._key, "rfc8032").sign(_canonical(thing))
        thing.setdefault("signatures", {}).setdefault(user_id, {})[self.name] = _base64(signature)


def load_keys(path: Path) -> dict[str, Key]:
    """The kept identity, made when there is none yet."""
    if not path.exists():
        write_private(path, json.dumps({usage: secrets.token_hex(32) for usage in _USAGES}))
    seeds = json.loads(path.read_text())
    return {usage: Key(bytes.fromhex(seeds[usage])) for usage in _USAGES}


async def ensure_identity(account: Account) -> None:
    """Give the server the identity when it has none, and sign the device when it is not signed."""
    path = account.store / "cross_signing.json"
    keys = load_keys(path)
    known = await _ask(account, "/keys/query", {"device_keys": {account.user_id: []}})
    theirs = known.get("master_keys", {}).get(account.user_id, {}).get("keys", {})
    if theirs and keys["master"].name not in theirs:
        raise PermissionError(
            f"{account.user_id} has another cross-signing identity than {path}: "
            "put that file back from the backup, or reset the identity of the account"
        )
    if not theirs:
        await _upload(account, keys)
    await _sign_device(account, keys["self_signing"], known["device_keys"][account.user_id])


async def _upload(account: Account, keys: dict[str, Key]) -> None:
    user_id, client = account.user_id, account.client
    parts: dict[str, JSON] = {
        usage: {"user_id": user_id, "usage": [usage], "keys": {key.name: key.public}}
        for usage, key in keys.items()
    }
    device = f"ed25519:{client.device_id}"
    parts["master"]["signatures"] = {user_id: {device: client.olm.sign_json(dict(parts["master"]))}}
    keys["master"].sign(parts["self_signing"], user_id)
    keys["master"].sign(parts["user_signing"], user_id)
    body: JSON = {f"{usage}_key": part for usage, part in parts.items()}
    reply = await account.call("POST", f"{API}/keys/device_signing/upload", body)
    if reply.status == _UNAUTHORIZED and "session" in reply.body:
        body["auth"] = account.proof(reply.body["session"])
        reply = await account.call("POST", f"{API}/keys/device_signing/upload", body)
    _expect(reply)


async def _sign_device(account: Account, key: Key, devices: JSON) -> None:
    device_id = account.client.device_id
    device = devices.get(device_id)
    if device is None:
        # A new login came after the server dropped the device, and the program ended in between.
        account.client.olm.account.shared = False
        raise Unavailable("the homeserver does not know the keys of the bot's device yet")
    if key.name in device.get("signatures", {}).get(account.user_id, {}):
        return
    device.pop("unsigned", None)
    key.sign(device, account.user_id)
    body = await _ask(account, "/keys/signatures/upload", {account.user_id: {device_id: device}})
    if body.get("failures"):
        raise Unavailable("the homeserver refuses the signature under the bot's device")


async def _ask(account: Account, path: str, body: JSON) -> JSON:
    return _expect(await account.call("POST", API + path, body)).body


def _expect(reply: Reply) -> Reply:
    if not reply.ok:
        raise Unavailable(f"the homeserver does not take the bot's keys ({reply.why})")
    return reply


def _canonical(thing: JSON) -> bytes:
    signed = {name: value for name, value in thing.items() if name not in {"signatures", "unsigned"}}
    return json.dumps(signed, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def _base64(raw: bytes) -> str:
    return base64.b64encode(raw).decode().rstrip("=")
