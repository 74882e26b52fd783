"""One line of the log: an allow-list of keys, faults without their messages, secrets out however written."""

import ast
import base64
import io
import json
import logging
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from bot import log
from bot.config import load, secrets_in_use
from bot.log.entries import OURS
from bot.log.scrubber import HIDDEN, Scrubber
from tests.project.tree import ROOT
from tests.whole_round.performing import write_config

SECRET = "Zeepaardje & Kwikzilver/9931"
WORDS = "de geelgors zingt te hard"


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    """What the log says as JSON; afterwards everything is as it was."""
    root, hook, raising = logging.getLogger(), sys.excepthook, logging.raiseExceptions
    handlers, level = root.handlers[:], root.level
    said = io.StringIO()
    log.install("json", "debug", [SECRET], said)
    yield said
    logging.captureWarnings(capture=False)
    root.handlers, logging.raiseExceptions, sys.excepthook = handlers, raising, hook
    root.setLevel(level)


def last(said: io.StringIO) -> dict[str, object]:
    """The newest line."""
    told: dict[str, object] = json.loads(said.getvalue().splitlines()[-1])
    return told


def test_our_own_words_are_told(lines: io.StringIO) -> None:
    """Of our rooms the message is kept; a fault in it is a type, and nothing extra comes along."""
    fault = ValueError(WORDS)
    logging.getLogger("bot.sender").warning("message %d: %s of %s", 7, fault, ["a"], extra={"who": WORDS})
    told = last(lines)
    assert told.pop("at")
    assert told == {"level": "WARNING", "logger": "bot.sender", "message": "message 7: ValueError of ['a']"}


def test_of_libraries_only_the_template(lines: io.StringIO) -> None:
    """What a library filled in is left out; without arguments it may have filled it in itself."""
    library = logging.getLogger("of_somebody_else")
    library.error("Calling %s", WORDS)
    assert last(lines)["message"] == "Calling %s"
    library.error(f"Calling {WORDS}")
    assert "message" not in last(lines)
    library.error((WORDS, SECRET))
    assert str(last(lines)["source"]).startswith("test_log.py:")
    assert WORDS not in lines.getvalue()


def test_a_fault_without_its_values(lines: io.StringIO) -> None:
    """Types of the whole chain with codes, and where it went; neither messages nor notes nor source lines."""
    try:
        try:
            sqlite3.connect(":memory:").execute(f"SELECT '{WORDS}")
        except sqlite3.Error as inner:
            inner.add_note(WORDS)
            raise ExceptionGroup(WORDS, [OSError(28, WORDS), KeyError(WORDS)]) from inner
    except ExceptionGroup:
        logging.getLogger("bot").exception("it failed")
    told = last(lines)
    assert told["faults"] == [
        "ExceptionGroup",
        "OSError(ENOSPC)",
        "KeyError",
        "sqlite3.OperationalError(SQLITE_ERROR)",
    ]
    assert "test_a_fault_without_its_values" in str(told["trace"])
    assert WORDS not in lines.getvalue()


def test_what_nobody_catches(lines: io.StringIO) -> None:
    """The end of the program is told in the same way; Ctrl-C needs no words."""
    fault = RuntimeError(WORDS)
    sys.excepthook(RuntimeError, fault, None)
    assert (last(lines)["message"], last(lines)["faults"]) == ("ended by a fault", ["RuntimeError"])
    before = lines.getvalue()
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert lines.getvalue() == before


def test_a_record_that_cannot_be_told(lines: io.StringIO) -> None:
    """A wrong template, a name with words in it or an object that breaks: a line all the same."""
    logging.getLogger("bot").error("%d", WORDS)
    assert "could not be told" in lines.getvalue()
    logging.getLogger(f"lib.{WORDS}").error("%s", 1)
    assert last(lines)["logger"] == "?"
    logging.getLogger("bot").error("two\nlines \x1b[31m%s", "\u202e")
    assert last(lines)["message"] == "two lines  [31m "
    assert WORDS not in lines.getvalue()


