"""A model on a server of the operator's own network, asked like OpenAI's `/v1/embeddings`."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

import httpx
import numpy as np

from bot.model.encoder import About, ModelAway, TextsRefused, checked, cut
from bundling.similarity import Floats

TO_START = 30.0
MOST_BYTES = 16 * 1024**2
WRONG_TEXTS = {HTTPStatus.BAD_REQUEST, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, HTTPStatus.UNPROCESSABLE_ENTITY}


@dataclass(slots=True)
class Endpoint:
    """`url` is the whole address; `name` is which model the server has to take."""

    url: str
    name: str
    token: str = field(default="", repr=False)
    _about: About | None = None

    async def about(self) -> About:
        """See `Model.about`. A server does not tell a version: the number of columns stands for it."""
        if self._about is None:
            rows = await self._asked(["-"], TO_START)
            self._about = About(self.name, str(rows.shape[-1]), rows.shape[-1])
        return self._about

    async def encode(self, texts: Sequence[str], patience: float) -> Floats:
        """See `Model.encode`."""
        about = await self.about()
        return checked(await self._asked([cut(text) for text in texts], patience), len(texts), about.dim)

    async def close(self) -> None:
        """Nothing is kept open."""
        self._about = None

    async def _asked(self, texts: Sequence[str], patience: float) -> Floats:
        words = {"model": self.name, "input": list(texts), "encoding_format": "float"}
        headers = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        try:
            # No proxy of the environment, no other address than the one that was given.
            async with (
                asyncio.timeout(patience),
                httpx.AsyncClient(timeout=patience, trust_env=False) as client,
            ):
                answer = await client.post(self.url, json=words, headers=headers)
        except (httpx.HTTPError, httpx.InvalidURL, TimeoutError) as fault:
            raise ModelAway(f"the server of the model does not answer ({type(fault).__name__})") from fault
        if answer.status_code in WRONG_TEXTS:
            raise TextsRefused(f"the server of the model refused the texts ({answer.status_code})")
        if answer.status_code != HTTPStatus.OK:
            raise ModelAway(f"the server of the model answered {answer.status_code}")
        return _rows(answer, len(texts))


def _rows(answer: httpx.Response, count: int) -> Floats:
    """The vectors in the order of the texts. Raises TextsRefused on anything else."""
    if len(answer.content) > MOST_BYTES:
        raise TextsRefused("the server of the model answered far too much")
    try:
        given: list[dict[str, Any]] = answer.json()["data"]
        in_order = sorted(given, key=lambda one: int(one["index"]))
        rows = np.array([one["embedding"] for one in in_order], np.float32)
    except (ValueError, KeyError, TypeError, RecursionError, OverflowError) as fault:
        raise TextsRefused(f"the server of the model answered no vectors ({type(fault).__name__})") from fault
    if rows.ndim != 2 or [one["index"] for one in in_order] != list(range(count)):  # noqa: PLR2004 - rows and columns
        raise TextsRefused("the server of the model answered other vectors than were asked for")
    return rows
