"""What goes out: the content of a message, and how each answer of the homeserver is sorted (promises 1)."""

import re
from collections.abc import Sequence

import aiohttp

from bot.chat import (
    Button,
    Doubt,
    File,
    Halted,
    NotSent,
    Outcome,
    Outgoing,
    Refused,
    Sent,
    Unreachable,
)
from bot.matrix.account import DEAD_TOKEN, JSON, Reply

MOST_REACTIONS = 5
"""A message with more choices gets no reactions to press: each is a message of its own to the homeserver."""

_ACCOUNT_ENDED = DEAD_TOKEN | {
    "M_USER_DEACTIVATED",
    "M_USER_LOCKED",
    "M_USER_SUSPENDED",
    "M_CONSENT_NOT_GIVEN",
}
_GONE = frozenset({"M_FORBIDDEN", "M_NOT_FOUND", "M_GUEST_ACCESS_FORBIDDEN"})
_LONE_SURROGATES = re.compile("[\ud800-\udfff]")


def body_of(text: str, buttons: Sequence[Button]) -> str:
    """The words, and the choices as numbered lines: Matrix has no buttons, a number or a word is typed."""
    lines = [f"{n}. {_without_number(button.label, n)}" for n, button in enumerate(buttons, 1)]
    whole = "\n\n".join(part for part in (text, "\n".join(lines)) if part)
    return _LONE_SURROGATES.sub("\ufffd", whole)


def text_content(message: Outgoing) -> JSON:
    """`m.text`, since clients stay silent on an `m.notice`."""
    return {"msgtype": "m.text", "body": body_of(message.text, message.buttons)}


def edit_content(message: Outgoing, of: str) -> JSON:
    """The same words in the place of an earlier message."""
    new = text_content(message)
    relation = {"rel_type": "m.replace", "event_id": of}
    return {"msgtype": "m.text", "body": "* " + new["body"], "m.new_content": new, "m.relates_to": relation}


def file_content(message: Outgoing, file: File, where: JSON) -> JSON:
    """A picture or document with its caption; `where` is its address, or its address and key."""
    kind = "m.image" if file.mime.startswith("image/") else "m.file"
    caption = body_of(message.text, message.buttons) or file.alt or file.name
    info = {"mimetype": file.mime, "size": len(file.data)}
    return {"msgtype": kind, "body": caption, "filename": file.name, "info": info, **where}


def reaction_content(of: str, n: int) -> JSON:
    """One of the numbers under a message that can be pressed."""
    return {"m.relates_to": {"rel_type": "m.annotation", "event_id": of, "key": f"{n}\ufe0f\u20e3"}}


def sorted_reply(reply: Reply) -> Outcome:
    """How sending ended, by the answer of the homeserver."""
    if reply.ok and "event_id" in reply.body:
        return Sent(str(reply.body["event_id"]))
    if reply.limited:
        return NotSent("the homeserver limits the bot", reply.retry_after, limited=True)
    if reply.errcode in _ACCOUNT_ENDED:
        return Halted(reply.why)
    if reply.errcode in _GONE:
        return Unreachable(reply.why)
    if reply.final:
        return Refused(reply.why)
    # Also a proxy that answers in the homeserver's place: it may have passed the message on.
    return Doubt(reply.why)


def sorted_upload(reply: Reply) -> Outcome:
    """How sending ended when the file could not be uploaded: the message itself was never sent."""
    outcome = sorted_reply(reply)
    if isinstance(outcome, Unreachable):
        return Refused(outcome.why)
    if isinstance(outcome, Doubt | Sent):
        return NotSent(f"the file was not taken: {reply.why}")
    return outcome


def sorted_fault(fault: Exception) -> NotSent | Doubt:
    """How sending ended when no answer came: without a connection nothing was sent, else nobody knows."""
    if isinstance(fault, aiohttp.ClientConnectorError | aiohttp.ConnectionTimeoutError):
        return NotSent(f"no connection: {type(fault).__name__}")
    return Doubt(f"no answer: {type(fault).__name__}")


def _without_number(label: str, n: int) -> str:
    """A label that begins with its own number does not get it twice."""
    return re.sub(rf"^{n}[.):]?\s+", "", label)
