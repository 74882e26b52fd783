"""What commands are handed by the start of the program, and how they say that something is wrong."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from rich.console import Console

from bot.config import Settings
from domain.messages import PersonKey
from storage.engine import Store

FAILED, WRONG_USE, IN_USE = 1, 2, 75
"""Exit codes: it did not work; it was asked wrongly, or the settings are wrong; another instance runs."""


async def nobody_known(_store: Store, _person: PersonKey) -> str:
    """Where nobody handed over how to find an address, none is known."""
    return "No address is known."


@dataclass(frozen=True, slots=True)
class Tools:
    """The clock, and the two commands that are a service. Both give an exit code."""

    clock: Callable[[], datetime]
    run: Callable[[Settings, Path], int]
    """Settings and the file they came from."""
    demo: Callable[[int, Path | None], int]
    """Port and, when the demo is to be kept, its folder."""
    address_of: Callable[[Store, PersonKey], Awaitable[str]] = nobody_known
    """Where somebody is written to. Only the start of the program may open the vault; asked by `who show`."""


class Complaint(Exception):
    """What is wrong, one line a fault; it ends the command."""

    code = FAILED

    def __init__(self, *lines: str) -> None:
        super().__init__("\n".join(lines))
        self.lines: Sequence[str] = lines


class Failed(Complaint):
    """It was asked well, and it did not work."""


class WrongUse(Complaint):
    """It was asked wrongly: an option, a file or a setting has to be mended first."""

    code = WRONG_USE


def counted(number: int, one: str, more: str) -> str:
    """A number with its word."""
    return f"{number} {one if number == 1 else more}"


def aside() -> Console:
    """Progress, questions and remarks go to stderr: stdout is for what was asked for."""
    return Console(stderr=True, highlight=False)