def test_as_text(lines: io.StringIO) -> None:
    """One line: level, logger, message, types and places."""
    said = io.StringIO()
    log.install("text", secrets=[SECRET], stream=said)
    logging.getLogger("bot.mail").error("refused: %s", SECRET)
    logging.getLogger("uvicorn.error").error(WORDS, exc_info=ValueError(WORDS))
    first, second = said.getvalue().splitlines()
    assert first == f"ERROR bot.mail: refused: {HIDDEN}"
    assert second.startswith("ERROR uvicorn.error: test_log.py:")
    assert second.endswith("[ValueError]")


@pytest.mark.parametrize(
    "line",
    [
        SECRET,
        f"https://example.org/?key={quote(SECRET)}&a=b",
        json.dumps({"key": SECRET}),
        f"header {base64.b64encode(SECRET.encode()).decode()}",
        SECRET.encode().hex(),
        "POST https://api.telegram.org/bot7000001:AAF-abcdefghijklmnopqrstuvw_xyz/getMe",
        "syt_d2lqaw_AbCdEfGhIjKlMn_0123",
        "postgresql://wijk:Zeepaardje@db/wijk",
        "Authorization: Bearer Zeepaardje.Kwikzilver",
        "{'access_token': 'Zeepaardje'}",
        "password=Zeepaardje",
    ],
)
def test_secrets_are_taken_out(line: str) -> None:
    """Those in use by value in every form, others by their shape."""
    cleaned = Scrubber([SECRET]).clean(line)
    assert HIDDEN in cleaned
    for part in ("Zeepaardje", "AAF-abc", "AbCdEf", "WmVlcGFhcmRqZ", SECRET.encode().hex()):
        assert part not in cleaned


def test_plain_words_stay() -> None:
    """Nothing is taken out of what our lines say in fact."""
    for said in (
        "Telegram refuses the token of the bot: ask @BotFather for a new one",
        "ready: telegram, matrix",
    ):
        assert Scrubber([SECRET, "kort"]).clean(said) == said


def test_every_secret_of_the_settings(tmp_path: Path) -> None:
    """Secrets in files and the password in the address of the database; one that is missing is no fault."""
    telegram = '[telegram]\ntoken_file = "token"\n'
    config = write_config(tmp_path, telegram, "postgresql://wijk:geheim%21@db/wijk")
    assert set(secrets_in_use(load(config))) == {"geheim!", "a-secret-of-the-tests"}
    (tmp_path / "token").write_text("7:abc\n")
    assert set(secrets_in_use(load(config))) == {"geheim!", "a-secret-of-the-tests", "7:abc"}


HARMLESS = {
    "', '.join((chat.platform for chat in chats))",
    "chat.platform",
    "incoming.platform",
    "len(found)",
    "list(part)",
    "platform",
    "queued.id",
    "reply.errcode",
    "reply.status",
    "str(fault)",
    "wait",
    "why",
}
"""What our own lines fill in, beside types and faults (which are told by type). Before you add something:
can it ever hold words of people, a name, an address or a key?"""


def test_our_lines_fill_in_nothing_of_people() -> None:
    """Every message of ours is a constant, filled in with what is known to be harmless."""
    calls = [
        (file, call)
        for room in sorted(OURS)
        for file in sorted((ROOT / room).rglob("*.py"))
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and _logs(call.func)
    ]
    assert len(calls) > 10
    for file, call in calls:
        where = f"{file.relative_to(ROOT)}:{call.lineno}"
        assert isinstance(call.args[0], ast.Constant), where
        filled = {ast.unparse(one) for one in call.args[1:]}
        unknown = {
            one for one in filled if not one.startswith(("type(", "reason(", "plain(", "fault", "refused"))
        }
        assert unknown <= HARMLESS, f"{where}: {unknown - HARMLESS}"


def _logs(called: ast.expr) -> bool:
    levels = {"debug", "info", "warning", "error", "exception", "critical", "log"}
    return (
        isinstance(called, ast.Attribute)
        and called.attr in levels
        and ("log" in ast.unparse(called.value).casefold())
    )
