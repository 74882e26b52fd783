"""`gegevens` in the chat: readable, whole as far as it fits, and never too long for a message."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.telegram.layout import TEXT_UNITS, units
from bot.texts import LANGUAGES, Words
from domain.heard import Command, Said
from domain.messages import Attachment, PersonKey
from domain.rounds import RoundName
from domain.signals import MAX_CHARACTERS, Signal, SignalNumber, number_of
from handlers import route
from handlers.disclosing import MOST_SIGNALS
from handlers.turn import Kept, Situation
from tests.handlers.spoken import NOW, RESIDENT, situation

WORDS = Words()


def told(now: Situation, language: str = "nl") -> list[str]:
    """What somebody reads who asks for it; the last message carries the file."""
    turn = route.step(now, Said("gegevens", command=Command.DATA))
    assert turn.state == now.state
    assert turn.messages[-1].attachment == Attachment("data", RESIDENT.key)
    return [WORDS.say(message.text, language) for message in turn.messages]


def with_signals(*texts: str, by: PersonKey = RESIDENT.key) -> Situation:
    """A resident who told these, the newest first."""
    signals = tuple(
        Signal(
            number_of(2026, len(texts) - at),
            "boomgaard",
            RoundName("2026-11"),
            by,
            text,
            NOW - timedelta(days=at),
            date(2026, 12, 8),
        )
        for at, text in enumerate(texts)
    )
    return replace(situation(RESIDENT), signals=signals)


def test_it_says_what_somebody_told() -> None:
    """Number, day and words of each signal, with which came a picture, and how often they got news."""
    now = with_signals("de lamp\nis stuk", "", "afval bij het park")
    photos: dict[str, int] = {number_of(2026, 2): 1, number_of(2026, 1): 2}
    summary, signals, file = told(replace(now, kept=Kept(photos, 4)))
    for line in ("Signalen: 3", "Foto's: 3", "Nieuws dat wij u stuurden: 4", "Taal: Nederlands"):
        assert line in summary.splitlines()
    assert signals.splitlines() == [
        "Dit vertelde u:",
        "2026-0003, 3 november: de lamp is stuk",
        "2026-0002, 2 november: alleen een foto",
        "2026-0001, 1 november: afval bij het park (met foto)",
    ]
    assert file == "Alles staat ook in dit bestand, in een vorm voor computers. U hoeft het niet te openen."


def test_who_told_nothing_reads_no_empty_list() -> None:
    """Only who we think they are, and the file."""
    assert len(told(situation(RESIDENT))) == 2


def test_words_of_another_are_not_told() -> None:
    """Whoever follows a signal reads its number."""
    _, signals, _ = told(with_signals("woorden van een ander", by=PersonKey("p:other")))
    assert signals.splitlines()[1:] == ["2026-0001: dit signaal volgt u"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sign", ["x", "\U0001f333"])
def test_it_fits_in_messages(language: str, sign: str) -> None:
    """Forty of the longest signals, of letters or of pictures: every message can be sent as it is."""
    now = with_signals(*[sign * MAX_CHARACTERS] * 40)
    said = told(now, language)
    assert max(map(units, said)) <= TEXT_UNITS
    assert sum(text.count("2026-00") for text in said) == MOST_SIGNALS
    assert "25" in said[-2].splitlines()[-1]


def test_nothing_is_left_out_between_two_messages() -> None:
    """Every signal stands in one of the messages, in order."""
    now = with_signals(*(f"signaal {n} " + "x" * 50 * n for n in range(MOST_SIGNALS)))
    lines = [line for text in told(now)[1:-1] for line in text.splitlines()[1:]]
    assert [line.split(",")[0] for line in lines] == [
        SignalNumber(f"2026-{n:04d}") for n in range(MOST_SIGNALS, 0, -1)
    ]
