"""What can be wrong around a store, and how somebody mends it, in one plain line.

Both engines tell it in their own way: SQLite by a number, PostgreSQL by a SQLSTATE. Here it becomes one of
two things: `STORE_DOWN` (the same work succeeds later) or `StoreUnusable` (not until a person acts).
"""

from typing import Any

import asyncpg
from sqlalchemy import Engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError

STORE_DOWN = (OperationalError, InterfaceError, OSError)
"""Disk full, locked, read-only, server away: the same work succeeds later. Others are of the work itself."""


class StoreUnusable(Exception):
    """The store cannot be used as it has to be; the message says why and what to do."""


class StoreAway(ConnectionError):
    """The database server does not answer, or the instance lock is not ours now."""


DAMAGED = "the store is damaged. Stop the service, keep a copy of the files, and restore the last backup"
_BY_SQLITE_NUMBER = {
    5: "another program holds the store: end it (a copy that runs, an open sqlite3)",
    6: "another program holds the store: end it (a copy that runs, an open sqlite3)",
    8: "the store may only be read: give its files and its folder back to the user of the service",
    10: "the disk does not take what is written: look at its room, its quota and the log of the system",
    13: "the disk of the store is full: make room",
    14: "the store cannot be opened: look whether its folder is there, and whose it is",
}
_BY_SQLSTATE = {
    "08": "the database server went away: start it again",
    "25": "the database takes nothing, it may only be read: make it writable (a standby that took over?)",
    "28": "the database server refuses the account: look at storage.url",
    "40": "the database server undid the work because of other work: it is done again",
    "53": "the database server has no room: look at its disk, its memory and its number of connections",
    "55": "another program holds the database: end it",
    "57": "the database server stops or starts: wait, or start it again",
    "58": "the disk of the database server fails: look at its log",
}
_AWAY = "the database server does not answer: start it, and look at storage.url"
_CORRUPT, _NO_DATABASE = 11, 26
_LOCKED = "55P03"


def plain(fault: BaseException) -> str:
    """What is wrong, and how to mend it. Nothing of what was to be written."""
    if isinstance(fault, StoreAway | StoreUnusable):
        return str(fault)
    cause = fault.orig if isinstance(fault, DBAPIError) and fault.orig else fault
    number, state = _sqlite_number(cause), _sqlstate(cause)
    if number is not None:
        return _BY_SQLITE_NUMBER.get(
            number, f"the store does not take what is written ({type(cause).__name__})"
        )
    if state:
        return _BY_SQLSTATE.get(state[:2], f"the database refuses the work ({state})")
    return f"it does not answer ({type(cause).__name__})"


def held_by_another(fault: DBAPIError) -> bool:
    """PostgreSQL: somebody else holds what was asked for, and we waited long enough."""
    return fault.orig is not None and _sqlstate(fault.orig) == _LOCKED


def sort_faults(engine: Engine) -> None:
    """From here on a fault of this engine that lies around it is one of the two things above."""
    event.listen(engine, "handle_error", _sorted, retval=True)


async def connect_postgres(*given: Any, **named: Any) -> Any:  # noqa: ANN401 - handed on as they are
    """A connection; while the server stops or starts it is just away."""
    try:
        return await asyncpg.connect(*given, **named)
    except (asyncpg.PostgresError, asyncpg.InterfaceError) as fault:
        if (_sqlstate(fault) or "")[:2] in {"28", "3D"}:
            raise StoreUnusable(f"the database server refuses us ({fault}): look at storage.url") from None
        raise StoreAway(plain(fault)) from None
    except OSError as fault:
        raise StoreAway(_AWAY) from fault


def _sorted(context: ExceptionContext) -> BaseException | None:
    number, state = _sqlite_number(context.original_exception), _sqlstate(context.original_exception) or ""
    if number in {_CORRUPT, _NO_DATABASE} or state.startswith("XX00"):
        return StoreUnusable(DAMAGED)
    outside = state[:2] in _BY_SQLSTATE or _cut(context.original_exception)
    if outside and not isinstance(context.sqlalchemy_exception, STORE_DOWN):
        return OperationalError(None, None, context.original_exception, hide_parameters=True)
    return None


def _cut(fault: BaseException) -> bool:
    """The line broke while the server was at work; asyncpg gives this no SQLSTATE of the server."""
    return isinstance(
        fault.__cause__,
        asyncpg.PostgresConnectionError | asyncpg.InterfaceError | asyncpg.InternalClientError,
    )


def _sqlite_number(fault: BaseException) -> int | None:
    found: int | None = getattr(fault, "sqlite_errorcode", None)
    return None if found is None else found & 0xFF


def _sqlstate(fault: BaseException) -> str | None:
    found: str | None = getattr(fault, "sqlstate", None)
    return found
