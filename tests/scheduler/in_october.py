"""What tests of a whole house share: the lamp of October, the day after the round, and a tick."""

from datetime import UTC, datetime

from tests.bot.scripted import Street

LAMP = "de lantaarn achter de flat is al weken stuk"
AFTER = datetime(2026, 11, 1, 9, 30, tzinfo=UTC)


async def told(at: Street, who: str, now: datetime) -> list[str]:
    """A tick at this moment, and what somebody hears by it."""
    at.clock.now = now
    await at.house.tick()
    return await at.hears(who)
