"""Sorts every failure of a call into an outcome, as the table in `docs/promises.md` has it."""

import httpx
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    TelegramError,
)

from bot.chat import Doubt, Halted, Moved, NotSent, Outcome, Refused, Sent, Unreachable
from bot.telegram.wire import TooMany

NEVER_LEFT = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
    httpx.InvalidURL,
)
"""Causes that lie before the first byte of the request. The library tells connect and read timeouts alike."""

NOBODY_THERE = (
    "chat not found",
    "user not found",
    "chat_write_forbidden",
    "chat_restricted",
    "chat_admin_required",
    "peer_id_invalid",
    "input_user_deactivated",
    "user is deactivated",
    "group chat was deactivated",
    "group chat was upgraded",
    "chat was deleted",
    "not enough rights",
    "have no rights",
    "need administrator rights",
    "is not a member",
    "not in the chat",
)
"""400s that say that the room, not the message, is the matter."""


def outcome(fault: Exception) -> Outcome:
    """How a call ended that raised this. What is not surely "not delivered" is a doubt."""
    match fault:
        case TooMany():
            return NotSent(reason(fault), after=fault.after, limited=True)
        case ChatMigrated():
            return Moved(str(fault.new_chat_id))
        case Forbidden():
            return Unreachable(reason(fault))
        case InvalidToken():
            return Halted("Telegram refuses the token of the bot")
        case BadRequest():
            return _bad_request(reason(fault))
        case Conflict():
            return NotSent(reason(fault))
        case _ if isinstance(fault.__cause__, NEVER_LEFT):
            return NotSent(reason(fault))
        case _:
            return Doubt(reason(fault))


def _bad_request(why: str) -> Outcome:
    said = why.casefold()
    if "message is not modified" in said:
        return Sent("")
    if any(words in said for words in NOBODY_THERE):
        return Unreachable(why)
    return Refused(why)


def reason(fault: Exception) -> str:
    """A few words for the log and the outbox: never the token, an address or somebody's words."""
    if isinstance(fault, Forbidden | BadRequest | Conflict):
        # After this mark the library quotes the whole answer.
        return fault.message.partition(". Parsing the server response")[0][:120]
    if isinstance(fault, TooMany):
        return fault.message
    cause = fault.__cause__ if isinstance(fault, TelegramError) and fault.__cause__ else fault
    return type(cause).__name__
