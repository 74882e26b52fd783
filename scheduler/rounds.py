"""A round that is over becomes a report: bundled, kept once, sent to wijkverband and coordinator."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bundling.bundle import Bundle
from bundling.items import Item
from bundling.quiet import quiet_voice
from bundling.sift import LeftOut
from domain.districts import District
from domain.messages import Act, Attachment, Choice, Kind, Message, Recipient, Text, Verb
from domain.report import Mention
from domain.rounds import Span
from domain.signals import SignalNumber
from reports.chat import chat_text
from scheduler.bundled import bundled, model_of
from screening.redact import redact
from storage import outbox, people, reports, rounds, sorting
from storage.engine import Connection, Store
from storage.points import Point, reached
from storage.rounds import Bundled

Say = Callable[[Text], str]

FIVE = 5
GOOD_NEWS = Text("report-good-news-title")


def no_link(_slug: str, _name: str) -> str:
    """The service has no address of its own."""
    return ""


@dataclass(frozen=True, slots=True)
class Reporter:
    """Makes reports. `say` speaks the language of the wijkverband; `by_model`: use what a model read."""

    store: Store
    say: Say
    by_model: bool = False
    link: Callable[[str, str], str] = no_link
    """Wijk and round -> where the page of its report is read; empty when nowhere."""

    async def make(self, district: District, span: Span, now: datetime) -> bool:
        """The report of this round, once whatever the clock does; False when it was there already."""
        model = await model_of(self.store, district, span.name) if self.by_model else None
        bundle, items = await bundled(self.store, district, span.name, model)
        reached(Point.REPORT_AFTER_SELECT)
        async with self.store.begin() as connection:
            checked = await sorting.has_stood(connection, district.slug, span.name)
            kept = replace(self._kept(district, bundle, items, checked=checked), model=model is not None)
            if not await rounds.keep_report(connection, district.slug, span, kept, now):
                return False
            reached(Point.REPORT_AFTER_INSERT)
            await self._send(connection, district, span, now)
            reached(Point.REPORT_AFTER_OUTBOX)
        return True

    def _kept(
        self, district: District, bundle: Bundle, items: dict[SignalNumber, Item], *, checked: bool
    ) -> Bundled:
        good = [items[SignalNumber(str(key))] for key, why in bundle.left_out if why is LeftOut.GOES_WELL]
        quiet = quiet_voice(bundle.topics)
        mention = Mention(self.say(GOOD_NEWS), len({item.voice for item in good}))
        return Bundled(
            topics=[(self._title(district, topic.title), topic) for topic in bundle.topics],
            left_out=len(bundle.left_out),
            quiet_voice=Mention(self._title(district, quiet.title), quiet.evidence.people) if quiet else None,
            good_news=(mention,) if good else (),
            checked=checked,
        )

    def _title(self, district: District, title: Text) -> str:
        """A title is made of words that people said: what leads to somebody stands in none."""
        return redact(self.say(title), district.languages[0], district.places).text

    async def _send(self, connection: Connection, district: District, span: Span, now: datetime) -> None:
        report = await reports.report_of(connection, district, span.name)
        if report is None:
            message = f"{district.slug} {span.name}: the report was not kept"
            raise LookupError(message)
        room = await people.partnership_room(connection, district.slug)
        readers: list[Recipient] = [*await people.coordinators(connection, district.slug)]
        if room is not None:
            readers.insert(0, room)
        pages = chat_text(report, self.say, self.link(district.slug, span.name))
        for reader in readers:
            pieces = messages(reader, pages, district.slug, span)
            await outbox.queue(connection, pieces, now, district.slug)


def messages(reader: Recipient, pages: Sequence[Text], slug: str, span: Span) -> list[Message]:
    """The report for one reader: a picture, the paper, then the text with the button to begin."""
    about = f"{slug}/{span.name}"
    picture = Message(
        reader,
        Text("report-picture", {"last": span.last}),
        kind=Kind.NOTICE,
        attachment=Attachment("report-picture", about),
    )
    paper = Message(reader, Text("report-file"), kind=Kind.NOTICE, attachment=Attachment("report", about))
    texts = [Message(reader, page, kind=Kind.NOTICE) for page in pages]
    begin = Choice(Text("report-begin"), Act(Verb.BEGIN, span.name))
    last = texts[-1]
    return [picture, paper, *texts[:-1], Message(reader, last.text, (begin,), Kind.NOTICE)]
