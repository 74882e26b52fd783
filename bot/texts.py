"""Keys and arguments become words here, in the reader's language, just before they are sent."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache, cached_property
from importlib import resources
from typing import Any

from babel import Locale
from babel.dates import format_date
from fluent.runtime import FluentBundle, FluentResource, resolver

from bot.directions import marked
from bot.spelling import folded
from domain import plain_words
from domain.alarm import Alarm
from domain.danger import compiled
from domain.districts import SPOKEN
from domain.heard import Aside, Command
from domain.likeness import Likeness, read
from domain.messages import Spoken, Text, Value
from domain.plain_words import PlainWords

# Fluent makes "{???}" of anything longer than 2,500 characters; a list of somebody's signals may be longer.
resolver.MAX_PART_LENGTH = 50_000

FIRST = "nl"
"""Written first; what another language lacks is said in this one."""
LANGUAGES = SPOKEN
OF_ROLES = ("nl", "en")
"""In these everything is said, also to people with a role and in reports. Elsewhere those texts are Dutch."""


class MissingText(KeyError):
    """A key that no catalog has: a fault of ours, found by the tests of `locales/`."""


class Words:
    """All catalogs, loaded once."""

    def __init__(self, languages: Iterable[str] = LANGUAGES) -> None:
        self._bundles = {language: _bundle(language) for language in languages}

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self._bundles)

    def whole(self, language: str) -> str:
        """A language in which a whole report can be written: this one, or else Dutch."""
        return language if language in OF_ROLES else FIRST

    def say(self, text: Text, language: str) -> str:
        """The words of a text. Raises MissingText when even the first language has no such key."""
        for spoken in (text.language, language, FIRST):
            bundle = self._bundles.get(spoken)
            if bundle is not None and bundle.has_message(text.key):
                return self._format(bundle, text, spoken)
        raise MissingText(text.key)

    def _format(self, bundle: FluentBundle, text: Text, language: str) -> str:
        pattern = bundle.get_message(text.key).value
        if pattern is None:
            raise MissingText(text.key)
        words, _ = bundle.format_pattern(pattern, self._args(text.args, language))
        return marked(str(words)) if bundle.use_isolating else str(words)

    def _args(self, args: Mapping[str, Value], language: str) -> dict[str, Any]:
        return {name: self._value(value, language) for name, value in args.items()}

    def _value(self, value: Value, language: str) -> str | int:
        match value:
            case Text():
                return self.say(value, language)
            case Spoken(dutch, others):
                said = others.get(language)
                return said or self.say(Text("telling-in-dutch", {"sentence": dutch}), language)
            case tuple():
                return "\n".join(self.say(line, language) for line in value)
            case date():
                return format_date(value, "d MMMM", locale=language)
            case _:
                return value

    @cached_property
    def commands(self) -> dict[str, Command]:
        """Every spelling in every language, folded, to the command that it means."""
        return {
            spelling: command
            for language in reversed(self.languages)
            for command in Command
            for spelling in self.spellings(f"command-{command.value}", language)
        }

    @cached_property
    def asides(self) -> dict[str, Aside]:
        """What is said beside the matter, in every language: "hallo", "dank u", "ja", "nee"."""
        return {
            spelling: aside
            for language in reversed(self.languages)
            for key, aside in ASIDES.items()
            for spelling in self.spellings(key, language)
        }

    def only_in(self, said: str) -> str | None:
        """The one language in which this is a word that we know; None when it is none, or one of several."""
        spoken = self._spoken_in.get(folded(said), set())
        return next(iter(spoken)) if len(spoken) == 1 else None

    @cached_property
    def _spoken_in(self) -> dict[str, set[str]]:
        keys = (*(f"command-{command.value}" for command in Command), *ASIDES)
        found: dict[str, set[str]] = {}
        for language in self.languages:
            for key in keys:
                for spelling in self.spellings(key, language):
                    found.setdefault(spelling, set()).add(language)
        return found

    @cached_property
    def phrases(self) -> dict[str, tuple[str, ...]]:
        """How a second message goes on, how people say where they live, and what is only polite."""
        return {
            key: tuple(word for language in self.languages for word in self.spellings(key, language))
            for key in ("continues", "living", "polite")
        }

    @cached_property
    def begins(self) -> dict[str, re.Pattern[str]]:
        """The same, as one expression for the beginning of a folded text."""
        return {
            key: re.compile(rf"(?:{'|'.join(map(re.escape, said))})\b") for key, said in self.phrases.items()
        }

    @cached_property
    def dangers(self) -> Alarm:
        """The words of danger of every language that has a list, offered or not: nobody chooses one first."""
        return Alarm(compiled(_lists("danger.txt")), _likeness())

    @cached_property
    def plain_words(self) -> PlainWords:
        """Dutch words of the town hall and simpler ones: what residents read is written in Dutch first."""
        return plain_words.compiled("\n".join(_lists("plain-words.txt")))

    def spellings(self, key: str, language: str) -> tuple[str, ...]:
        """The words of a comma-separated entry, folded."""
        return tuple(
            folded(word.strip()) for word in self.say(Text(key), language).split(",") if word.strip()
        )

    def menu(self, language: str) -> tuple[tuple[str, str], ...]:
        """(command, what it does) for the menu of the app; the command words are the English names."""
        return tuple((name, self.say(Text(f"menu-{name}"), language)) for name in MENU)


ASIDES = {
    "aside-greeting": Aside.GREETING,
    "aside-thanks": Aside.THANKS,
    "aside-yes": Aside.YES,
    "aside-no": Aside.NO,
    "aside-choice": Aside.CHOICE,
}
MENU = ("status", "stop", "start", "language", "wipe", "data", "help", "rules")


def right_to_left(language: str) -> bool:
    """Whether this language is written from right to left."""
    return Locale(language).text_direction == "rtl"


def _lists(name: str) -> Iterator[str]:
    for folder in sorted(resources.files("locales").iterdir(), key=lambda one: one.name):
        if folder.joinpath(name).is_file():
            yield folder.joinpath(name).read_text(encoding="utf-8")


@cache
def _likeness() -> Likeness:
    return read(resources.files("locales").joinpath("danger.likeness").read_bytes())


def _bundle(language: str) -> FluentBundle:
    # From right to left a signal number, a telephone number and a Dutch name each keep their own direction.
    # Elsewhere such marks would only be in the way: Latin letters and digits already run the same way.
    bundle = FluentBundle([language], use_isolating=right_to_left(language))
    for catalog in _catalogs(language):
        bundle.add_resource(catalog)
    return bundle


@cache
def _catalogs(language: str) -> tuple[Any, ...]:
    """Parsed once a process: it takes longer than opening a store."""
    files = sorted(resources.files("locales").joinpath(language).iterdir(), key=lambda one: one.name)
    return tuple(
        FluentResource(file.read_text(encoding="utf-8")) for file in files if file.name.endswith(".ftl")
    )
