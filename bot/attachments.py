"""Files that go with a message, made at the moment of sending: nothing of them waits in the outbox."""

import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.calendar_file import calendar_file
from bot.chat import Chat, File
from bot.telling_files import KINDS, TellingFiles
from bot.texts import Words
from bot.wijk_pages import doors_of, folder_paper
from domain.districts import District
from domain.messages import Attachment, PersonKey, Text, listed
from domain.report import RoundReport
from reports.document import pdf, png
from reports.qr import qr_png
from storage import disclosure, photos
from storage.engine import Store

FindReport = Callable[[str, str], Awaitable[RoundReport]]
"""Wijk and round -> its report. LookupError when there is none."""
FIRST = ("signals", "addresses")
"""What somebody looks for in `gegevens`; it stands as it is kept."""


@dataclass(frozen=True, slots=True)
class Attachments:
    """Makes the file of an attachment. LookupError when what it is about is gone."""

    store: Store
    words: Words
    report: FindReport
    districts: Sequence[District] = ()

    async def file(  # noqa: C901 - one line a kind
        self, attachment: Attachment, chat: Chat, language: str, now: datetime
    ) -> File:
        match attachment.what:
            case "report":
                return await self._report(attachment.about, language)
            case "report-picture":
                return await self._picture(attachment.about, language)
            case "calendar":
                return await self._calendar(attachment.about, language, now)
            case "folder":
                return await self._folder(attachment.about, chat, language, now)
            case "qr":
                return self._qr(attachment.about, chat, language)
            case "photo":
                return await self._photo(int(attachment.about), language)
            case "data":
                return await self._data(PersonKey(attachment.about), language, now)
            case what if what in KINDS:
                slug, _, name = attachment.about.partition("/")
                files = TellingFiles(self.store, self.words)
                return await files.file(what, self._district(slug), name, chat, now)
            case what:
                message = f"no such attachment: {what}"
                raise LookupError(message)

    async def _report(self, about: str, language: str) -> File:
        slug, _, name = about.partition("/")
        report = await self.report(slug, name)
        alt = self.words.say(Text("file-report", {"district": report.district}), language)
        whole = self.words.whole(language)
        data = pdf(report, lambda text: self.words.say(text, whole), whole)
        return File(f"top5-{slug}-{name}.pdf", "application/pdf", data, alt)

    async def _picture(self, about: str, language: str) -> File:
        """The first page, for who reads on a phone."""
        slug, _, name = about.partition("/")
        report, whole = await self.report(slug, name), self.words.whole(language)
        titles = listed(f"{topic.rank}. {topic.title}" for topic in report.topics)
        alt = Text("report-picture-alt", {"district": report.district, "titles": titles})
        data = png(report, lambda text: self.words.say(text, whole), whole)[0]
        return File(f"top5-{slug}-{name}.png", "image/png", data, self.words.say(alt, whole).strip())

    async def _calendar(self, slug: str, language: str, now: datetime) -> File:
        district = self._district(slug)
        data = await calendar_file(self.store, self.words, district, language, now)
        alt = self.words.say(Text("file-calendar", {"district": district.name}), language)
        return File(f"kalender-{slug}.ics", "text/calendar", data, alt)

    async def _folder(self, slug: str, chat: Chat, language: str, now: datetime) -> File:
        district = self._district(slug)
        doors = doors_of((chat,), slug)
        data = await folder_paper(self.store, self.words, district, doors, language=language, now=now)
        alt = self.words.say(Text("folder-file-alt", {"district": district.name}), language)
        return File(f"mapje-{slug}.pdf", "application/pdf", data, alt)

    def _district(self, slug: str) -> District:
        for district in self.districts:
            if district.slug == slug:
                return district
        raise LookupError(slug)

    def _qr(self, code: str, chat: Chat, language: str) -> File:
        return File(
            "code.png", "image/png", qr_png(chat.link(code)), self.words.say(Text("file-qr"), language)
        )

    async def _photo(self, photo: int, language: str) -> File:
        async with self.store.read() as connection:
            data = await photos.picture(connection, photo)
        return File("foto.jpg", "image/jpeg", data, self.words.say(Text("file-photo"), language))

    async def _data(self, person: PersonKey, language: str, now: datetime) -> File:
        kept = await disclosure.everything_of(self.store, person)
        data = json.dumps(legible(kept), ensure_ascii=False, indent=2, default=str).encode()
        return File(
            f"gegevens-{now:%Y-%m-%d}.json",
            "application/json",
            data,
            self.words.say(Text("file-data"), language),
        )


def legible(kept: Mapping[str, list[dict[str, Any]]]) -> dict[str, list[dict[str, Any]]]:
    """What is kept, as somebody wants to read it: what they said first, nothing empty, no JSON in quotes."""
    filled = {name: rows for name, rows in kept.items() if rows}
    own = {name: filled.pop(name) for name in FIRST if name in filled}
    return own | {name: [_opened_row(row) for row in rows] for name, rows in filled.items()}


def _opened_row(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _opened(value) for name, value in row.items()}


def _opened(value: object) -> object:
    if not isinstance(value, str) or not value.startswith(("{", "[")):
        return value
    try:
        return json.loads(value)
    except (ValueError, RecursionError):
        return value
