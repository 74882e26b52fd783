"""A wijk as its settings describe it: buurten, streets, rhythm, languages and the two questions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time
from zoneinfo import ZoneInfo

from domain.rounds import Rhythm, RoundName

NETHERLANDS = ZoneInfo("Europe/Amsterdam")
ASKS_PER_MONTH = 2
"""How often the service asks one resident something by itself, where the settings say nothing else."""


DUTCH = "nl"
"""What a wijk decides, agrees on and approves is written in it, and never translated by a machine."""
SPOKEN = (DUTCH, "en", "tr", "ar", "pl", "uk")
"""Every language that has words for residents, in the order in which they are offered."""


@dataclass(frozen=True, slots=True)
class District:
    """Settings of one wijk. `questions` are the two of the micro-uitvraag, the same for all in a round."""

    slug: str
    name: str
    neighbourhoods: tuple[str, ...]
    questions: tuple[str, str]
    questions_by_round: Mapping[RoundName, tuple[str, str]] = field(default_factory=dict)
    """Other questions in some rounds; settled before such a round begins."""
    streets: tuple[str, ...] = ()
    postcodes: tuple[str, ...] = ()
    """Four digits each: what a resident may type instead of the wijk's name."""
    languages: tuple[str, ...] = SPOKEN
    rhythm: Rhythm = field(default_factory=Rhythm)
    zone: ZoneInfo = NETHERLANDS
    answer_days: int = 8
    """Days after the end of a round within which everybody who reported hears."""
    meeting_after_days: int = 3
    """Days after the end of a round on which the wijkverband meets, or the first working day from then."""
    meeting_time: time = time(10)
    asks_per_month: int = ASKS_PER_MONTH
    contact: str = ""
    """Where a resident reaches a person: a telephone number, an address, opening hours."""
    page: str = ""
    """Address of the public page; empty when this wijk has none."""
    centres: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    """Buurt -> latitude, longitude of its centre: a shared location becomes the nearest buurt."""

    @property
    def places(self) -> tuple[str, ...]:
        """Names that are no names of people: streets and buurten, and the wijk itself."""
        return (*self.streets, *self.neighbourhoods, self.name)

    def questions_in(self, name: RoundName) -> tuple[str, str]:
        """The two questions of this round."""
        return self.questions_by_round.get(name, self.questions)

    def nearest(self, latitude: float, longitude: float) -> str | None:
        """The buurt whose centre is nearest; None when the settings give no centres."""
        if not self.centres:
            return None
        return min(self.centres, key=lambda name: _distance(self.centres[name], (latitude, longitude)))


def _distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    # At 52 degrees north a degree of longitude is about 0.61 of a degree of latitude.
    return (one[0] - other[0]) ** 2 + (0.61 * (one[1] - other[1])) ** 2
