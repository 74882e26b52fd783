"""Methods that change what stands there already: edits, removals, reactions, answers to buttons."""

from datetime import timedelta

from tests.servers.telegram.params import (
    CAPTION_LIMIT,
    TEXT_LIMIT,
    ApiError,
    Params,
    bad_request,
    keyboard,
    words,
)
from tests.servers.telegram.sending import Method, reach
from tests.servers.telegram.world import Json, Message, Seen, World

QUERY_LIFE = timedelta(seconds=60)
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def edit_text(world: World, params: Params) -> Json:
    """Another text and keyboard for a message of the bot."""
    message = _mine(world, params)
    text = words(params, "text", TEXT_LIMIT)
    if "text" not in message.body:
        raise bad_request("there is no text in the message to edit")
    return _change(world, message, {"text": text} | keyboard(params))


def edit_caption(world: World, params: Params) -> Json:
    """Another caption and keyboard for a file of the bot."""
    message = _mine(world, params)
    caption = words(params, "caption", CAPTION_LIMIT)
    if not message.body.keys() & {"photo", "document"}:
        raise bad_request("there is no caption in the message to edit")
    media = {name: message.body[name] for name in ("photo", "document") if name in message.body}
    return _change(world, message, media | {"caption": caption} | keyboard(params))


def edit_markup(world: World, params: Params) -> Json:
    """Another keyboard only."""
    message = _mine(world, params)
    kept = {name: value for name, value in message.body.items() if name != "reply_markup"}
    return _change(world, message, kept | keyboard(params))


def _mine(world: World, params: Params) -> Message:
    chat = reach(world, params)
    message = chat.messages.get(params.number("message_id"))
    if message is None or message.deleted:
        raise bad_request("message to edit not found")
    if message.sender.id != world.bot.id:
        raise bad_request("message can't be edited")
    return message


def _change(world: World, message: Message, body: Json) -> Json:
    if message.body == body:
        raise bad_request(NOT_MODIFIED)
    message.body = body
    message.header["edit_date"] = int(world.clock().timestamp())
    world.show(message, "edit")
    return message.as_json()


def delete(world: World, params: Params) -> bool:
    """Take a message off every screen."""
    message = reach(world, params).messages.get(params.number("message_id"))
    if message is None or message.deleted:
        raise bad_request("message to delete not found")
    message.deleted = True
    world.show(message, "deleted")
    return True


def react(world: World, params: Params) -> bool:
    """A reaction of the bot, told to everybody in the chat."""
    chat = reach(world, params)
    message = chat.messages.get(params.number("message_id"))
    if message is None or message.deleted:
        raise bad_request("message to react not found")
    emoji = "".join(str(one.get("emoji", "")) for one in params.json("reaction", list))
    for person in chat.members:
        world.note(person, Seen(world.clock(), "reaction", chat.id, message.id, emoji))
    return True


def answer_query(world: World, params: Params) -> bool:
    """Stop the clock on a button; a minute at most after it was pressed."""
    query = world.queries.get(params.text("callback_query_id"))
    if query is None or world.clock() - query.at > QUERY_LIFE:
        raise ApiError(
            400, "Bad Request: query is too old and response timeout expired or query ID is invalid"
        )
    query.answered = True
    if text := params.text("text"):
        world.note(query.person, Seen(world.clock(), "alert", query.person, 0, text))
    return True


METHODS: dict[str, Method] = {
    "editmessagetext": edit_text,
    "editmessagecaption": edit_caption,
    "editmessagereplymarkup": edit_markup,
    "deletemessage": delete,
    "setmessagereaction": react,
    "answercallbackquery": answer_query,
}
