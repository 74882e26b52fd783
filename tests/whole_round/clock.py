"""A clock in a file, read by the process under test and moved by the test."""

import json
import time
from datetime import datetime, timedelta
from pathlib import Path


class Clock:
    """Runs `rate` times as fast as the real one from the moment it was last set to."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def __call__(self) -> datetime:
        moment, since, rate = json.loads(self.file.read_text())
        return datetime.fromisoformat(moment) + timedelta(seconds=(time.time() - since) * rate)

    def jump(self, moment: datetime, rate: float) -> None:
        """Be at this moment, in one step, so that no reader ever sees half of it."""
        new = self.file.with_suffix(".new")
        new.write_text(json.dumps([moment.isoformat(), time.time(), rate]))
        new.replace(self.file)
