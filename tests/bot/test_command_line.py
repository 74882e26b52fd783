"""The command line: what each command promises, and one plain line when it cannot keep it."""

import os
import re
import stat
import subprocess
import sys
import tomllib
from datetime import timedelta
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from bot.config import load
from domain.invitations import Grant, Offer, hash_of
from storage import account, invitations
from tests.bot.at_terminal import INIT, NOVEMBER, Operator

COMMANDS = [
    "demo",
    "run",
    "init",
    "check",
    "invite",
    "round show",
    "round close",
    "report",
    "feedback",
    "poster",
    "bundle",
    "import",
]
COMMANDS += ["folder", "health", "ledger", "calendar"]
SECRET_WORDS = "123456789:abcdefghijklmnopqrstuvwxyz"


@pytest.fixture
def operator(tmp_path: Path) -> Operator:
    """Somebody at a terminal, in an empty folder."""
    return Operator(tmp_path / "service")


def code_in(output: str) -> str:
    """The code that a command printed."""
    found = re.search(r"Code: +(\S+)", output)
    assert found
    return found[1]


# --- help -----------------------------------------------------------------------------------------


def test_the_list_of_commands_cuts_nothing_off(operator: Operator) -> None:
    """Each command says what it does in one line that fits a terminal of 80 wide."""
    assert "..." not in operator.types("--help").output.split("Commands:")[1]


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_explains_itself(operator: Operator, command: str) -> None:
    """Help has a line of what it does, and an example that begins with the command as it is typed."""
    said = operator.types(*command.split(), "--help")
    assert said.exit_code == 0
    assert f"wijksignaal {command}" in said.output.split("Example:")[1]
    assert re.search(r"\n\n  [A-Z][^\n]+\.\n", said.output)


def test_the_first_help_names_every_command_whole(operator: Operator) -> None:
    """No summary is cut off in a terminal of 80 columns."""
    said = operator.types("--help").output
    assert {word.split()[0] for word in COMMANDS} <= set(re.findall(r"^  (\w+)  ", said, re.MULTILINE))
    assert "..." not in said.split("Commands:")[1]


@pytest.mark.parametrize(
    "words", [("frobnicate",), ("invite",), ("report", "--format", "word"), ("demo", "--port", "x")]
)
def test_wrong_use_ends_with_2(operator: Operator, words: tuple[str, ...]) -> None:
    """An unknown command, a missing option and a wrong value are said in words."""
    said = operator.types(*words)
    assert said.exit_code == 2
    assert "Error:" in said.stderr


# --- demo and run -----------------------------------------------------------------------------------


def test_demo_and_run_are_handed_over(operator: Operator, tmp_path: Path) -> None:
    """The start of the program gets port, folder and settings, and its exit code is given."""
    operator.sets_up()
    assert operator.types("demo", "--port", "8123", "--data", tmp_path).exit_code == 0
    assert operator.types("run", "--config", operator.config).exit_code == 75
    assert operator.ran == [(8123, tmp_path), ("boomgaard", operator.config)]


@pytest.mark.parametrize("command", ["run", "health"])
def test_wrong_settings_end_with_2_and_a_line_each(operator: Operator, tmp_path: Path, command: str) -> None:
    """All mistakes at once on stderr, with the file and the key, and no traceback."""
    config = tmp_path / "wrong.toml"
    config.write_text('[service]\nnaam = "x"\n[[wijk]]\nslug = "A B"\n')
    said = operator.types(command, "--config", config)
    assert said.exit_code == 2
    assert len(said.stderr.splitlines()) == 5
    assert all(line.startswith(f"{config}: ") for line in said.stderr.splitlines())


@pytest.mark.parametrize("name", ["", "nothing.toml"])
def test_a_folder_or_nothing_is_no_config(operator: Operator, tmp_path: Path, name: str) -> None:
    """A config that is a folder, or is not there, is one line that says how to make one."""
    said = operator.types("run", "--config", tmp_path / name)
    assert (said.exit_code, len(said.stderr.splitlines())) == (2, 1)
    assert "wijksignaal init" in said.stderr


# --- init -------------------------------------------------------------------------------------------


