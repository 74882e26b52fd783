"""The words of the pages, from `locales/<language>/web.ftl`."""

from functools import cache
from importlib import resources
from typing import Final

from fluent.runtime import FluentBundle, FluentResource

LANGUAGES: Final = ("nl", "en")
"""The first is what people get who ask for none."""


class _Slots(dict[str, str]):
    """Answers every variable with itself in braces, for the script of the page to fill."""

    def __contains__(self, name: object) -> bool:
        return True

    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"


@cache
def words(language: str) -> dict[str, str]:
    """Every text of the pages in one language, by key."""
    bundle = FluentBundle([language], use_isolating=False)
    text = resources.files("locales").joinpath(language, "web.ftl").read_text(encoding="utf-8")
    bundle.add_resource(FluentResource(text))
    return {key: _text(bundle, key) for key in bundle._messages}  # noqa: SLF001 - it has no list of its keys


def _text(bundle: FluentBundle, key: str) -> str:
    pattern = bundle.get_message(key).value
    return str(bundle.format_pattern(pattern, _Slots())[0]) if pattern else ""


def spoken(asked: str | None) -> str:
    """The language asked for, when there are words in it."""
    return asked if asked in LANGUAGES else LANGUAGES[0]
