"""Another secret key than the store was made with: said at once, before anybody is taken for somebody new."""

from pathlib import Path

import pytest

from bot.config import ConfigError
from bot.service import built
from tests.bot.at_terminal import NOVEMBER, Operator
from tests.bot.scripted import BOOMGAARD

OTHER = "a key that nobody made this store with, x"


async def _starts(store: Path, key: str) -> None:
    async with built(f"sqlite:///{store}", key, (BOOMGAARD,), (), lambda: NOVEMBER):
        pass


@pytest.mark.asyncio
async def test_the_service_does_not_start_with_another_key(tmp_path: Path) -> None:
    """With the first one it does, again and again."""
    store = tmp_path / "main.sqlite"
    await _starts(store, "the key of this store, 32 characters")
    with pytest.raises(ConfigError, match=r"another key than .* Put the old people\.key back"):
        await _starts(store, OTHER)
    await _starts(store, "the key of this store, 32 characters")


def test_commands_say_it_too(tmp_path: Path) -> None:
    """`check` names it; `wipe --address` does not say that nobody is known by an address."""
    operator = Operator(tmp_path / "service")
    operator.sets_up()
    asked = ("wipe", "--config", operator.config, "--address", "telegram:5")
    assert "nobody is known by that" in operator.types(*asked).output
    (operator.folder / "secrets/people.key").write_text(OTHER)
    wrong = operator.types(*asked)
    assert (wrong.exit_code, "another key" in wrong.output) == (2, True)
    looked = operator.types("check", "--config", operator.config)
    assert "WRONG  secret: service.secret_file: this is another key" in looked.output
