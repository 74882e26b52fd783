"""Stores that a restore put aside, in a folder beside the one that took their place."""

from datetime import datetime, timedelta
from pathlib import Path
from shutil import rmtree

_NAME = "before-restore-{:%Y%m%dT%H%M%SZ}"
_ANY = "before-restore-*"


def name_at(now: datetime) -> str:
    """How such a folder is called."""
    return _NAME.format(now)


def free_name(main: Path, now: datetime) -> str:
    """One that no folder has yet: after the clock was put back two restores may come at the same moment."""
    while (main.parent / name_at(now)).exists():
        now += timedelta(seconds=1)
    return name_at(now)


def remove(main: Path, before: datetime) -> None:
    """Those that were put there before this moment go."""
    for path in main.parent.glob(_ANY):
        if path.name < name_at(before):
            rmtree(path)
