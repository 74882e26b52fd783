"""The limits on sending that Telegram names: 1 a second a chat, 20 a minute a group, 30 a second in all."""

from collections import deque
from dataclasses import dataclass, field
from math import ceil

from tests.servers.telegram.world import Chat


@dataclass
class Limits:
    """Counts what is sent; with `punish`, what is too much gets 429."""

    punish: bool = False
    broken: int = 0
    """How often the bot sent more than it may."""
    _all: deque[float] = field(default_factory=deque)
    _chats: dict[int, deque[float]] = field(default_factory=dict)

    def wait(self, chat: Chat, now: float) -> int:
        """Seconds that this message comes too early; 0 when it may be sent (and then it counts)."""
        own = self._chats.setdefault(chat.id, deque())
        windows = [(self._all, 30, 1.0), (own, 1, 1.0)]
        if chat.kind != "private":
            windows.append((own, 20, 60.0))
        early = max(_early(sent, allowed, span, now) for sent, allowed, span in windows)
        if early > 0:
            self.broken += 1
            return ceil(early) if self.punish else 0
        for sent in (self._all, own):
            sent.append(now)
            while sent[0] < now - 60:
                sent.popleft()
        return 0


def _early(sent: deque[float], allowed: int, span: float, now: float) -> float:
    """How long until fewer than `allowed` lie in the last `span` seconds."""
    recent = [at for at in sent if at > now - span]
    return recent[-allowed] + span - now if len(recent) >= allowed else 0.0
