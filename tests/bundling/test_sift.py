"""What says nothing about the wijk is set apart; in doubt a text is a signal."""

from dataclasses import replace

import pytest

from bundling.sift import LeftOut, left_out
from tests.bundling.people import said

SIGNALS = [
    "Hallo, de lantaarn bij nummer 12 is stuk",
    "dank u wel maar de lift doet het nog steeds niet",
    "Mijn huis staat te koop maar door het lawaai wil niemand het",
    "ik weet niet meer wat ik moet doen met die schimmel in de slaapkamer van mijn kind",
    "Wanneer komt er nu eindelijk eens een zebrapad op de weg?",
    "niks te doen voor de jeugd",
    "gezellig hoor, weer een berg vuilniszakken voor de deur",
    "rommel",
    "https://foto.example/stoep kijk dit is onze stoep met losse tegels",
    "Мусор біля контейнерів",
    "الضوء معطل في الشارع",
]


@pytest.mark.parametrize("text", SIGNALS)
def test_signals_are_kept(text: str) -> None:
    """A greeting before it, irony or another script does not make a signal noise."""
    assert left_out(said(text, 1)) is None


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", LeftOut.EMPTY),
        ("....", LeftOut.EMPTY),
        ("👍👍", LeftOut.EMPTY),
        ("12345", LeftOut.EMPTY),
        ("hoi", LeftOut.GREETING),
        ("Goedemorgen allemaal!", LeftOut.GREETING),
        ("dank u wel, prettige dag verder", LeftOut.GREETING),
        ("test test 123", LeftOut.GREETING),
        ("hahahaha ok", LeftOut.GREETING),
        ("Merhaba", LeftOut.GREETING),
        ("Добрий день", LeftOut.GREETING),
        ("السلام عليكم", LeftOut.GREETING),
        ("asdfghjkl", LeftOut.GIBBERISH),
        ("qqqqqqqqq", LeftOut.GIBBERISH),
        ("xkcdrtz", LeftOut.GIBBERISH),
        ("ben jij een robot of een mens?", LeftOut.QUESTION),
        ("Wie leest dit eigenlijk?", LeftOut.QUESTION),
        ("sorry, verkeerde groep", LeftOut.STRAY),
        ("Te koop: eiken eettafel, 75 euro", LeftOut.ADVERTISEMENT),
        ("Verdien 3000 euro per week, klik op de link", LeftOut.ADVERTISEMENT),
        ("https://win.example/x", LeftOut.ADVERTISEMENT),
        ("https://win.example/x moet je zien", LeftOut.ADVERTISEMENT),
        ("geen idee", LeftOut.NOTHING_TO_SAY),
        ("Niks.", LeftOut.NOTHING_TO_SAY),
        ("zo is het altijd", LeftOut.NOTHING_TO_SAY),
        ("Complimenten voor de vrijwilligers van het buurthuis", LeftOut.GOES_WELL),
    ],
)
def test_noise_is_set_apart_with_its_reason(text: str, why: LeftOut) -> None:
    """Greetings, thanks, trying out, questions to the bot, advertisements and gibberish are no topics."""
    assert left_out(said(text, 1)) is why


def test_danger_comes_before_everything() -> None:
    """What was seen as danger is never a topic, whatever it says."""
    item = replace(said("er is brand in de flat", 1), danger=True, question=1)
    assert left_out(item) is LeftOut.DANGER


def test_the_first_question_asks_what_goes_well() -> None:
    """Its answers are good news and no topic to choose; those to the second are."""
    item = said("de buren helpen elkaar met boodschappen", 1)
    assert left_out(replace(item, question=1)) is LeftOut.GOES_WELL
    assert left_out(replace(item, question=2)) is None


def test_praise_with_a_wish_is_a_signal() -> None:
    """Half a compliment is not left out."""
    assert left_out(said("Het buurthuis is geweldig, maar het is te vaak dicht", 1)) is None
