"""The demo page over HTTP: what it lets through, what it refuses, and what it tells open pages."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from bot.chat import Button, File, Outgoing
from bot.local import Local
from tests.web.rehearsal import PDF, Stage, rehearsal
from web.cast import CAST, GROUP
from web.chats import picture
from web.news import News
from web.serving import serving
from web.stage import Lines
from web.words import LANGUAGES, words

PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)


def asking(stage: Stage) -> httpx.AsyncClient:
    """A client that says where it comes from, as the page does."""
    return httpx.AsyncClient(base_url=stage.address, headers={"origin": stage.address})


async def until(local: Local, chat: str, count: int) -> None:
    """Wait for so many bubbles in a chat."""
    async with asyncio.timeout(10):
        while len(local.sees(chat)) < count:
            await local.changed()


@pytest.mark.asyncio
async def test_the_page_and_its_state(tmp_path: Path) -> None:
    """The page comes in the language asked for; the state names phones in words, and what is past."""
    async with rehearsal(tmp_path) as stage, asking(stage) as client:
        dutch, english = await client.get("/"), await client.get("/?lang=en")
        assert ('<html lang="nl">' in dutch.text, '<html lang="en">' in english.text) == (True, True)
        assert (await client.get("/?lang=xx")).text == dutch.text
        state = (await client.get("/demo")).json()
        assert [phone["id"] for phone in state["phones"]] == [phone.id for phone in CAST]
        assert state["phones"][0]["role"] == "bewoner"
        assert [moment["past"] for moment in state["timeline"]] == [True, False, False, False]
        assert (await client.get("/health")).json() == {"ok": True, "reasons": []}
        for path in ("/static/demo.js", "/static/phone.css", "/font/latin.ttf", "/font/arabic.ttf"):
            assert (await client.get(path)).status_code == 200
        assert (await client.get("/font/other.ttf")).status_code == 404


@pytest.mark.asyncio
async def test_everything_a_phone_can_do(tmp_path: Path) -> None:
    """Start, say, press, photo, place, edit and remove arrive at the phone and are shown again."""
    async with rehearsal(tmp_path, bot=False) as stage, asking(stage) as client:
        lines: Lines = stage.local
        await client.post("/phone/anja/start", json={})
        said = (await client.post("/phone/anja/say", json={"text": "de lamp"})).json()["message"]
        await stage.local.send(Outgoing(1, "anja", "Bewaard", (Button("Trek in", "t1"),)))
        await client.post("/phone/anja/press", json={"token": "t1"})
        photo = await client.post("/phone/anja/photo?caption=kijk", content=PNG)
        await client.post("/phone/anja/place", json={})
        gone = (await client.post("/phone/anja/say", json={"text": "weg"})).json()["message"]
        await client.post("/phone/anja/edit", json={"message": said, "text": "de lantaarn"})
        await client.post("/phone/anja/remove", json={"message": gone})
        bubbles = (await client.get("/phone/anja")).json()["bubbles"]
        assert len(lines.sees("anja")) == len(bubbles)
        start, first, card, picture_, place, removed = bubbles
        assert start["start"]
        assert (first["text"], first["edited"]) == ("de lantaarn", True)
        assert card["buttons"] == [{"label": "Trek in", "token": "t1", "by": "anja"}]
        assert (picture_["text"], picture_["file"]["image"]) == ("kijk", True)
        assert place["place"] == [52.0921, 5.0886]
        assert (removed["removed"], removed["text"]) == (True, "")
        shown = await client.get(f"/file/{photo.json()['message']}")
        assert (shown.content, shown.headers["content-type"]) == (PNG, "image/png")


@pytest.mark.asyncio
async def test_in_a_group_somebody_speaks(tmp_path: Path) -> None:
    """The group's phone says who speaks, and nobody else can."""
    async with rehearsal(tmp_path, bot=False) as stage, asking(stage) as client:
        await client.post("/phone/groep/say", json={"text": "goed idee", "as": "jamila"})
        assert [(b.author, b.text) for b in stage.local.sees(GROUP)] == [("jamila", "goed idee")]
        for stranger in ("anja", None, 3, ["jamila"]):
            answer = await client.post("/phone/groep/say", json={"text": "stil", "as": stranger})
            assert answer.status_code == 403


