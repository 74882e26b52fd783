"""The power fails in the middle of a month, and strace shows what reached the disk before it was promised."""

from pathlib import Path

import pytest

from tests.endure.power import STORE, Losses, Month, Told, failures, held_against, month
from tests.endure.syscalls import Synced

pytestmark = [pytest.mark.asyncio, pytest.mark.timeout(600)]

LOG = f"{STORE}-wal"
TIMES, CARELESS_TIMES = 30, 5


async def test_the_power_fails(tmp_path: Path) -> None:
    """One month, thirty failures: what was told is there, and both stores are whole and fit together."""
    lived = await month(tmp_path, seed=1)
    losses = await losses_of(lived, tmp_path / "synced", TIMES)
    assert losses.failures == TIMES
    assert losses.told > TIMES
    assert losses.broken == 0, losses
    await a_store_that_does_not_sync_is_seen(lived, tmp_path / "careless")
    on_the_disk_before_it_is_acknowledged(lived)


async def losses_of(lived: Month, folder: Path, times: int) -> Losses:
    """After so many failures."""
    losses = Losses()
    for place, (files, told) in enumerate(failures(lived, times, seed=1)):
        found = folder / str(place)
        found.mkdir(parents=True)
        await held_against(files, told, found, losses)
    return losses


async def a_store_that_does_not_sync_is_seen(lived: Month, folder: Path) -> None:
    """The same month on a disk that was never asked to sync its log: then things are lost, and counted."""
    careless = [one for one in lived.deeds if not (isinstance(one, Synced) and one.file.name == LOG)]
    losses = await losses_of(Month(lived.before, careless), folder, CARELESS_TIMES)
    assert losses.lost + losses.forgotten > 0, losses


def on_the_disk_before_it_is_acknowledged(lived: Month) -> None:
    """Between the arrival of a batch and its acknowledgement the log of the store is synced at least once."""
    told, syncs, batches, brought, acknowledged = Told(), 0, 0, 0, 0
    for deed in lived.deeds:
        told.take(deed)
        if len(told.brought) > brought:
            brought, syncs = len(told.brought), 0
        if isinstance(deed, Synced) and deed.file.name == LOG:
            syncs += 1
        if len(told.acknowledged) > acknowledged:
            acknowledged = len(told.acknowledged)
            batches += 1
            assert syncs, f"batch {batches} was acknowledged before it was on the disk"
    assert batches > 20
