"""Arguments of a call, and the checks that Telegram makes on texts, entities and keyboards."""

import json
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from aiohttp import web
from aiohttp.web_request import FileField

from tests.servers.telegram.world import Json

TEXT_LIMIT = 4_096
CAPTION_LIMIT = 1_024
DATA_LIMIT = 64
RESERVED = re.compile(r"(?<!\\)[>#+\-=|{}.!]")
TAGS = frozenset(
    {"b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "a", "code", "pre", "blockquote"}
)


class ApiError(Exception):
    """An answer with `ok: false`."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


def bad_request(description: str) -> ApiError:
    """A 400 as Telegram words it."""
    return ApiError(400, f"Bad Request: {description}")


@dataclass(frozen=True)
class Upload:
    name: str
    mime: str
    data: bytes


@dataclass
class Params:
    """The arguments by name: as text, and the files among them."""

    values: dict[str, str] = field(default_factory=dict)
    files: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        return self.values.get(name, "")

    def number(self, name: str, default: int = 0) -> int:
        try:
            return int(self.values.get(name, default))
        except ValueError:
            raise bad_request(f"{name} must be a number") from None

    def flag(self, name: str) -> bool:
        return self.text(name).casefold() in ("true", "1")

    def json(self, name: str, kind: type) -> Any:  # noqa: ANN401 - JSON
        """The argument decoded, or an empty one."""
        try:
            found = json.loads(self.values.get(name) or "null")
        except ValueError:
            raise bad_request(f"can't parse {name} JSON object") from None
        if found is None:
            return kind()
        if not isinstance(found, kind):
            raise bad_request(f"{name} must be a {kind.__name__}")
        return found

    def upload(self, name: str) -> Upload | None:
        """A file of this call: sent under its name, or under another one with `attach://`."""
        return self.files.get(self.text(name).removeprefix("attach://") or name) or self.files.get(name)


async def read(request: web.Request) -> Params:
    """The arguments of a request, in any of the ways that the Bot API takes."""
    params = Params(dict(request.query))
    if request.content_type == "application/json":
        params.values |= {name: _as_text(value) for name, value in (await request.json()).items()}
        return params
    for name, value in (await request.post()).items():
        if isinstance(value, FileField):
            params.files[name] = Upload(value.filename, value.content_type, value.file.read())
        else:
            params.values[name] = str(value)
    return params


def _as_text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def words(params: Params, name: str, limit: int) -> str:
    """A text or caption that Telegram takes: trimmed, not too long, its mark-up sound."""
    text = params.text(name).strip()
    if len(text.encode("utf-16-le")) // 2 > limit:
        raise bad_request("message is too long" if name == "text" else "message caption is too long")
    if name == "text" and not text:
        raise bad_request("message text is empty")
    _check_mark_up(text, params.text("parse_mode").casefold())
    for entity in params.json("entities", list):
        if not isinstance(entity, dict) or not {"type", "offset", "length"} <= entity.keys():
            raise bad_request("can't parse MessageEntity: Can't find field \"type\"")
    return text


def _check_mark_up(text: str, mode: str) -> None:
    if mode == "html":
        _Html().check(text)
    elif mode == "markdownv2" and (found := RESERVED.search(text)):
        said = f"Character '{found[0]}' is reserved and must be escaped with the preceding '\\'"
        raise bad_request(f"can't parse entities: {said}")
    elif mode == "markdown" and (odd := next((mark for mark in "*_`" if text.count(mark) % 2), "")):
        at = len(text[: text.rindex(odd)].encode())
        raise bad_request(f"can't parse entities: Can't find end of the entity starting at byte offset {at}")


class _Html(HTMLParser):
    """Only whether the tags are known and closed."""

    def check(self, text: str) -> None:
        self.open: list[str] = []
        self.feed(text)
        self.close()
        if self.open:
            raise bad_request(
                f"can't parse entities: Can't find end tag corresponding to start tag {self.open[-1]}"
            )

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - of the parser
        if tag not in TAGS:
            raise bad_request(f'can\'t parse entities: Unsupported start tag "{tag}"')
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            raise bad_request(f'can\'t parse entities: Unexpected end tag "{tag}"')


def keyboard(params: Params) -> Json:
    """The `reply_markup` as a part of a message; without buttons, nothing."""
    markup: Json = params.json("reply_markup", dict)
    rows = [row for row in markup.get("inline_keyboard", []) if row]
    buttons = [button for row in rows for button in row]
    if len(buttons) > 100:
        raise bad_request("reply markup is too long")
    for button in buttons:
        _check_button(button)
    if rows:
        return {"reply_markup": {"inline_keyboard": rows}}
    return {}


def _check_button(button: Json) -> None:
    if not str(button.get("text", "")).strip():
        raise bad_request("can't parse inline keyboard button: text must be non-empty")
    data = button.get("callback_data")
    if data is not None and not 1 <= len(str(data).encode()) <= DATA_LIMIT:
        raise bad_request("BUTTON_DATA_INVALID")
    if data is None and not button.keys() & {"url", "switch_inline_query", "web_app", "login_url"}:
        raise bad_request("text buttons are unallowed in the inline keyboard")
