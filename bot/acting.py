"""What a step about acting may know: the fast lane, practice conversations, and what was finished lately."""

from dataclasses import replace
from datetime import timedelta

from domain.fast_lane import Lane
from domain.heard import Command, Heard, Said, meant
from domain.messages import Act, Verb
from domain.policy import Deed
from domain.practice import Practices
from handlers.reminders import VERBS
from handlers.rights import may
from handlers.states import AnsweringFast, Describing, Practising, TellingHow
from handlers.turn import Situation
from screening.redact import redact
from storage import actions, fast_lane, noticing, people, photos, practice
from storage.engine import Connection

MOVES = frozenset({*VERBS, Verb.CHECK_IN})
FINISHED_LATELY = timedelta(weeks=8)
"""So long an action that came to an end stays in the list, with what the reporters notice."""


async def with_acting(connection: Connection, situation: Situation, heard: Heard) -> Situation:
    """For people with a role; in the room of the wijkverband everybody may see the list of actions."""
    if situation.district is None:
        return situation
    act, command = meant(heard)
    if not (situation.room or situation.person.roles):
        return await _as_owner(connection, situation, act, command)
    state = situation.state
    if command is Command.FAST_LANE or isinstance(state, Describing | AnsweringFast) or _is(act, Verb.FAST):
        situation = await _with_lane(connection, situation, heard, _asked_number(situation, heard, act))
    if command is Command.ACTIONS:
        situation = await _with_actions(connection, situation)
    if command in {Command.PRACTICE, Command.ACTIONS} or isinstance(state, Practising):
        return await _with_practices(connection, situation)
    return await _with_practices(connection, situation) if _is(act, Verb.PRACTICE) else situation


async def _as_owner(
    connection: Connection, situation: Situation, act: Act | None, command: Command | None
) -> Situation:
    """Whoever owns an action says how it goes, also when their role ended meanwhile."""
    telling = isinstance(situation.state, TellingHow) or (act is not None and act.verb in MOVES)
    if _is(act, Verb.PRACTICE) and not situation.room:
        return await _with_practices(connection, situation)
    slug = situation.district.slug if situation.district else ""
    if situation.room or not (telling or command is Command.ACTIONS):
        return situation
    open_ = await actions.open_actions(connection, slug)
    return replace(
        situation,
        actions=tuple(one for one in open_ if one.owner_key == situation.person.key),
        experts=await people.experts(connection, slug),
        coordinators=await people.coordinators(connection, slug),
    )


def _is(act: Act | None, verb: Verb) -> bool:
    return act is not None and act.verb is verb


def _asked_number(situation: Situation, heard: Heard, act: Act | None) -> str:
    """The signal that this step is about, if any."""
    if act is not None and act.verb is Verb.FAST:
        return f"{act.about}//".split("/")[1]
    if isinstance(heard, Said) and heard.command is Command.FAST_LANE:
        return heard.rest.strip()
    return str(getattr(situation.state, "number", ""))


def _without_people(situation: Situation, heard: Heard) -> str:
    """Of a sentence for the wijkverband: the same without what could lead to somebody."""
    if not isinstance(heard, Said) or not isinstance(situation.state, Describing):
        return ""
    places = situation.district.places if situation.district else ()
    safe = redact(heard.text, heard.language, places)
    return safe.text if safe.spans else ""


async def _with_lane(connection: Connection, situation: Situation, heard: Heard, number: str) -> Situation:
    slug = situation.district.slug if situation.district else ""
    # Two people who answer in the same moment: the second one waits here, and sees the first answer.
    requests = await fast_lane.requests(connection, slug, number, answering=bool(number))
    lane = Lane(requests, deciders=await people.deciders(connection, slug))
    if may(situation, Deed.PREPARE_REQUEST):
        newest = await fast_lane.newest(connection, slug)
        asked = await fast_lane.one(connection, slug, number) if number else None
        older = (asked,) if asked and asked not in newest else ()
        lane = replace(lane, signals=(*newest, *older), without_people=_without_people(situation, heard))
        pictures = await photos.kept_with(connection, [one.number for one in lane.signals])
        situation = replace(situation, pictures=pictures)
    return replace(situation, lane=lane)


async def _with_actions(connection: Connection, situation: Situation) -> Situation:
    slug = situation.district.slug if situation.district else ""
    finished = await actions.finished_since(connection, slug, situation.now - FINISHED_LATELY)
    return replace(
        situation,
        actions=await actions.open_actions(connection, slug),
        finished=finished,
        noticed=await noticing.noticed(connection, [one.id for one in finished]),
    )


async def _with_practices(connection: Connection, situation: Situation) -> Situation:
    slug = situation.district.slug if situation.district else ""
    known = Practices(
        begun=await practice.begun(connection, slug),
        steps=await practice.steps(connection, slug),
        examples=await practice.examples(connection, slug),
    )
    return replace(situation, practices=known)
