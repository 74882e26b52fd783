"""Stores that a restore put aside, in a folder beside the one that took their place."""

from datetime import datetime
from pathlib import Path
from shutil import rmtree

_NAME = "before-restore-{:%Y%m%dT%H%M%SZ}"
_ANY = "before-restore-*"


def name_at(now: datetime) -> str:
    """How such a folder is called."""
    return _NAME.format(now)


def remove(main: Path, before: datetime) -> None:
    """Those that were put there before this moment go."""
    for path in main.parent.glob(_ANY):
        if path.name < name_at(before):
            rmtree(path)
