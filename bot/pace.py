"""How fast may be sent: the platform's limits, kept before it has to say so (promises 1, P16).

Pure: a moment in, how long to wait out. One per account.
"""

from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.chat import Platform

TOO_MANY = 3
SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Limits:
    """Time between any two messages and two in one chat, and messages a minute in a group (None: any)."""

    apart: timedelta = timedelta()
    per_chat: timedelta = timedelta()
    per_group_minute: int | None = None
    at_once: int = 1
    """So many are under way beside one another: their way there and back takes longer than their turn."""


LIMITS = {
    # Telegram names 30 a second in all, one a second in a chat and 20 a minute in a group, edits too. It
    # counts when a message arrives. Whatever is under way may arrive late, at once, with those of the next
    # second behind it: 24 of that second, four that were under way, one that came late for its turn.
    Platform.TELEGRAM: Limits(apart=SECOND / 24, per_chat=1.1 * SECOND, per_group_minute=19, at_once=4),
    Platform.MATRIX: Limits(),
    Platform.LOCAL: Limits(),
}


@dataclass(slots=True)
class Pace:
    """What was sent in the last minute, and how long the next message must wait."""

    limits: Limits
    _next: datetime | None = None
    _chats: dict[str, deque[datetime]] = field(default_factory=dict)
    _paused_until: datetime | None = None
    _limited: deque[datetime] = field(default_factory=deque)
    _seen: datetime | None = None

    def wait(self, room: str, now: datetime, *, group: bool) -> timedelta:
        """How long this message must wait; nothing when it may go now."""
        waits = [self.rest(now)]
        sent = self._chats.get(room, deque())
        if sent:
            waits.append(sent[-1] + self.limits.per_chat - now)
        if group and self.limits.per_group_minute is not None:
            waits.append(_full(sent, self.limits.per_group_minute, MINUTE, now))
        return max(waits)

    def rest(self, now: datetime) -> timedelta:
        """How long every message must wait, wherever it goes."""
        self._look_at_clock(now)
        waits = [timedelta()]
        if self._paused_until is not None:
            waits.append(self._paused_until - now)
        if self._next is not None:
            waits.append(self._next - now)
        return max(waits)

    def _look_at_clock(self, now: datetime) -> None:
        """When it was put back, moments of before say nothing: nobody waits two hours for them."""
        if self._seen is not None and now < self._seen - SECOND:
            self._next = None
            self._chats.clear()
            self._limited.clear()
            self._paused_until = None
        self._seen = now

    def sent(self, room: str, now: datetime) -> None:
        """A message goes out now."""
        # Who comes late, by one turn at most, keeps their turn: otherwise every little delay adds up.
        turn = now - self.limits.apart
        self._next = max(self._next or turn, turn) + self.limits.apart
        self._chats.setdefault(room, deque()).append(now)
        # A room that is never quiet for a minute would be counted from its first message on.
        _forget(self._chats[room], now - MINUTE)
        for name in [name for name, moments in self._chats.items() if moments[-1] <= now - MINUTE]:
            del self._chats[name]

    def limited(self, now: datetime, after: timedelta) -> None:
        """The platform said "too many": three of these in ten seconds pause everything."""
        self._limited.append(now)
        _forget(self._limited, now - 10 * SECOND)
        if len(self._limited) >= TOO_MANY:
            self.pause(now + after)

    def pause(self, until: datetime) -> None:
        """Nothing goes out before this moment."""
        self._paused_until = until


def _full(moments: deque[datetime], most: int, window: timedelta, now: datetime) -> timedelta:
    """How long until one more fits in the window."""
    recent = [moment for moment in moments if moment > now - window]
    return recent[-most] + window - now if len(recent) >= most else timedelta()


def _forget(moments: deque[datetime], before: datetime) -> None:
    while moments and moments[0] <= before:
        moments.popleft()
