"""What a step about telling all residents may know: the texts of the last round that was told."""

from dataclasses import replace

from bot.texts import Words
from domain.districts import District
from domain.heard import Command, Heard, meant
from domain.messages import Text, Verb
from domain.policy import Deed
from domain.telling import Retelling, RoundFeedback
from handlers.rights import has
from handlers.turn import Situation
from reports.feedback import Shape, Ways, text
from reports.poster import has_result
from storage.engine import Connection
from storage.telling import feedback_of, rounds_told


async def with_telling(connection: Connection, situation: Situation, heard: Heard, words: Words) -> Situation:
    """For the coordinator who asks for it."""
    district = situation.district
    if district is None or not has(situation, Deed.TAKE_FEEDBACK) or not _asked(heard):
        return situation
    told = await last_told(connection, district)
    return situation if told is None else replace(situation, retelling=_texts(told, district, words))


async def last_told(connection: Connection, district: District) -> RoundFeedback | None:
    """The newest round with approved words."""
    for name in await rounds_told(connection, district.slug):
        return await feedback_of(connection, district, name)
    return None


def _asked(heard: Heard) -> bool:
    act, command = meant(heard)
    return command is Command.FEEDBACK or (act is not None and act.verb is Verb.RETELL)


def _texts(told: RoundFeedback, district: District, words: Words) -> Retelling:
    """In the first language of the wijk: that is the language of its newsletter."""
    spoken, ways = district.languages[0], Ways(contact=district.contact)

    def say(one: Text) -> str:
        return words.say(one, spoken)

    texts = {shape.value: text(told, ways, shape, say).strip() for shape in Shape}
    return Retelling(told.round, told.ends, texts, result=has_result(told), waiting=told.waiting)
