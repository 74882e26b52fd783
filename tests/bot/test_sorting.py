"""The desk of who sorts, computed anew from what is stored."""

from dataclasses import replace

import pytest

from bot.nearby import Laid
from bot.sorting import Stored, look
from bot.texts import Words
from bundling.desk import desk
from bundling.items import Item
from bundling.naming import names
from bundling.places import PlaceNames
from domain.messages import PersonKey
from domain.signals import SignalNumber
from domain.sorting import CardKind, Given, SortCard
from domain.topics import SetAside
from handlers.states import Sorting
from handlers.turn import Situation, SortingNow
from storage.links import Link
from tests.handlers.spoken import COORDINATOR, NOW, RESIDENT, situation

SAID = (
    "de lamp bij de flat is kapot, het is er donker",
    "lantaarn doet het niet achter de flat",
    "al weken donker op het pad naar de school",
    "schimmel in de slaapkamer van de flat",
    "zwarte plekken op de muur, schimmel",
    "het is vochtig thuis en mijn kind hoest",
    "auto op de stoep bij de school",
    "bij school kun je niet oversteken door auto en fiets",
    "de huisarts neemt niemand meer aan",
    "ik moet naar de stad voor een huisarts",
    "hondenpoep op het grasveld",
    "stoeptegels liggen los op de singel",
    "jongeren hangen rond bij het winkelcentrum",
)
NUMBERS = tuple(SignalNumber(f"2026-{number:04}") for number in range(len(SAID)))
ITEMS = tuple(Item(number, text, f"p:{number}") for number, text in zip(NUMBERS, SAID, strict=True))
NOTHING = Stored(dict(zip(NUMBERS, SAID, strict=True)), (), {}, {})
WORDS = Words()


@pytest.fixture(scope="module")
def laid() -> Laid:
    """The round as it lies."""
    return Laid(desk(ITEMS), names(ITEMS, PlaceNames()))


def at(card: SortCard | None, *given: Given) -> Situation:
    """The coordinator with this card open."""
    return replace(situation(COORDINATOR), state=Sorting(card, given=given))


def shown(laid: Laid, known: Stored, now: Situation, about: str = "next") -> SortingNow:
    """What they see; there is something to sort."""
    found = look(laid, known, now, about, WORDS)
    assert found is not None
    return found


def link(one: SignalNumber, other: SignalNumber, *, same: bool, by: str = COORDINATOR.key) -> Link:
    """What somebody said of two signals."""
    first, second = sorted((one, other))
    return Link(first, second, same, PersonKey(by), NOW)


def after(known: Stored, given: Given) -> Stored:
    """What is stored after this answer of the coordinator."""
    same = tuple(link(*pair, same=True) for pair in given.same)
    apart = tuple(link(*pair, same=False) for pair in given.apart)
    aside = {given.aside: given.why} if given.aside and given.why else {}
    return replace(known, said=(*known.said, *same, *apart), aside={**known.aside, **aside})


@pytest.mark.parametrize("word", ["no", "yes"])
def test_sorting_comes_to_an_end(laid: Laid, word: str) -> None:
    """No card comes twice, whatever is answered, though all is read from the store each time."""
    known, card, seen = NOTHING, shown(laid, NOTHING, at(None)).card, set()
    while card is not None:
        assert (card.kind, card.one, card.faces) not in seen
        seen.add((card.kind, card.one, card.faces))
        answer = f"into/{card.one}/{card.faces[0]}" if word == "yes" else f"new/{card.one}"
        about = answer if card.kind is CardKind.FILE else f"{word}/{card.one}/{card.faces[0]}"
        now = shown(laid, known, at(card), about)
        assert now.given is not None
        known, card = after(known, now.given), now.card
        assert len(seen) < 60
    assert seen


def test_more_shows_other_topics(laid: Laid) -> None:
    """The next page has none of the first; something new is then apart from both."""
    first = next_file(laid)
    assert first.card is not None
    second = shown(laid, NOTHING, at(first.card), f"more/{first.card.one}")
    assert second.card is not None
    assert second.card.one == first.card.one
    assert not set(second.card.faces) & set(first.card.faces)
    given = shown(laid, NOTHING, at(second.card), f"new/{first.card.one}").given
    assert given is not None
    assert {face for _, face in given.apart} == {*first.card.faces, *second.card.faces}


def next_file(laid: Laid) -> SortingNow:
    """The first card, when it files a signal and there is more to show."""
    found = shown(laid, NOTHING, at(None))
    assert found.more
    return found


def test_two_people_with_the_same_card(laid: Laid) -> None:
    """The second answer counts for nothing, whatever the first one was; a resident's word is no answer."""
    first = next_file(laid)
    card = first.card
    assert card is not None
    one, face = card.one, card.faces[0]
    for known in (
        replace(NOTHING, said=(link(one, face, same=True),)),
        replace(NOTHING, said=(link(one, face, same=False),)),
        replace(NOTHING, aside={one: SetAside.HELD}),
    ):
        assert shown(laid, known, at(card), f"new/{one}").given is None
    resident = replace(NOTHING, said=(link(one, face, same=False, by=RESIDENT.key),))
    assert shown(laid, resident, at(card), f"into/{one}/{face}").given == Given(same=((one, face),))


def test_a_withdrawn_signal_is_on_no_card(laid: Laid) -> None:
    """Its words are gone from the store: an open card of it is replaced, and it never comes back."""
    card = next_file(laid).card
    assert card is not None
    known = replace(NOTHING, items={key: text for key, text in NOTHING.items.items() if key != card.one})
    now = shown(laid, known, at(card), f"into/{card.one}/{card.faces[0]}")
    assert now.given is None
    assert now.card is not None
    assert card.one not in {now.card.one, *now.card.faces}


def test_an_answer_taken_back_brings_its_card_back(laid: Laid) -> None:
    """Undo forgets what this person said, and nothing else."""
    card = next_file(laid).card
    assert card is not None
    given = Given(same=((card.one, card.faces[0]),))
    known = after(NOTHING, given)
    assert shown(laid, known, at(None)).card != card
    assert shown(laid, known, at(None, given), "undo").card == card


@pytest.mark.parametrize("about", ["into", "into/x/y", "yes", "new/2026-9999", "///", "hold/"])
def test_an_answer_that_fits_nothing_is_none(laid: Laid, about: str) -> None:
    """Old buttons and nonsense give the next card."""
    now = shown(laid, NOTHING, at(next_file(laid).card), about)
    assert now.given is None
    assert now.card is not None


def test_an_empty_desk_has_nothing_to_sort() -> None:
    """Before the first signal."""
    empty = Laid(desk(()), names((), PlaceNames()))
    assert look(empty, Stored({}, (), {}, {}), at(None), "", WORDS) is None
