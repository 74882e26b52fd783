"""Invitations to rooms: a few at a time, and of one person not many, so that a flood holds up nobody else."""

from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta

AT_ONCE = 5
"""Joined in one round; people who spoke meanwhile are heard before the next ones."""
PER_MINUTE = 30
OF_ONE = 5
"""Of one person in an hour: who needs more rooms with the bot than this has no signal to give."""
TRIES = 5
MOST_WAITING = 1_000
_MINUTE, _HOUR = timedelta(minutes=1), timedelta(hours=1)


@dataclass(slots=True)
class Invitation:
    """To this room, by this person; `tries` joins did not work."""

    room: str
    inviter: str
    tries: int = 0


@dataclass(slots=True)
class Invitations:
    """Those that were not answered yet, the oldest first, and how many were taken up lately."""

    _waiting: dict[str, Invitation] = field(default_factory=dict)
    _joined: deque[datetime] = field(default_factory=deque)
    _of: dict[str, deque[datetime]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self._waiting)

    def came(self, room: str, inviter: str) -> None:
        """Somebody invites us. Beyond a thousand that wait the sender of one more has to ask again."""
        if room in self._waiting or len(self._waiting) < MOST_WAITING:
            self._waiting[room] = Invitation(room, inviter)

    def next(self, now: datetime) -> tuple[list[Invitation], list[Invitation]]:
        """Which to take up now, and which to decline: theirs is full for this hour."""
        _forget(self._joined, now - _MINUTE)
        for inviter in [one for one, moments in self._of.items() if moments[-1] <= now - _HOUR]:
            del self._of[inviter]
        declined = [one for one in self._waiting.values() if self._full(one.inviter, now)][:AT_ONCE]
        room = min(AT_ONCE, PER_MINUTE - len(self._joined))
        taken: list[Invitation] = []
        for one in self._waiting.values():
            if len(taken) < room and not self._full(one.inviter, now):
                self._of.setdefault(one.inviter, deque()).append(now)
                self._joined.append(now)
                taken.append(one)
        return taken, declined

    def answered(self, one: Invitation, *, settled: bool) -> None:
        """It was, or what failed is tried again at the end of the row, a few times."""
        self._waiting.pop(one.room, None)
        one.tries += 1
        if not settled and one.tries < TRIES:
            self._waiting[one.room] = one

    def _full(self, inviter: str, now: datetime) -> bool:
        moments = self._of.get(inviter, deque())
        _forget(moments, now - _HOUR)
        return len(moments) >= OF_ONE


def _forget(moments: deque[datetime], before: datetime) -> None:
    while moments and moments[0] <= before:
        moments.popleft()
