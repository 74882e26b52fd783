"""Titles of topics while people sort: as in the report, for a few groups at a time."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bundling.items import Item
from bundling.places import Gazetteer, PlaceNames, gazetteer
from bundling.titles import Speakers, automatic_titles, given_title, speakers, subject
from domain.messages import Text
from domain.topics import SignalKey


@dataclass(frozen=True, slots=True)
class Names:
    """What titles are made with, the same for all topics of a round."""

    places: Gazetteer
    round: Speakers

    def of(self, groups: Iterable[Sequence[Item]], given: Mapping[SignalKey, str]) -> list[Text]:
        """A title for each group; of two that would be called the same the later takes its next best."""
        found: list[Text] = []
        for inside in groups:
            title = given_title(inside, given)
            if title is None:
                options = automatic_titles(inside, subject(inside, self.places), self.round)
                title = next((one for one in options if one not in found), options[0])
            found.append(title)
        return found


def names(items: Sequence[Item], place: PlaceNames) -> Names:
    """Read the round once."""
    return Names(gazetteer(place, [item.text for item in items]), speakers(items))
