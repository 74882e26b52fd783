"""Buttons: an opaque token that says nothing, bound to who may press it, used once, good for 90 days."""

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.heard import Pressed
from domain.messages import Act, Message, Recipient
from storage.schema import buttons

VALID = timedelta(days=90)
TOKEN_BYTES = 16

_PRESS = (
    update(buttons)
    .where(
        buttons.c.token == bindparam("pressed"),
        buttons.c.recipient == bindparam("by"),
        buttons.c.used_at.is_(None),
        buttons.c.expires_at > bindparam("now"),
    )
    .values(used_at=bindparam("now"))
    .returning(buttons.c.verb, buttons.c.about, buttons.c.district)
)


async def make_buttons(
    connection: AsyncConnection, messages: Sequence[Message], now: datetime, district: str = ""
) -> list[tuple[str, ...]]:
    """A token for every choice of every message; a role behind it counts in this wijk only."""
    tokens = [tuple(secrets.token_urlsafe(TOKEN_BYTES) for _ in one.choices) for one in messages]
    rows: list[dict[str, Any]] = [
        {
            "token": token,
            "recipient": message.to,
            "verb": choice.act.verb,
            "about": choice.act.about,
            "district": district,
            "expires_at": now + VALID,
        }
        for message, own in zip(messages, tokens, strict=True)
        for token, choice in zip(own, message.choices, strict=True)
    ]
    if rows:
        await connection.execute(insert(buttons), rows)
    return tokens


async def press(connection: AsyncConnection, token: str, by: Recipient, now: datetime) -> Pressed | None:
    """What the button does; None when it was used, has expired, or was given to somebody else.

    `by` is the key of the person in their own chat, or of the room in which everybody may press it.
    """
    row = (await connection.execute(_PRESS, {"pressed": token, "by": by, "now": now})).one_or_none()
    return None if row is None else Pressed(Act(row.verb, row.about), row.district)


async def look(connection: AsyncConnection, token: str, by: Recipient, now: datetime) -> Pressed | None:
    """What pressing it would do, without using it up: for a choice that was typed, or set below a message."""
    free = select(buttons.c.verb, buttons.c.about, buttons.c.district).where(
        buttons.c.token == token,
        buttons.c.recipient == by,
        buttons.c.used_at.is_(None),
        buttons.c.expires_at > now,
    )
    row = (await connection.execute(free)).one_or_none()
    return None if row is None else Pressed(Act(row.verb, row.about), row.district)


async def give_back(connection: AsyncConnection, token: str) -> None:
    """The press changed nothing: the button stays good."""
    await connection.execute(update(buttons).where(buttons.c.token == token).values(used_at=None))
