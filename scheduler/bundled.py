"""The signals of a round through the bundling: read from the store, bundled beside the loop."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from bundling.beside import beside
from bundling.bundle import Bundle, Known, bundle
from bundling.items import Earlier, Item, Links
from bundling.places import PlaceNames
from bundling.sift import LeftOut
from bundling.similarity import PLAIN, WITH_MODEL
from bundling.text import REMEMBERED
from bundling.vectors import Remembered, remembered
from domain.districts import DUTCH, District
from domain.rounds import RoundName, span_named
from domain.signals import SignalNumber
from screening.redact import redact
from storage import links, rounds, signals, sorting, vectors
from storage.engine import Store
from storage.links import Link
from storage.signals import RoundSignal


@lru_cache(maxsize=REMEMBERED)
def _safe(text: str, language: str, places: tuple[str, ...]) -> str:
    """Remembered: a text takes a millisecond."""
    return redact(text, language, places).text


def item_of(signal: RoundSignal, places: tuple[str, ...] = ()) -> Item:
    """A stored signal as the bundling reads it."""
    return Item(
        id=signal.number,
        text=signal.text,
        reporter=signal.person,
        source=signal.source.value,
        neighbourhood=signal.neighbourhood or "",
        language=signal.language,
        date=signal.said_at.date(),
        respondent=signal.respondent or "",
        question=signal.question,
        safe=_safe(signal.text, signal.language or DUTCH, places),
    )


def place_names(district: District) -> PlaceNames:
    """The places that the settings of the wijk name."""
    return PlaceNames(streets=district.streets, neighbourhoods=district.neighbourhoods)


def pairs(said: tuple[Link, ...]) -> Links:
    """What people said of pairs; "the same" wins where two people disagree."""
    same, apart = links.agreed(said)
    return Links(same=same, apart=apart)


async def model_of(store: Store, district: District, name: RoundName) -> Remembered | None:
    """What the model that read most of a round made of it; None when that is not nearly everything."""
    async with store.read() as connection:
        kept = await vectors.of_round(connection, district.slug, name)
    makers = Counter(one.maker for one in kept if one.maker is not None)
    if not makers:
        return None
    (maker, _), *_ = makers.most_common(1)
    read = {one.text: one.data for one in kept if one.maker == maker}
    return remembered(str(maker), read, [one.text for one in kept])


async def bundled(
    store: Store, district: District, name: RoundName, model: Remembered | None = None
) -> tuple[Bundle, dict[SignalNumber, Item]]:
    """The topics of a round as the data stand now, and every signal that went in."""
    async with store.read() as connection:
        found = await signals.of_round(connection, district.slug, name)
        said = await links.links_of(connection, district.slug, name)
        aside = await sorting.aside_of(connection, district.slug, name)
        titles = await links.titles_of(connection, district.slug)
        before = await rounds.earlier(connection, district.slug, span_named(district.rhythm, name).first)
    known = Known(
        place=place_names(district),
        links=pairs(said),
        titles=dict(titles.items()),
        earlier=tuple(Earlier(one.rounds, one.texts) for one in before),
        encoder=model,
        weights=WITH_MODEL if model else PLAIN,
    )
    # Seconds of work for a large wijk: beside the loop, so that answers do not wait.
    result, items = await beside(_bundled, found, frozenset(aside), known, district.places)
    out = tuple((number, LeftOut(why)) for number, why in aside.items() if number in items)
    return replace(result, left_out=(*result.left_out, *out)), items


def _bundled(
    found: Sequence[RoundSignal], aside: frozenset[SignalNumber], known: Known, places: tuple[str, ...]
) -> tuple[Bundle, dict[SignalNumber, Item]]:
    items = {one.number: item_of(one, places) for one in found}
    return bundle(tuple(item for number, item in items.items() if number not in aside), known), items
