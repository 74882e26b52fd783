"""`check`: is everything there that the service needs? One line for each thing that was looked at."""

import asyncio
import shutil
import stat
import urllib.error
import urllib.request
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import typer

from bot.chat import AnotherInstance
from bot.commands.models import model_of
from bot.commands.options import ConfigFile, awaited, opened, tools_of
from bot.commands.platforms import mail_server, matrix, telegram
from bot.commands.tools import FAILED, Complaint, Tools, aside
from bot.config import ConfigError, Settings, load, secret
from bot.keys import Keys
from bot.model.encoder import ModelAway
from bot.same_key import ANOTHER, is_the_same
from storage.engine import open_store

LEAST_FREE = 200 * 1024 * 1024
MOST_WRONG = timedelta(seconds=60)
SECONDS = 10


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    good: bool
    about: str
    words: str

    def __str__(self) -> str:
        return f"{'ok   ' if self.good else 'WRONG'}  {self.about}: {self.words}"


def check(context: typer.Context, config: ConfigFile) -> None:
    """Look whether the service could run with these settings.

    All mistakes in the settings at once; then the secrets, the database, the disk, the token, the homeserver
    and the clock. One line for each, with how to mend what is wrong. Ends with 0 when all is well, else 1.

    \b
    Example:
      wijksignaal check --config /srv/wijksignaal/config.toml
    """
    try:
        settings = load(config)
    except ConfigError as fault:
        _say([Finding(good=False, about="settings", words=line) for line in fault.mistakes])
        raise typer.Exit(FAILED) from fault
    wijken = ", ".join(district.name for district in settings.districts)
    with aside().status("Looking ..."):
        found = [Finding(good=True, about="settings", words=f"{config} ({wijken})")]
        found += awaited(_look(settings, tools_of(context)))
    _say(found)
    if not all(one.good for one in found):
        raise typer.Exit(FAILED)


def _say(found: list[Finding]) -> None:
    for one in found:
        typer.echo(str(one))


async def _look(settings: Settings, tools: Tools) -> list[Finding]:
    looks: list[Callable[[], AsyncIterator[Finding]]] = [
        lambda: _secrets(settings),
        lambda: _store(settings),
        lambda: _platforms(settings, tools),
        lambda: _email(settings),
        lambda: _model(settings),
        lambda: _clock(settings, tools.clock()),
    ]
    return [finding for look in looks for finding in [one async for one in look()]]


async def _secrets(settings: Settings) -> AsyncIterator[Finding]:
    """Each is there, and nobody else on this machine can read it."""
    kept: list[tuple[str, Any, Path | None]] = [
        ("service.secret", settings.service.secret, settings.service.secret_file)
    ]
    if settings.telegram is not None:
        kept.append(("telegram.token", settings.telegram.token, settings.telegram.token_file))
    if settings.matrix is not None:
        kept.append(("matrix.password", settings.matrix.password, settings.matrix.password_file))
    if settings.email is not None and settings.email.user:
        kept.append(("email.password", settings.email.password, settings.email.password_file))
    model = settings.model
    if model is not None and (model.token is not None or model.token_file is not None):
        kept.append(("model.token", model.token, model.token_file))
    for about, given, file in kept:
        try:
            secret(given, file, about)
        except ConfigError as fault:
            yield Finding(good=False, about="secret", words=str(fault))
            continue
        open_to_others = (
            given is None and file is not None and file.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO)
        )
        if open_to_others:
            yield Finding(
                good=False, about="secret", words=f"others can read {file}. Mend it: chmod 600 {file}"
            )
        else:
            yield Finding(good=True, about="secret", words=about)


async def _store(settings: Settings) -> AsyncIterator[Finding]:
    store = open_store(settings.keeping)
    if store.sqlite:
        folder = store.path.parent
        if not folder.is_dir():
            yield Finding(
                good=False,
                about="storage",
                words=f"there is no folder {folder}. Make it: mkdir -m 700 {folder}",
            )
            return
        yield _disk(folder)
        if not store.path.exists():
            yield Finding(good=True, about="storage", words=f"{store.path} is made at the first start")
            return
    try:
        async with opened(settings) as there:
            yield Finding(good=True, about="storage", words=store.url.render_as_string(hide_password=True))
            key = secret(settings.service.secret, settings.service.secret_file, "service.secret")
            if not await is_the_same(there, Keys(key)):
                yield Finding(good=False, about="secret", words=ANOTHER)
    except ConfigError:
        return  # said above, of the secret
    except (Complaint, OSError) as fault:
        yield Finding(good=False, about="storage", words=str(fault))


def _disk(folder: Path) -> Finding:
    free = shutil.disk_usage(folder).free
    room = f"{free // 1024**2} MB free in {folder}"
    if free < LEAST_FREE:
        return Finding(good=False, about="disk", words=f"only {room}. Make room: 200 MB is the least")
    return Finding(good=True, about="disk", words=room)


