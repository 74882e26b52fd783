"""The agreements of a wijk, for the step of somebody who needs them."""

from dataclasses import replace

from domain.agreements import Part, Version
from domain.districts import District
from domain.heard import Command, Heard, meant
from domain.messages import Act, Verb
from domain.policy import Deed
from handlers.rights import has
from handlers.turn import Situation
from screening.redact import redact
from storage import agreements
from storage.engine import Connection


async def with_agreements(connection: Connection, situation: Situation, heard: Heard) -> Situation:
    """For who decides, and for everybody who asks for the rules."""
    (act, command), district = meant(heard), situation.district
    if district is None or not (command is Command.RULES or has(situation, Deed.READ_AGREEMENT)):
        return situation
    found = await agreements.agreements_of(connection, district.slug)
    settling = _settling(act)
    marks = tuple(
        mark for one in found if settling.endswith(f"/{one.theme}") for mark in _marks(one.now, district)
    )
    return replace(situation, agreements=found, marks=marks)


def _settling(act: Act | None) -> str:
    """What a button is about whose words everybody will read; empty for anything else."""
    if act is None or act.verb is not Verb.AGREE:
        return ""
    return act.about if act.about.startswith(("settle/", "yes/")) else ""


def _marks(version: Version, district: District) -> list[str]:
    """What looks like a name, a number or an address of somebody; the places of the wijk do not."""
    places = (*district.streets, *district.neighbourhoods, district.name)
    said = [version.part(part) for part in Part if part is not Part.RUNG]
    return [words[span.start : span.end] for words in said for span in redact(words, places=places).spans]
