"""Where a coordinator stands who asks who reported a signal."""

from dataclasses import dataclass
from typing import TypeAlias

from domain.signals import SignalNumber
from domain.who_reported import Why


@dataclass(frozen=True, slots=True)
class AskingWho:
    """Why does it have to be known? First which ground, then one sentence, which waits for a yes."""

    number: SignalNumber
    why: Why | None = None
    sentence: str = ""


RightsState: TypeAlias = AskingWho
