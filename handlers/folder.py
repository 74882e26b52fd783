"""`mapje`: everything of the wijk together, as a file and as an address, always as it stands now."""

from domain.heard import Command
from domain.messages import Attachment, Text
from domain.policy import Deed
from handlers import rights
from handlers.turn import Situation, Turn, say


def commanded(situation: Situation, command: Command, rest: str) -> Turn | None:
    """To somebody without a role, outside the room, it is an ordinary word."""
    if command is not Command.FOLDER or rest or not (situation.room or situation.person.roles):
        return None
    if refused := rights.refused(situation, Deed.TAKE_FOLDER):
        return refused
    if situation.district is None:
        return Turn(situation.state, (say(situation, Text("folder-not-yours")),))
    page = situation.district.page
    text = Text("folder-file-page", {"page": page}) if page else Text("folder-file")
    name = Attachment("folder", situation.district.slug)
    return Turn(situation.state, (say(situation, text, attachment=name),))
