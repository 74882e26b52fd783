"""People by their key: wijk and buurt, roles per wijk, and the room of a wijkverband."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Update, and_, bindparam, case, delete, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.messages import PersonKey, RoomKey
from domain.people import DECIDERS, Candidate, Role
from domain.quiet import USUAL, Quiet
from storage import strangers
from storage.schema import buttons, cards, conversations, outbox, people, roles, rooms

OWNERS = (Role.PARTNER, Role.PROFESSIONAL, Role.COORDINATOR)
"""Who can own an action, in the order in which they are offered."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the wijk's store knows of somebody; the vault adds the language to make a `Person` of it."""

    district: str | None = None
    neighbourhood: str | None = None
    roles: frozenset[Role] = frozenset()
    known: bool = False
    wants_updates: bool = True
    quiet: Quiet = USUAL


_HELD = roles.c.withdrawn_at.is_(None)
_PERSON = (
    select(
        people.c.district,
        people.c.neighbourhood,
        people.c.wants_updates,
        people.c.quiet,
        roles.c.role,
        roles.c.district.label("role_in"),
    )
    .outerjoin_from(people, roles, and_(roles.c.person == people.c.key, _HELD))
    .where(people.c.key == bindparam("key"))
)
_SEEN = insert(people).on_conflict_do_nothing(index_elements=[people.c.key])
_HOLDERS = (
    select(roles.c.person)
    .where(roles.c.district == bindparam("district"), roles.c.role == bindparam("role"), _HELD)
    .order_by(roles.c.id)
)
_CANDIDATES = (
    select(roles.c.person, roles.c.label)
    .where(roles.c.district == bindparam("district"), _HELD, roles.c.role.in_(OWNERS), roles.c.label != "")
    .order_by(case({role: rank for rank, role in enumerate(OWNERS)}, value=roles.c.role), roles.c.id)
)
_GIVE = insert(roles).on_conflict_do_nothing()
_ROOM = select(rooms.c.room).where(rooms.c.district == bindparam("district"))
_DISTRICT = select(rooms.c.district).where(rooms.c.room == bindparam("room"))


async def person(connection: AsyncConnection, key: PersonKey, district: str | None = None) -> Known:
    """Somebody as they are known, with their roles in `district`, or in their own when it is None."""
    rows = (await connection.execute(_PERSON, {"key": key})).all()
    if not rows:
        return Known()
    first = rows[0]
    where = district or first.district
    held = frozenset(row.role for row in rows if row.role is not None and row.role_in == where)
    return Known(
        first.district,
        first.neighbourhood,
        held,
        known=True,
        wants_updates=first.wants_updates,
        quiet=first.quiet or USUAL,
    )


async def seen(connection: AsyncConnection, key: PersonKey, now: datetime) -> None:
    """This person wrote: from now on they are known."""
    await connection.execute(_SEEN, {"key": key, "first_seen": now})


async def choose_district(connection: AsyncConnection, key: PersonKey, district: str) -> None:
    """This person speaks about this wijk; a buurt of another wijk no longer holds."""
    same = case((people.c.district == district, people.c.neighbourhood), else_=None)
    await connection.execute(_person(key).values(district=district, neighbourhood=same))


async def settle(connection: AsyncConnection, key: PersonKey, district: str) -> None:
    """This is their wijk, unless they chose one before."""
    none_yet = people.c.district.is_(None)
    await connection.execute(_person(key).where(none_yet).values(district=district))


async def tell_neighbourhood(connection: AsyncConnection, key: PersonKey, neighbourhood: str | None) -> None:
    """Where this person lives, as far as they said."""
    await connection.execute(_person(key).values(neighbourhood=neighbourhood))


async def set_wants_updates(connection: AsyncConnection, key: PersonKey, wanted: bool) -> None:  # noqa: FBT001
    """A copy of the wish in the vault: who owes an update must be able to see it."""
    await connection.execute(_person(key).values(wants_updates=wanted))


async def unreachable_count(connection: AsyncConnection, district: str) -> int:
    """How many people of this wijk cannot be reached now."""
    found = select(func.count()).where(people.c.district == district, people.c.unreachable_since.isnot(None))
    return int((await connection.execute(found)).scalar_one())


