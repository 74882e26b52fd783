"""The agreements of a wijk, for the step of somebody who needs them."""

from dataclasses import replace

from domain.heard import Command, Heard, Said
from handlers.turn import Situation
from storage import agreements
from storage.engine import Connection


async def with_agreements(connection: Connection, situation: Situation, heard: Heard) -> Situation:
    """For who decides, and for everybody who asks for the rules."""
    asks = isinstance(heard, Said) and heard.command is Command.RULES
    if situation.district is None or not (asks or situation.person.decides):
        return situation
    found = await agreements.agreements_of(connection, situation.district.slug)
    return replace(situation, agreements=found)
