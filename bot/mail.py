"""The report by e-mail, to organisations that asked for it: text, page and paper in one message."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime, parseaddr

from bot.attachments import FindReport
from bot.chat import Doubt, Halted, NotSent, Refused, Sent
from bot.keys import Keys
from bot.mail_server import Ended, MailServer
from bot.texts import FIRST, Words
from domain.messages import Text
from domain.report import RoundReport
from reports import document, plain
from reports.page import report_page
from reports.wording import month
from storage import mail, pauses
from storage.engine import STORE_DOWN, Store
from storage.mail import Letter
from storage.states import Delivery

LONGEST = timedelta(hours=1)
GIVE_UP = 60
"""After so many tries, more than two days, a mail is a matter for a person."""


@dataclass(frozen=True, slots=True)
class Posting:
    """Where mail goes in, and per wijk the addresses that its report goes to."""

    server: MailServer
    readers: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Mail:
    """Sends what is due."""

    store: Store
    words: Words
    keys: Keys
    find: FindReport
    link: Callable[[str, str], str]
    clock: Callable[[], datetime]
    posting: Posting

    async def recover(self) -> None:
        """At the start: what was on its way when the service stopped."""
        async with self.store.begin() as connection:
            await mail.recover(connection)

    async def send_one(self) -> bool:
        """Send one mail; says whether there was one."""
        now = self.clock()
        async with self.store.begin() as connection:
            if await pauses.now_paused(connection) is not None:
                return False
            for slug, addresses in self.posting.readers.items():
                readers = [self.keys.reader(address) for address in addresses]
                await mail.queue(connection, slug, readers, now)
            letter = await mail.claim(connection, now)
        if letter is None:
            return False
        known = {self.keys.reader(one): one for one in self.posting.readers.get(letter.district, ())}
        if letter.reader in known:
            await self._mark(letter, await self._ended(letter, known[letter.reader], now))
        else:
            await self._drop(letter)
        return True

    async def _drop(self, letter: Letter) -> None:
        """The address was taken out of the settings: nobody waits for this one."""
        async with self.store.begin() as connection:
            await mail.drop(connection, letter)

    async def _ended(self, letter: Letter, to: str, now: datetime) -> Ended:
        try:
            message = self.message(await self.find(letter.district, letter.round), to, now)
        except STORE_DOWN as fault:
            return NotSent(f"cannot be made now: {type(fault).__name__}")
        except Exception as fault:  # noqa: BLE001 - whatever is wrong with one mail, the next one must go on
            return Refused(f"cannot be made: {type(fault).__name__}")
        return await self.posting.server.deliver(message)

    def message(self, report: RoundReport, to: str, now: datetime) -> EmailMessage:
        """The mail. Its id is always the same, so that a mail server can know a repeat."""
        made = EmailMessage()
        made["Subject"] = self._say(Text("report-mail-subject", _names(report)))
        made["From"], made["To"], made["Date"] = self.posting.server.sender, to, format_datetime(now)
        made["Message-ID"] = self._id(report, to)
        made["Auto-Submitted"] = "auto-generated"
        made.set_content(self._letter(report))
        made.add_alternative(report_page(report, self._say, FIRST), subtype="html")
        made.add_attachment(
            document.pdf(report, self._say, FIRST),
            maintype="application",
            subtype="pdf",
            filename=f"top5-{report.slug}-{report.round}.pdf",
        )
        return made

    def _letter(self, report: RoundReport) -> str:
        link = self.link(report.slug, report.round)
        page = [self._say(Text("report-page", {"link": link}))] if link else []
        head = self._say(Text("report-mail-head", _names(report)))
        foot = self._say(Text("report-mail-foot"))
        return "\n\n".join([head, *page, plain.text(report, self._say).rstrip(), foot]) + "\n"

    def _id(self, report: RoundReport, to: str) -> str:
        about = f"{report.slug}/{report.round}/{self.keys.reader(to)}"
        host = parseaddr(self.posting.server.sender)[1].rpartition("@")[2]
        return f"<{hashlib.sha256(about.encode()).hexdigest()[:32]}@{host}>"

    def _say(self, text: Text) -> str:
        return self.words.say(text, FIRST)

    async def _mark(self, letter: Letter, ended: Ended) -> None:
        now = self.clock()
        async with self.store.begin() as connection:
            match ended:
                case Sent():
                    await mail.mark_sent(connection, letter, now)
                case Doubt(why):
                    await mail.mark_failed(connection, letter, Delivery.DOUBT, why)
                case Refused(why):
                    await mail.mark_failed(connection, letter, Delivery.DEAD, why)
                case NotSent(why) | Halted(why) if letter.attempts >= GIVE_UP:
                    await mail.mark_failed(connection, letter, Delivery.DEAD, why)
                case NotSent(why) | Halted(why):
                    await mail.mark_later(connection, letter, now + _pause(letter), why)


def _pause(letter: Letter) -> timedelta:
    """A minute, two, four .. an hour."""
    return min(timedelta(minutes=2 ** min(letter.attempts - 1, 10)), LONGEST)


def _names(report: RoundReport) -> dict[str, str | Text]:
    return {"district": report.district, "round_name": month(report)}
