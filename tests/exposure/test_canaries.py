"""Promise P3: who reported stands in nothing that the house gives out; words only where a person let them."""

import asyncio
import base64
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import typer

from bot.command_line import Tools, build
from bot.telling_files import KINDS
from bot.texts import Words
from reports import poster
from reports.poster import Paper, Poster, Way
from reports.qr import qr_png
from tests.exposure import canaries
from tests.exposure.canaries import Hits
from tests.exposure.outputs import MOMENT, PEOPLE, Outputs, made

ROOT = Path(__file__).parents[2]
OTHERS = {
    "demo": "no store of a wijk",
    "run": "the service itself",
    "init": "before there is a store",
    "invite": "makes a code",
    "round close": "says what round show says",
    "model show": "of the model only",
    "model check": "of the model only",
    "model embed": "texts of a file",
    "bundle": "texts of a file",
    "screen": "texts of a file",
    "import": "texts of a file",
    "role withdraw": "takes a role away",
    "who agree": "the second pair of eyes",
    "who show": "tells who reported, after two people agreed: that is what it is for",
    "backup": "both stores, for who restores them",
    "restore": "puts a backup back",
    "wipe": "removes one person",
    "pause": "stops sending",
    "resume": "sends again",
}
"""Commands that are not searched here, and why."""
DEMO = {
    "/",
    "/demo",
    "/events",
    "/next",
    "/fill",
    "/restart",
    "/font/{name}",
    "/phone/{id}",
    "/file/{message}",
}
"""Of the demo, whose people are made up."""
ELSEWHERE = {"/metrics": "tests/ops/test_metrics.py"}


def _attachments() -> set[str]:
    """The files that can go with a message, read from the code."""
    source = (ROOT / "bot/attachments.py").read_text()
    return {*re.findall(r'case "([a-z-]+)":', source), *KINDS}


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Outputs:
    """Everything, made once."""
    return asyncio.run(made(tmp_path_factory.mktemp("canaries"), _attachments()))


@pytest.fixture(scope="module")
def found(out: Outputs) -> dict[str, Hits]:
    """What the search finds in each."""
    return {name: canaries.search(data, PEOPLE) for name, data in out.told.items()}


def test_nothing_tells_who_reported(out: Outputs, found: dict[str, Hits]) -> None:
    """Ids, names, user names, phone numbers, makers of pictures, names of files: 0 hits in every output."""
    assert {name: hits.who for name, hits in found.items() if hits.who} == {}
    assert canaries.search(out.names_of_files, PEOPLE).who == ()


def test_words_stand_where_somebody_let_them(out: Outputs, found: dict[str, Hits]) -> None:
    """In what the wijkverband, other roles and the operator read, only the approved quotes stand."""
    assert out.quoted
    quoted = {name for quote in out.quoted for name in _numbered(quote)}
    there = {
        name: [hit for hit in hits.words if not _numbered(hit) or _numbered(hit) - quoted]
        for name, hits in found.items()
        if name not in out.words_allowed and "to marit" not in name
    }
    # An expert may approve quotes too: so reads sentences, after redaction.
    there["chat of lies"] = [hit for hit in there["chat of lies"] if not _numbered(hit)]
    assert {name: hits for name, hits in there.items() if hits} == {}
    assert not [quote for quote in out.quoted if canaries.TAKEN_OUT in quote.casefold()]


def _numbered(text: str) -> set[str]:
    return set(re.findall(rf"{canaries.SAID}\d+", text.casefold()))


def test_the_store_of_the_wijk_knows_nobody(out: Outputs) -> None:
    """Its bytes, journal included, hold no id, name or number of people; only the vault has addresses."""
    assert canaries.search(out.main_store, PEOPLE).who == ()
    as_numbers = [(canaries.FIRST_ID + n).to_bytes(6, "big") for n in range(PEOPLE)]
    assert not [one for one in as_numbers if one in out.main_store]
    assert canaries.SAID.encode() in out.main_store
    assert len(canaries.search(out.vault, PEOPLE).who) > PEOPLE * 0.9
    assert canaries.STEM.encode() not in out.vault.lower()


