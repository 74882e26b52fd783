"""What `gegevens` tells beside somebody's own words."""

from dataclasses import replace

from domain.heard import Command, Heard, meant
from handlers.turn import Kept, Situation
from storage import photos, updates
from storage.engine import Connection


async def with_kept(connection: Connection, situation: Situation, heard: Heard) -> Situation:
    """For whoever asks for it, of themselves."""
    if meant(heard)[1] is not Command.DATA or situation.room:
        return situation
    key = situation.person.key
    kept = Kept(await photos.counts_of(connection, key), await updates.times_told(connection, key))
    return replace(situation, kept=kept)
