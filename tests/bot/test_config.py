"""config.toml: every mistake at once with a way to mend it, and secrets nowhere."""

import itertools
import re
import tomllib
from pathlib import Path
from typing import Any, get_args, get_origin

import pytest
from pydantic import BaseModel, SecretStr

import bot
from bot.config import ConfigError, Settings, load, secret

EXAMPLE = Path(bot.__file__).parents[1] / "config.example.toml"
CANARY = "123456:canary-secret-token"
WIJK = """
[[wijk]]
slug = "boomgaard"
name = "De Boomgaard"
buurten = ["Appelhof"]
questions = ["Wat gaat goed?", "Wat anders?"]
"""


def written(folder: Path, text: str) -> Path:
    """A configuration file with this text."""
    file = folder / "config.toml"
    file.write_text(text, encoding="utf-8")
    return file


def mistakes(folder: Path, text: str) -> list[str]:
    """What is wrong with this text."""
    with pytest.raises(ConfigError) as raised:
        load(written(folder, text))
    assert "Traceback" not in str(raised.value)
    return raised.value.mistakes


def test_the_example_is_a_configuration(tmp_path: Path) -> None:
    """It loads as it stands, and says what the program will do."""
    (tmp_path / "config.toml").write_bytes(EXAMPLE.read_bytes())
    settings = load(tmp_path / "config.toml")
    (district,) = settings.districts
    assert (district.slug, district.postcodes, district.nearest(52.0301, 5.55)) == (
        "boomgaard",
        ("3901", "3902"),
        "Appelhof",
    )
    assert district.contact == settings.service.contact
    assert settings.telegram is not None
    assert settings.telegram.token_file == tmp_path / "secrets" / "telegram.token"
    assert settings.storage.url == f"sqlite+aiosqlite:///{tmp_path}/data/wijksignaal.sqlite"


def keys(model: type[BaseModel]) -> dict[str, Any]:
    """The keys of a section that may stand in the file: all but the secrets themselves."""
    return {
        name: field.annotation
        for name, field in model.model_fields.items()
        if SecretStr not in (field.annotation, *get_args(field.annotation))
    }


def sections() -> dict[str, type[BaseModel]]:
    """The sections of the settings, by name."""
    found: dict[str, type[BaseModel]] = {}
    for name, kind in keys(Settings).items():
        inner = get_args(kind)[0] if get_origin(kind) is not None else kind
        found[name] = inner
    return found


def test_the_example_knows_every_key() -> None:
    """Example and settings have the same sections and keys."""
    example = tomllib.loads(EXAMPLE.read_text(encoding="utf-8"))
    example["wijk"] = example["wijk"][0]
    assert {name: set(section) for name, section in example.items()} == {
        name: set(keys(model)) for name, model in sections().items()
    }


def test_every_key_of_the_example_is_explained() -> None:
    """A comment stands above each key, or above the ones it belongs to."""
    lines = EXAMPLE.read_text(encoding="utf-8").splitlines()
    explained = 0
    for before, line in itertools.pairwise(lines):
        if re.match(r"\w+ = ", line):
            assert before.startswith("#") or line.startswith("port"), line
            explained += 1
    assert explained >= 25


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    """Each with the file, the key, what is wrong and what to do."""
    found = mistakes(
        tmp_path,
        """
        [service]
        nmae = "x"
        [storage]
        url = "mysql://x"
        [matrix]
        homeserver = "https://example.org"
        user_id = "wijksignaal"
        [web]
        port = "veel"
        [[wijk]]
        slug = "De Boomgaard"
        name = ""
        buurten = []
        postcodes = ["39O1"]
        round = "weekly"
        timezone = "Europe/Utrecht"
        languages = ["nl", "xx"]
        questions = ["een"]
        centres = { Elders = [52.0, 5.0] }
        """,
    )
    told = "\n".join(found)
    expected = ["service.nmae", "storage.url", "matrix.user_id", "web.port"]
    of_wijk = ["slug", "name", "buurten", "postcodes.1", "round", "timezone", "languages", "questions"]
    for key in [*expected, *(f"wijk.1.{name}" for name in of_wijk)]:
        assert f": {key}" in told, key
    assert all(line.startswith(str(tmp_path / "config.toml")) for line in found)
    assert len(found) == len(set(found))


