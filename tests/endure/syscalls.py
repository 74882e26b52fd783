"""What a process asks of the machine, in order: what it writes, syncs, sends and receives, by strace."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

LONGEST = 400_000
"""Bytes of one call that are written down: more than any page or message has."""


@dataclass(frozen=True, slots=True)
class Wrote:
    """Handed to the machine; on the disk only when the file was synced after it."""

    file: Path
    at: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Shortened:
    file: Path
    size: int


@dataclass(frozen=True, slots=True)
class Removed:
    file: Path


@dataclass(frozen=True, slots=True)
class Synced:
    """Everything written to the file before is on the disk: the call came back."""

    file: Path


@dataclass(frozen=True, slots=True)
class Sent:
    """Bytes on their way to somebody."""

    data: bytes


@dataclass(frozen=True, slots=True)
class Received:
    """Bytes from somebody."""

    data: bytes


Deed: TypeAlias = Wrote | Shortened | Removed | Synced | Sent | Received

_CALL = re.compile(r"(\d+) +(\w+)\((.*)", re.DOTALL)
_RESUMED = re.compile(r"(\d+) +<\.\.\. (\w+) resumed>(.*)", re.DOTALL)
_FD = re.compile(r"\d+<([^>]*)>")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_NUMBERS = re.compile(r", (\d+)(?=[,)]|$| <unfinished)")
_RESULT = re.compile(r"\) += +(-?\d+)")
UNFINISHED = " <unfinished ...>"
AT_RETURN = {"fdatasync", "fsync", "recvfrom"}
"""What counts only once it is done; all others count from the moment they are asked."""


def command(log: Path) -> tuple[str, ...]:
    """Put this before a command, and its calls, and those of its children, go into the log."""
    shown = ("-f", "--seccomp-bpf", "-y", "-xx", "-s", str(LONGEST), "-e", "signal=none")
    return ("strace", "-qq", *shown, "-e", f"trace={','.join(CALLS)}", "-o", str(log))


def deeds(log: Path) -> Iterator[Deed]:
    """The log, read; calls that failed are left out."""
    begun: dict[str, str] = {}
    with log.open() as lines:
        for line in lines:
            if resumed := _RESUMED.match(line):
                pid, name, rest = resumed.groups()
                found = _deed(name, begun.pop(pid, "") + rest) if name in AT_RETURN else None
            elif call := _CALL.match(line):
                pid, name, rest = call.groups()
                unfinished = rest.rstrip().endswith(UNFINISHED)
                if unfinished:
                    begun[pid] = rest.rstrip().removesuffix(UNFINISHED)
                found = None if unfinished and name in AT_RETURN else _deed(name, rest)
            else:
                continue
            if found is not None:
                yield found


def _deed(name: str, rest: str) -> Deed | None:
    result = _RESULT.search(rest)
    if result and int(result[1]) < 0:
        return None
    file = Path(_plain(found[1])) if (found := _FD.match(rest)) else Path()
    return _MADE[name](file, rest)


def _sent_to_a_socket(file: Path, rest: str) -> Sent | None:
    """Sockets are written to as well; a store is never written to without a place."""
    return Sent(_data(rest)) if file.name.startswith("socket:") else None


_MADE: dict[str, Callable[[Path, str], Deed | None]] = {
    "pwrite64": lambda file, rest: Wrote(file, _last_number(rest), _data(rest)),
    "write": _sent_to_a_socket,
    "sendto": lambda _, rest: Sent(_data(rest)),
    "sendmsg": lambda _, rest: Sent(_data(rest)),
    "recvfrom": lambda _, rest: Received(_data(rest)),
    "ftruncate": lambda file, rest: Shortened(file, _last_number(rest)),
    "fdatasync": lambda file, _: Synced(file),
    "fsync": lambda file, _: Synced(file),
    "unlink": lambda _, rest: Removed(Path(_data(rest).decode())),
}
CALLS = tuple(_MADE)


def _last_number(rest: str) -> int:
    return int(_NUMBERS.findall(rest)[-1])


def _plain(text: str) -> str:
    return bytes.fromhex(text.replace("\\x", "")).decode() if text.startswith("\\x") else text


def _data(rest: str) -> bytes:
    return b"".join(bytes.fromhex(found.replace("\\x", "")) for found in _TEXT.findall(rest))


def of_store(all_: Iterator[Deed], folder: Path) -> Sequence[Deed]:
    """Without the files of others, and without SQLite's index of its log, which no crash outlives."""
    return [one for one in all_ if isinstance(one, Sent | Received) or _kept(one.file, folder)]


def _kept(file: Path, folder: Path) -> bool:
    return file.parent == folder and ".sqlite" in file.name and not file.name.endswith("-shm")
