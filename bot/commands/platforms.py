"""The platforms of the settings, with their secrets read.

Each library is loaded when its platform is asked for: they take most of the memory and of the time to start.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from bot import config
from bot.config import secret

if TYPE_CHECKING:
    from bot.mail import Posting
    from bot.mail_server import MailServer
    from bot.matrix import Matrix
    from bot.telegram.account import Telegram

Clock = Callable[[], datetime]


def telegram(
    settings: config.Telegram, clock: Clock, menus: Mapping[str, Sequence[tuple[str, str]]] | None = None
) -> Telegram:
    """The bot's account on Telegram, not open yet. `PermissionError` when the token is none."""
    from bot.telegram.account import Telegram  # noqa: PLC0415 - see above

    token = secret(settings.token, settings.token_file, "telegram.token")
    return Telegram(token, settings.base_url, settings.base_file_url, clock=clock, commands=menus)


def matrix(settings: config.Matrix, clock: Clock) -> Matrix:
    """The bot's account on Matrix, not open yet."""
    from bot.matrix import Matrix  # noqa: PLC0415 - see above

    password = secret(settings.password, settings.password_file, "matrix.password")
    return Matrix(
        settings.homeserver,
        settings.user_id,
        password,
        settings.store,
        clock=clock,
        allowed_homeservers=settings.allowed_homeservers,
    )


def posting_of(settings: config.Settings) -> Posting | None:
    """The mail server with its password read, and who gets what; None when no report goes out by e-mail."""
    from bot.mail import Posting  # noqa: PLC0415 - see above

    if settings.email is None or not settings.readers:
        return None
    return Posting(mail_server(settings.email), settings.readers)


def mail_server(email: config.Email) -> MailServer:
    """Where mail is handed in."""
    from bot.mail_server import MailServer  # noqa: PLC0415 - see above

    password = secret(email.password, email.password_file, "email.password") if email.user else ""
    return MailServer(email.host, email.port, email.security, email.sender, email.user, password)
