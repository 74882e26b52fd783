"""A backup, and the stores put back from it: as an operator would, with the erasures replayed."""

import asyncio
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from shutil import rmtree

from storage import archive, backup, pauses, postgres, restoring
from storage.archive import Manifest
from storage.engine import Store
from tests.generated.cycle.world import Model, World


@dataclass(frozen=True, slots=True)
class Kept:
    """A backup, and what a bystander knew when it was made."""

    file: Path
    made_at: datetime
    model: Model
    past: int


async def back_up(world: World) -> Kept:
    """Beside the stores, while the service runs."""
    parts, made_at = world.folder / "parts", world.clock()
    parts.mkdir()
    manifest = await _copied(world.at.house.store, parts, made_at)
    file = world.folder / "backup.tar"
    file.unlink(missing_ok=True)
    archive.write(parts, manifest, file)
    rmtree(parts)
    return Kept(file, made_at, deepcopy(world.model), len(world.past))


async def put_back(world: World, kept: Kept) -> None:
    """The service stops, the backup takes the place of the stores, the operator lets it send again."""
    sqlite = world.at.house.store.sqlite
    await world.stop()
    now = world.clock()
    work = (
        restoring.restoring(world.keeping, None, kept.file, now)
        if sqlite
        else restoring.restoring_postgres(world.keeping, kept.file, now)
    )
    async with work as restored, restored.store.begin() as connection:
        await pauses.end(connection, now)
    world.model = _as_it_was(kept.model, world.model)
    del world.past[kept.past :]
    await world.start()


async def _copied(store: Store, parts: Path, made_at: datetime) -> Manifest:
    if store.sqlite:
        backup.copy(store.path, store.vault_path, None, parts)
        found = {
            name: backup.revision(parts / file)
            for name, file in (("main", backup.MAIN), ("vault", backup.VAULT))
        }
        return Manifest(made_at, "0", "sqlite", found, {})
    async with store.read() as connection:
        known = await postgres.revisions(connection)
    await asyncio.to_thread(postgres.dump, store.url, parts / postgres.DUMP)
    return Manifest(made_at, "0", "postgresql", known, {})


def _as_it_was(then: Model, now: Model) -> Model:
    """What was said since is lost; who was wiped since stays so, and no number is given again."""
    made = deepcopy(then)
    for who in now.erased[len(then.erased) :]:
        made.forget(who)
    made.numbers |= now.numbers
    made.erased, made.wiped = now.erased, now.wiped
    return made
