"""The sections of config.toml, each with what is allowed in it."""

import re
from datetime import date, time, timedelta
from email.utils import parseaddr
from pathlib import Path
from typing import Annotated, Any, Literal, Self
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SecretStr, field_validator, model_validator

from bot.texts import LANGUAGES, OF_ROLES
from domain.districts import ASKS_PER_MONTH, District
from domain.rounds import Rhythm, RoundName
from storage.periods import Periods


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
Clock = Annotated[
    str,
    _shape(r"([01]?[0-9]|2[0-3]):[0-5][0-9]", 'write the time as hours and minutes, in quotes, e.g. "10:00"'),
]
UserId = Annotated[str, _shape(r"@[^:\s]+:\S+", "use the whole account name, e.g. @wijksignaal:example.org")]
PublicUrl = Annotated[
    str,
    _shape(r"(https?://[^\s/?#@]+(/[^\s?#]*)?)?", "use the whole address, e.g. https://wijk.example.org"),
]

ADDRESS = r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*"
MailAddress = Annotated[str, _shape(ADDRESS, "use a plain address, e.g. wijkteam@example.org")]


class Section(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Service(Section):
    """[service]"""

    name: str = "Wijksignaal"
    secret: SecretStr | None = None
    secret_file: Path | None = None
    contact: str = ""
    log: Literal["text", "json"] = "text"
    log_level: Literal["debug", "info", "warning"] = "info"


class Storage(Section):
    """[storage]"""

    url: str = "sqlite+aiosqlite:///data/wijksignaal.sqlite"
    journal: Path = Path("data/erased.journal")
    backup_within_hours: int = Field(default=0, ge=0, le=24 * 31)

    @property
    def backup_within(self) -> timedelta | None:
        """How old the last backup may be; None when nobody looks at it."""
        return timedelta(hours=self.backup_within_hours) if self.backup_within_hours else None

    @field_validator("url")
    @classmethod
    def _known(cls, url: str) -> str:
        if not re.match(r"(sqlite|postgresql)(\+\w+)?://", url):
            message = "must start with sqlite:// or postgresql://"
            raise ValueError(message)
        return url


def _days(promised: int, least: int = 1) -> Any:  # noqa: ANN401 - a field of pydantic
    """Shorter than was promised to residents, never longer."""
    return Field(default=promised, ge=least, le=promised)


class Retention(Section):
    """[retention]"""

    words_days: int = _days(365)
    words_after_closing_days: int = _days(90)
    counts_days: int = _days(1826, 366)
    sent_days: int = _days(7)
    dedup_days: int = _days(30, 2)
    audit_days: int = _days(365, 30)
    silent_days: int = _days(730, 90)

    @property
    def periods(self) -> Periods:
        return Periods(
            words=timedelta(days=self.words_days),
            words_after_closing=timedelta(days=self.words_after_closing_days),
            counts=timedelta(days=self.counts_days),
            sent=timedelta(days=self.sent_days),
            dedup=timedelta(days=self.dedup_days),
            audit=timedelta(days=self.audit_days),
            person=timedelta(days=self.silent_days),
        )


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
    public_url: PublicUrl = ""
    metrics: bool = False

    def page(self, slug: str) -> str:
        """Address of the page of a wijk; empty when the service has no address."""
        return f"{self.public_url.rstrip('/')}/wijk/{slug}" if self.public_url else ""


class Email(Section):
    """[email]"""

    host: str = Field(min_length=1)
    port: int = Field(default=587, ge=1, le=65535)
    security: Literal["starttls", "ssl", "none"] = "starttls"
    user: str = ""
    password: SecretStr | None = None
    password_file: Path | None = None
    sender: str

    @field_validator("sender")
    @classmethod
    def _address(cls, sender: str) -> str:
        if not re.fullmatch(ADDRESS, parseaddr(sender)[1]) or "\n" in sender:
            message = "write an address, e.g. Wijksignaal <wijksignaal@example.org>"
            raise ValueError(message)
        return sender

    @model_validator(mode="after")
    def _safe(self) -> Self:
        if self.user and self.security == "none":
            message = "the password would go over the network for all to read: use starttls or ssl"
            raise ValueError(message)
        return self


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
    meeting_after_days: int = Field(default=3, ge=1, le=28)
    meeting_time: Clock = "10:00"
    asks_per_month: int = Field(default=ASKS_PER_MONTH, ge=0, le=31)
    languages: tuple[str, ...] = LANGUAGES
    questions: tuple[str, str]
    questions_by_round: dict[Round, tuple[str, str]] = Field(default_factory=dict)
    contact: str = ""
    public: bool = True
    centres: dict[str, tuple[float, float]] = Field(default_factory=dict)
    report_to: tuple[MailAddress, ...] = ()

    @field_validator("languages")
    @classmethod
    def _offered(cls, languages: tuple[str, ...]) -> tuple[str, ...]:
        unknown = [one for one in languages if one not in LANGUAGES]
        if unknown or not languages:
            message = f"choose from {', '.join(LANGUAGES)}"
            raise ValueError(message)
        if languages[0] not in OF_ROLES:
            message = f"begin with the language of reports: {' or '.join(OF_ROLES)}"
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

    def district(self, fallback_contact: str, page: str = "") -> District:
        """The wijk as the program uses it. `page` is where its page stands, if it may have one."""
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
            meeting_after_days=self.meeting_after_days,
            meeting_time=time.fromisoformat(f"{self.meeting_time:0>5}"),
            asks_per_month=self.asks_per_month,
            contact=self.contact or fallback_contact,
            page=page if self.public else "",
            centres=self.centres,
        )