def test_init_makes_settings_that_load_with_every_comment(operator: Operator) -> None:
    """The config has the answers, all keys and all comments of the example."""
    operator.sets_up("--street", "Vlierweg", "--postcode", "3901", "--contact", 'Bel "Jan"')
    settings = load(operator.config)
    assert settings.districts[0].neighbourhoods == ("Appelhof", "Perenpad")
    assert settings.service.contact == 'Bel "Jan"'
    # What the example says of its own wijk is not said of this one.
    assert (settings.wijk[0].centres, settings.wijk[0].questions_by_round) == ({}, {})
    example = (Path(__file__).parents[2] / "config.example.toml").read_text()
    written = operator.config.read_text()
    assert {line for line in example.splitlines() if line.startswith("#")} <= set(written.splitlines())
    keys = re.findall(r"^(?:# )?(\w+) = ", written, re.MULTILINE)
    assert keys == re.findall(r"^(\w+) = ", example, re.MULTILINE)


def test_init_keeps_secrets_to_the_owner(operator: Operator, tmp_path: Path) -> None:
    """Secrets are files of 0600 in a folder of 0700, the data folder is 0700, and no secret is printed."""
    token = tmp_path / "token"
    token.write_text(f"{SECRET_WORDS}\n")
    said = operator.sets_up("--telegram-token-file", token, "--telegram-base-url", "http://127.0.0.1:9/bot")
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in operator.folder.rglob("*")}
    assert modes["people.key"] == modes["telegram.token"] == modes["wijksignaal.sqlite"] == 0o600
    assert modes["secrets"] == modes["data"] == 0o700
    assert SECRET_WORDS not in said.output + operator.config.read_text()
    assert load(operator.config).telegram is not None


def test_the_first_invitation_makes_a_coordinator(operator: Operator) -> None:
    """The printed code gives the role in this wijk, for three days, once."""
    code = code_in(operator.sets_up().output)
    offer = operator.asks(lambda connection: invitations.look_up(connection, hash_of(code)))
    assert isinstance(offer, Offer)
    assert (offer.grant, offer.district, offer.used) == (Grant.COORDINATOR, "boomgaard", False)
    assert offer.expires_at == NOVEMBER + timedelta(hours=72)


def test_init_asks_what_it_was_not_told(operator: Operator) -> None:
    """A person who answers, once wrongly, gets the same as with options; empty answers are defaults."""
    answers = (
        "De Boomgaard\nDE WIJK\nboomgaard\nAppelhof, Perenpad\n\n39\n3901\nsix-weekly\n2026-01-05\n\n\n\n"
    )
    said = operator.types("init", operator.folder, answers=answers)
    assert said.exit_code == 0, said.output
    assert "use small letters" in said.stderr
    written = tomllib.loads(operator.config.read_text())
    assert written["wijk"][0]["postcodes"] == ["3901"]
    assert written["wijk"][0]["round"] == "six-weekly"
    assert not {"telegram", "matrix"} & written.keys()


def test_init_overwrites_nothing(operator: Operator) -> None:
    """A second init in the same folder is refused, and the key of the first stays."""
    operator.sets_up()
    key = (operator.folder / "secrets/people.key").read_text()
    said = operator.types("init", operator.folder, *INIT)
    assert (said.exit_code, len(said.stderr.splitlines())) == (2, 1)
    assert (operator.folder / "secrets/people.key").read_text() == key


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("--yes",), "--name"),
        (("--yes", "--name", "X"), "--buurt"),
        ((*INIT, "--rhythm", "six-weekly"), "--round-start"),
        ((*INIT, "--postcode", "39"), "--postcode"),
        ((*INIT, "--question1", "Hoe gaat het?"), "--question2"),
        ((*INIT, "--storage", "mysql://x"), "storage.url"),
        ((*INIT, "--telegram-token-file", "/nowhere"), "/nowhere"),
        (("--name", "X"), "nobody to ask"),
    ],
)
def test_init_with_a_wrong_or_missing_answer_makes_nothing(
    operator: Operator, words: tuple[str, ...], named: str
) -> None:
    """The option is named, and there are no settings or secrets afterwards."""
    said = operator.types("init", operator.folder, *words)
    assert said.exit_code == 2
    assert named in said.stderr
    assert not [*operator.folder.rglob("*")]


# --- check and health -------------------------------------------------------------------------------


def test_check_says_all_that_is_wrong_with_the_settings(operator: Operator, tmp_path: Path) -> None:
    """Each mistake is a line that begins with WRONG, and it ends with 1."""
    config = tmp_path / "wrong.toml"
    config.write_text('[telegram]\ntoken = "secret-words"\n[[wijk]]\nslug = "x"\n')
    said = operator.types("check", "--config", config)
    assert said.exit_code == 1
    assert all(line.startswith("WRONG") for line in said.stdout.splitlines())
    assert "secret-words" not in said.output


