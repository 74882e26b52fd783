"""Fetches updates as raw JSON, so that one that cannot be read does not take the batch with it."""

import asyncio
import json
import logging
import random
import re
from urllib.parse import urlencode

from telegram.error import Conflict, InvalidToken, TelegramError

from bot.chat import AccountRefused, AnotherInstance
from bot.telegram.outcomes import reason
from bot.telegram.updates import ASKED, Torn, number
from bot.telegram.wire import Timeouts, TooMany, Wire

log = logging.getLogger(__name__)

LONGEST_PAUSE = 60.0
TOKEN_REFUSED = "Telegram refuses the token of the bot: ask @BotFather for a new one"  # noqa: S105 - no token
_UPDATE_ID = re.compile(r'"update_id"\s*:\s*(\d{1,18})')
_DECODER = json.JSONDecoder()


class Polling:
    """The questions for updates of one bot. `url` is the address of its API, token included."""

    def __init__(self, url: str, wire: Wire, timeouts: Timeouts) -> None:
        self._url = url
        self._wire = wire
        self._timeouts = timeouts

    async def batch(self, offset: int | None) -> list[object]:
        """What waits, 100 at most, or nothing after a quiet while. A number as `offset` acknowledges all
        before it and does not wait: a question that waits should not hide lower numbers, should they come.
        Outlasts a Telegram that is down; raises `AnotherInstance` and `PermissionError`.
        """
        failures = 0
        while True:
            try:
                return await self._ask(offset)
            except (TelegramError, ValueError) as fault:
                stop_if_final(fault)
                wait = pause(failures, fault, self._timeouts.pause)
                log.warning("Telegram gives no updates (%s), next try in %.1f s", reason(fault), wait)
            failures += 1
            await asyncio.sleep(wait)

    async def _ask(self, offset: int | None) -> list[object]:
        hold = self._timeouts.poll if offset is None else 0
        payload = await self._get(offset, limit=100, hold=hold)
        try:
            return results(payload)
        except (ValueError, RecursionError):
            return await self._one(offset)

    async def _one(self, offset: int | None) -> list[object]:
        """The first update alone: when that one is the unreadable one, at least its number is found. Those
        without a number come along with the first that has one: only its number acknowledges them.
        """
        before = 0
        while True:
            payload = await self._get(offset, limit=before + 1, hold=0)
            try:
                found = results(payload)
            except (ValueError, RecursionError):
                return _torn(payload.decode("utf-8", "replace"), before)
            if len(found) <= before or number(found[-1]) is not None:
                return found
            before = len(found)

    async def _get(self, offset: int | None, limit: int, hold: int) -> bytes:
        asked = {"limit": limit, "timeout": hold, "allowed_updates": json.dumps(ASKED)}
        if offset is not None:
            asked["offset"] = offset
        # `retrieve` sorts the failures as `Bot.get_updates` does, and leaves the answer as it came.
        return await self._wire.retrieve(
            f"{self._url}/getUpdates?{urlencode(asked)}", read_timeout=hold + self._timeouts.read
        )


def results(payload: bytes) -> list[object]:
    """The updates of an answer, each still raw. `ValueError` or `RecursionError` when it is none."""
    answer = json.loads(payload.decode("utf-8", "replace"))
    found = answer.get("result") if isinstance(answer, dict) else None
    if not isinstance(found, list):
        raise ValueError("no list of updates")  # noqa: TRY004 - outside data, not a wrong argument
    return found


def _torn(text: str, before: int) -> list[object]:
    """An answer whose last update cannot be read: the `before` whole ones, and what is known of that one."""
    whole: list[object] = []
    rest = text.partition("[")[2] if before else text
    try:
        for _ in range(before):
            one, end = _DECODER.raw_decode(rest)
            whole.append(one)
            rest = rest[end:].lstrip(", ")
    except (ValueError, RecursionError):
        raise ValueError("no answer of the Bot API") from None
    found = _UPDATE_ID.search(rest)
    if found is None:
        raise ValueError("no answer of the Bot API")
    return [*whole, Torn(int(found[1]), rest)]


def stop_if_final(fault: Exception) -> None:
    """Raise what no waiting mends. `from None`: the library's words for it hold the token."""
    if isinstance(fault, InvalidToken):
        raise AccountRefused(TOKEN_REFUSED) from None
    if isinstance(fault, Conflict) and "webhook" in fault.message.casefold():
        raise PermissionError(
            "Telegram sends the updates of this bot to a webhook: delete that one first"
        ) from None
    if isinstance(fault, Conflict):
        raise AnotherInstance("another program fetches the updates of this bot") from None


def pause(failures: int, fault: Exception, first: float) -> float:
    """How long to wait after so many failures in a row: doubled each time, with jitter, or as told."""
    if isinstance(fault, TooMany):
        return fault.after.total_seconds()
    return float(min(LONGEST_PAUSE, first * 2 ** min(failures, 16)) * random.uniform(0.5, 1.0))  # noqa: S311 - only spreads retries
