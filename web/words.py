"""The words of the pages, from `locales/<language>/web.ftl`."""

import re
from functools import cache
from importlib import resources
from typing import Final

from fluent.runtime import FluentBundle, FluentResource

LANGUAGES: Final = {"nl": "web-language-nl", "en": "web-language-en"}
"""What each language is called. The first is what people get who ask for none."""
KEY: Final = re.compile(r"^([a-z][a-z0-9-]*) =", re.MULTILINE)
VARIABLE: Final = re.compile(r"\$([a-z-]+)")


@cache
def words(language: str) -> dict[str, str]:
    """Every text of the pages in one language, by key; `{name}` stands where the page fills in a variable."""
    bundle = FluentBundle([language], use_isolating=False)
    text = resources.files("locales").joinpath(language, "web.ftl").read_text(encoding="utf-8")
    bundle.add_resource(FluentResource(text))
    slots = {name: f"{{{name}}}" for name in VARIABLE.findall(text)}
    return {key: _text(bundle, key, slots) for key in KEY.findall(text)}


def _text(bundle: FluentBundle, key: str, slots: dict[str, str]) -> str:
    pattern = bundle.get_message(key).value
    return str(bundle.format_pattern(pattern, slots)[0]) if pattern else ""


def spoken(asked: str | None) -> str:
    """The language asked for, when there are words in it."""
    return asked if asked in LANGUAGES else next(iter(LANGUAGES))
