"""What a step about looking up who reported may know: the last question about it. Never who it was."""

from dataclasses import replace

from domain.districts import District
from domain.heard import Heard, Said, meant
from domain.policy import Deed
from handlers.rights import has
from handlers.states import AskingWho
from handlers.turn import Situation
from handlers.who import number_asked
from screening.redact import redact
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
        marks=_marks(situation, heard, district),
    )


def _marks(situation: Situation, heard: Heard, district: District) -> tuple[str, ...]:
    """What looks like a name, number or address in the reason: that is kept, and may hold nobody."""
    if not isinstance(heard, Said) or not isinstance(situation.state, AskingWho):
        return ()
    # As Dutch, whatever the language: there more is taken for a name.
    found = redact(heard.text, places=district.places).spans
    return tuple(heard.text[span.start : span.end] for span in found)