@pytest.mark.asyncio
async def test_bad_input_is_refused_and_harms_nothing(tmp_path: Path) -> None:
    """Wrong JSON, wrong types, wrong pictures and too much of anything each get their own status."""
    async with rehearsal(tmp_path, bot=False) as stage, asking(stage) as client:
        say = "/phone/anja/say"
        tried = [
            await client.post(say, content=b"{"),
            await client.post(say, content=b"[" * 100_000),
            await client.post(say, json=["text"]),
            await client.post(say, json={"text": 3}),
            await client.post(say, json={"text": "  \n"}),
            await client.post(say, json={"text": "x" * 100_001}),
            await client.post(say, content=b"x" * 700_000),
            await client.post("/phone/nobody/say", json={"text": "hallo"}),
            await client.post("/phone/anja/photo", content=b"<svg onload=alert(1)>"),
            await client.post("/phone/anja/photo", content=PNG + bytes(10 * 1024 * 1024)),
            await client.post("/phone/sanne/place", json={}),
            await client.post("/phone/anja/edit", json={"message": "m99", "text": "van een ander"}),
            await client.get("/file/..%2fphones.jsonl"),
            await client.get("/file/m99"),
        ]
        expected = [400, 400, 400, 422, 422, 422, 413, 404, 415, 413, 422, 403, 404, 404]
        assert [answer.status_code for answer in tried] == expected
        assert stage.local.sees("anja") == ()
        assert (await client.post(say, json={"text": "x" * 40_000})).status_code == 200


@pytest.mark.asyncio
async def test_other_sites_cannot_act(tmp_path: Path) -> None:
    """A post from another origin, from nowhere, or under another host name does nothing."""
    async with rehearsal(tmp_path, bot=False) as stage, httpx.AsyncClient(base_url=stage.address) as client:
        port = stage.address.rpartition(":")[2]
        for headers in (
            {},
            {"origin": "https://elsewhere.example"},
            {"origin": "null"},
            {"origin": f"http://localhost:{port}"},
            {"origin": f"http://elsewhere.example:{port}", "host": f"elsewhere.example:{port}"},
        ):
            answer = await client.post("/phone/anja/say", json={"text": "vals"}, headers=headers)
            assert answer.status_code == 403
        assert (await client.get("/demo", headers={"host": "elsewhere.example"})).status_code == 403
        assert (await client.get("/demo", headers={"host": "["})).status_code == 403
        assert stage.local.sees("anja") == ()


@pytest.mark.asyncio
async def test_a_page_may_load_nothing_from_elsewhere(tmp_path: Path) -> None:
    """Every answer has the strict policy; a file of an unknown kind is saved and never opened."""
    async with rehearsal(tmp_path, bot=False) as stage, asking(stage) as client:
        for path in ("/", "/demo", "/nowhere", "/static/demo.js"):
            headers = (await client.get(path)).headers
            policy = headers["content-security-policy"]
            assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self';")
            assert headers["x-content-type-options"] == "nosniff"
            assert "unsafe" not in policy
        stage.local.open("anja")
        evil = File('a"\r\nx.html', "text/html", b"<script>alert(1)</script>")
        await stage.local.send(Outgoing(1, "anja", "kijk", (), evil))
        await stage.local.send(Outgoing(2, "anja", "kijk", (), File("v.pdf", "application/pdf", PDF)))
        page, report = [await client.get(f"/file/{b.id}") for b in stage.local.sees("anja")[1:]]
        assert page.headers["content-type"] == "application/octet-stream"
        assert page.headers["content-disposition"] == 'attachment; filename="ax.html"'
        assert report.headers["content-disposition"] == 'inline; filename="v.pdf"'


