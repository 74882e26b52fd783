"""An embeddings server of the operator: good answers, and every kind of bad one."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.model.encoder import LONGEST, ModelAway, TextsRefused
from bot.model.endpoint import Endpoint
from tests.bot.embeddings_server import EmbeddingsServer, embeddings_server, letters

pytestmark = pytest.mark.asyncio
SOON = 10.0
GARBAGE = {
    "no json": "<html>",
    "no data": "{}",
    "a list": "[]",
    "no rows": '{"data": []}',
    "no index": '{"data": [{"embedding": [1, 2]}]}',
    "words": '{"data": [{"index": 0, "embedding": ["a"]}]}',
    "ragged": '{"data": [{"index": 0, "embedding": [1]}, {"index": 1, "embedding": [1, 2]}]}',
    "one too many": '{"data": [{"index": 0, "embedding": [1]}, {"index": 1, "embedding": [1]}]}',
    "other columns": '{"data": [{"index": 0, "embedding": [1, 2, 3]}]}',
    "not finite": f'{{"data": [{{"index": 0, "embedding": [{", ".join(["NaN"] * 27)}]}}]}}',
    "nested": "[" * 100_000,
}


@pytest_asyncio.fixture
async def server() -> AsyncIterator[EmbeddingsServer]:
    """The server."""
    async with embeddings_server() as running:
        yield running


async def test_it_is_asked_as_openai_is(server: EmbeddingsServer) -> None:
    """The model by name, the token, the texts cut; the rows come in the order of the texts."""
    model = Endpoint(server.url, "some-model", "sesame")
    rows = await model.encode(["aab", "c" * 5_000], SOON)
    assert rows.tolist() == [letters("aab"), letters("c" * LONGEST)]
    assert server.asked[-1] == {
        "model": "some-model",
        "input": ["aab", "c" * LONGEST],
        "encoding_format": "float",
    }
    assert server.tokens[-1] == "Bearer sesame"
    about = await model.about()
    assert (about.name, about.version, about.dim) == ("some-model", "27", 27)
    assert "sesame" not in repr(model)


@pytest.mark.parametrize("what", GARBAGE)
async def test_garbage_is_refused(server: EmbeddingsServer, what: str) -> None:
    """What is no list of vectors of the right size is never taken for one, and no words are repeated."""
    model = Endpoint(server.url, "m")
    await model.about()
    server.fault = GARBAGE[what]
    with pytest.raises(TextsRefused) as fault:
        await model.encode(["geheim"], SOON)
    assert "geheim" not in str(fault.value)


@pytest.mark.parametrize(
    ("status", "texts_are_wrong"), [(400, True), (413, True), (401, False), (500, False)]
)
async def test_a_refusal_says_whose_fault_it_is(
    server: EmbeddingsServer, status: int, *, texts_are_wrong: bool
) -> None:
    """These texts, or the server as a whole."""
    model = Endpoint(server.url, "m")
    await model.about()
    server.fault = status
    with pytest.raises(ModelAway, match=str(status)) as fault:
        await model.encode(["x"], SOON)
    assert isinstance(fault.value, TextsRefused) is texts_are_wrong


async def test_who_does_not_answer_is_away(server: EmbeddingsServer) -> None:
    """It hangs, or nobody is there: ModelAway, in time."""
    model = Endpoint(server.url, "m")
    await model.about()
    server.hangs = True
    with pytest.raises(ModelAway, match="does not answer"):
        await model.encode(["x"], 0.1)
    for nowhere in ("http://127.0.0.1:1/v1/embeddings", "http://[::bad/"):
        with pytest.raises(ModelAway, match="does not answer"):
            await Endpoint(nowhere, "m").about()
