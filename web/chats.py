"""The phones over HTTP: what a phone shows, and everything a person can do with it."""

import json
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from web.stage import Bubble, Lines, Phone, Sheet

LARGEST_TEXT: Final = 100_000
LARGEST_BODY: Final = 6 * LARGEST_TEXT
LARGEST_PHOTO: Final = 10 * 1024 * 1024

PICTURES: Final = {b"\xff\xd8\xff": "image/jpeg", b"\x89PNG\r\n\x1a\n": "image/png"}
"""Kinds of pictures by their first bytes; WebP has its mark a little further on."""
SHOWN: Final = {"application/pdf", "image/jpeg", "image/png", "image/webp"}
"""Kinds that a browser may open; everything else is only saved."""

Cast = Callable[[], Awaitable[Sequence[Phone]]]


class Chats:
    """The routes of all phones. `/phone/<id>/<deed>` takes JSON, but for a photo, which is its own body."""

    def __init__(self, lines: Lines, cast: Cast) -> None:
        self._lines = lines
        self._cast = cast

    def routes(self) -> list[Route]:
        deeds = {
            "start": self._start,
            "say": self._say,
            "press": self._press,
            "place": self._place,
            "photo": self._photo,
            "edit": self._edit,
            "remove": self._remove,
        }
        posts = [Route(f"/phone/{{id}}/{name}", deed, methods=["POST"]) for name, deed in deeds.items()]
        return [Route("/phone/{id}", self._show), Route("/file/{message}", self._file), *posts]

    async def _show(self, request: Request) -> JSONResponse:
        phone = await self._phone(request)
        bubbles = [shown(bubble) for bubble in self._lines.sees(phone.chat)]
        return JSONResponse({"id": phone.id, "bubbles": bubbles})

    async def _file(self, request: Request) -> Response:
        message = request.path_params["message"]
        try:
            sheet, data = self._lines.sheet(message), self._lines.file(message)
        except FileNotFoundError:
            raise HTTPException(404) from None
        if sheet is None:
            raise HTTPException(404)
        return Response(data, media_type=_kind(sheet), headers=_headers(sheet))

    async def _start(self, request: Request) -> JSONResponse:
        phone = await self._phone(request)
        return _done(self._lines.open(phone.id, phone.start))

    async def _say(self, request: Request) -> JSONResponse:
        phone, asked = await self._phone(request), await _asked(request)
        text = _text(asked, "text")
        if not text.strip() or len(text) > LARGEST_TEXT:
            raise HTTPException(422)
        return _done(self._lines.say(_speaker(phone, asked), text, phone.chat))

    async def _press(self, request: Request) -> JSONResponse:
        phone, asked = await self._phone(request), await _asked(request)
        self._lines.press(_speaker(phone, asked), _text(asked, "token"), phone.chat)
        return _done()

    async def _place(self, request: Request) -> JSONResponse:
        phone, asked = await self._phone(request), await _asked(request)
        if phone.place is None:
            raise HTTPException(422)
        latitude, longitude = phone.place.latitude, phone.place.longitude
        return _done(self._lines.send_place(_speaker(phone, asked), latitude, longitude, room=phone.chat))

    async def _photo(self, request: Request) -> JSONResponse:
        phone, asked = await self._phone(request), dict(request.query_params)
        data = await _body(request, LARGEST_PHOTO)
        kind = picture(data)
        if kind is None:
            raise HTTPException(415)
        caption = asked.get("caption", "")
        return _done(self._lines.send_photo(_speaker(phone, asked), data, caption, phone.chat, mime=kind))

    async def _edit(self, request: Request) -> JSONResponse:
        phone, asked = await self._phone(request), await _asked(request)
        self._own(
            lambda: self._lines.correct(_speaker(phone, asked), _text(asked, "message"), _text(asked, "text"))
        )
        return _done()

    async def _remove(self, request: Request) -> JSONResponse:
        phone, asked = await self._phone(request), await _asked(request)
        self._own(lambda: self._lines.take_back(_speaker(phone, asked), _text(asked, "message")))
        return _done()

    def _own(self, deed: Callable[[], None]) -> None:
        try:
            deed()
        except LookupError:
            raise HTTPException(403) from None

    async def _phone(self, request: Request) -> Phone:
        wanted = request.path_params["id"]
        found = next((phone for phone in await self._cast() if phone.id == wanted), None)
        if found is None:
            raise HTTPException(404)
        return found


def shown(bubble: Bubble) -> dict[str, Any]:
    """A bubble as the script of the page knows it."""
    place = bubble.place
    return {
        "id": bubble.id,
        "author": bubble.author,
        "at": bubble.at.isoformat(),
        "text": bubble.text,
        "buttons": [{"label": k.label, "token": k.token, "by": k.pressed_by} for k in bubble.buttons],
        "file": _link(bubble.id, bubble.file),
        "place": [place.latitude, place.longitude] if place else None,
        "edited": bubble.edited,
        "removed": bubble.removed,
        "start": bubble.start,
    }


def picture(data: bytes) -> str | None:
    """The kind of a picture by its first bytes, whatever its name says."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    return next((kind for mark, kind in PICTURES.items() if data.startswith(mark)), None)


def _link(message: str, sheet: Sheet | None) -> dict[str, Any] | None:
    if sheet is None:
        return None
    image = sheet.mime.startswith("image/") and sheet.mime in SHOWN
    return {"url": f"/file/{message}", "name": sheet.name, "alt": sheet.alt, "image": image}


def _kind(sheet: Sheet) -> str:
    return sheet.mime if sheet.mime in SHOWN else "application/octet-stream"


def _headers(sheet: Sheet) -> dict[str, str]:
    """A viewer of PDF needs its own styles; such a file runs nothing, and nothing else is opened at all."""
    ascii_name = "".join(c for c in sheet.name if c.isascii() and (c.isalnum() or c in "-_. ")) or "file"
    how = "inline" if sheet.mime in SHOWN else "attachment"
    return {
        "content-disposition": f'{how}; filename="{ascii_name}"',
        "content-security-policy": "frame-ancestors 'none'",
        "cache-control": "private, max-age=3600",
    }


def _speaker(phone: Phone, asked: dict[str, Any]) -> str:
    """Who acts: the owner of the phone, or one of those in the group."""
    if phone.room is None:
        return phone.id
    speaker = asked.get("as")
    if speaker not in [one.id for one in phone.speakers]:
        raise HTTPException(403)
    return str(speaker)


def _text(asked: dict[str, Any], name: str) -> str:
    value = asked.get(name)
    if not isinstance(value, str):
        raise HTTPException(422)
    return value


async def _asked(request: Request) -> dict[str, Any]:
    try:
        asked = json.loads(await _body(request, LARGEST_BODY))
    except (ValueError, RecursionError):
        raise HTTPException(400) from None
    if not isinstance(asked, dict):
        raise HTTPException(400)
    return asked


async def _body(request: Request, largest: int) -> bytes:
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > largest:
            raise HTTPException(413)
    return bytes(body)


def _done(message: str = "") -> JSONResponse:
    return JSONResponse({"message": message})
