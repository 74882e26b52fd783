"""`rust`: when does somebody want to be written to? An answer to what they say never waits."""

from domain.events import QuietSet
from domain.heard import Command
from domain.messages import Act, Choice, Text, Verb
from domain.quiet import Quiet
from handlers.turn import Situation, Turn, say


def commanded(situation: Situation, command: Command) -> Turn | None:
    """`rust`; None for other words."""
    return _ask(situation) if command is Command.QUIET else None


def pressed(situation: Situation, act: Act) -> Turn | None:
    """One of the three wishes; None for other buttons."""
    if act.verb is not Verb.SET_QUIET:
        return None
    wish = Quiet(act.about)
    done = say(situation, Text("promises-quiet-set", {"quiet": wish}))
    return Turn(situation.state, (done,), (QuietSet(wish),))


def hours(wish: Quiet) -> Text:
    """A wish in words."""
    return Text("promises-quiet", {"quiet": wish})


def _ask(situation: Situation) -> Turn:
    choices = (Choice(hours(wish), Act(Verb.SET_QUIET, wish.value)) for wish in Quiet)
    asked = Text("promises-quiet-ask", {"now": hours(situation.person.quiet)})
    return Turn(situation.state, (say(situation, asked, *choices),))
