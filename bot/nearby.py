"""Which topics of the running round a new signal may belong to: bundled now and then, asked at arrival.

A full bundling takes longer than an answer may wait, so it runs beside the intake (`refresh`); at arrival a
text is compared with the hearts of the largest topics only.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import isqrt

from bot.model.meaning import Meaning
from bot.texts import Words
from bundling.beside import beside
from bundling.bundle import Bundle, Known
from bundling.desk import Desk, desk
from bundling.items import Item
from bundling.naming import Names, names
from bundling.near import Looking, near
from bundling.places import PlaceNames
from bundling.similarity import PLAIN, WITH_MODEL
from bundling.vectors import Remembered
from domain.districts import District
from domain.rounds import RoundName
from domain.signals import SignalNumber
from domain.topics import Topic
from handlers.turn import Near, TopicNow
from screening.redact import redact

MOST = 4
HEARTS = 4
"""Signals per topic to compare with: its most typical ones."""
TOPICS = 25
NAMELESS = "topic-title-other"
"""A topic that nothing can be said of is no choice: nobody knows whether they mean the same."""
ON_DESK = 2_000
"""Signals that can be sorted in a chat: every card is chosen while somebody waits."""
PAIRS = 8_000_000
"""Pairs of signals on all desks together, of each of which is kept how alike they are: 32 MB."""
JUST_READ = 200
"""Texts that just came in, of which is remembered what the model made of them."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A round as it lies to be sorted."""

    table: Desk
    names: Names


@dataclass(frozen=True, slots=True)
class Round:
    """The topics of one round as last bundled, with their signals."""

    topics: tuple[Topic, ...] = ()
    items: Mapping[SignalNumber, Item] = field(default_factory=dict)
    model: Remembered | None = None
    laid: Laid | None = None
    """None before the first bundling, and where there are too many."""


BundleRound = Callable[
    [District, RoundName, Remembered | None], Awaitable[tuple[Bundle, Mapping[SignalNumber, Item]]]
]
"""`scheduler.bundled.bundled`, handed over by the composition root."""


class Nearby:
    """One per service; holds texts of running rounds in memory only."""

    def __init__(
        self,
        bundle_round: BundleRound,
        words: Words,
        districts: Sequence[District],
        meaning: Meaning | None = None,
    ) -> None:
        self._bundle, self._words, self._meaning = bundle_round, words, meaning
        self._districts = {district.slug: district for district in districts}
        self._rounds: dict[str, Round] = {}
        self._just_read: dict[str, tuple[str, bytes]] = {}

    async def refresh(self, slug: str, round_name: RoundName) -> None:
        """Bundle this round anew."""
        district = self._districts[slug]
        model = await self._meaning.of_round(district, round_name) if self._meaning else None
        found, items = await self._bundle(district, round_name, model)
        before = self._rounds.get(slug, Round())
        laid = before.laid
        if laid is None or before.items != items or before.model is not model:
            # Seconds of work for a large wijk: beside the loop, as the bundling.
            most = min(ON_DESK, isqrt(PAIRS // len(self._districts)))
            laid = await beside(_laid, _place(district), tuple(items.values()), model, most)
        self._rounds[slug] = Round(found.topics, items, model, laid)

    def on_desk(self, slug: str) -> tuple[Laid | None, int]:
        """The round as it lies to be sorted, if it does, and how many signals there are."""
        known = self._rounds.get(slug, Round())
        return known.laid, len(known.items)

    async def read(self, texts: Sequence[str]) -> None:
        """Before an answer: let the model, if there is one, look at what came in. A second at most."""
        if self._meaning is None or not texts:
            return
        maker, made = await self._meaning.at_arrival(texts)
        self._just_read |= {text: (maker, data) for text, data in made.items()}
        for text in list(self._just_read)[:-JUST_READ]:
            del self._just_read[text]

    def now(self, slug: str, language: str) -> tuple[TopicNow, ...]:
        """The topics of the running round, for the coordinator."""
        topics = self._rounds.get(slug, Round()).topics
        return tuple(
            TopicNow(
                self._title(slug, topic, language), topic.evidence.people, SignalNumber(str(topic.signals[0]))
            )
            for topic in topics
        )

    def likely(
        self, slug: str, text: str, language: str, *, speaker: str = "", about: str | None = None
    ) -> tuple[Near, ...]:
        """Topics of others that this text may belong to, the likeliest first; none when nothing is near.

        What the speaker said (or whose answer is `about`) may be bundled by now: that is no neighbour.
        """
        known = self._rounds.get(slug, Round())
        asked = known.items.get(SignalNumber(about)) if about else None
        own = {speaker, *([asked.voice] if asked else [])}
        others = {
            str(rank): _others(topic, known, own)
            for rank, topic in enumerate(known.topics[:TOPICS])
            if topic.title.key != NAMELESS
        }
        hearts = {rank: items[:HEARTS] for rank, items in others.items() if items}
        if not hearts or not text:
            return ()
        district = self._districts[slug]
        place = _place(district)
        model = self._model(known, text)
        weights = WITH_MODEL if model else PLAIN
        looking = Looking(place=place, most=MOST, encoder=model, weights=weights)
        found = near(Item("new", text, "new"), hearts, looking)
        return tuple(
            Near(
                self._title(slug, topic, language),
                _people(topic, known, own),
                SignalNumber(str(hearts[rank][0].id)),
            )
            for rank, topic in ((one.topic, known.topics[int(one.topic)]) for one in found)
        )

    def _model(self, known: Round, text: str) -> Remembered | None:
        """What the model knows of a round and of this text; without either, words do it alone."""
        if known.model is None or text in known.model.rows:
            return known.model
        maker, data = self._just_read.get(text, ("", b""))
        more = known.model.knowing({text: data} if maker == known.model.name else {})
        return more if text in more.rows else None

    def _title(self, slug: str, topic: Topic, language: str) -> str:
        """In the words of people, without what leads to one of them."""
        places = self._districts[slug].places
        return _without_people(self._words.say(topic.title, language), language, places)


@lru_cache(maxsize=1_000)
def _without_people(title: str, language: str, places: tuple[str, ...]) -> str:
    """Remembered: the same few titles are asked for at every signal."""
    return redact(title, language, places).text


def _place(district: District) -> PlaceNames:
    return PlaceNames(streets=district.streets, neighbourhoods=district.neighbourhoods)


def _laid(place: PlaceNames, items: Sequence[Item], model: Remembered | None, most: int) -> Laid | None:
    if len(items) > most:
        return None
    known = Known(place=place, encoder=model, weights=WITH_MODEL if model else PLAIN)
    return Laid(desk(items, known), names(items, place))


def _others(topic: Topic, known: Round, own: set[str]) -> list[Item]:
    items = (known.items[SignalNumber(str(one))] for one in topic.signals)
    return [item for item in items if item.voice not in own]


def _people(topic: Topic, known: Round, own: set[str]) -> int:
    """How many others stand behind a topic."""
    voices = {known.items[SignalNumber(str(one))].voice for one in topic.signals}
    return topic.evidence.people - len(voices & own)