def test_check_looks_at_secrets_and_folders(operator: Operator) -> None:
    """A secret that others can read, a folder that is gone and a bot without a platform are said."""
    operator.sets_up()
    (operator.folder / "secrets/people.key").chmod(0o644)
    (operator.folder / "data").rename(operator.folder / "elsewhere")
    said = operator.types("check", "--config", operator.config)
    assert said.exit_code == 1
    assert "chmod 600" in said.stdout
    assert "mkdir -m 700" in said.stdout
    assert "neither [telegram] nor [matrix]" in said.stdout


def test_health_says_that_nothing_runs(operator: Operator) -> None:
    """A service that never ran, and one that stopped, are told apart; both end with 1."""
    operator.sets_up()
    assert "never ran" in operator.types("health", "--config", operator.config).stdout
    operator.asks(lambda connection: account.beat(connection, "service", NOVEMBER - timedelta(hours=1)))
    said = operator.types("health", "--config", operator.config)
    assert said.exit_code == 1
    assert "does not run: its last sign of life was at 2026-11-03 08:00 UTC" in said.stdout


def test_health_is_well_while_the_service_beats(operator: Operator) -> None:
    """With a fresh sign of life it says ok and ends with 0; a refused account makes it 1."""
    operator.sets_up()
    operator.asks(lambda connection: account.beat(connection, "service", NOVEMBER))
    well = operator.types("health", "--config", operator.config)
    assert (well.exit_code, well.stdout) == (0, "ok\n")
    operator.asks(lambda connection: account.beat(connection, "halted telegram: token refused", NOVEMBER))
    said = operator.types("health", "--config", operator.config)
    assert (said.exit_code, said.stdout.startswith("WRONG: telegram: token refused")) == (1, True)


def test_health_without_a_store_makes_none(operator: Operator) -> None:
    """Asking is not making: the missing store is the reason."""
    operator.sets_up()
    store = operator.folder / "data/wijksignaal.sqlite"
    store.unlink()
    assert operator.types("health", "--config", operator.config).exit_code == 1
    assert not store.exists()


# --- invite -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("grant", [one for one in Grant if one is not Grant.FOLLOW])
def test_an_invitation_gives_what_was_asked(operator: Operator, grant: Grant) -> None:
    """The code that is printed gives this role in this wijk; a role has a name to be shown by."""
    operator.sets_up()
    code = code_in(operator.about("invite", "--role", grant).stdout)
    offer = operator.asks(lambda connection: invitations.look_up(connection, hash_of(code)))
    assert offer is not None
    assert offer.grant is grant
    assert bool(offer.label) is (grant is not Grant.ROOM)


def test_an_invitation_comes_as_a_picture(operator: Operator, tmp_path: Path) -> None:
    """The QR code reads as the code itself when no platform has a link."""
    operator.sets_up()
    picture = tmp_path / "qr.png"
    code = code_in(
        operator.about("invite", "--role", "expert", "--label", "Buurthuis", "--qr", picture).stdout
    )
    with Image.open(picture) as image:
        assert [found.text for found in zxingcpp.read_barcodes(image)] == [code]


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("--role", "follow"), "--role"),
        (("--role", "expert", "--label", "x" * 61), "--label"),
        (("--role", "expert", "--label", " "), "--label"),
        (("--role", "expert", "--qr", "/nowhere/qr.png"), "/nowhere"),
    ],
)
def test_a_wrong_invitation_is_refused(operator: Operator, words: tuple[str, ...], named: str) -> None:
    """A grant that is no invitation, a bad label and an impossible file end with 2, and no code is made."""
    operator.sets_up()
    said = operator.about("invite", *words)
    assert said.exit_code == 2
    assert named in said.stderr
    assert "Code:" not in said.stdout


def test_an_unknown_wijk_is_named_with_those_that_are_known(operator: Operator) -> None:
    """A slug with a typo says which slugs there are."""
    operator.sets_up()
    said = operator.types("invite", "--config", operator.config, "--wijk", "bomgaard", "--role", "expert")
    assert (said.exit_code, "There is: boomgaard" in said.stderr) == (2, True)


# --- the program itself -----------------------------------------------------------------------------


def test_the_installed_program_says_faults_in_one_line(tmp_path: Path) -> None:
    """The real command, in its own process: exit code 2, one line, no traceback."""
    program = Path(sys.executable).with_name("wijksignaal")
    words = [str(program), "run", "--config", str(tmp_path)]
    done = subprocess.run(
        words, capture_output=True, text=True, check=False, env=dict(os.environ), timeout=60
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
