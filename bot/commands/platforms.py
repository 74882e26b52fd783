"""The platforms of the settings, with their secrets read."""

from collections.abc import Callable
from datetime import datetime

from bot import config
from bot.config import secret
from bot.matrix import Matrix
from bot.telegram.account import Telegram

Clock = Callable[[], datetime]


def telegram(settings: config.Telegram, clock: Clock) -> Telegram:
    """The bot's account on Telegram, not open yet. `PermissionError` when the token is none."""
    token = secret(settings.token, settings.token_file, "telegram.token")
    return Telegram(token, settings.base_url, settings.base_file_url, clock=clock)


def matrix(settings: config.Matrix, clock: Clock) -> Matrix:
    """The bot's account on Matrix, not open yet."""
    password = secret(settings.password, settings.password_file, "matrix.password")
    return Matrix(
        settings.homeserver,
        settings.user_id,
        password,
        settings.store,
        clock=clock,
        allowed_homeservers=settings.allowed_homeservers,
    )
