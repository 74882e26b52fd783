"""What waits in a wijk, for the step of its coordinator."""

from domain.districts import District
from domain.rounds import local_day
from handlers.turn import Overview, Situation
from storage import fast_lane, held, inbox, mail, pauses, people, promises, signals, waiting
from storage.engine import Connection
from storage.states import Delivery


async def overview(connection: Connection, situation: Situation, district: District) -> Overview:
    """What asks for a person, counted."""
    span = situation.terms[district.slug].span
    given = await signals.of_round(connection, district.slug, span.name)
    counts = await waiting.counts(connection)
    pause = await pauses.now_paused(connection)
    today = local_day(situation.now, district.zone)
    return Overview(
        people=len({one.respondent or one.person for one in given}),
        messages=len(given),
        parked_events=await inbox.parked_count(connection),
        unreachable=await people.unreachable_count(connection, district.slug),
        waiting_messages=counts.get(Delivery.PENDING, 0),
        dead_messages=await waiting.refused(connection),
        room_bound=situation.partnership is not None,
        mail_stuck=await mail.stuck_count(connection, district.slug, situation.now),
        overdue=len(await promises.overdue(connection, district.slug, today)),
        small_requests=len(await fast_lane.requests(connection, district.slug)),
        held=await held.count(connection, district.slug),
        paused_since=pause.begun_at if pause else None,
    )
