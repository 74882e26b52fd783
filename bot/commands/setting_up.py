"""`init`: a folder with settings, secrets and room for the data, and the first invitation."""

import re
import secrets
import shlex
import unicodedata
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.commands.asking import Asker, Check, something
from bot.commands.inviting import invited
from bot.commands.options import awaited, tools_of
from bot.commands.settings_file import Answer, Key, example, filled
from bot.commands.tools import Tools, WrongUse, aside
from bot.config import ConfigError, Settings, load
from bot.texts import Words
from domain.invitations import Grant
from domain.messages import Text

SECRET_MODE, FOLDER_MODE = 0o600, 0o700


def init(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where it comes; made when it is not there.")],
    name: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Name of the wijk, as residents say it.")
    ] = None,
    slug: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Short name of the wijk, for commands and links.")
    ] = None,
    buurt: Annotated[
        list[str] | None, typer.Option(metavar="TEXT", help="A buurt of the wijk; give it for each.")
    ] = None,
    street: Annotated[
        list[str] | None, typer.Option(metavar="TEXT", help="A street or square; give it for each.")
    ] = None,
    postcode: Annotated[
        list[str] | None, typer.Option(metavar="1234", help="Four digits; give it for each.")
    ] = None,
    contact: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Where residents reach a person.")
    ] = None,
    rhythm: Annotated[
        str | None, typer.Option(metavar="TEXT", help="How often is chosen: monthly or six-weekly.")
    ] = None,
    round_start: Annotated[
        str | None, typer.Option(metavar="DAY", help="First day of a six-weekly round: 2026-01-05.")
    ] = None,
    question1: Annotated[
        str | None, typer.Option(metavar="TEXT", help="First question of the micro-uitvraag.")
    ] = None,
    question2: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Second question of the micro-uitvraag.")
    ] = None,
    storage: Annotated[
        str | None, typer.Option(metavar="URL", help="Database: sqlite:///... or postgresql://...")
    ] = None,
    telegram_token_file: Annotated[
        Path | None, typer.Option(metavar="FILE", help="File with the token from @BotFather; it is copied.")
    ] = None,
    telegram_base_url: Annotated[
        str | None, typer.Option(metavar="URL", help="Another Bot API server than Telegram's own.")
    ] = None,
    matrix_homeserver: Annotated[
        str | None, typer.Option(metavar="URL", help="Of the bot's account.")
    ] = None,
    matrix_user: Annotated[str | None, typer.Option(metavar="@BOT:SERVER", help="The bot's account.")] = None,
    matrix_password_file: Annotated[
        Path | None, typer.Option(metavar="FILE", help="File with its password; it is copied.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Ask nothing: options and defaults only.")] = False,
) -> None:
    """Make a folder with settings, secrets and room for the data.

    It asks what it needs to know, in about two minutes, and prints the coordinator's first invitation. An
    empty answer leaves a platform out; it can be added later in config.toml.

    \b
    Example:
      wijksignaal init /srv/wijksignaal
      wijksignaal init /srv/wijksignaal --yes --name "De Boomgaard" --buurt Appelhof --buurt Perenpad
    """
    given = {key: value for key, value in context.params.items() if key not in {"folder", "yes"}}
    _refuse_used(folder)
    answers = _Answers(Asker(aside(), quiet=yes), given)
    text, kept = answers.settings_text(), answers.secrets
    config = _made(folder, text, kept)
    typer.echo(f"Settings: {config}")
    if not {"telegram.token", "matrix.password"} & set(kept):
        aside().print("Nobody can write yet: fill in [telegram] or [matrix] in the settings.", markup=False)
    _invite_first(load(config), tools_of(context), config)


