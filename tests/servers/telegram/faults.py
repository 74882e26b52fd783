"""What goes wrong between the bot and Telegram: chosen calls, a number of times, or by chance."""

from dataclasses import dataclass, field
from random import Random
from typing import Literal


@dataclass(frozen=True)
class Fault:
    """How one call ends otherwise. `accepted` says whether it is carried out all the same."""

    code: int = 0
    """HTTP status of the answer; 0 leaves it as it would be."""
    description: str = ""
    parameters: dict[str, int] = field(default_factory=dict)
    body: str | None = None
    """The answer word for word, instead of JSON."""
    accepted: bool = False
    cut: Literal["", "all", "half"] = ""
    """The connection ends before the answer, or in the middle of it."""
    delay: float = 0.0


def limited(after: int) -> Fault:
    """Too many requests: come back later."""
    said = f"Too Many Requests: retry after {after}"
    return Fault(429, said, {"retry_after": after})


def blocked() -> Fault:
    """The person blocked the bot."""
    return Fault(403, "Forbidden: bot was blocked by the user")


def chat_not_found() -> Fault:
    """Nobody ever wrote from there."""
    return Fault(400, "Bad Request: chat not found")


def migrated(to: int) -> Fault:
    """The group got another id."""
    said = "Bad Request: group chat was upgraded to a supergroup chat"
    return Fault(400, said, {"migrate_to_chat_id": to})


def refused(description: str) -> Fault:
    """A 400 with these words."""
    return Fault(400, f"Bad Request: {description}")


def broken(code: int = 500, *, accepted: bool = False) -> Fault:
    """A server error; `accepted`: it was carried out all the same."""
    return Fault(code, "Internal Server Error" if code == 500 else "Bad Gateway", accepted=accepted)


def garbled(*, accepted: bool = True) -> Fault:
    """A page of something in between, with 200."""
    return Fault(200, body="<html><body>Sign in to the network</body></html>", accepted=accepted)


def slow(seconds: float, *, accepted: bool = True) -> Fault:
    """The answer (or with `accepted=False`, the deed as well) comes late."""
    return Fault(accepted=accepted, delay=seconds)


def cut(*, accepted: bool, half: bool = False) -> Fault:
    """The line breaks before the call counts, or after it (then half of the answer may have come)."""
    return Fault(accepted=accepted, cut="half" if half else "all")


@dataclass
class _Rule:
    fault: Fault
    method: str
    chat: int | None
    times: int | None
    share: float


class Faults:
    """The faults that still wait for their call. Chance is repeatable: it comes from a seed."""

    def __init__(self, seed: int = 1) -> None:
        self._chance = Random(seed)
        self._rules: list[_Rule] = []
        self.met = 0
        """How many calls met one."""

    def add(
        self,
        fault: Fault,
        method: str = "",
        *,
        chat: int | None = None,
        times: int | None = 1,
        share: float = 1.0,
    ) -> None:
        """For the next `times` calls (None: until `clear`) of this method (any) to this chat (any); with a
        `share`, for that part of them.
        """
        self._rules.append(_Rule(fault, method.casefold(), chat, times, share))

    def clear(self) -> None:
        self._rules.clear()

    def meet(self, method: str, chat: str) -> Fault | None:
        """The fault that this call meets, if any; it is used up."""
        for rule in self._rules:
            if rule.method not in ("", method) or rule.chat not in (None, _number(chat)):
                continue
            if rule.share < 1.0 and self._chance.random() >= rule.share:
                continue
            if rule.times is not None:
                rule.times -= 1
            self._rules = [one for one in self._rules if one.times != 0]
            self.met += 1
            return rule.fault
        return None


def _number(chat: str) -> int | None:
    return int(chat) if chat.lstrip("-").isdecimal() else None
