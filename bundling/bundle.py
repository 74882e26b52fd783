"""The whole way from signals to ranked topics: sift, compare, group, count, rank, name."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from bundling.clusters import Pair, group, joined
from bundling.items import Earlier, Item, Links
from bundling.places import Gazetteer, PlaceNames, gazetteer
from bundling.ranking import evidence, score
from bundling.reasons import reason
from bundling.rounds import rounds_before
from bundling.sift import LeftOut, left_out
from bundling.similarity import PLAIN, Encoder, Space, Weights, space
from bundling.titles import Speakers, Subject, automatic_titles, given_title, speakers, subject
from domain.messages import Text
from domain.topics import SignalKey, Topic

THRESHOLD = 0.20
"""Two groups this alike, on average over all pairs, are one topic. Chosen on hand-labelled wijken."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """Topics, the first one first, and the signals that stand in none, each with the reason."""

    topics: tuple[Topic, ...]
    left_out: tuple[tuple[SignalKey, LeftOut], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known besides the texts. Everything may be empty."""

    place: PlaceNames = PlaceNames()
    links: Links = Links()
    earlier: Sequence[Earlier] = ()
    titles: Mapping[SignalKey, str] = field(default_factory=dict)
    """Titles that people gave, by signals that stood under them."""
    encoder: Encoder | None = None
    weights: Weights = PLAIN
    threshold: float = THRESHOLD


def bundle(items: Sequence[Item], known: Known = Known()) -> Bundle:
    """Ranked topics of one wijk and one round. The same input gives the same answer."""
    judged = [(item, left_out(item)) for item in _each_once(items)]
    kept = [item for item, why in judged if why is None]
    out = tuple((item.id, why) for item, why in judged if why is not None)
    return Bundle(_topics(kept, known) if kept else (), out)


def _each_once(items: Iterable[Item]) -> list[Item]:
    """The last word on each id, in the order in which the ids came."""
    return list({item.id: item for item in items}.values())


def _topics(items: Sequence[Item], known: Known) -> tuple[Topic, ...]:
    places = gazetteer(known.place, [item.text for item in items])
    whole = space(items, places, known.weights, known.encoder)
    same, apart = _pairs(items, known.links)
    groups = group(whole, joined(len(items), same), apart, known.threshold)
    before = rounds_before([[items[i] for i in members] for members in groups], known.earlier, known.place)
    drafts = [
        _draft(whole, items, members, places, count) for members, count in zip(groups, before, strict=True)
    ]
    ranked = sorted(drafts, key=lambda topic: (-topic.score, -topic.evidence.people))
    return _titled(ranked, {item.id: item for item in items}, known)


def _pairs(items: Sequence[Item], links: Links) -> tuple[list[Pair], list[Pair]]:
    """Links as positions; those that name a signal which is not here do nothing."""
    where = {item.id: index for index, item in enumerate(items)}

    def positions(pairs: Iterable[tuple[SignalKey, SignalKey]]) -> list[Pair]:
        return [(where[one], where[other]) for one, other in pairs if one in where and other in where]

    return positions(links.same), positions(links.apart)


def _draft(
    whole: Space, items: Sequence[Item], members: Sequence[int], places: Gazetteer, before: int
) -> Topic:
    """A topic with everything but its title, which depends on those above it."""
    inside = [items[index] for index in members]
    found = subject(inside, places)
    counted = evidence(inside, before)
    return Topic(
        title=Text("topic-title-other"),
        signals=tuple(items[index].id for index in _centre_first(whole, members)),
        evidence=counted,
        score=score(counted),
        reason=reason(counted),
        theme=found.theme,
        place=found.place,
    )


def _centre_first(whole: Space, members: Sequence[int]) -> list[int]:
    rows = whole.rows[list(members)]
    typical = whole.likeness(rows, rows.mean(axis=0, keepdims=True))[:, 0]
    return [members[index] for index in np.argsort(-typical, kind="stable")]


def _titled(topics: Sequence[Topic], items: Mapping[SignalKey, Item], known: Known) -> tuple[Topic, ...]:
    """Each topic with its title; of two that would be called the same the lower one takes its next best."""
    everybody = speakers(list(items.values()))
    taken: list[Text] = []
    titled: list[Topic] = []
    for topic in topics:
        inside = [items[signal] for signal in topic.signals]
        title = given_title(inside, known.titles) or _free(topic, inside, everybody, taken)
        taken.append(title)
        titled.append(replace(topic, title=title))
    return tuple(titled)


def _free(topic: Topic, inside: Sequence[Item], everybody: Speakers, taken: Sequence[Text]) -> Text:
    candidates = automatic_titles(inside, Subject(topic.theme, topic.place), everybody)
    return next((title for title in candidates if title not in taken), candidates[0])
