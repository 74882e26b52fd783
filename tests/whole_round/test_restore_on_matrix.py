"""A backup put back on a real homeserver, where the keys go back in time and the server does not."""

import asyncio
from datetime import timedelta
from pathlib import Path
from shutil import rmtree

import pytest
from sqlalchemy import select
from typer.testing import CliRunner

from bot.command_line import Tools, build
from storage import schema
from storage.engine import open_store
from tests.servers.synapse import Synapse
from tests.whole_round import performing
from tests.whole_round.lives import Nursery
from tests.whole_round.outcome import settled
from tests.whole_round.performing import Performance
from tests.whole_round.stage import Stage
from tests.whole_round.story import gives

pytestmark = [pytest.mark.asyncio, pytest.mark.timeout(900)]

BEFORE, GONE = "de lamp bij het paadje is stuk", "de bus slaat onze halte vaak over"
SINCE, MEANWHILE = "er ligt glas bij de glijbaan", "de stoep bij de bushalte ligt los"
NEW, AFTER = "de heg hangt over het fietspad", "het bankje bij de vijver is kapot"
KEPT, CLOSED = "is bewaard", "nog niet openen"


@pytest.mark.parametrize("disk", ["there", "lost"])
async def test_a_backup_of_before(nursery: Nursery, synapse: Synapse, tmp_path: Path, disk: str) -> None:
    """Read on and written on, nothing told twice, nothing lost that came since, and who left stays away."""
    async with performing.matrix(nursery, synapse, tmp_path) as played:
        stage = Stage(played.phones, played.clock, played.lives)
        for who, words in (("anna", BEFORE), ("ben", GONE)):
            await gives(stage, who, words, "Perenpad", lives_in="De Boomgaard")
        await settled(played)
        backup = await asyncio.to_thread(_backed_up, played, tmp_path)
        await gives(stage, "cees", SINCE, "Perenpad", lives_in="De Boomgaard")
        await stage.says("ben", "wissen", "echt alles wissen")
        await stage.chooses("ben", "Ja, wis alles", "gewist")
        # Written after the last word that the service heard in this life.
        await settled(played)
        assert await played.lives.ends() == 0, played.lives.log()
        for who, words in (("anna", MEANWHILE), ("cees", NEW)):
            await played.phones.says(who, words, "")
        heard = [line.text for line in await played.phones.look("ben")]
        await asyncio.to_thread(_restored, played, tmp_path, backup, disk)
        await played.lives.begins()
        await asyncio.to_thread(_types, played, "resume", tmp_path)
        # Her key is in the backup. That of Cees came later, and nobody gives a key twice: he is told so.
        await stage.hears("anna", KEPT)
        await stage.says("anna", AFTER, KEPT)
        played.clock.jump(played.clock() + timedelta(minutes=6), played.phones.rate)
        await stage.hears("cees", CLOSED)
        # In a new conversation his app makes a new key, and gives it to the bot.
        again = Stage(played.phones, played.clock, played.lives)
        await again.opens("cees", "wat er speelt in", payload="boomgaard")
        await again.says("cees", NEW, KEPT)
        await settled(played)
        assert await _kept(played) == {BEFORE, MEANWHILE, NEW, AFTER}
        # The server brings his "wissen" once more: he may hear once more that he is gone, and nothing else.
        assert {line.text for line in await played.phones.look("ben")} <= {*heard}
        told = [line.text for line in await played.phones.look("anna")]
        assert len([text for text in told if "2026-0001" in text and KEPT in text]) == 1
        assert await played.lives.ends() == 0, played.lives.log()


def _backed_up(played: Performance, folder: Path) -> Path:
    (folder / "backups").mkdir()
    _types(played, "backup", folder, "-o", str(folder / "backups"))
    (made,) = (folder / "backups").glob("*.tar")
    return made


def _restored(played: Performance, folder: Path, backup: Path, disk: str) -> None:
    if disk == "lost":
        for file in folder.glob("data.sqlite*"):
            file.unlink()
        for file in folder.glob("vault.sqlite*"):
            file.unlink()
        rmtree(folder / "matrix")
    _types(played, "restore", folder, str(backup))


def _types(played: Performance, command: str, folder: Path, *more: str) -> None:
    tools = Tools(played.clock, run=lambda *_: 0, demo=lambda *_: 0)
    done = CliRunner().invoke(build(tools), [command, "--config", str(folder / "config.toml"), *more])
    assert done.exit_code == 0, done.output


async def _kept(played: Performance) -> set[str]:
    async with open_store(played.url) as store, store.read() as connection:
        return set((await connection.execute(select(schema.signals.c.text))).scalars())
