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
