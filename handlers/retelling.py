"""Telling everybody: the coordinator takes the feedback of a round as text, on paper and as a poster.

Only approved words stand in it, so it may go to anybody; asking for it is the coordinator's.
"""

from domain.heard import Command
from domain.messages import Act, Attachment, Choice, Text, Value, Verb
from domain.policy import Deed
from domain.telling import Retelling
from handlers import rights
from handlers.turn import Situation, Turn, say

TEXTS = ("newsletter", "website", "chat")
PAPERS = ("paper", "poster", "poster-done")


def commanded(situation: Situation, command: Command, rest: str) -> Turn | None:
    """`terugkoppeling`."""
    if command is not Command.FEEDBACK or rest or not (situation.room or situation.person.roles):
        return None
    return _refused(situation) or _offer(situation)


def pressed(situation: Situation, act: Act) -> Turn | None:
    """[Nieuwsbrief], [Website], [Kort bericht], [Blad], [Poster] and [Poster met resultaat]."""
    if act.verb is not Verb.RETELL:
        return None
    if refused := _refused(situation):
        return refused
    told, what = situation.retelling, act.about
    if what in TEXTS and told is not None:
        return _stay(situation, Text("expert-own-text", {"words": told.texts[what]}))
    if what in PAPERS and (told is not None or what == "poster"):
        return _paper(situation, what, told)
    return _offer(situation)


def _refused(situation: Situation) -> Turn | None:
    return rights.refused(situation, Deed.TAKE_FEEDBACK)


def _offer(situation: Situation) -> Turn:
    """What can be had; before the first round was told only the poster that invites."""
    told = situation.retelling
    if told is None:
        return _stay(situation, Text("expert-feedback-none"), *_choices("poster"))
    args: dict[str, Value] = {"ends": told.ends, "waiting": told.waiting}
    papers = PAPERS if told.result else PAPERS[:-1]
    return _stay(situation, Text("expert-feedback", args), *_choices(*TEXTS, *papers))


def _choices(*what: str) -> tuple[Choice, ...]:
    return tuple(Choice(Text("expert-feedback-choice", {"what": one}), Act(Verb.RETELL, one)) for one in what)


def _paper(situation: Situation, what: str, told: Retelling | None) -> Turn:
    slug = situation.district.slug if situation.district else ""
    about = f"{slug}/{told.round}" if told is not None else slug
    file = Attachment("feedback" if what == "paper" else what, about)
    message = say(situation, Text("expert-feedback-paper"), attachment=file)
    return Turn(situation.state, (message,))


def _stay(situation: Situation, text: Text, *choices: Choice) -> Turn:
    return Turn(situation.state, (say(situation, text, *choices),))
