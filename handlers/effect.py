"""After an action is done: does the reporter notice a difference, and if not, what is missing?"""

from domain.events import EffectTold, SameTopic
from domain.feedback import Effect
from domain.heard import Said
from domain.messages import Text
from domain.signals import SignalNumber
from handlers import receipts
from handlers.states import Idle, TellingWhatIsMissing
from handlers.turn import Situation, Turn, say


def told(situation: Situation, about: str) -> Turn:
    """`about` is the signal and the answer, `2026-0412/no`."""
    number, _, answer = about.partition("/")
    told = EffectTold(SignalNumber(number), Effect(answer))
    if not any(one.number == number for one in situation.signals):
        # Withdrawn or wiped since the question was asked.
        return Turn(situation.state, (say(situation, Text("resident-old-button")),))
    if told.effect is Effect.NO:
        asked = say(situation, Text("resident-what-is-missing"))
        return Turn(TellingWhatIsMissing(told.number), (asked,), (told,))
    return Turn(Idle(), (say(situation, Text("resident-thanks")),), (told,))


def still_missing(situation: Situation, heard: Said, earlier: SignalNumber) -> Turn:
    """What is not good yet is a signal of its own, on the same topic."""
    if situation.district is None or not heard.text:
        return Turn(situation.state, (say(situation, Text("resident-what-is-missing")),))
    event = receipts.given(situation, heard, situation.district)
    again = SameTopic(event.number, earlier, same=True)
    return Turn(Idle(), receipts.receipt(situation, event), (event, again))
