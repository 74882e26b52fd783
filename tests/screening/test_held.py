"""What waits for the coordinator, in Dutch and in the other languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.held import Reason
from screening.held import held

BLAME, HEALTH, HATE = Reason.BLAME, Reason.HEALTH, Reason.HATE


@pytest.mark.parametrize(
    ("language", "text", "reason"),
    [
        ("nl", "Kevin dealt bij de school", BLAME),
        ("nl", "ik ben bedreigd door mijn buurman", BLAME),
        ("nl", "MIJN BUURMAN STEELT FIETSEN", BLAME),
        ("nl", "zwarte audi RU-077-K reed 80 op de singel", BLAME),
        ("nl", "mn man is dement en loopt weg", HEALTH),
        ("nl", "krijg de kanker allemaal", HATE),
        ("en", "my neighbour steals bikes", BLAME),
        ("en", "I have cancer and need the bus", HEALTH),
        ("en", "all foreigners out", HATE),
        ("tr", "komşum bizi tehdit ediyor", BLAME),
        ("tr", "annem kanser hastası", HEALTH),
        ("pl", "sąsiad z góry bije żonę", BLAME),
        ("pl", "mój mąż ma cukrzycę", HEALTH),
        ("uk", "мій сусід краде електрику", BLAME),
        ("uk", "моя мама має діабет", HEALTH),
        ("ar", "جاري كيسرق الضو", BLAME),
        ("ar", "عندي السكري", HEALTH),
    ],
)
def test_what_waits(language: str, text: str, reason: Reason) -> None:
    """The reason is among those that are found."""
    assert reason in held(text, language)


@pytest.mark.parametrize(
    "text",
    [
        "Mijn naam is Samira en de lift stinkt",
        "Truus is een topper, altijd gezellig",
        "wij worden ziek van de schimmel in huis",
        "mijn zoon wordt gepest op school",
        "bij de buren is ingebroken",
        "de stoep is te hoog voor rolstoelen",
        "mensen met dementie vinden de weg niet",
        "de Turkse bakker heeft het beste brood",
        "",
    ],
)
def test_what_needs_no_reader(text: str) -> None:
    """Who says their own name, praises, was robbed, or speaks of many blames nobody."""
    assert held(text) == ()


def test_more_than_one_reason() -> None:
    """All of them are given, in the same order always."""
    assert held("mijn buurman dealt en is verslaafd, kankerlijer") == (BLAME, HEALTH, HATE)


@given(st.text(max_size=120))
def test_anything_can_be_typed(text: str) -> None:
    """It never raises."""
    assert set(held(text)) <= set(Reason)
