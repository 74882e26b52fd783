"""When people want to be written to.

It stands with the people and not in the vault: the sender can look before an address is opened, and
`gegevens` and `wissen` know of it without a word of code. It leads to nobody.
"""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.districts import NETHERLANDS
from domain.messages import Kind, PersonKey
from domain.quiet import USUAL, Quiet, quiet_until
from storage.outbox import Queued, is_in
from storage.schema import outbox, people
from storage.states import Delivery

_WISH = select(people.c.quiet, people.c.district).where(people.c.key == bindparam("key"))


async def choose(connection: AsyncConnection, key: PersonKey, quiet: Quiet, now: datetime) -> None:
    """From now on they are written to at these hours; what waits already is looked at anew."""
    await connection.execute(update(people).where(people.c.key == key).values(quiet=quiet))
    waiting = (
        outbox.c.recipient == key,
        outbox.c.kind == Kind.UPDATE,
        is_in(outbox.c.state, Delivery.PENDING),
    )
    await connection.execute(update(outbox).where(*waiting).values(not_before=now))


async def wait_until(
    connection: AsyncConnection, queued: Queued, zones: Mapping[str, ZoneInfo], now: datetime
) -> datetime | None:
    """Until when this message has to wait. News waits for the hours of its reader, and nothing else does."""
    if queued.message.kind is not Kind.UPDATE:
        return None
    wish = (await connection.execute(_WISH, {"key": queued.message.to})).one_or_none()
    if wish is None:
        return quiet_until(USUAL, now, NETHERLANDS)
    return quiet_until(wish.quiet or USUAL, now, zones.get(wish.district, NETHERLANDS))
