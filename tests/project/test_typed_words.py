"""What people type means one thing, in every language and script, and no word of the street does anything."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.texts import ASIDES, LANGUAGES, OF_ROLES, Words
from bot.understanding import bare, understood
from domain.heard import Command
from domain.messages import Act, Choice, Text, Verb
from tests.project.tree import ROOT

WORDS = Words()
A_LOT = 3_000
STREET_AND_COMMAND = {"stop", "stoppen", "Stop", "terug", "Terug", "back"}
"""Words that are both: alone in a message they mean what is asked of us."""


def _spelled() -> Iterator[tuple[str, str, str]]:
    """Every word that is typed: the word, what it means, the language."""
    for language in LANGUAGES:
        for key in (*(f"command-{command.value}" for command in Command), *ASIDES):
            yield from ((word, key, language) for word in WORDS.spellings(key, language))


def test_a_word_means_one_thing() -> None:
    """No word of one language means something else in another one."""
    meanings: dict[str, set[str]] = {}
    for word, key, _ in _spelled():
        meanings.setdefault(word, set()).add(key)
    assert {word: keys for word, keys in meanings.items() if len(keys) > 1} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_that_are_named_work(language: str) -> None:
    """Each word in the help is understood, and each language names the same ones."""
    named = [re.split("[,\u060c]", _named(one)) for one in (language, "nl")]
    here, dutch = ([understood(WORDS, word, (), "nl").command for word in words] for words in named)
    assert here == dutch
    assert None not in here


def _named(language: str) -> str:
    """The line with the words that always work: behind its colon."""
    return WORDS.say(Text("help"), language).splitlines()[1].partition(":")[2]


def test_no_word_of_the_street_does_something_at_once() -> None:
    """What people tell each other, in six languages, never stops or withdraws anything; wiping asks first."""
    told = (ROOT / "bundling/words/themes.txt", ROOT / "bot/sample/month.jsonl", *_in_danger())
    words = {word for path in told for word in re.findall(r"[^\W\d_]+", path.read_text(encoding="utf-8"))}
    assert len(words) > A_LOT
    heard = {word: understood(WORDS, word, (), "nl").command for word in words - STREET_AND_COMMAND}
    risky = {Command.STOP, Command.WITHDRAW, Command.CANCEL}
    assert {word: command for word, command in heard.items() if command in risky} == {}


def _in_danger() -> list[Path]:
    """Not what is `calm`: the words that people type to us stand there."""
    return sorted(
        file for file in (ROOT / "tests/domain/danger").rglob("*.txt") if file.parent.name != "calm"
    )


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("durum", Command.STATUS),
        ("DURUM", Command.STATUS),
        ("Drum", None),
        ("turkce", Command.LANGUAGE),
        ("yardim", Command.HELP),
        ("verilrim", Command.DATA),
        ("حالة", Command.STATUS),
        ("حاله", Command.STATUS),
        ("الحالة؟", Command.STATUS),
        ("مُساعَدة", Command.HELP),
        ("مساعدا", Command.HELP),
        ("احذف كل شيء", Command.WIPE),
        ("؟", Command.HELP),
        ("الغاز", None),
        ("السكان", None),
        ("stan", Command.STATUS),
        ("jezyk", Command.LANGUAGE),
        ("usun", Command.WIPE),
        ("stopień", None),
        ("статус", Command.STATUS),
        ("Статсу", Command.STATUS),
        ("мої дані", Command.DATA),
        ("напад", None),
    ],
)
def test_words_work_in_every_script(typed: str, command: Command | None) -> None:
    """With or without accents and vowel signs, and with a slip; a word that looks like one is no command."""
    assert understood(WORDS, typed, (), "nl").command is command


@pytest.mark.parametrize("typed", ["2", "2.", "\u0662", "(\u0662)", "\u06f2"])
def test_a_choice_is_typed_in_any_digits(typed: str) -> None:
    """A keyboard with Arabic letters has digits of its own."""
    choices = tuple(Choice(Text(key), Act(Verb.EFFECT, key)) for key in ("effect-yes", "effect-some"))
    assert understood(WORDS, typed, choices, "ar").act == Act(Verb.EFFECT, "effect-some")


@pytest.mark.parametrize("language", LANGUAGES)
def test_buttons_are_typed_as_words(language: str) -> None:
    """What stands on a button can be typed; a yes or a no in that language means the button that says it."""
    for keys in (
        ("privacy-wipe", "privacy-keep"),
        ("danger-keep", "danger-drop"),
        ("effect-yes", "effect-no"),
    ):
        choices = tuple(Choice(Text(key), Act(Verb.EFFECT, key)) for key in keys)
        labels = [WORDS.say(choice.label, language) for choice in choices]
        short = [WORDS.spellings(aside, language)[0] for aside in ("aside-yes", "aside-no")]
        for typed in (labels, short):
            assert [understood(WORDS, one, choices, language).act for one in typed] == [
                choice.act for choice in choices
            ]


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one not in OF_ROLES])
def test_the_first_word_tells_the_language(language: str) -> None:
    """A greeting or a thank you that one language has is known as such."""
    for key in ("aside-greeting", "aside-thanks", "command-language"):
        assert WORDS.only_in(bare(WORDS.spellings(key, language)[0])) == language
