"""`screen`: sentences of the own town, with the code of the service."""

import json
import os
from pathlib import Path

import pytest

from tests.bot.at_terminal import Operator

LINES = """{"id": 1, "text": "bel mij op 06 12 34 56 78, mijn buurman dealt", "lang": "nl"}

{"id": "b", "text": "er is brand op de derde verdieping", "lang": null}
{"id": 3, "text": "ik woon op de Vlierweg 12"}
"""


@pytest.fixture
def operator(tmp_path: Path) -> Operator:
    """Somebody at a terminal with a wijk."""
    somebody = Operator(tmp_path / "service")
    somebody.sets_up()
    return somebody


def test_each_line_is_screened(operator: Operator, tmp_path: Path) -> None:
    """In order, with the place of what was taken out in the text itself; the wijk's places are known."""
    out = tmp_path / "out.jsonl"
    config = operator.folder / "config.toml"
    said = operator.types("screen", operator.writes("in.jsonl", LINES), "-o", out, "--wijk-config", config)
    assert said.exit_code == 0
    assert [json.loads(line) for line in out.read_text().splitlines()] == [
        {
            "id": 1,
            "danger": None,
            "redacted": "bel mij op […], mijn buurman dealt",
            "spans": [{"start": 11, "end": 25, "type": "phone"}],
            "held": ["beschuldiging"],
        },
        {
            "id": "b",
            "danger": "112",
            "redacted": "er is brand op de derde verdieping",
            "spans": [],
            "held": [],
        },
        {
            "id": 3,
            "danger": None,
            "redacted": "ik woon op […]",
            "spans": [{"start": 11, "end": 25, "type": "address"}],
            "held": [],
        },
    ]


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("[1]", "line 2: must be an object"),
        ('{"id": 1}', "line 2: there is no 'text'"),
        ('{"text": "x"}', "line 2: there is no 'id'"),
        ('{"id": 1, "text": 5}', "line 2: 'text' must be a text"),
        ('{"id": true, "text": "x"}', "line 2: 'id' must be"),
        ('{"id": 1, "text": "x", "lang": 3}', "line 2: 'lang' must be"),
        ('{"id": 1, "text": "' + "x" * 100_001 + '"}', "line 2: 'text' has more than"),
        ("{", "line 2: is no JSON"),
        ("[" * 100_000, "line 2: cannot be read as JSON"),
    ],
)
def test_a_bad_line_is_named(operator: Operator, tmp_path: Path, line: str, complaint: str) -> None:
    """Nothing is written then."""
    out = tmp_path / "out.jsonl"
    given = operator.writes("in.jsonl", f'{{"id": 0, "text": "goed"}}\n{line}\n')
    said = operator.types("screen", given, "-o", out)
    assert (said.exit_code, out.exists()) == (2, False)
    assert complaint in said.output


def test_what_no_file_can_hold_is_written_as_json_can(operator: Operator, tmp_path: Path) -> None:
    """Half an emoji is no UTF-8; nothing at all is no line."""
    out = tmp_path / "out.jsonl"
    said = operator.types("screen", operator.writes("in.jsonl", '{"id": 1, "text": "a\\ud800"}'), "-o", out)
    assert (said.exit_code, json.loads(out.read_text())["redacted"]) == (0, "a\ud800")
    assert operator.types("screen", operator.writes("in.jsonl", "\n"), "-o", out).exit_code == 0
    assert out.read_text() == ""
    assert operator.types("screen", tmp_path / "missing", "-o", out).exit_code == 2


def test_the_sentences_stay(operator: Operator) -> None:
    """The file that is read is not written, also by another way to it."""
    sentences = operator.writes("in.jsonl", LINES)
    again = sentences.parent / "again.jsonl"
    again.symlink_to(sentences)
    for out in (sentences, again):
        said = operator.types("screen", sentences, "-o", out)
        assert said.exit_code == 2
        assert f"{out}: holds the sentences" in said.output
    assert sentences.read_text() == LINES


def test_a_pipe_is_written_to(operator: Operator, tmp_path: Path) -> None:
    """What is no file gets the words, and stays what it is."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with os.fdopen(os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)) as reader:
        said = operator.types("screen", operator.writes("in.jsonl", LINES), "-o", pipe)
        assert said.exit_code == 0, said.output
        assert len(reader.read().splitlines()) == 3
    assert pipe.is_fifo()
