"""A backup that is killed half-way beside the running service, and one that is not.

    python -m tests.endure.backing CONFIG FOLDER

Ends with 1 and a line when the killed one left something that looks like a backup, or the other one failed.
"""

import os
import signal
import sys
from pathlib import Path

from bot.command_line import Tools, build
from storage.points import Point, listen
from tests.whole_round.clock import Clock

BACKUPS = "wijksignaal-*"


def main() -> None:
    """Both."""
    config, folder = map(Path, sys.argv[1:])
    child = os.fork()
    if child == 0:
        listen(_die)
        os._exit(_backed_up(config, folder))
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if code != -signal.SIGKILL:
        sys.exit(f"the backup ended with {code}, and not by its kill")
    if list(folder.glob(BACKUPS)):
        sys.exit("a backup that was killed looks like one that was not")
    if code := _backed_up(config, folder):
        sys.exit(f"the backup after it ended with {code}")
    if len(list(folder.glob(BACKUPS))) != 1:
        sys.exit("there is not one backup")


def _die(point: Point) -> None:
    if point is Point.BACKUP_MID:
        os.kill(os.getpid(), signal.SIGKILL)


def _backed_up(config: Path, folder: Path) -> int:
    tools = Tools(Clock(config.parent / "clock"), run=lambda *_: 0, demo=lambda *_: 0)
    try:
        build(tools)(["backup", "--config", str(config), "-o", str(folder)])
    except SystemExit as end:
        return int(end.code or 0)
    return 0


if __name__ == "__main__":
    main()
