"""What a step about looking up who reported may know: the last question about it. Never who it was."""

from dataclasses import replace

from domain.heard import Heard, Said, meant
from domain.policy import Deed
from handlers.rights import has
from handlers.turn import Situation
from handlers.who import number_asked
from storage import who_reported
from storage.engine import Connection


async def with_who(connection: Connection, situation: Situation, heard: Heard) -> Situation:
    """For a coordinator of the wijk of that signal."""
    (act, command), district = meant(heard), situation.district
    rest = heard.rest if isinstance(heard, Said) else ""
    number = number_asked(situation, command, rest, act)
    if district is None or not number or not has(situation, Deed.ASK_WHO):
        return situation
    return replace(
        situation,
        who=await who_reported.newest(connection, district.slug, number, situation.person.key),
        may_ask_who=await who_reported.exists(connection, district.slug, number),
    )
