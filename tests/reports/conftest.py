"""Words for the reports, from the real catalogues, and the report of a usual month."""

from functools import partial

import pytest

from bot.texts import Words
from domain.report import RoundReport
from reports.wording import Say
from tests.reports.examples import october

WORDS = Words()


def say_in(language: str) -> Say:
    """Words in a language."""
    return partial(WORDS.say, language=language)


@pytest.fixture
def say() -> Say:
    """Words in Dutch."""
    return say_in("nl")


@pytest.fixture
def report() -> RoundReport:
    """The usual month."""
    return october()
