"""What strangers send as a picture: read apart, in bounded memory, over both platforms (promises 3)."""

import io
import json
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image
from sqlalchemy import select

from bot.photos import read_apart
from bot.pictures import MEMORY
from storage import schema
from storage.states import PhotoState
from tests.exposure import bombs
from tests.exposure.on_telegram import Town, town
from tests.project.tree import ROOT

pytestmark = pytest.mark.asyncio

COUNTED = """
import asyncio, resource, sys
from pathlib import Path
from bot.photos import read_apart

def used(file):
    asyncio.run(read_apart(Path(file).read_bytes()))
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
"""
"""How many bytes the process that reads a picture takes."""
NOISE = (b"<script>", b"Canary", b"PK\x03\x04", b"foto.jpg")


async def _pictures(here: Town) -> list[tuple[PhotoState, bytes | None]]:
    async with here.house.store.read() as connection:
        rows = select(schema.photos.c.state, schema.photos.c.data).order_by(schema.photos.c.id)
        return [(row.state, row.data) for row in await connection.execute(rows)]


async def test_bombs_and_floods_over_telegram(folder: Path) -> None:
    """Whatever comes as a picture, each is refused or read, none stops the next, and the words count."""
    bad, good = bombs.refused(), bombs.kept()
    async with town(folder) as here:
        for name, data in {**bad, **good}.items():
            person = here.server.person(name)
            person.sends_document(data, f"{name}.jpg", "image/jpeg", caption="Kijk deze stoep nou eens")
        await here.takes()
        found = dict(zip([*bad, *good], await _pictures(here), strict=True))
        async with here.house.store.read() as connection:
            assert len((await connection.execute(select(schema.signals))).all()) == len(found)
    states = {name: state for name, (state, _) in found.items()}
    assert states == dict.fromkeys(bad, PhotoState.REFUSED) | dict.fromkeys(good, PhotoState.KEPT)
    for name in good:
        kept = found[name][1] or b""
        with Image.open(io.BytesIO(kept)) as image:
            assert (image.format, getattr(image, "n_frames", 1)) == ("JPEG", 1), name
        assert not [one for one in NOISE if one in kept], name


async def test_memory_is_bounded(tmp_path: Path) -> None:
    """A flood of 40 megapixels is read by a process with a limit; ours hardly grows."""
    data = bombs.flood(6_300)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert (await read_apart(data)).startswith(b"\xff\xd8")
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024 < 40_000_000
    assert 0 < _used_by_reader(tmp_path, data) < MEMORY


def _used_by_reader(folder: Path, data: bytes) -> int:
    """Counted in a process that has no other children."""
    picture = folder / "picture"
    picture.write_bytes(data)
    command = [sys.executable, "-c", f"{COUNTED}\nprint(used({str(picture)!r}))"]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=True)
    return int(said.stdout)


async def test_a_reader_that_breaks_is_a_refusal(tmp_path: Path) -> None:
    """A decoder that crashes, or takes all memory, ends its own process and nothing else."""
    crash, greedy = tmp_path / "crash.py", tmp_path / "greedy.py"
    crash.write_text("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)")
    greedy.write_text(
        "import resource, sys; resource.setrlimit(resource.RLIMIT_AS, (10**8, 10**8)); bytearray(10**9)"
    )
    for reader in (crash, greedy):
        with pytest.raises(ValueError, match=r".+"):
            await read_apart(bombs.picture(), reader)


async def test_the_reader_knows_nothing_of_the_service(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is started without our environment, where secrets may stand."""
    monkeypatch.setenv("WIJKSIGNAAL_SECRET", "canary")
    spy = tmp_path / "spy.py"
    spy.write_text("import json, os, sys; sys.stdout.write(json.dumps(dict(os.environ)))")
    told = json.loads(await read_apart(b"", spy))
    assert "canary" not in json.dumps(told)
