"""What happens in the fast lane and in a practice conversation, written in the transaction of its turn."""

from typing import assert_never

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.districts import NETHERLANDS
from domain.events import (
    FastLaneAnswered,
    FastLaneLeft,
    Occasion,
    PracticeAnswered,
    PracticeDropped,
    PracticeStepTaken,
    PutInFastLane,
)
from domain.events.acting import ActingEvent
from domain.rounds import local_day
from storage import fast_lane, practice


async def keep(connection: AsyncConnection, occasion: Occasion, event: ActingEvent) -> bool | None:
    """One fact of acting; False when it did not happen: somebody else was first."""
    district = occasion.district or ""
    match event:
        case PutInFastLane():
            return await fast_lane.put(connection, occasion, event)
        case FastLaneAnswered():
            return await fast_lane.answer(connection, occasion, event)
        case FastLaneLeft(number):
            return await fast_lane.leave(connection, district, number, occasion.now)
        case PracticeAnswered():
            await practice.keep(connection, district, event, local_day(occasion.now, NETHERLANDS))
        case PracticeDropped():
            await practice.drop(connection, district)
        case PracticeStepTaken(practice_id):
            await practice.take_step(connection, district, practice_id)
        case _ as never:
            assert_never(never)
    return None