@pytest.mark.asyncio
async def test_time_moves_one_jump_at_a_time(tmp_path: Path) -> None:
    """A jump during another is refused; the last moment says that nothing is due."""
    async with rehearsal(tmp_path) as stage, asking(stage) as client:
        filling = asyncio.ensure_future(client.post("/fill"))
        await until(stage.local, "r3", 2)
        assert (await client.post("/next")).status_code == 409
        assert (await client.get("/demo")).json()["busy"]
        stage.director.gate.set()
        assert (await filling).status_code == 200
        told = [(await client.post("/next")).json()["moment"] for _ in range(4)]
        assert [moment and moment["what"] for moment in told] == [
            "De ronde sluit: de top 5 komt",
            "Het wijkverband vergadert",
            "De eerste stap",
            None,
        ]
        assert len([b for b in stage.local.sees(GROUP) if b.file]) == 3
        assert (await client.post("/restart")).status_code == 200
        assert stage.local.sees(GROUP) == ()


async def events(answer: httpx.Response) -> AsyncIterator[tuple[str, object]]:
    """The server-sent events of an answer."""
    topic = ""
    async for line in answer.aiter_lines():
        name, _, value = line.partition(": ")
        if name == "event":
            topic = value
        if name == "data":
            yield topic, json.loads(value)


@pytest.mark.asyncio
async def test_open_pages_hear_what_changed(tmp_path: Path) -> None:
    """A page hears hello, then which chats changed, how far the filling is, and when it is over."""
    async with (
        rehearsal(tmp_path) as stage,
        asking(stage) as client,
        client.stream("GET", "/events") as stream,
    ):
        heard = events(stream)
        assert await anext(heard) == ("hello", None)
        stage.local.say("anja", "hallo")
        assert await anext(heard) == ("chat", "anja")
        stage.director.gate.set()
        await client.post("/fill")
        seen: list[tuple[str, object]] = []
        async for event in heard:
            seen.append(event)
            if event == ("busy", False):
                break
        assert ("chat", "r1") in seen
        assert ("progress", [3, 3]) in seen


@pytest.mark.asyncio
async def test_a_quiet_stream_shows_that_it_lives() -> None:
    """Without news a line is sent now and then; after closing the stream ends."""
    news = News()
    stream = news.read(beat=0.01)
    assert b"hello" in await anext(stream)
    assert await anext(stream) == b": still here\n\n"
    news.close()
    assert [part async for part in stream] in ([], [b""])


@pytest.mark.asyncio
async def test_a_taken_port_is_an_error_and_not_the_end(tmp_path: Path) -> None:
    """The program hears that the port is taken, and can say so."""
    async with rehearsal(tmp_path, bot=False) as stage:
        port = int(stage.address.rpartition(":")[2])
        with pytest.raises(OSError, match="in use"):
            async with serving(stage.site.app, port=port):
                pytest.fail("served on a taken port")
    with socket.create_server(("127.0.0.1", port)):
        pass


def test_a_picture_is_known_by_its_first_bytes() -> None:
    """JPEG, PNG and WebP are; a page that calls itself a picture is not."""
    assert picture(b"\xff\xd8\xff\xe0") == "image/jpeg"
    assert picture(PNG) == "image/png"
    assert picture(b"RIFF....WEBPVP8 ") == "image/webp"
    assert [picture(data) for data in (b"", b"<svg>", b"RIFF....AVI ", b"GIF89a")] == [None] * 4


def test_every_phone_has_its_words() -> None:
    """Name, role, hint and example of the whole cast are keys in every language of the page."""
    for language in LANGUAGES:
        said = words(language)
        keys = [key for phone in CAST for key in (phone.name, phone.role, phone.hint, phone.example) if key]
        keys += [speaker.name for phone in CAST for speaker in phone.speakers]
        assert [key for key in keys if not said.get(key)] == []
