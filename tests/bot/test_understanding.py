"""Words that mean something besides what they say: codes, commands, choices that were typed."""

import re
import secrets

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.texts import Words
from bot.understanding import code_in, understood
from domain.heard import Aside, Command
from domain.invitations import CODE_BYTES
from domain.messages import Act, Choice, Text, Verb

WORDS = Words()
CODE = "aB3-_9xYzQwErTyUiOpAsD"
WEEKS = tuple(
    Choice(Text("name", {"name": label}), Act(Verb.CHECK_IN, label))
    for label in ("Over 6 weken", "Over 8 weken", "Andere datum")
)


@pytest.mark.parametrize(
    "text", [CODE, f"  {CODE}\n", f"/start {CODE}", f"https://t.me/wijkbot?start={CODE}"]
)
def test_a_code_is_found(text: str) -> None:
    """Alone, behind /start, or in a link."""
    assert code_in(text) == CODE


@pytest.mark.parametrize(
    "text",
    [
        "",
        "kindercarnavalsoptocht",
        "Kindercarnavalsoptocht",
        "KINDERCARNAVALSOPTOCHT",
        "buurt-feesten-te-duur-",
        f"mijn code is {CODE}",
        CODE[:-1],
        f"{CODE}x",
    ],
)
def test_words_are_no_codes(text: str) -> None:
    """A long word is a signal, and is never lost as a wrong code."""
    assert code_in(text) is None


def test_every_real_code_is_found() -> None:
    """What the program makes, it knows again."""
    for _ in range(2_000):
        code = secrets.token_urlsafe(CODE_BYTES)
        assert code_in(code) == code


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("status", Command.STATUS),
        ("/status", Command.STATUS),
        ("/status@wijkbot", Command.STATUS),
        ("Hulp!", Command.HELP),
        ("?", Command.HELP),
        ("wissne", Command.WIPE),
        ("wipe", Command.WIPE),
        ("de stoep ligt los", None),
        ("stoep", None),
        ("stop met dat vuurwerk op het plein", None),
    ],
)
def test_commands_are_known(text: str, command: Command | None) -> None:
    """In every language, with a slash or a slip; a sentence that begins with one is a signal."""
    assert understood(WORDS, text, (), "nl").command is command


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("1", "Over 6 weken"),
        ("2.", "Over 8 weken"),
        ("over 8 weken", "Over 8 weken"),
        ("andere datm", "Andere datum"),
    ],
)
def test_a_choice_can_be_typed(text: str, about: str) -> None:
    """By number, label or nearly its label."""
    act = understood(WORDS, text, WEEKS, "nl").act
    assert act == Act(Verb.CHECK_IN, about)


@pytest.mark.parametrize("text", ["0", "4", "over 7 weken", "volgend jaar misschien", ""])
def test_what_is_no_choice_chooses_nothing(text: str) -> None:
    """Another number is never nearly the right one."""
    assert understood(WORDS, text, WEEKS, "nl").act is None


@given(st.text(max_size=300))
def test_whatever_is_typed_is_understood_somehow(text: str) -> None:
    """No text makes it fail, and what is kept can be stored and shown."""
    said = understood(WORDS, text, WEEKS, "nl")
    assert not re.search("[\x00\ud800-\udfff\u202e]", said.text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("trek in 2026-0412", (Command.WITHDRAW, "2026-0412")),
        ("Geri al 2026-0412", (Command.WITHDRAW, "2026-0412")),
        ("відкликати 2026-0412", (Command.WITHDRAW, "2026-0412")),
        ("سحب ٢٠٢٦-٠٤١٢", (Command.WITHDRAW, "2026-0412")),
        ("trek in 3 straten de lampen na", (None, "")),
    ],
)
def test_one_signal_can_be_named_to_take_it_back(text: str, meant: tuple[Command | None, str]) -> None:
    """With the digits of any script; other words behind it are a signal."""
    said = understood(WORDS, text, (), "nl")
    assert (said.command, said.rest) == meant


def test_a_word_of_a_button_is_known_without_its_button() -> None:
    """The word "overslaan" where nothing can be skipped is not what somebody wants to tell the wijk."""
    for word in ("overslaan", "Klaar.", "skip", "pomiń", "далі", "تخطي"):
        assert understood(WORDS, word, (), "nl").aside is Aside.CHOICE
    assert understood(WORDS, "klaar met dat geparkeer hier", (), "nl").aside is None