def test_every_command_is_looked_at() -> None:
    """A new command fails here until what it says is searched, or it is said why it need not be."""
    app = build(Tools(clock=lambda: MOMENT, run=lambda *_: 0, demo=lambda *_: 0))
    assert {*_commands(typer.main.get_command(app))} == {*OTHERS, *_searched()}


def _searched() -> set[str]:
    source = (ROOT / "tests/exposure/outputs.py").read_text()
    names = re.search(r"asked: dict.*?= \{(.*?)\n    \}\n", source, re.DOTALL)
    assert names is not None
    return set(re.findall(r'^        "([a-z ]+)": \[', names[1], re.MULTILINE))


def _commands(command: object, before: str = "") -> list[str]:
    inner = getattr(command, "commands", None)
    if inner is None:
        return [before.strip()]
    return [one for name, sub in inner.items() for one in _commands(sub, f"{before} {name}")]


def test_every_page_is_looked_at(out: Outputs) -> None:
    """A new route fails here until it is asked for and searched."""
    found: set[str] = set()
    for file in (ROOT / "web").glob("*.py"):
        source = file.read_text()
        found |= set(re.findall(r'Route\(\s*"([^"]+)"', source))
        if ways := re.search(r"ways = \(([^)]*)\)", source):
            found |= set(re.findall(r'"([^"]+)"', ways[1]))
    searched = {kind.removeprefix("page ") for kind in out.kinds if kind.startswith("page ")}
    assert found == {*searched, *DEMO, *ELSEWHERE}


def test_every_file_is_looked_at(out: Outputs) -> None:
    """Every kind of file that can go with a message was made and searched."""
    searched = {kind.removeprefix("attachment ") for kind in out.kinds if kind.startswith("attachment ")}
    assert searched == _attachments()


def test_every_format_is_looked_at(out: Outputs) -> None:
    """Each value of each format of each command that was searched was asked for."""
    asked = " ".join(name for name in out.told if name.startswith("command "))
    for values in (
        ("text", "pdf", "png", "html", "csv", "xlsx", "json"),
        ("topics", "reach", "actions", "round"),
        ("newsletter", "website", "chat"),
        ("a4", "a3"),
    ):
        for value in values:
            assert f" {value}" in asked, value


FORMS = ("raw", "utf-16", "base64", "percent", "entities", "json", "hex", "zip", "pdf", "qr", "ics")


@pytest.mark.parametrize("form", FORMS)
def test_the_search_finds(form: str) -> None:
    """A canary is found in whatever form it hides, or the tests above would show nothing."""
    name = canaries.Mark(7).name("Voornaam")
    assert canaries.search(_hidden(name, form), 10).who
    assert canaries.search(_hidden(str(canaries.Mark(7).id), form), 10).who
    assert not canaries.search(_hidden("Iemand anders", form), 10).who


def _hidden(words: str, form: str) -> bytes:
    forms: dict[str, Callable[[], bytes]] = {
        "raw": words.encode,
        "utf-16": lambda: words.encode("utf-16"),
        "base64": lambda: b"data:," + base64.b64encode(f"x {words} en nog veel meer".encode()),
        "percent": lambda: "".join(f"%{byte:02X}" for byte in words.encode()).encode(),
        "entities": lambda: "".join(f"&#{ord(sign)};" for sign in words).encode(),
        "json": lambda: "".join(f"\\u{ord(sign):04x}" for sign in words).encode(),
        "hex": lambda: words.encode().hex().encode(),
        "zip": lambda: _zipped(words),
        "pdf": lambda: poster.pdf(
            Poster(words, (Way("", "https://example.org"),), MOMENT.date()), Paper.A4, Words().say
        ),
        "qr": lambda: qr_png(words),
        "ics": lambda: b"SUMMARY:" + words[:4].encode() + b"\r\n " + words[4:].encode(),
    }
    return forms[form]()


def _zipped(words: str) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as folder:
        folder.writestr(f"map/{words}.txt", "niets")
    return kept.getvalue()
