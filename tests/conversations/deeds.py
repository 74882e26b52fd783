"""What people can do in a transcript, and how it is written."""

import re
from collections.abc import Awaitable, Callable
from io import BytesIO

from PIL import Image

from bot.chat import Other, Photo, Voice
from domain.invitations import Grant
from tests.conversations.stage import GROUP, Stage

ROLES = {
    "coordinator": Grant.COORDINATOR,
    "lid van het wijkverband": Grant.PARTNER,
    "professional": Grant.PROFESSIONAL,
    "vrijwilliger": Grant.VOLUNTEER,
    "ervaringsdeskundige": Grant.EXPERT,
}
LONG = 40_000

Deed = Callable[[Stage, str, str | None, re.Match[str]], Awaitable[None]]
"""Of somebody, in the group or in their own chat (None)."""


async def act(stage: Stage, line: str) -> str:
    """Do what this line says and let the service answer. Returns the chat in which it was done."""
    await stage.pass_time()
    for pattern, deed in DEEDS:
        if found := re.fullmatch(rf"(?P<who>\w+)(?P<group> in de groep)? {pattern}", line):
            room = GROUP if found["group"] else None
            await deed(stage, found["who"], room, found)
            return room or found["who"]
    raise ValueError(f"nobody knows what this means: {line}")


async def _pressed(stage: Stage, who: str, room: str | None, found: re.Match[str]) -> None:
    if stage.press(who, found["label"], room):
        await stage.taken()


async def _said(stage: Stage, who: str, room: str | None, found: re.Match[str]) -> None:
    stage.local.say(who, found["text"].replace(r"\n", "\n"), room)
    await stage.taken()


async def _opened(stage: Stage, who: str, room: str | None, found: re.Match[str]) -> None:
    stage.local.open(who, found["link"] or "")
    await stage.taken()


async def _scanned(stage: Stage, who: str, room: str | None, found: re.Match[str]) -> None:
    stage.local.open(who, stage.code_of(found["whose"]))
    await stage.taken()


async def _typed(stage: Stage, who: str, room: str | None, found: re.Match[str]) -> None:
    stage.local.say(who, stage.code_of(found["whose"]), room)
    await stage.taken()


async def _hired(stage: Stage, who: str, room: str | None, found: re.Match[str]) -> None:
    stage.local.open(who, await stage.invited(who, ROLES[found["role"]], found["label"] or ""))
    await stage.taken()
    stage.news()


async def _bound(stage: Stage, who: str, room: str | None, found: re.Match[str]) -> None:
    stage.local.say(who, await stage.invited(who, Grant.ROOM, ""), GROUP)
    await stage.taken()
    stage.news()


async def _pictured(stage: Stage, who: str, room: str | None, found: re.Match[str]) -> None:
    file = BytesIO()
    Image.new("RGB", (8, 8)).save(file, "JPEG")
    stage.local.send_photo(who, file.getvalue(), found["caption"] or "", room)
    await stage.taken()


async def _located(stage: Stage, who: str, room: str | None, found: re.Match[str]) -> None:
    stage.local.send_place(
        who, float(found["latitude"]), float(found["longitude"]), caption=found["caption"] or ""
    )
    await stage.taken()


async def _retold(stage: Stage, who: str, room: str | None, found: re.Match[str]) -> None:
    stage.local.correct(who, stage.own(who, found["start"]), found["text"])
    await stage.taken()


async def _took_back(stage: Stage, who: str, room: str | None, found: re.Match[str]) -> None:
    stage.local.take_back(who, stage.own(who, found["start"]))
    await stage.taken()


async def _album(stage: Stage, who: str, room: str | None, found: re.Match[str]) -> None:
    captions = (found["caption"], "", "")
    await stage.brought(who, *(Photo(f"m{n}", caption, "album") for n, caption in enumerate(captions, 900)))


async def _spoke(stage: Stage, who: str, room: str | None, found: re.Match[str]) -> None:
    await stage.brought(who, Voice("voice"))


async def _other(stage: Stage, who: str, room: str | None, found: re.Match[str]) -> None:
    await stage.brought(who, Other(found["kind"]))


async def _empty(stage: Stage, who: str, room: str | None, found: re.Match[str]) -> None:
    stage.local.say(who, "\u200b ")
    await stage.taken()


async def _long(stage: Stage, who: str, room: str | None, found: re.Match[str]) -> None:
    stage.local.say(who, (found["text"] + " ") * (LONG // (len(found["text"]) + 1)))
    await stage.taken()


async def _blocked(stage: Stage, who: str, room: str | None, found: re.Match[str]) -> None:
    if found["again"]:
        stage.local.unblock(who)
    else:
        stage.local.block(who)
    await stage.taken()


DEEDS: tuple[tuple[str, Deed], ...] = (
    (r"> \[(?P<label>.+)\]", _pressed),
    (r"> (?P<text>.+)", _said),
    (rf"is (?P<role>{'|'.join(ROLES)})(?: \((?P<label>.+)\))?", _hired),
    (r"maakt de groep van het wijkverband", _bound),
    (r"opent de bot(?: met de link (?P<link>\S+))?", _opened),
    (r"scant de code van (?P<whose>\w+)", _scanned),
    (r"typt de code van (?P<whose>\w+)", _typed),
    (r"stuurt een foto(?:: (?P<caption>.+))?", _pictured),
    (r"stuurt 3 foto's tegelijk: (?P<caption>.+)", _album),
    (
        r"stuurt een plek op de kaart: (?P<latitude>[\d.]+), (?P<longitude>[\d.]+)(?: met: (?P<caption>.+))?",
        _located,
    ),
    (r"spreekt iets in", _spoke),
    (r"stuurt een (?P<kind>sticker|contact)", _other),
    (r"stuurt een leeg bericht", _empty),
    (r"stuurt 40\.000 tekens: (?P<text>.+)", _long),
    (r'verandert "(?P<start>[^"]+)" in: (?P<text>.+)', _retold),
    (r'haalt "(?P<start>[^"]+)" weg', _took_back),
    (r"blokkeert de bot(?P<again> niet meer)?", _blocked),
)
