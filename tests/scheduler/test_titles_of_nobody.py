"""Titles are made of what people said: none of them leads to somebody."""

import pytest

from bundling.bundle import bundle
from domain.messages import PersonKey, Text
from domain.signals import SignalNumber, Source
from scheduler.bundled import item_of
from scheduler.rounds import Reporter
from storage.engine import open_store
from storage.signals import RoundSignal
from tests.storage.a_wijk import BOOMGAARD, NOW


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("muziek van Kevin Bakker", "muziek van […]"),
        ("bel 0612345678 over de lamp", "bel […] over de lamp"),
        ("Stoep kapot – Appelhof", "Stoep kapot – Appelhof"),
    ],
)
def test_a_title_names_nobody(title: str, shown: str) -> None:
    """A name or a number that two people used is left out; buurten and streets stay."""
    reporter = Reporter(open_store("sqlite:///unused"), lambda text: str(text.args["words"]))
    assert reporter._title(BOOMGAARD, Text("topic-title-words", {"words": title})) == shown


def test_titles_are_made_of_what_may_be_read() -> None:
    """A name that several people say of themselves, or of a neighbour, is no word of a title."""
    said = (
        "Mijn naam is Roerdomp Jansen, het verkeer raast langs de school",
        "Het verkeer bij de school, mijn naam is Roerdomp Bakker",
        "Te veel verkeer langs school. Bel 0612345678, mijn naam is Roerdomp",
    )
    items = [item_of(signal(number, text), BOOMGAARD.places) for number, text in enumerate(said)]
    assert "Roerdomp" in items[0].text
    assert "Roerdomp" not in items[0].told
    titles = [str(topic.title.args) + topic.place for topic in bundle(items).topics]
    assert titles
    assert not [title for title in titles if "roerdomp" in title.casefold()]


def signal(number: int, text: str) -> RoundSignal:
    """What a resident said."""
    return RoundSignal(
        number=SignalNumber(f"2026-{number:04d}"), person=PersonKey(f"p:{number}"), text=text, language="nl",
        source=Source.RESIDENT, neighbourhood=None, said_at=NOW, respondent=None, question=None,
    )  # fmt: skip
