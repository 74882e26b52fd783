"""What the bot says of itself at first contact: what it is for, what is kept, what to do in danger."""

from domain.districts import District
from domain.messages import Act, Choice, Message, Text, Verb
from handlers.turn import Situation, say


def welcome(situation: Situation, district: District | None) -> tuple[Message, ...]:
    """The first words, with buttons for another language and for what is kept."""
    text = (
        Text("resident-welcome", {"district": district.name})
        if district
        else Text("resident-welcome-anywhere")
    )
    language = Choice(Text("resident-other-language"), Act(Verb.ASK_LANGUAGE))
    kept = Choice(Text("resident-what-is-kept"), Act(Verb.SHOW_KEPT))
    return (say(situation, text, language, kept),)
