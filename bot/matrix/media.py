"""Files on the homeserver: fetched and opened, sealed and uploaded."""

import json
import re
from io import BytesIO
from urllib.parse import quote

import aiohttp
from nio import EncryptionError
from nio.crypto import decrypt_attachment, encrypt_attachment

from bot.chat import File
from bot.matrix.account import JSON, Account, Reply, Unavailable

MOST_BYTES = 10 * 1024 * 1024
_SECONDS = 120.0
_ADDRESS = re.compile(r"mxc://([^/?#\s]+)/([A-Za-z0-9_-]+)")
_OK = 200


async def fetch(account: Account, file: str) -> bytes:
    """The bytes of a file as `reading` names it: `OSError` when not to be had, `ValueError` over 10 MB."""
    parts = json.loads(file)
    data = await _download(account, parts["url"])
    if "key" not in parts:
        return data
    try:
        return bytes(decrypt_attachment(data, parts["key"], parts["hash"], parts["iv"]))
    except EncryptionError as fault:
        raise OSError(f"the file does not fit its key: {fault}") from fault


async def upload(account: Account, file: File, *, encrypted: bool) -> tuple[Reply, JSON]:
    """Put a file on the homeserver; the answer, and where a message says that it lies."""
    data, key = encrypt_attachment(file.data) if encrypted else (file.data, {})
    mime = "application/octet-stream" if encrypted else file.mime
    # The name stays in the message: the server need not know it.
    answer = await account.request("POST", "/_matrix/media/v3/upload", BytesIO(data), mime, _SECONDS)
    async with answer:
        body = await answer.json(content_type=None)
    reply = Reply(answer.status, body if isinstance(body, dict) else {})
    url = reply.body.get("content_uri", "")
    return reply, {"file": {**key, "url": url}} if encrypted else {"url": url}


async def _download(account: Account, url: str) -> bytes:
    address = _ADDRESS.fullmatch(url)
    if address is None:
        raise OSError("the file has no address on a Matrix server")
    path = f"/_matrix/client/v1/media/download/{quote(address[1], safe=':')}/{address[2]}"
    try:
        answer = await account.request("GET", path, None, "application/json", _SECONDS)
        async with answer:
            return await _at_most(answer)
    except aiohttp.ClientError as fault:
        raise Unavailable(f"the file cannot be had now: {type(fault).__name__}") from fault


async def _at_most(answer: aiohttp.ClientResponse) -> bytes:
    if answer.status != _OK:
        raise Unavailable(f"the file cannot be had now: {answer.status}")
    data = bytearray()
    async for chunk in answer.content.iter_chunked(64 * 1024):
        data += chunk
        if len(data) > MOST_BYTES:
            raise ValueError("the file is over 10 MB")
    return bytes(data)
