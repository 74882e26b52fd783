"""Methods about the bot itself, its chats, its files and its menu."""

import json
import re

from tests.servers.telegram.params import Params, bad_request
from tests.servers.telegram.sending import Method, reach
from tests.servers.telegram.world import Chat, Json, World

DOWNLOAD_LIMIT = 20 * 1024 * 1024
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")


def get_me(world: World, params: Params) -> Json:
    """Who the bot is, and whether it hears everything in groups."""
    return world.bot.as_json() | {
        "can_join_groups": True,
        "can_read_all_group_messages": not world.privacy,
        "supports_inline_queries": False,
    }


def get_chat(world: World, params: Params) -> Json:
    """The chat as `ChatFullInfo`, with the fields that the library insists on."""
    gifts = (
        "unlimited_gifts",
        "limited_gifts",
        "unique_gifts",
        "premium_subscription",
        "gifts_from_channels",
    )
    return reach(world, params).as_json() | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(gifts, False),
    }


def get_chat_member(world: World, params: Params) -> Json:
    """Whether somebody is in the chat."""
    chat = reach(world, params)
    user = world.users.get(params.number("user_id"))
    if user is None:
        raise bad_request("user not found")
    present = user.id in chat.members or user.id == world.bot.id
    return {"user": user.as_json(), "status": "member" if present else "left"}


def leave_chat(world: World, params: Params) -> bool:
    """The bot goes out by itself."""
    chat = reach(world, params)
    if chat.kind == "private":
        raise bad_request("chat member status can't be changed in private chats")
    tell_membership(world, chat, world.bot.id, "left")
    return True


def tell_membership(world: World, chat: Chat, by: int, status: str) -> None:
    """The bot's place in a chat changes: Telegram tells the bot."""
    bot = world.bot.as_json()
    old = _member(bot, chat.bot)
    chat.bot = status  # type: ignore[assignment] # one of the four, given by callers here
    world.updates.put(
        "my_chat_member",
        {
            "chat": chat.as_json(),
            "from": world.users[by].as_json(),
            "date": int(world.clock().timestamp()),
            "old_chat_member": old,
            "new_chat_member": _member(bot, status),
        },
    )


def _member(bot: Json, status: str) -> Json:
    rights: Json = {}
    if status == "kicked":
        rights = {"until_date": 0}
    if status == "administrator":
        names = ("can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members")
        more = ("can_promote_members", "can_change_info", "can_invite_users", "can_post_stories")
        last = ("can_edit_stories", "can_delete_stories", "can_be_edited", "is_anonymous")
        rights = dict.fromkeys(names + more + last, False)
    return {"user": bot, "status": status} | rights


def send_chat_action(world: World, params: Params) -> bool:
    """The sign that the bot is typing: nobody needs to see it here."""
    reach(world, params)
    return True


def set_commands(world: World, params: Params) -> bool:
    """The menu of commands for a scope and a language."""
    commands = params.json("commands", list)
    for one in commands:
        if not _COMMAND.fullmatch(str(one.get("command"))):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(str(one.get("description"))) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    world.commands[_menu(params)] = commands
    return True


def get_commands(world: World, params: Params) -> list[Json]:
    """The menu as it was set."""
    return world.commands.get(_menu(params), [])


def _menu(params: Params) -> tuple[str, str]:
    scope = params.json("scope", dict) or {"type": "default"}
    return json.dumps(scope, sort_keys=True), params.text("language_code")


def get_file(world: World, params: Params) -> Json:
    """Where to download a file; not beyond 20 MB."""
    wanted = params.text("file_id").removesuffix("-small")
    file = world.files.get(wanted)
    if file is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if len(file.data) > DOWNLOAD_LIMIT:
        raise bad_request("file is too big")
    size = {"file_size": len(file.data)}
    return {"file_id": file.id, "file_unique_id": f"u-{file.id}", "file_path": file.path} | size


METHODS: dict[str, Method] = {
    "getme": get_me,
    "getchat": get_chat,
    "getchatmember": get_chat_member,
    "leavechat": leave_chat,
    "sendchataction": send_chat_action,
    "setmycommands": set_commands,
    "getmycommands": get_commands,
    "getfile": get_file,
}