# --- roles and rooms ----------------------------------------------------------------------------


async def give_role(
    connection: AsyncConnection, key: PersonKey, district: str, *, role: Role, label: str, now: datetime
) -> None:
    """Let somebody do what the role may; nothing happens when they hold it already."""
    row = {"person": key, "district": district, "role": role, "label": label, "given_at": now}
    await connection.execute(_GIVE, row)


async def withdraw_role(
    connection: AsyncConnection, key: PersonKey, district: str, role: Role, now: datetime
) -> None:
    """End a role; what was done with it stays."""
    held = (roles.c.person == key, roles.c.district == district, roles.c.role == role, _HELD)
    await connection.execute(update(roles).where(*held).values(withdrawn_at=now))


@dataclass(frozen=True, slots=True)
class Held:
    """A role that somebody has."""

    id: int
    person: PersonKey
    role: Role
    label: str
    given_at: datetime


async def roles_of(connection: AsyncConnection, district: str) -> tuple[Held, ...]:
    """Every role that is held in this wijk, the oldest first."""
    found = select(roles).where(roles.c.district == district, _HELD).order_by(roles.c.id)
    rows = await connection.execute(found)
    return tuple(Held(row.id, PersonKey(row.person), row.role, row.label, row.given_at) for row in rows)


async def holders(connection: AsyncConnection, district: str, role: Role) -> tuple[PersonKey, ...]:
    """Everybody with this role in this wijk, who had it longest first."""
    return tuple((await connection.execute(_HOLDERS, {"district": district, "role": role})).scalars())


async def coordinators(connection: AsyncConnection, district: str) -> tuple[PersonKey, ...]:
    """Who runs the process in this wijk."""
    return await holders(connection, district, Role.COORDINATOR)


async def experts(connection: AsyncConnection, district: str) -> tuple[PersonKey, ...]:
    """Who checks words in this wijk."""
    return await holders(connection, district, Role.EXPERT)


async def deciders(connection: AsyncConnection, district: str) -> tuple[PersonKey, ...]:
    """Everybody who may decide for the wijkverband, each once."""
    found = [key for role in sorted(DECIDERS) for key in await holders(connection, district, role)]
    return tuple(dict.fromkeys(found))


async def candidates(connection: AsyncConnection, district: str) -> tuple[Candidate, ...]:
    """Who can own an action: each person once, under the first label they have, partners first."""
    found: dict[PersonKey, Candidate] = {}
    for row in await connection.execute(_CANDIDATES, {"district": district}):
        found.setdefault(row.person, Candidate(row.person, row.label))
    return tuple(found.values())


async def bind_room(connection: AsyncConnection, room: RoomKey, district: str, now: datetime) -> None:
    """This is the room of the wijkverband of this wijk; an earlier one is let go."""
    await connection.execute(delete(rooms).where((rooms.c.district == district) | (rooms.c.room == room)))
    await connection.execute(insert(rooms), {"room": room, "district": district, "bound_at": now})
    await strangers.gone(connection, room)


async def partnership_room(connection: AsyncConnection, district: str) -> RoomKey | None:
    """The room of the wijkverband, None when none was bound."""
    found: RoomKey | None = (await connection.execute(_ROOM, {"district": district})).scalar_one_or_none()
    return found


async def district_of_room(connection: AsyncConnection, room: RoomKey) -> str | None:
    """The wijk whose wijkverband meets in this room, None for any other room."""
    found: str | None = (await connection.execute(_DISTRICT, {"room": room})).scalar_one_or_none()
    return found


async def room_moved(connection: AsyncConnection, old: RoomKey, new: RoomKey) -> None:
    """A room got another id: everything that waits for it or was said in it goes along."""
    moves = (
        rooms.c.room,
        outbox.c.recipient,
        buttons.c.recipient,
        cards.c.recipient,
    )
    for column in moves:
        await connection.execute(update(column.table).where(column == old).values({column.name: new}))
    await strangers.moved(connection, old, new)
    key = conversations.c.key
    there = or_(key == old, key.startswith(f"{old}/", autoescape=True))
    await connection.execute(update(conversations).where(there).values(key=func.replace(key, old, new)))


def _person(key: PersonKey) -> Update:
    return update(people).where(people.c.key == key)