MAILING = '[email]\nhost = "smtp.example.org"\nsender = "wijk@example.org"\n'


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "wijk: is missing"),
        ("x = ", "no valid TOML"),
        ("\x00", "no valid TOML"),
        ("unknown = 1" + WIJK, "unknown: no such setting"),
        (WIJK + WIJK, "two wijken have the slug boomgaard"),
        (WIJK + 'round = "six-weekly"', "round_start is missing"),
        (WIJK + "centres = { Elders = [52.0, 5.0] }", "not in buurten: Elders"),
        (WIJK.replace("boomgaard", "een-wijk-met-een-lange-naam"), "at most 20"),
        (WIJK + "answer_days = 0", "answer_days"),
        (WIJK + "asks_per_month = -1", "asks_per_month"),
        (WIJK + 'report_to = ["post@example.org"]', "report_to needs a mail server"),
        (MAILING + WIJK + 'report_to = ["zonder apenstaart"]', "use a plain address"),
        (MAILING + 'user = "wijk"\nsecurity = "none"' + WIJK, "use starttls or ssl"),
        (MAILING.replace("wijk@example.org", "Wijk") + WIJK, "write an address"),
    ],
)
def test_a_mistake_says_what_to_do(tmp_path: Path, text: str, says: str) -> None:
    """One line for each mistake."""
    (line,) = mistakes(tmp_path, text)
    assert says in line


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """Said with the command that makes one; a folder is no file either."""
    for path in (tmp_path / "none.toml", tmp_path):
        with pytest.raises(ConfigError, match="wijksignaal init"):
            load(path)


@pytest.mark.parametrize(
    ("section", "key"),
    [("telegram", "token"), ("service", "secret"), ("matrix", "password"), ("email", "password")],
)
def test_a_secret_in_the_file_is_refused_and_never_repeated(tmp_path: Path, section: str, key: str) -> None:
    """It is said where it should go, without saying it; beside other mistakes too."""
    rest = {
        "matrix": 'homeserver = "https://x.org"\nuser_id = "@a:x.org"\n',
        "email": 'host = "x.org"\nsender = "a@x.org"\n',
    }.get(section, "")
    text = f'[{section}]\n{rest}{key} = "{CANARY}"\n{WIJK}'
    found = mistakes(tmp_path, text)
    assert any(f"{section}.{key}: a secret does not belong here" in line for line in found)
    assert CANARY not in "\n".join(found + mistakes(tmp_path, text + 'round = "weekly"'))


def test_a_secret_comes_from_environment_or_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment wins, and nothing prints it."""
    monkeypatch.setenv("WIJKSIGNAAL_TELEGRAM__TOKEN", CANARY)
    settings = load(written(tmp_path, f'[telegram]\ntoken_file = "none"\n{WIJK}'))
    assert settings.telegram is not None
    assert secret(settings.telegram.token, settings.telegram.token_file, "telegram.token") == CANARY
    assert CANARY not in f"{settings!r} {settings} {settings.model_dump()} {settings.model_dump_json()}"
    (tmp_path / "token").write_text(f"\n {CANARY} \n")
    assert secret(None, tmp_path / "token", "telegram.token") == CANARY


def test_a_secret_that_is_not_there(tmp_path: Path) -> None:
    """Missing, unreadable, empty or no text: one line that names key and file."""
    (tmp_path / "empty").write_text(" \n")
    (tmp_path / "binary").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigError, match=r"telegram\.token: is missing.*token_file"):
        secret(None, None, "telegram.token")
    for name, says in (("none", "cannot be read"), ("empty", "is empty"), ("binary", "cannot be read")):
        with pytest.raises(ConfigError, match=rf"telegram\.token_file: .*{name} {says}"):
            secret(None, tmp_path / name, "telegram.token")


def test_paths_count_from_the_file(tmp_path: Path) -> None:
    """Relative ones are made absolute; absolute ones and servers stay as they are."""
    account = '[matrix]\nhomeserver = "https://x.org"\nuser_id = "@a:x.org"\n'
    matrix = f'{account}password_file = "pw"\nstore = "/var/keys"\n'
    settings = load(written(tmp_path, f'[service]\nsecret_file = "a/b"\n{matrix}{WIJK}'))
    assert settings.service.secret_file == tmp_path / "a" / "b"
    assert settings.matrix is not None
    assert (settings.matrix.password_file, settings.matrix.store) == (tmp_path / "pw", Path("/var/keys"))
    for url in ("sqlite:////var/x.sqlite", "postgresql+asyncpg://user@host/database"):
        assert load(written(tmp_path, f'[storage]\nurl = "{url}"\n{WIJK}')).storage.url == url
