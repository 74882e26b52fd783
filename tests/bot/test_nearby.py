"""Which topics of the running round somebody is asked about: those of others."""

from collections.abc import Mapping

import pytest

from bot import nearby
from bot.nearby import Nearby
from bot.texts import Words
from bundling.bundle import Bundle, bundle
from bundling.items import Item
from bundling.vectors import Remembered
from domain.districts import District
from domain.rounds import RoundName
from domain.signals import SignalNumber

pytestmark = pytest.mark.asyncio
WIJK = District("boomgaard", "De Boomgaard", ("Appelhof",), ("Wat gaat goed?", "Wat kan beter?"))
LAMP = "de lantaarn bij het paadje achter de flat is stuk, het is daar pikkedonker"


async def bundled(*items: Item) -> Nearby:
    """The topics of a round in which this was said."""
    given = {SignalNumber(str(item.id)): item for item in items}

    async def found(
        _district: District, _name: RoundName, _model: Remembered | None
    ) -> tuple[Bundle, Mapping[SignalNumber, Item]]:
        return bundle(items), given

    made = Nearby(found, Words(), (WIJK,))
    await made.refresh("boomgaard", RoundName("2026-10"))
    return made


async def test_nobody_is_their_own_neighbour() -> None:
    """What somebody just said may be bundled already: it is not offered to them, and not counted."""
    alone = await bundled(Item("2026-0001", LAMP, "p:anna"))
    assert alone.likely("boomgaard", LAMP, "nl", speaker="p:anna", about="2026-0001") == ()
    assert [one.people for one in alone.likely("boomgaard", LAMP, "nl", speaker="p:ben")] == [1]


async def test_others_are_counted_without_the_speaker() -> None:
    """Two said it, one of them asks: one neighbour, and the signal offered is the neighbour's."""
    both = await bundled(Item("2026-0001", LAMP, "p:anna"), Item("2026-0002", LAMP, "p:ben"))
    (near,) = both.likely("boomgaard", LAMP, "nl", speaker="p:ben", about="2026-0002")
    assert (near.people, near.signal) == (1, "2026-0001")


async def test_a_round_too_large_is_not_laid_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """All desks together hold so many pairs: four here, so that two signals can be sorted and three not."""
    monkeypatch.setattr(nearby, "PAIRS", 4)
    said = [Item(f"2026-000{n}", LAMP, f"p:{n}") for n in range(1, 4)]
    laid, count = (await bundled(*said[:2])).on_desk("boomgaard")
    assert (laid is not None, count) == (True, 2)
    assert (await bundled(*said)).on_desk("boomgaard") == (None, 3)


async def test_a_respondent_is_left_out_as_well() -> None:
    """A professional logs for others: only the respondent whose answer it is about is left out."""
    logged = (
        Item("2026-0001", LAMP, "p:sanne", source="uitvraag", respondent="u1"),
        Item("2026-0002", LAMP, "p:sanne", source="uitvraag", respondent="u2"),
    )
    (near,) = (await bundled(*logged)).likely("boomgaard", LAMP, "nl", speaker="p:sanne", about="2026-0002")
    assert (near.people, near.signal) == (1, "2026-0001")
