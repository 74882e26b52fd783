"""Where a conversation stands, and the open choices of the last question, so that they can be typed too."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, delete, or_, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.messages import Choice
from storage.codec import dump_choices, load_choices
from storage.schema import conversations


@dataclass(frozen=True, slots=True)
class Conversation:
    """`state` is the JSON that `handlers.states.dump` made."""

    state: str
    choices: tuple[Choice, ...] = ()
    at: datetime | None = None
    """When it came to stand there."""


_STATE = select(conversations.c.state, conversations.c.choices, conversations.c.updated_at).where(
    conversations.c.key == bindparam("key")
)
_INSERT = insert(conversations)
_KEEP = _INSERT.on_conflict_do_update(
    index_elements=[conversations.c.key],
    set_={name: _INSERT.excluded[name] for name in ("state", "choices", "updated_at")},
)


async def state_of(connection: AsyncConnection, key: str) -> Conversation | None:
    """The conversation under this key: a person, or a person in a room; None before the first word."""
    row = (await connection.execute(_STATE, {"key": key})).one_or_none()
    return None if row is None else Conversation(row.state, load_choices(row.choices), row.updated_at)


async def keep(
    connection: AsyncConnection, key: str, state: str, choices: tuple[Choice, ...], now: datetime
) -> None:
    """Keep where it stands now."""
    row = {"key": key, "state": state, "choices": dump_choices(choices), "updated_at": now}
    await connection.execute(_KEEP, row)


async def offer(
    connection: AsyncConnection,
    key: str,
    choices: tuple[Choice, ...],
    now: datetime,
    *,
    idle: str,
    passing: tuple[str, ...],
) -> None:
    """A notice with buttons arrived: they can be typed too, unless a question that cannot pass is open."""
    row = {"key": key, "state": idle, "choices": dump_choices(choices), "updated_at": now}
    kept = {name: _INSERT.excluded[name] for name in ("state", "choices", "updated_at")}
    open_to_news = or_(*(conversations.c.state.startswith(f'["{name}"', autoescape=True) for name in passing))
    offered = _INSERT.on_conflict_do_update(
        index_elements=[conversations.c.key], set_=kept, where=open_to_news
    )
    await connection.execute(offered, row)


async def end(connection: AsyncConnection, key: str) -> None:
    """Forget where it stood: after `wissen` nothing of the conversation is kept."""
    await connection.execute(delete(conversations).where(conversations.c.key == key))
