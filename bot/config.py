"""config.toml -> settings. All mistakes at once: the file, the key, what is wrong and how to mend it.

Secrets come from files named here, or from the environment (`WIJKSIGNAAL_TELEGRAM__TOKEN` and so on); written
in the file itself they are refused.
"""

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Annotated, Literal, Self
from zoneinfo import ZoneInfo

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    SecretStr,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.model.settings import ModelSettings
from bot.texts import LANGUAGES
from domain.districts import District
from domain.rounds import Rhythm, RoundName

SECRETS = {("telegram", "token"), ("matrix", "password"), ("model", "token"), ("service", "secret")}
"""Never in the file: each has a `..._file` beside it."""


def _shape(pattern: str, meant: str) -> AfterValidator:
    def check(value: str) -> str:
        if not re.fullmatch(pattern, value):
            raise ValueError(meant)
        return value

    return AfterValidator(check)


# At most 20: a link that carries something longer is an invitation.
Slug = Annotated[
    str,
    _shape(
        r"(?!.{21})[a-z0-9]+(-[a-z0-9]+)*", "use at most 20 small letters, digits and hyphens, e.g. boomgaard"
    ),
]
Postcode = Annotated[
    str, _shape(r"[1-9][0-9]{3}", 'use the four digits of a postcode, in quotes, e.g. "3901"')
]
Round = Annotated[str, _shape(r"20[0-9]{2}-(0[1-9]|1[0-2])", 'name a round by its month, e.g. "2026-10"')]
UserId = Annotated[str, _shape(r"@[^:\s]+:\S+", "use the whole account name, e.g. @wijksignaal:example.org")]


class ConfigError(Exception):
    """What is wrong with a configuration, one line a mistake."""

    def __init__(self, mistakes: list[str]) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = mistakes


class Section(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Service(Section):
    """[service]"""

    name: str = "Wijksignaal"
    secret: SecretStr | None = None
    secret_file: Path | None = None
    contact: str = ""


class Storage(Section):
    """[storage]"""

    url: str = "sqlite+aiosqlite:///data/wijksignaal.sqlite"

    @field_validator("url")
    @classmethod
    def _known(cls, url: str) -> str:
        if not re.match(r"(sqlite|postgresql)(\+\w+)?://", url):
            message = "must start with sqlite:// or postgresql://"
            raise ValueError(message)
        return url


class Telegram(Section):
    """[telegram]"""

    token: SecretStr | None = None
    token_file: Path | None = None
    base_url: str = "https://api.telegram.org/bot"
    base_file_url: str = "https://api.telegram.org/file/bot"


class Matrix(Section):
    """[matrix]"""

    homeserver: str
    user_id: UserId
    password: SecretStr | None = None
    password_file: Path | None = None
    store: Path = Path("data/matrix")
    allowed_homeservers: tuple[str, ...] = ()


class Web(Section):
    """[web]"""

    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=1, le=65535)


class Wijk(Section):
    """[[wijk]]"""

    slug: Slug
    name: str = Field(min_length=1, max_length=60)
    buurten: tuple[str, ...] = Field(min_length=1, max_length=30)
    streets: tuple[str, ...] = ()
    postcodes: tuple[Postcode, ...] = ()
    round: Literal["monthly", "six-weekly"] = "monthly"
    round_start: date | None = None
    timezone: str = "Europe/Amsterdam"
    answer_days: int = Field(default=8, ge=1, le=60)
    languages: tuple[str, ...] = LANGUAGES
    questions: tuple[str, str]
    questions_by_round: dict[Round, tuple[str, str]] = Field(default_factory=dict)
    contact: str = ""
    centres: dict[str, tuple[float, float]] = Field(default_factory=dict)

    @field_validator("languages")
    @classmethod
    def _offered(cls, languages: tuple[str, ...]) -> tuple[str, ...]:
        unknown = [one for one in languages if one not in LANGUAGES]
        if unknown or not languages:
            message = f"choose from {', '.join(LANGUAGES)}"
            raise ValueError(message)
        return languages

    @field_validator("timezone")
    @classmethod
    def _zone(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (LookupError, OSError, ValueError) as error:
            message = "is no time zone; write for example Europe/Amsterdam"
            raise ValueError(message) from error
        return name

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if self.round == "six-weekly" and self.round_start is None:
            message = (
                "round_start is missing: a six-weekly round needs the first day of a round, e.g. 2026-01-05"
            )
            raise ValueError(message)
        elsewhere = set(self.centres) - set(self.buurten)
        if elsewhere:
            message = f"centres names a buurt that is not in buurten: {', '.join(sorted(elsewhere))}"
            raise ValueError(message)
        return self

    def district(self, fallback_contact: str) -> District:
        """The wijk as the program uses it."""
        return District(
            slug=self.slug,
            name=self.name,
            neighbourhoods=self.buurten,
            questions=self.questions,
            questions_by_round={RoundName(name): two for name, two in self.questions_by_round.items()},
            streets=self.streets,
            postcodes=self.postcodes,
            languages=self.languages,
            rhythm=Rhythm(self.round_start if self.round == "six-weekly" else None),
            zone=ZoneInfo(self.timezone),
            answer_days=self.answer_days,
            contact=self.contact or fallback_contact,
            centres=self.centres,
        )


class Settings(BaseSettings):
    """A whole config.toml."""

    model_config = SettingsConfigDict(env_prefix="WIJKSIGNAAL_", env_nested_delimiter="__", extra="forbid")

    service: Service = Service()
    storage: Storage = Storage()
    telegram: Telegram | None = None
    matrix: Matrix | None = None
    web: Web = Web()
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

    @property
    def districts(self) -> tuple[District, ...]:
        return tuple(one.district(self.service.contact) for one in self.wijk)


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
        (settings.telegram, ("token_file",)),
        (settings.matrix, ("password_file", "store")),
        (settings.model, ("folder", "token_file")),
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
