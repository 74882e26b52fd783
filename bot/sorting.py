"""The desk of somebody who sorts: what their answer says, and which card comes next.

Computed anew from what is stored at every step, so that two people can sort at once.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil
from textwrap import shorten

from bot.nearby import NAMELESS, Laid
from bot.texts import Words
from bundling.cards import (
    Answer,
    Card,
    File,
    Into,
    Kept,
    Merge,
    Odd,
    Pairs,
    Shown,
    Word,
    WrongAnswerError,
    kept,
    seconds,
)
from bundling.items import Item, Links
from bundling.settled import settled
from bundling.sorting import State, begin, more, next_card, worth
from domain.events import SortingTakenBack
from domain.heard import Command, Heard, Said, meant
from domain.messages import PersonKey, Verb
from domain.policy import Deed
from domain.rounds import RoundName
from domain.signals import SignalNumber
from domain.sorting import CardKind, Given, SortCard
from domain.topics import SetAside, SignalKey
from handlers.cards import MORE, UNDO
from handlers.rights import may
from handlers.states import Sorting
from handlers.turn import Situation, SortingNow, SortTopic
from storage import links, signals, sorting
from storage.engine import Connection

FIVE = 5
LONGEST_WORDS = 1_200
LONGEST_EXAMPLE = 120
LONGEST_NAME = 45
SURE = 0.6
"""A signal of which no topic is this likely is not sure yet."""
_WORDS = {"yes": Word.YES, "no": Word.NO, "new": Word.NEW, "no-signal": Word.NO_SIGNAL, "hold": Word.HOLD}


@dataclass(frozen=True, slots=True)
class Stored:
    """What is known of a round besides the desk: its words as they are now, and what people said."""

    items: Mapping[SignalKey, str]
    """The words of every signal that is still there."""
    said: tuple[links.Link, ...]
    aside: Mapping[SignalNumber, SetAside]
    titles: Mapping[SignalKey, str]


async def stored(connection: Connection, district: str, name: RoundName) -> Stored:
    """Read what sorting needs."""
    found = await signals.of_round(connection, district, name)
    return Stored(
        items={one.number: one.text for one in found},
        said=await links.links_of(connection, district, name),
        aside=await sorting.aside_of(connection, district, name),
        titles=dict((await links.titles_of(connection, district)).items()),
    )


def asked(situation: Situation, heard: Heard) -> str | None:
    """What somebody who sorts wants now, as `Act.about` says it; None when this is not about sorting."""
    if not may(situation, Deed.SORT_SIGNALS):
        return None
    act, command = meant(heard)
    if act is not None:
        return act.about if act.verb is Verb.SORT else None
    if not isinstance(heard, Said) or heard.rest:
        return None
    if command is Command.CANCEL and isinstance(situation.state, Sorting):
        return UNDO
    return "" if command is Command.SORT else None


def look(laid: Laid, known: Stored, situation: Situation, about: str, words: Words) -> SortingNow | None:
    """The desk after what was asked; None when nothing lies on it."""
    state = situation.state if isinstance(situation.state, Sorting) else Sorting()
    if about == UNDO and state.given:
        last = state.given[-1]
        back = SortingTakenBack((*last.same, *last.apart), last.aside)
        known = without(known, back, situation.person.key)
    sorters = {situation.person.key, *situation.coordinators, *situation.experts}
    desk = _begin(laid, known, frozenset(sorters))
    given = _given(desk, state.card, about)
    if given is not None:
        desk = replace(desk, said=(*desk.said, given))
    if not desk.topics:
        return None
    return _now(_View(laid, known, desk, words, situation.person.language), state, about, given)


def without(known: Stored, back: SortingTakenBack, person: PersonKey) -> Stored:
    """As if this person had not said this."""
    pairs = {tuple(sorted(pair)) for pair in back.pairs}
    said = tuple(one for one in known.said if one.person != person or (one.one, one.other) not in pairs)
    aside = {number: why for number, why in known.aside.items() if number != back.aside}
    return replace(known, said=said, aside=aside)


def _begin(laid: Laid, known: Stored, sorters: frozenset[str]) -> State:
    """What who sorts said of a pair is surer than what residents said."""
    same, apart = links.agreed(known.said)
    surer = {(one.one, one.other) for one in known.said if one.person in sorters}
    gone = [item.id for item in laid.table.items if item.id not in known.items]
    heard = Links(_but(same, surer), _but(apart, surer))
    answered = Kept(_but(same, set(heard.same)), _but(apart, set(heard.apart)))
    return replace(begin(laid.table, heard, [*known.aside, *gone]), said=(answered,))


def _but(pairs: Pairs, others: Collection[tuple[SignalKey, SignalKey]]) -> Pairs:
    return tuple(pair for pair in pairs if pair not in others)


# --- what an answer says -----------------------------------------------------------------------


def _given(desk: State, card: SortCard | None, about: str) -> Kept | None:
    """What was answered, if this is an answer to the open card and nobody else gave one."""
    word, *signals_ = about.split("/")
    if card is None or signals_[:1] != [card.one] or not set(signals_[1:]) <= set(card.faces):
        return None
    answer: Answer | None = Into(signals_[1]) if word == "into" and signals_[1:] else _WORDS.get(word)
    if answer is None or not _open(desk, card):
        return None
    try:
        return kept(_card(card), answer)
    except WrongAnswerError:
        return None


def _open(desk: State, card: SortCard) -> bool:
    """Nobody answered this card meanwhile, and what it is about is still there."""
    where = desk.desk.where
    if card.one not in where or card.one in desk.out or not set(card.faces) <= set(where):
        return False
    layout = desk.layout
    mine = layout.atom_of[where[card.one]]
    apart = {frozenset(pair) for one in desk.said for pair in one.apart}
    if any(frozenset((card.one, face)) in apart for face in card.faces):
        return False
    if card.kind is CardKind.FILE:
        return len(layout.atoms[mine]) == 1
    return layout.atom_of.get(where[card.faces[0]]) != mine


def _card(card: SortCard) -> Card:
    topics = [Shown(face, ()) for face in (*card.earlier, *card.faces)]
    if card.kind is CardKind.FILE:
        return File(card.one, tuple(topics), card.page)
    if card.kind is CardKind.MERGE:
        return Merge(Shown(card.one, ()), topics[0])
    return Odd(card.one, topics[0])


# --- what is shown -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _View:
    laid: Laid
    known: Stored
    desk: State
    words: Words
    language: str

    def item(self, key: SignalKey) -> Item:
        return self.laid.table.items[self.laid.table.where[key]]

    def said(self, key: SignalKey, most: int) -> str:
        return shorten(self.known.items.get(key, self.item(key).text), most, placeholder="…") or "…"

    def topics(self, shown: Sequence[Shown]) -> tuple[SortTopic, ...]:
        """Titles that differ, with people; what has no name is called by the words of one of them."""
        groups = [[self.item(key) for key in one.signals] for one in shown]
        named: list[SortTopic] = []
        for one, inside, text in zip(
            shown, groups, self.laid.names.of(groups, self.known.titles), strict=True
        ):
            title = self.words.say(text, self.language)
            if text.key == NAMELESS or len(inside) == 1:
                title = self.said(one.face, LONGEST_NAME)
            while title.casefold() in {other.title.casefold() for other in named}:
                title += f" ({one.face})"
            people = len({item.voice for item in inside})
            named.append(SortTopic(title, people, self.said(one.face, LONGEST_EXAMPLE)))
        return tuple(named)


def _now(view: _View, state: Sorting, about: str, given: Kept | None) -> SortingNow:
    desk, open_card = view.desk, state.card
    card: Card | None = _more(desk, open_card) if about.startswith(f"{MORE}/") else None
    card = card or next_card(desk)
    far = settled(desk)
    shown = _shown(card)
    kept_card = _kept_card(card, open_card) if card else None
    chances = desk.layout.chances.max(axis=1)
    return SortingNow(
        card=kept_card,
        words=view.said(kept_card.one, LONGEST_WORDS) if kept_card else "",
        topics=view.topics(shown),
        more=isinstance(card, File) and card.more,
        given=_said(given) if given else None,
        stands=far.stands,
        unsure=int((chances < SURE).sum()),
        cards_left=far.cards_left,
        minutes=_minutes(desk, far.cards_left),
        top=view.topics(_top(desk)),
    )


def _more(desk: State, card: SortCard | None) -> File | None:
    """The next page of the open card; None when it was answered meanwhile."""
    if card is None or card.kind is not CardKind.FILE or not _open(desk, card):
        return None
    following = more(desk, File(card.one, (), card.page))
    return following if following.topics else None


def _shown(card: Card | None) -> tuple[Shown, ...]:
    match card:
        case File(topics=topics):
            return topics
        case Merge(one=one, other=other):
            return (one, other)
        case Odd(topic=topic):
            return (topic,)
        case _:
            return ()


def _kept_card(card: Card, before: SortCard | None) -> SortCard:
    match card:
        case File(signal=signal, topics=topics, page=page):
            earlier = (*before.earlier, *before.faces) if page and before else ()
            return SortCard(CardKind.FILE, _number(signal), _faces(topics), earlier, page)
        case Merge(one=one, other=other):
            return SortCard(CardKind.MERGE, _number(one.face), _faces((other,)))
        case Odd(signal=signal, topic=topic):
            return SortCard(CardKind.ODD, _number(signal), _faces((topic,)))


def _faces(shown: Sequence[Shown]) -> tuple[SignalNumber, ...]:
    return tuple(_number(one.face) for one in shown)


def _number(key: SignalKey) -> SignalNumber:
    return SignalNumber(str(key))


def _said(given: Kept) -> Given:
    pairs = [tuple((_number(a), _number(b)) for a, b in some) for some in (given.same, given.apart)]
    if given.no_signal:
        return Given(aside=_number(given.no_signal[0]), why=SetAside.NO_SIGNAL)
    if given.held:
        return Given(aside=_number(given.held[0]), why=SetAside.HELD)
    return Given(same=pairs[0], apart=pairs[1])


def _top(desk: State) -> tuple[Shown, ...]:
    layout, items = desk.layout, desk.desk.items
    groups = zip(layout.groups[:FIVE], layout.faces, strict=False)
    return tuple(
        Shown(items[face].id, tuple(items[index].id for index in members)) for members, face in groups
    )


def _minutes(desk: State, cards: int) -> int:
    """How long so many cards take, judged by those that come first."""
    words = {item.id: len(item.text.split()) for item in desk.desk.items}
    first = [seconds(card, words) for _, card in worth(desk)[: max(cards, 1)]]
    return ceil(cards * sum(first) / len(first) / 60) if first and cards else 0