async def _platforms(settings: Settings, tools: Tools) -> AsyncIterator[Finding]:
    if settings.telegram is None and settings.matrix is None:
        words = (
            "there is neither [telegram] nor [matrix], so nobody can write. Add one of them to the settings"
        )
        yield Finding(good=False, about="platforms", words=words)
    if settings.telegram is not None:
        yield await _telegram(settings, tools)
    if settings.matrix is not None:
        yield await _matrix(settings, tools)


async def _telegram(settings: Settings, tools: Tools) -> Finding:
    if settings.telegram is None:
        raise ValueError("no Telegram")
    try:
        async with telegram(settings.telegram, tools.clock) as chat:
            name = await chat.check()
    except ConfigError:
        return Finding(good=False, about="telegram", words="not tried: the token cannot be read")
    except PermissionError as fault:
        return Finding(good=False, about="telegram", words=f"{fault}. Mend it: telegram.token_file")
    except OSError as fault:
        return Finding(good=False, about="telegram", words=f"{fault}. Is this machine on the network?")
    groups = (
        ""
        if chat.hears_groups
        else "; in groups it hears commands and replies only (/setprivacy of @BotFather)"
    )
    return Finding(good=True, about="telegram", words=f"the bot is @{name}{groups}")


async def _matrix(settings: Settings, tools: Tools) -> Finding:
    if settings.matrix is None:
        raise ValueError("no Matrix")
    where = f"{settings.matrix.user_id} at {settings.matrix.homeserver}"
    try:
        async with matrix(settings.matrix, tools.clock) as chat:
            await chat.check()
    except ConfigError:
        return Finding(good=False, about="matrix", words="not tried: the password cannot be read")
    except AnotherInstance:
        return Finding(good=True, about="matrix", words=f"{where} is in use by the running service")
    except OSError as fault:
        return Finding(good=False, about="matrix", words=f"{fault}. Look at [matrix] in the settings")
    return Finding(good=True, about="matrix", words=f"logged in as {where}")


async def _email(settings: Settings) -> AsyncIterator[Finding]:
    """Only when there is a mail server: it is logged in to, and no mail goes out."""
    email = settings.email
    if email is None:
        return
    where = f"{email.sender} at {email.host}:{email.port}"
    try:
        await mail_server(email).check()
    except ConfigError:
        yield Finding(good=False, about="email", words="not tried: the password cannot be read")
    except (PermissionError, OSError) as fault:
        yield Finding(good=False, about="email", words=f"{fault}. Look at [email] in the settings")
    else:
        yield Finding(good=True, about="email", words=where)


async def _model(settings: Settings) -> AsyncIterator[Finding]:
    """Only when one is chosen."""
    try:
        model = model_of(settings)
    except ConfigError:
        yield Finding(good=False, about="model", words="not tried: the token cannot be read")
        return
    if model is None:
        return
    try:
        about = await model.about()
        yield Finding(good=True, about="model", words=f"{about.name} {about.version}")
    except ModelAway as fault:
        yield Finding(good=False, about="model", words=f"{fault}. Look at [model] in the settings")
    finally:
        await model.close()


async def _clock(settings: Settings, now: datetime) -> AsyncIterator[Finding]:
    """Rounds end and promises fall due by this clock: it is compared with those of the servers."""
    urls = [settings.telegram.base_url] if settings.telegram else []
    urls += [settings.matrix.homeserver] if settings.matrix else []
    for url in urls:
        theirs = await asyncio.to_thread(_time_at, url)
        if theirs is not None:
            yield _compared(now, theirs, urlsplit(url).hostname or url)
            return
    yield Finding(
        good=True, about="clock", words=f"{now.astimezone(UTC):%Y-%m-%d %H:%M} UTC, compared with nothing"
    )


def _compared(now: datetime, theirs: datetime, host: str) -> Finding:
    off = now - theirs
    if abs(off) > MOST_WRONG:
        side = "ahead of" if off > timedelta() else "behind"
        words = f"{abs(off)} {side} {host}. Mend it: timedatectl set-ntp true"
        return Finding(good=False, about="clock", words=words)
    return Finding(
        good=True, about="clock", words=f"{now.astimezone(UTC):%Y-%m-%d %H:%M} UTC, as {host} has it"
    )


def _time_at(url: str) -> datetime | None:
    """What time it is there, by the header that every web server gives; None when it does not answer."""
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"}:
        return None
    try:
        with urllib.request.urlopen(f"{parts.scheme}://{parts.netloc}/", timeout=SECONDS) as answer:  # noqa: S310 - http only
            headers = answer.headers
    except urllib.error.HTTPError as answer:
        headers = answer.headers
        answer.close()
    except (OSError, ValueError):
        return None
    try:
        return parsedate_to_datetime(headers["Date"])
    except (TypeError, ValueError):
        return None
