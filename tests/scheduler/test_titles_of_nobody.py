"""Titles are made of what people said: none of them leads to somebody."""

import pytest

from domain.messages import Text
from scheduler.rounds import Reporter
from storage.engine import open_store
from tests.storage.a_wijk import BOOMGAARD


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
