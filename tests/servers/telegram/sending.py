"""Methods that put something new on the screens of people: texts, polls, photos, documents, albums."""

from collections.abc import Callable
from typing import Any, TypeAlias

from tests.servers.telegram.params import (
    CAPTION_LIMIT,
    TEXT_LIMIT,
    ApiError,
    Params,
    Upload,
    bad_request,
    keyboard,
    words,
)
from tests.servers.telegram.world import Chat, File, Json, Message, World

Method: TypeAlias = Callable[[World, Params], Any]

PHOTO_LIMIT = 10 * 1024 * 1024
PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF", b"GIF8")


def reach(world: World, params: Params) -> Chat:
    """The chat of a call, when the bot can write there; the answers are those of the real server."""
    chat = world.chats.get(params.number("chat_id"))
    if chat is None:
        raise bad_request("chat not found")
    if chat.moved_to:
        said = "Bad Request: group chat was upgraded to a supergroup chat"
        raise ApiError(400, said, migrate_to_chat_id=chat.moved_to)
    if chat.kind == "private" and world.users[chat.id].gone:
        raise ApiError(403, "Forbidden: user is deactivated")
    if chat.kind == "private" and chat.bot == "kicked":
        raise ApiError(403, "Forbidden: bot was blocked by the user")
    if chat.bot == "kicked":
        raise ApiError(403, f"Forbidden: bot was kicked from the {chat.kind} chat")
    if chat.bot == "left":
        raise ApiError(403, f"Forbidden: bot is not a member of the {chat.kind} chat")
    return chat


def put(world: World, params: Params, body: Json) -> Message:
    """A message of the bot, with its keyboard and what it replies to, on every screen."""
    chat = reach(world, params)
    reply = params.json("reply_parameters", dict)
    header: Json = {}
    if reply:
        answered = chat.messages.get(int(reply.get("message_id", 0)))
        if answered and not answered.deleted:
            header = {"reply_to_message": answered.as_json()}
        elif not reply.get("allow_sending_without_reply"):
            raise bad_request("message to be replied not found")
    message = world.add(chat, world.bot, body | keyboard(params), header)
    world.show(message, "message")
    return message


def send_message(world: World, params: Params) -> Json:
    """A text."""
    return put(world, params, {"text": words(params, "text", TEXT_LIMIT)}).as_json()


def send_poll(world: World, params: Params) -> Json:
    """A poll."""
    options = [one if isinstance(one, str) else one.get("text", "") for one in params.json("options", list)]
    if not params.text("question") or len(options) < 2:
        raise bad_request("poll must have a question and at least 2 options")
    poll = {
        "id": "1",
        "question": params.text("question"),
        "options": [{"text": one, "voter_count": 0, "persistent_id": one} for one in options],
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": True,
        "type": "regular",
        "allows_multiple_answers": False,
        "allows_revoting": True,
        "members_only": False,
    }
    return put(world, params, {"poll": poll}).as_json()


def send_photo(world: World, params: Params) -> Json:
    """A picture with a caption."""
    file = _file(world, params, "photo")
    caption = words(params, "caption", CAPTION_LIMIT)
    return put(world, params, {"photo": sizes(file), "caption": caption}).as_json()


def send_document(world: World, params: Params) -> Json:
    """A file with a caption."""
    file = _file(world, params, "document")
    caption = words(params, "caption", CAPTION_LIMIT)
    return put(world, params, {"document": document(file), "caption": caption}).as_json()


def send_media_group(world: World, params: Params) -> list[Json]:
    """An album of two to ten."""
    media = params.json("media", list)
    if not 2 <= len(media) <= 10:
        raise bad_request("media must include 2-10 items")
    reach(world, params)
    bodies = [_album_part(world, params, one) for one in media]
    return [put(world, params, body).as_json() for body in bodies]


def _album_part(world: World, params: Params, media: Json) -> Json:
    kind = str(media.get("type"))
    part = Params({kind: str(media.get("media", "")), "caption": str(media.get("caption", ""))}, params.files)
    file = _file(world, part, kind)
    shown = {"photo": sizes(file)} if kind == "photo" else {"document": document(file)}
    return shown | {"caption": words(part, "caption", CAPTION_LIMIT), "media_group_id": f"album-{file.id}"}


def _file(world: World, params: Params, name: str) -> File:
    upload = params.upload(name)
    if upload is None:
        known = world.files.get(params.text(name))
        if known is None:
            raise bad_request(f"there is no {name} in the request")
        return known
    if not upload.data:
        raise bad_request("file must be non-empty")
    if name == "photo":
        _check_photo(upload)
    return world.keep(upload.name, upload.mime, upload.data, "photos" if name == "photo" else "documents")


def _check_photo(upload: Upload) -> None:
    if len(upload.data) > PHOTO_LIMIT:
        raise bad_request(f"file of size {len(upload.data)} bytes is too big for a photo")
    if not upload.data.startswith(PICTURES):
        raise bad_request("IMAGE_PROCESS_FAILED")


def sizes(file: File) -> list[Json]:
    """A photo as the Bot API tells it: the same picture small and large."""
    small = {"file_id": f"{file.id}-small", "file_unique_id": f"u-{file.id}-s", "width": 90, "height": 67}
    large = {"file_id": file.id, "file_unique_id": f"u-{file.id}", "width": 1280, "height": 960}
    return [small, large | {"file_size": len(file.data)}]


def document(file: File) -> Json:
    """A file as the Bot API tells it."""
    return {
        "file_id": file.id,
        "file_unique_id": f"u-{file.id}",
        "file_name": file.name,
        "mime_type": file.mime,
        "file_size": len(file.data),
    }


METHODS: dict[str, Method] = {
    "sendmessage": send_message,
    "sendpoll": send_poll,
    "sendphoto": send_photo,
    "senddocument": send_document,
    "sendmediagroup": send_media_group,
}
