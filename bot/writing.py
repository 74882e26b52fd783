"""What came of one message, written: the facts, where the conversation stands, and what has to be said."""

from dataclasses import replace
from datetime import datetime

from bot.chat import Press
from domain.events import Occasion, PersonWiped
from domain.messages import Message, Text
from domain.pausing import PAUSED, SAID_ANYWAY
from handlers.states import dump
from handlers.turn import Situation, Turn
from storage import apply, buttons, conversations, outbox, pauses, waiting
from storage.engine import Connection


async def write(connection: Connection, situation: Situation, turn: Turn, now: datetime) -> None:
    """The state, the facts and the messages of one turn."""
    person, district = situation.person, situation.district
    occasion = Occasion(
        now, person.key, district.slug if district else None, situation.room, roles=person.roles
    )
    if district is not None:
        occasion = replace(occasion, asks_per_month=district.asks_per_month)
    await apply.apply(connection, occasion, turn.events)
    if not any(isinstance(event, PersonWiped) for event in turn.events):
        await _keep_state(connection, situation, turn, now)
    await outbox.queue(connection, turn.messages, now, district.slug if district else "")
    await _say_paused(connection, situation, turn, now)


async def give_back_unused(connection: Connection, press: Press, situation: Situation, turn: Turn) -> None:
    """Nothing came of it (no right to, or only something shown): the next press is as good."""
    if not turn.events and turn.state == situation.state:
        await buttons.give_back(connection, press.token)


async def _keep_state(connection: Connection, situation: Situation, turn: Turn, now: datetime) -> None:
    """The open choices are those of the last question to this very chat."""
    asked = [message.choices for message in turn.messages if message.to == situation.here and message.choices]
    state = dump(turn.state)
    if asked or turn.state != situation.state:
        await conversations.keep(connection, situation.here, state, asked[-1] if asked else (), now)


async def _say_paused(connection: Connection, situation: Situation, turn: Turn, now: datetime) -> None:
    """While nothing is sent, whoever gets no answer hears once that it comes later."""
    own = [message.text.key for message in turn.messages if message.to == situation.here]
    if not own or any(key in SAID_ANYWAY for key in own):
        return
    pause = await pauses.now_paused(connection)
    if pause is None or await waiting.said_since(connection, situation.here, PAUSED, pause.begun_at):
        return
    # Said at the moment of the pause itself it would be said again.
    await outbox.queue(connection, [Message(situation.here, Text(PAUSED))], max(now, pause.begun_at))
