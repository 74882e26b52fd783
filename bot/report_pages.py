"""The report of a round at a link of its own, for whoever was given that link: the wijkverband."""

import hmac
from collections.abc import Sequence
from dataclasses import dataclass

from bot.attachments import FindReport
from bot.keys import Keys
from bot.texts import FIRST, Words
from domain.districts import District
from domain.messages import Text
from domain.report import RoundReport
from domain.rounds import RoundName
from reports.page import report_page
from storage import reports
from storage.engine import Store


def finder(store: Store, districts: Sequence[District]) -> FindReport:
    """Finds the report of a wijk and a round; LookupError when there is none."""
    towards = {district.slug: district for district in districts}

    async def find_report(slug: str, name: str) -> RoundReport:
        async with store.read() as connection:
            found = await reports.report_of(connection, towards[slug], RoundName(name))
        if found is None:
            raise LookupError(f"there is no report of {slug} {name}")
        return found

    return find_report


def report_link(address: str, keys: Keys, slug: str, name: str) -> str:
    """Where the report of a round is read, when the service is read at `address`."""
    return f"{address.rstrip('/')}/report/{slug}/{name}/{keys.page(slug, name)}" if address else ""


@dataclass(slots=True)
class ReportPages:
    """Makes the links and the pages behind them. `address` is where the service is read; empty, no links."""

    words: Words
    keys: Keys
    find: FindReport
    address: str = ""

    def link(self, slug: str, name: str) -> str:
        """Where the report of a round is read; empty when the service has no address."""
        return report_link(self.address, self.keys, slug, name)

    async def report(self, slug: str, name: str, token: str) -> str | None:
        """The page behind a link; None for a link that we did not make, or of a report that is not there."""
        if not hmac.compare_digest(token.encode(), self.keys.page(slug, name).encode()):
            return None
        try:
            found = await self.find(slug, name)
        except LookupError:
            return None
        return report_page(found, self._say, FIRST)

    def _say(self, text: Text) -> str:
        return self.words.say(text, FIRST)
