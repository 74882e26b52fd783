"""config.toml -> settings. All mistakes at once: the file, the key, what is wrong and how to mend it.

Secrets come from files named here, or from the environment (`WIJKSIGNAAL_TELEGRAM__TOKEN` and so on); written
in the file itself they are refused.
"""

import re
import tomllib
from contextlib import suppress
from pathlib import Path
from typing import Self
from urllib.parse import unquote, urlsplit

from pydantic import BaseModel, Field, SecretStr, ValidationError, model_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.config.sections import Email, Matrix, Retention, Service, Storage, Telegram, Web, Wijk
from bot.model.settings import ModelSettings
from domain.districts import District
from storage.periods import Keeping

__all__ = [
    "ConfigError",
    "Email",
    "Matrix",
    "Settings",
    "Storage",
    "Telegram",
    "Wijk",
    "load",
    "secret",
    "secrets_in_use",
]

SECRETS = {
    ("telegram", "token"),
    ("matrix", "password"),
    ("model", "token"),
    ("email", "password"),
    ("service", "secret"),
}
"""Never in the file: each has a `..._file` beside it."""


class ConfigError(Exception):
    """What is wrong with a configuration, one line a mistake."""

    def __init__(self, mistakes: list[str]) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = mistakes


class Settings(BaseSettings):
    """A whole config.toml."""

    model_config = SettingsConfigDict(env_prefix="WIJKSIGNAAL_", env_nested_delimiter="__", extra="forbid")

    service: Service = Service()
    storage: Storage = Storage()
    retention: Retention = Retention()
    telegram: Telegram | None = None
    matrix: Matrix | None = None
    web: Web = Web()
    email: Email | None = None
    model: ModelSettings | None = None
    wijk: tuple[Wijk, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _distinct(self) -> Self:
        slugs = [one.slug for one in self.wijk]
        twice = sorted({slug for slug in slugs if slugs.count(slug) > 1})
        if twice:
            message = f"two wijken have the slug {', '.join(twice)}; give each its own"
            raise ValueError(message)
        return self

    @model_validator(mode="after")
    def _posted(self) -> Self:
        if self.email is None and any(one.report_to for one in self.wijk):
            message = "report_to needs a mail server: add an [email] section"
            raise ValueError(message)
        return self

    @property
    def keeping(self) -> Keeping:
        """Where everything is kept, and how long."""
        return Keeping(self.storage.url, self.storage.journal, self.retention.periods)

    @property
    def readers(self) -> dict[str, tuple[str, ...]]:
        """Per wijk who gets its report by e-mail."""
        return {one.slug: one.report_to for one in self.wijk if one.report_to}

    @property
    def districts(self) -> tuple[District, ...]:
        return tuple(one.district(self.service.contact, self.web.page(one.slug)) for one in self.wijk)


def load(path: Path) -> Settings:
    """The settings of a file; relative paths in it count from its folder. Raises ConfigError."""
    try:
        written = tomllib.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, IsADirectoryError, PermissionError) as error:
        raise ConfigError(
            [f"{path}: cannot be read ({error.strerror}). Make one with: wijksignaal init DIR"]
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError([f"{path}: is no valid TOML: {error}. Mend that line first."]) from error
    mistakes = [
        f"{path}: {section}.{key}: a secret does not belong here. Put it in a file, named in {key}_file."
        for section, key in sorted(SECRETS)
        if isinstance(written.get(section), dict) and key in written[section]
    ]
    try:
        settings = Settings(**written)
    except ValidationError as error:
        raise ConfigError(mistakes + _lines(path, error.errors())) from error
    if mistakes:
        raise ConfigError(mistakes)
    return _rooted(settings, path.resolve().parent)


_MEND = {
    "extra_forbidden": "no such setting. Remove it, or look in config.example.toml how it is spelled",
    "missing": "is missing. Add it; config.example.toml shows how",
}


def _lines(path: Path, errors: list[ErrorDetails]) -> list[str]:
    # A faulty wijk is also counted as no wijk at all: that second line says nothing new.
    below_wijk = any(error["loc"][:1] == ("wijk",) and len(error["loc"]) > 1 for error in errors)
    return [_line(path, error) for error in errors if not (below_wijk and error["loc"] == ("wijk",))]


def _line(path: Path, error: ErrorDetails) -> str:
    where = (
        ".".join(str(part + 1) if isinstance(part, int) else part for part in error["loc"])
        or "the whole file"
    )
    return f"{path}: {where}: {_MEND.get(error['type'], error['msg'].removeprefix('Value error, '))}."


def _rooted(settings: Settings, folder: Path) -> Settings:
    """Relative paths made absolute, so that the program runs alike from anywhere."""
    settings.storage.url = re.sub(
        r"^(sqlite(?:\+\w+)?:///)(?!/)(.+)$",
        lambda found: f"{found[1]}{folder / found[2]}",
        settings.storage.url,
    )
    files: list[tuple[BaseModel | None, tuple[str, ...]]] = [
        (settings.service, ("secret_file",)),
        (settings.storage, ("journal",)),
        (settings.telegram, ("token_file",)),
        (settings.matrix, ("password_file", "store")),
        (settings.model, ("folder", "token_file")),
        (settings.email, ("password_file",)),
    ]
    for section, names in files:
        for name in names:
            _root(section, name, folder)
    return settings


def _root(section: BaseModel | None, name: str, folder: Path) -> None:
    value = getattr(section, name, None)
    if section is not None and value is not None:
        setattr(section, name, folder / value)


def secret(given: SecretStr | None, file: Path | None, what: str) -> str:
    """A secret from the environment or from its file. Raises ConfigError, never with the secret in it."""
    if given is not None:
        return given.get_secret_value()
    if file is None:
        raise ConfigError([f"{what}: is missing. Name a file in {what}_file, or set it in the environment."])
    try:
        found = file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(
            [f"{what}_file: {file} cannot be read. Make the file, readable for this user only."]
        ) from error
    if not found:
        raise ConfigError([f"{what}_file: {file} is empty. Put the secret on its first line."])
    return found


def secrets_in_use(settings: Settings) -> list[str]:
    """Every secret that can be read now, for the log to leave out; one that is not there is no fault here."""
    found: list[str | None] = []
    with suppress(ValueError):
        found.append(urlsplit(settings.storage.url).password)
    for section, key in sorted(SECRETS):
        part = getattr(settings, section)
        with suppress(ConfigError):
            found.append(secret(getattr(part, key, None), getattr(part, f"{key}_file", None), key))
    return [unquote(one) for one in found if one]
