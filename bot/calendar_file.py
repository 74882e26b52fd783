"""The calendar of a wijk as a file, for the chat and for the command line."""

from datetime import datetime

from bot.texts import Words
from domain.districts import District
from reports.calendar import entries, ics
from storage import actions, calendar_entries
from storage.engine import Store


async def calendar_file(
    store: Store, words: Words, district: District, language: str, now: datetime
) -> bytes:
    """The next meetings and the days of the open actions; what it shows is kept, so that a change of it gets
    a higher number."""
    async with store.begin() as connection:
        lines = entries(district, await actions.open_actions(connection, district.slug), now)
        shown = {line.uid: line.shown for line in lines}
        editions = await calendar_entries.number(connection, district.slug, shown, now)
    return ics(district, lines, editions, lambda text: words.say(text, language))
