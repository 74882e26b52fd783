"""What a privacy officer and a reporter of a hole read is true of the program."""

import re
import tomllib
from datetime import timedelta

import pytest

from bot.config import load
from bot.metrics import TYPE
from domain.invitations import CODE_BYTES, VALID
from domain.policy import Deed, Own, Place, rule_of
from domain.report import FEWEST
from domain.who_reported import TOLD_LATER
from storage import schema, vault
from storage.periods import PROMISED
from tests.project.tree import ROOT
from tools import dpia_page

DPIA = dpia_page.PAGE.read_text(encoding="utf-8")
SECURITY = (ROOT / "SECURITY.md").read_text(encoding="utf-8")


def test_the_inventory_is_the_schema() -> None:
    """Made anew, the page is the same: `make format` writes it."""
    assert dpia_page.page() == DPIA


def test_the_inventory_leaves_nothing_of_people_out() -> None:
    """Each table with a code of a person or with words stands in it."""
    for table in (*schema.metadata.sorted_tables, vault.addresses):
        personal = any("wipe" in column.info for column in table.columns)
        assert not personal or f"`{table.name}`" in DPIA, table.name


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("tot 90 dagen na het sluiten van de ronde, hooguit 12 maanden", (PROMISED.words_after_closing, 90)),
        ("hooguit 12 maanden |", (PROMISED.words, 365)),
        ("hooguit 2 jaar na het laatste bericht", (PROMISED.person, 730)),
        ("berichten: 7 dagen", (PROMISED.sent, 7)),
        ("30 dagen |", (PROMISED.dedup, 30)),
        ("wie wat deed: 12 maanden", (PROMISED.audit, 365)),
        ("verslagen: 5 jaar", (PROMISED.counts, 1826)),
        ("uiterlijk na 30 dagen", (TOLD_LATER, 30)),
    ],
)
def test_the_periods_are_those_of_the_program(said: str, kept: tuple[timedelta, int]) -> None:
    """What is promised on the page is what the program does."""
    assert said in DPIA
    assert kept[0] == timedelta(days=kept[1])


def test_what_is_said_of_rights_is_in_the_table() -> None:
    """Four eyes for who reported; the operator sees it, and nobody in a chat does."""
    assert rule_of(Deed.AGREE_WHO).own is Own.NEVER
    assert rule_of(Deed.SEE_WHO).place is Place.LINE
    assert rule_of(Deed.WITHDRAW_ROLE).place is Place.LINE
    assert (FEWEST, "nooit onder de vijf" in DPIA, "groups below five" in SECURITY) == (5, True, True)
    assert CODE_BYTES * 8 == 128
    assert timedelta(hours=72) == VALID
    assert "128 random bits, once, 72 hours" in SECURITY


def test_numbers_and_pages_stay_on_the_machine() -> None:
    """Unless somebody says otherwise: pages listen here only, and there are no numbers."""
    web = tomllib.loads((ROOT / "config.example.toml").read_text())["web"]
    assert (web["host"], web["metrics"]) == ("127.0.0.1", False)
    assert load(ROOT / "config.example.toml").web.metrics is False
    assert TYPE.startswith("text/plain")


def test_what_the_page_on_holes_names_is_there() -> None:
    """Every page and target that SECURITY.md names."""
    targets = (ROOT / "Makefile").read_text()
    for name in re.findall(r"`make (\w+)`", SECURITY):
        assert f"\n{name}: " in targets
    for page in re.findall(r"`(docs/[\w-]+\.md)`", SECURITY):
        assert (ROOT / page).exists(), page
