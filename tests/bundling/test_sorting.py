"""Sorting: cards, what answers keep, undo, and when the five stand."""

import pytest

from bundling.bundle import Known, bundle
from bundling.cards import Card, File, Into, Kept, Merge, Odd, Shown, Word, WrongAnswerError, kept, seconds
from bundling.desk import by_people, desk, likely
from bundling.items import Links
from bundling.settled import settled
from bundling.sorting import State, apply, begin, more, next_card, undo, worth
from tests.bundling.people import all_said, together

MOULD = (
    "schimmel in de slaapkamer van mijn flat",
    "de flat heeft schimmel op de muur",
    "weer schimmel in de badkamer van de flat",
    "schimmel en vocht in de flat",
)
BUS = ("de bus rijdt niet meer in de avond", "bus komt nooit op tijd", "halte van de bus is weg")
PARKING = (
    "parkeren op de stoep bij school",
    "auto's op de stoep bij de school",
    "geen parkeerplek bij school",
)
LOOSE = ("er is te weinig te doen voor jongeren", "mijn buurvrouw is vaak alleen", "ratten bij de containers")


def begun(links: Links = Links()) -> State:
    """A small round, nobody sorted yet."""
    return begin(desk(all_said(*MOULD, *BUS, *PARKING, *LOOSE), measure=by_people), links)


def played(state: State, cards: int) -> State:
    """Somebody who says no to every pair and calls every signal new."""
    for _ in range(cards):
        card = next_card(state)
        if card is None:
            break
        state = apply(state, card, Word.NEW if isinstance(card, File) else Word.NO)
    return state


def test_what_is_filed_stands_together_from_then_on() -> None:
    """A signal that was filed stands in the topic of the face, whatever its words are."""
    state = begun()
    card = File(11, (Shown(5, (5, 6, 7)),))
    after = apply(state, card, Into(5))
    assert any({11, 5} <= set(topic) for topic in after.topics)
    assert not any({11, 5} <= set(topic) for topic in state.topics)


def test_new_keeps_a_signal_apart_from_all_that_was_shown() -> None:
    """Who says 'new' says of each topic on the card that it is another."""
    card = File(1, (Shown(2, (2, 3)), Shown(5, (5,))))
    assert kept(card, Word.NEW) == Kept(apart=((1, 2), (1, 5)))
    after = apply(begun(), card, Word.NEW)
    assert not any({1, 2} <= set(topic) for topic in after.topics)


@pytest.mark.parametrize("word", [Word.NO_SIGNAL, Word.HOLD])
def test_no_signal_and_hold_take_a_signal_out(word: Word) -> None:
    """It stands in no topic, and what was tied to it stays tied to each other."""
    state = begun(Links(same=((11, 5), (5, 12))))
    after = apply(state, File(5, ()), word)
    assert not any(5 in topic for topic in after.topics)
    assert any({11, 12} <= set(topic) for topic in after.topics)
    assert after.out == {5}


def test_two_topics_become_one_and_undo_parts_them() -> None:
    """Yes joins two topics; undo gives the topics of before, and stops where sorting began."""
    state = begun()
    after = apply(state, Merge(Shown(1, (1,)), Shown(5, (5,))), Word.YES)
    assert any({1, 5} <= set(topic) for topic in after.topics)
    assert undo(after).topics == state.topics
    assert undo(undo(after)).topics == state.topics


def test_an_odd_one_out_leaves_its_topic() -> None:
    """No to 'does this belong here' parts the signal from the face."""
    state = begun()
    home = next(topic for topic in state.topics if 1 in topic)
    others = tuple(key for key in home if key != 1)
    after = apply(state, Odd(1, Shown(others[0], others)), Word.NO)
    assert not any({1, others[0]} <= set(topic) for topic in after.topics)


@pytest.mark.parametrize(
    ("card", "answer"),
    [
        (File(1, (Shown(2, (2,)),)), Into(3)),
        (File(1, ()), Word.YES),
        (Merge(Shown(1, (1,)), Shown(2, (2,))), Word.NEW),
        (Odd(1, Shown(2, (2,))), Into(2)),
    ],
)
def test_an_answer_that_does_not_fit_is_refused(card: Card, answer: Into | Word) -> None:
    """A stale button or a mistake keeps nothing."""
    with pytest.raises(WrongAnswerError):
        apply(begun(), card, answer)


def test_the_topics_are_those_of_the_report() -> None:
    """Sorting and the report make the same topics of the same answers."""
    state = played(begun(Links(same=((11, 5),), apart=((1, 2),))), 4)
    items = [item for item in state.desk.items if item.id not in state.out]
    assert together(bundle(items, Known(links=state.ties)).topics) == {frozenset(t) for t in state.topics}


def test_the_same_state_gives_the_same_card() -> None:
    """Two people who take it up see the same; nothing depends on chance."""
    assert next_card(begun()) == next_card(begun())
    assert settled(begun()) == settled(begun())


def test_no_pair_is_asked_twice_and_cards_come_to_an_end() -> None:
    """Every answer takes something away that can be asked."""
    state, seen = begun(), set()
    while (card := next_card(state)) is not None:
        assert card not in seen
        seen.add(card)
        state = apply(state, card, Word.NEW if isinstance(card, File) else Word.NO)
    assert seen


def test_the_first_card_is_worth_most_per_second() -> None:
    """The cards come in the order of what they are worth."""
    values = [value for value, _ in worth(begun())]
    assert values == sorted(values, reverse=True)
    assert next_card(begun()) == worth(begun())[0][1]


def test_reading_costs_time() -> None:
    """A second and a half to decide, a fifth of a second a word."""
    assert seconds(File(1, ()), {1: 10}) == pytest.approx(3.5)


def test_more_shows_other_topics() -> None:
    """The next page repeats none of the first."""
    state = begun(Links(apart=((1, 2), (1, 3), (1, 4))))
    first = more(state, File(11, (), page=-1))
    second = more(state, first)
    assert first.more
    assert second.page == 1
    assert not {one.face for one in first.topics} & {one.face for one in second.topics}


def test_an_empty_desk_asks_nothing() -> None:
    """Without signals there is no card and nothing stands."""
    empty = begin(desk([]))
    assert next_card(empty) is None
    assert empty.topics == ()
    assert not settled(empty).stands


def test_links_of_wiped_signals_do_nothing() -> None:
    """An answer about a signal that is gone since is no fault."""
    state = begun(Links(same=((1, 99),), apart=((98, 2),)))
    assert state.topics == begun().topics


def test_what_was_sorted_wholly_stands() -> None:
    """When people tied each topic together and kept them apart, the five stand."""
    same = ((1, 2), (1, 3), (1, 4), (5, 6), (5, 7), (8, 9), (8, 10))
    keys = (1, 5, 8, 11, 12, 13)
    apart = tuple((one, other) for one in keys for other in keys if one < other)
    result = settled(begun(Links(same, apart)))
    assert result.sure > settled(begun()).sure


def test_likely_topics_are_the_nearest() -> None:
    """The first suggestion is the group with the same words."""
    table = begun().desk
    groups = [[4, 5, 6], [0, 1, 2]]
    assert likely(table.likeness[3], groups)[0] == 1


def test_settled_says_how_many_cards_are_left() -> None:
    """As long as the five do not stand at least one card is left."""
    result = settled(begun())
    assert result.stands == (result.cards_left == 0)
    assert 0 <= result.sure <= 1
