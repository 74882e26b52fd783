"""Pictures of a signal, for who reads its words before others do: the coordinator, in a chat of two."""

from domain.messages import Attachment, Message, Text
from domain.signals import SignalNumber
from handlers.turn import Situation, say


def of(situation: Situation, number: SignalNumber) -> tuple[Message, ...]:
    """One message for each picture; none where the step knows of none."""
    if situation.room:
        return ()
    text = Text("held-photo", {"number": number})
    shown = situation.pictures.get(number, ())
    return tuple(say(situation, text, attachment=Attachment("photo", str(one))) for one in shown)