class _Answers:
    """Everything `init` wants to know, asked in order."""

    def __init__(self, asker: Asker, given: dict[str, Any]) -> None:
        self._asker = asker
        self._given = given
        self.secrets: dict[str, str] = {"people.key": secrets.token_urlsafe(32)}

    def settings_text(self) -> str:
        """The config.toml; afterwards `secrets` has what stands in files of its own."""
        answers: dict[Key, Answer] = {("wijk", key): value for key, value in self._wijk().items()}
        answers["service", "contact"] = self._ask("contact", "Where do residents reach a person?", default="")
        if self._given["storage"] is not None:
            answers["storage", "url"] = self._given["storage"]
        telegram, matrix = self._telegram(), self._matrix()
        without = [name for name, found in (("telegram", telegram), ("matrix", matrix)) if found is None]
        # An address of the example would stand on posters, and get mail.
        answers |= {("web", "public_url"): "", ("wijk", "report_to"): []}
        off = [*without, "email", "model"]
        return filled(example(), {**answers, **(telegram or {}), **(matrix or {})}, off)

    def _wijk(self) -> dict[str, Answer]:
        name = self._ask("name", "Name of the wijk, as residents say it", check=something)
        found: dict[str, Answer] = {
            "name": name,
            "slug": self._ask(
                "slug", "Short name for commands and links", default=_slug(name), check=_slug_check
            ),
            "buurten": self._list("buurt", "Its buurten, with commas between them", check=something),
            "streets": self._list("street", "Streets and squares, with commas (may be empty)", default=""),
            "postcodes": self._list(
                "postcode",
                "Four digits of its postcodes, with commas (may be empty)",
                default="",
                check=_postcode,
            ),
            "centres": {},
            "questions_by_round": {},
        }
        rhythm = self._ask("rhythm", "Rounds: monthly or six-weekly", default="monthly", check=_rhythm)
        found["round"] = rhythm
        if rhythm == "six-weekly":
            start = self._ask("round_start", "First day of a round, like 2026-01-05", check=_day)
            found["round_start"] = date.fromisoformat(start)
        return {**found, **self._questions()}

    def _questions(self) -> dict[str, Answer]:
        first, second = self._given["question1"], self._given["question2"]
        if first is None and second is None:
            return {}
        if not (first and second):
            raise WrongUse("--question1 and --question2 go together: the micro-uitvraag has two questions.")
        return {"questions": [first, second]}

    def _telegram(self) -> dict[Key, Answer] | None:
        file: Path | None = self._given["telegram_token_file"]
        token = _read(file) if file else self._asker.hidden("Token from @BotFather (empty: no Telegram)")
        if not token:
            return None
        self.secrets["telegram.token"] = token
        url: str | None = self._given["telegram_base_url"]
        return {("telegram", "base_url"): url} if url else {}

    def _matrix(self) -> dict[Key, Answer] | None:
        server = self._ask(
            "matrix_homeserver", "Address of the Matrix homeserver (empty: no Matrix)", default=""
        )
        if not server:
            return None
        user = self._ask("matrix_user", "The bot's account there, like @wijksignaal:example.org", check=_user)
        file: Path | None = self._given["matrix_password_file"]
        password = _read(file) if file else self._asker.hidden("Its password")
        if not password:
            raise WrongUse("--matrix-password-file is needed with --matrix-homeserver.")
        self.secrets["matrix.password"] = password
        return {("matrix", "homeserver"): server, ("matrix", "user_id"): user}

    def _ask(self, option: str, question: str, **how: Any) -> str:  # noqa: ANN401 - as `Asker.ask` takes them
        return self._asker.ask(_option(option), self._given[option], question, **how)

    def _list(self, option: str, question: str, **how: Any) -> list[str]:  # noqa: ANN401 - as `Asker.list` takes them
        return self._asker.list(_option(option), self._given[option], question, **how)


# --- what an answer has to look like ------------------------------------------------------------


def _option(name: str) -> str:
    return "--" + name.replace("_", "-")


def _slug(name: str) -> str:
    """A short name out of a name: De Boomgaard -> de-boomgaard."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _shaped(pattern: str, meant: str) -> Check:
    def check(answer: str) -> str:
        if not re.fullmatch(pattern, answer):
            raise ValueError(meant)
        return answer

    return check


_slug_check = _shaped(r"[a-z0-9]+(-[a-z0-9]+)*", "use small letters, digits and hyphens, like boomgaard")
_postcode = _shaped(r"([1-9][0-9]{3})?", "use the four digits of a postcode, like 3901")
_rhythm = _shaped(r"monthly|six-weekly", "type monthly or six-weekly")
_user = _shaped(r"@[^:\s]+:\S+", "use the whole account name, like @wijksignaal:example.org")


def _day(answer: str) -> str:
    try:
        return date.fromisoformat(answer).isoformat()
    except ValueError:
        raise ValueError("type a date like 2026-01-05") from None


def _read(file: Path) -> str:
    try:
        found = file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        raise WrongUse(f"{file}: cannot be read. Put the secret in it, on the first line.") from None
    if not found:
        raise WrongUse(f"{file}: is empty. Put the secret in it, on the first line.")
    return found


# --- what is made -------------------------------------------------------------------------------


def _refuse_used(folder: Path) -> None:
    """Nothing that is there is overwritten: with another people.key nobody can be found back."""
    if folder.exists() and not folder.is_dir():
        raise WrongUse(f"{folder}: is a file. Name a folder.")
    for name in ("config.toml", "secrets", "data"):
        if (folder / name).exists():
            raise WrongUse(f"{folder}: has a {name} already. Choose another folder, or take it away first.")


def _made(folder: Path, text: str, kept: dict[str, str]) -> Path:
    """The folder with all that is in it. When the settings turn out wrong nothing is left of it."""
    folder.mkdir(parents=True, exist_ok=True)
    config = folder / "config.toml"
    config.write_text(text, encoding="utf-8")
    try:
        load(config)
    except ConfigError:
        config.unlink()
        raise
    for name in ("secrets", "data"):
        (folder / name).mkdir(mode=FOLDER_MODE)
    for name, words in kept.items():
        (folder / "secrets" / name).touch(mode=SECRET_MODE)
        (folder / "secrets" / name).write_text(words + "\n", encoding="utf-8")
    return config


def _invite_first(settings: Settings, tools: Tools, config: Path) -> None:
    district = settings.districts[0]
    label = Words().say(Text("coordinator-grant", {"grant": Grant.COORDINATOR.value}), district.languages[0])
    first = awaited(invited(settings, tools, district, Grant.COORDINATOR, label))
    typer.echo("\nThe first invitation, for the coordinator:")
    typer.echo("\n".join(first.lines))
    typer.echo(f"\nNext: wijksignaal check --config {shlex.quote(str(config))}")
    typer.echo(f"Then: wijksignaal run --config {shlex.quote(str(config))}")
