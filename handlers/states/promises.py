"""Where a coordinator stands who says why an answer takes longer."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class ExplainingDelay:
    """Why can nothing be told on this day yet? `sentence` is the answer, while it waits for a yes."""

    promised_on: date
    sentence: str = ""


PromiseState: TypeAlias = ExplainingDelay
