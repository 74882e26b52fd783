"""Requests to the Bot API: time limits, quiet logs, and two answers that the library tells too vaguely."""

import json
import logging
from dataclasses import dataclass
from datetime import timedelta
from http import HTTPStatus
from ssl import SSLContext
from typing import Any

from telegram.error import BadRequest, TelegramError
from telegram.request import HTTPXRequest

SORTED_BY_LIBRARY = frozenset({400, 401, 403, 404, 409})


@dataclass(frozen=True, slots=True)
class Timeouts:
    """In seconds. `poll` is how long Telegram holds a question for updates, `pause` the first wait when it
    is down (then twice as long each time), `between` the wait between two parts of one long message.
    """

    connect: float = 5.0
    pool: float = 5.0
    read: float = 15.0
    write: float = 20.0
    poll: int = 30
    pause: float = 1.0
    between: float = 1.0


class TooMany(TelegramError):
    """429: not before `after`. The library's own class for it gives a number or a duration by setting."""

    def __init__(self, after: timedelta) -> None:
        super().__init__(f"too many requests, wait {after.total_seconds():.0f} s")
        self.after = after


class Wire(HTTPXRequest):
    """The library's request; every 4xx means that nothing was accepted, also those it does not name."""

    def __init__(self, timeouts: Timeouts, connections: int, trust: SSLContext) -> None:
        super().__init__(
            connection_pool_size=connections,
            connect_timeout=timeouts.connect,
            pool_timeout=timeouts.pool,
            read_timeout=timeouts.read,
            write_timeout=timeouts.write,
            media_write_timeout=timeouts.write * 3,
            httpx_kwargs={"verify": trust},
        )

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:  # noqa: ANN401 - handed on as they are
        code, payload = await super().do_request(*args, **kwargs)
        if code == HTTPStatus.TOO_MANY_REQUESTS:
            raise TooMany(_retry_after(payload))
        if (
            HTTPStatus.BAD_REQUEST <= code < HTTPStatus.INTERNAL_SERVER_ERROR
            and code not in SORTED_BY_LIBRARY
        ):
            raise BadRequest(f"answer {code}")
        return code, payload


def _retry_after(payload: bytes) -> timedelta:
    """The wait that Telegram names; a second when it (or something in between) names none that is one."""
    try:
        return timedelta(seconds=max(1, int(json.loads(payload)["parameters"]["retry_after"])))
    except (ValueError, KeyError, TypeError, OverflowError):
        return timedelta(seconds=1)


def quieten_logs() -> None:
    """Keep the token and the words of people out of the log.

    httpx tells every address at INFO, and the token is in it; the library tells the words at DEBUG and whole
    answers at ERROR. What matters of it comes back to us as an outcome.
    """
    logging.getLogger("httpx").setLevel(logging.WARNING)
    logging.getLogger("httpcore").setLevel(logging.WARNING)
    logging.getLogger("telegram").setLevel(logging.CRITICAL)
