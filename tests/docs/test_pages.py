"""What the pages in docs/ tell people to type exists, and their examples do what they say."""

import re
import tomllib
from pathlib import Path

import pytest
from pydantic import BaseModel

from bot.config import Settings, Storage, load
from bot.texts import Words
from domain.heard import Command
from tests.bot.at_terminal import Operator
from tests.project.tree import ROOT

OPERATING = (ROOT / "docs/operating.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
DUTCH = [ROOT / "docs/bewoners.md", ROOT / "docs/coordinator.md"]
RESIDENT_COMMANDS = ("status", "withdraw", "stop", "start", "language", "rules", "data", "wipe", "help")


def blocks(language: str) -> list[str]:
    """The examples of a kind in docs/operating.md."""
    return re.findall(rf"```{language}\n(.*?)```", OPERATING, re.DOTALL)


def typed(page: Path) -> list[str]:
    """Every `wijksignaal` with a command behind it, in a block or between ticks."""
    lines = re.findall(
        r"`(wijksignaal [^`]+)`|^\s+(?:sudo -u \w+ )?(wijksignaal .+)$", page.read_text(), re.MULTILINE
    )
    return [one or other for one, other in lines]


@pytest.fixture
def operator(tmp_path: Path) -> Operator:
    """Somebody at a terminal."""
    return Operator(tmp_path / "service")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_and_option_exists(operator: Operator, page: Path) -> None:
    """Each command line of a page names a command, and only options that its help has."""
    for line in typed(page):
        words = [word for word in line.split()[1:] if not word.startswith("-")]
        command = words[:2] if words[0] in {"round", "model", "role", "who"} else words[:1]
        said = operator.types(*command, "--help")
        assert said.exit_code == 0, line
        assert [
            option for option in re.findall(r"--[a-z-]+", line) if option not in f"{said.output} --help"
        ] == []


def test_every_setting_is_on_the_page() -> None:
    """The table has the sections and keys of the settings, no more and no less."""
    rows = re.findall(r"^\| `\[+(\w+)\]+` \| (.+) \|$", OPERATING, re.MULTILINE)
    told = {section: set(re.findall(r"`(\w+)`", keys)) for section, keys in rows}
    example = tomllib.loads((ROOT / "config.example.toml").read_text())
    known = {name: set(part[0] if isinstance(part, list) else part) for name, part in example.items()}
    assert told == known
    assert known.keys() == Settings.model_fields.keys()


def test_every_variable_of_the_environment_is_a_setting() -> None:
    """Each WIJKSIGNAAL_... names a section and a key."""
    for section, key in re.findall(r"WIJKSIGNAAL_([A-Z]+)__([A-Z_]+)", OPERATING):
        inside = Settings.model_fields[section.lower()].annotation
        assert key in str(_keys(inside)).upper()


def _keys(annotation: object) -> list[str]:
    kinds = getattr(annotation, "__args__", (annotation,))
    found = [kind for kind in kinds if isinstance(kind, type) and issubclass(kind, BaseModel)]
    return [key for kind in found for key in kind.model_fields]


def test_the_example_of_init_makes_a_service(operator: Operator, tmp_path: Path) -> None:
    """The line of the page, run as it stands but for the folder."""
    (line,) = blocks("sh")
    words = re.findall(r'"([^"]+)"|(\S+)', line)
    typed_words = [quoted or bare for quoted, bare in words][2:]
    said = operator.types("init", tmp_path / "boomgaard", *typed_words[1:])
    assert said.exit_code == 0, said.output
    assert load(tmp_path / "boomgaard/config.toml").districts[0].name == "De Boomgaard"


def test_the_examples_of_files_are_taken(operator: Operator) -> None:
    """The table of the page comes in with `import`, the line of it goes through `bundle`."""
    operator.sets_up()
    (table,), (line,) = blocks("csv"), blocks("json")
    assert "2 signals brought in" in operator.about("import", operator.writes("in.csv", table)).stdout
    assert operator.types("bundle", operator.writes("in.jsonl", line), "-o", "-").exit_code == 0


def test_the_example_of_a_large_store_is_a_setting() -> None:
    """The address of PostgreSQL on the page is one that the settings take."""
    (example,) = blocks("toml")
    assert Storage(**tomllib.loads(example)["storage"]).url.startswith("postgresql")


def test_residents_are_told_every_word() -> None:
    """The page for residents has each word that always works."""
    words, page = Words(), DUTCH[0].read_text(encoding="utf-8")
    missing = [
        name for name in RESIDENT_COMMANDS if f"`{words.spellings(f'command-{name}', 'nl')[0]}`" not in page
    ]
    assert not missing


@pytest.mark.parametrize("page", DUTCH, ids=lambda page: page.name)
def test_every_word_to_type_means_something(page: Path) -> None:
    """What stands between ticks in the Dutch pages is a word that the bot knows, numbers and titles aside."""
    words = Words()
    for said in re.findall(r"`([^`]+)`", page.read_text(encoding="utf-8")):
        assert any(said == known or said.startswith(f"{known} ") for known in words.commands), said
    assert set(words.commands.values()) == set(Command)


def test_the_page_for_residents_is_plain() -> None:
    """Sentences of 20 words at most, no exclamation marks, and nobody is called by what is not so."""
    page = DUTCH[0].read_text(encoding="utf-8")
    prose = [line for line in page.splitlines() if not line.startswith(("|", "#"))]
    sentences = re.split(r"[.?:](?:\s|$)|\n\n", "\n".join(prose))
    assert not [sentence for sentence in sentences if len(sentence.split()) > 20]
    assert "!" not in page
    assert "anoniem" not in page.lower()
