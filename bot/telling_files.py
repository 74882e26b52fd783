"""Papers for all residents, as files of a chat: the feedback of a round on one A4, and the poster."""

from dataclasses import dataclass
from datetime import datetime

from bot.chat import Chat, File
from bot.telling import last_told
from bot.texts import Words
from domain.districts import District
from domain.messages import Text
from domain.rounds import RoundName, local_day
from domain.telling import RoundFeedback
from reports import feedback_paper, poster
from reports.feedback import Ways
from reports.poster import Paper, Poster, Way
from storage.engine import Store
from storage.telling import feedback_of

KINDS = ("feedback", "poster", "poster-done")


@dataclass(frozen=True, slots=True)
class TellingFiles:
    """Makes them when they are sent, with a code that leads to the chat in which they were asked."""

    store: Store
    words: Words

    async def file(self, what: str, district: District, name: str, chat: Chat, now: datetime) -> File:
        """LookupError when the round was not told."""
        if what == "feedback":
            return await self._feedback(district, name, chat)
        made = Poster(
            district=district.name,
            ways=(Way("", chat.link(district.slug)),),
            made_on=local_day(now, district.zone),
            languages=district.languages,
            contact=district.contact,
            told=await self._last(district) if what == "poster-done" else None,
        )
        return self._named(
            f"poster-{district.slug}.pdf", poster.pdf(made, Paper.A4, self.words.say), district
        )

    async def _feedback(self, district: District, name: str, chat: Chat) -> File:
        async with self.store.read() as connection:
            told = await feedback_of(connection, district, RoundName(name))
        if told is None:
            raise LookupError(name)
        spoken, ways = district.languages[0], Ways(chat.link(district.slug), district.contact)
        data = feedback_paper.paper(told, ways, lambda one: self.words.say(one, spoken), spoken)
        return self._named(f"terugkoppeling-{district.slug}-{name}.pdf", data, district)

    async def _last(self, district: District) -> RoundFeedback:
        async with self.store.read() as connection:
            told = await last_told(connection, district)
        if told is None:
            raise LookupError(district.slug)
        return told

    def _named(self, name: str, data: bytes, district: District) -> File:
        alt = self.words.say(Text("file-for-residents", {"district": district.name}), district.languages[0])
        return File(name, "application/pdf", data, alt)
