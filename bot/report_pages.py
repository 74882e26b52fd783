"""The report of a round at a link of its own, for whoever was given that link: the wijkverband."""

import hmac
from dataclasses import dataclass

from bot.attachments import FindReport
from bot.keys import Keys
from bot.texts import FIRST, Words
from domain.messages import Text
from reports.page import report_page


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
