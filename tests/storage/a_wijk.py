"""Words to set up a wijk in tests: residents say things, a round ends, a wijkverband decides."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from domain.decisions import Outcome, Plan
from domain.districts import District
from domain.events import Event, InvitationUsed, Invited, Occasion, SignalGiven, TopicAnswered
from domain.invitations import Grant
from domain.messages import PersonKey, RoomKey, Text
from domain.people import Role
from domain.rounds import RoundName, Span
from domain.signals import SignalNumber, Source, number_of
from domain.topics import Evidence, Topic
from storage import rounds, signals
from storage.apply import apply
from storage.engine import Connection
from storage.schema import topics

NOW = datetime(2026, 10, 12, 14, 30, tzinfo=UTC)
AFTER = datetime(2026, 11, 1, 8, 0, tzinfo=UTC)
BOOMGAARD = District("boomgaard", "De Boomgaard", ("Appelhof", "Perenpad"), ("Wat gaat goed?", "Wat anders?"))
OCTOBER = Span(RoundName("2026-10"), date(2026, 10, 1), date(2026, 10, 31))
PROMISE = date(2026, 11, 8)
COORDINATOR = PersonKey("p:coordinator")


def person(name: str) -> PersonKey:
    """The key of somebody."""
    return PersonKey(f"p:{name}")


def by(who: str, now: datetime = NOW, room: RoomKey | None = None) -> Occasion:
    """Somebody does something in the wijk."""
    return Occasion(now, person(who), BOOMGAARD.slug, room)


async def does(
    connection: Connection,
    who: str,
    *events: Event,
    now: datetime = NOW,
    roles: frozenset[Role] = frozenset(),
) -> None:
    """Somebody's turn changed these things."""
    await apply(connection, replace(by(who, now), roles=roles), events)


async def says(  # noqa: PLR0913 - what a signal has
    connection: Connection,
    who: str,
    text: str = "de lamp is stuk",
    *,
    now: datetime = NOW,
    source: Source = Source.RESIDENT,
    neighbourhood: str | None = None,
    origin: str = "",
    language: str = "nl",
    respondent: str | None = None,
    photo: str | None = None,
    withheld: bool = False,
) -> SignalNumber:
    """Somebody gives a signal; gives its number."""
    number = number_of(now.year, await signals.next_sequence(connection, now.year))
    given = SignalGiven(
        number,
        BOOMGAARD.slug,
        OCTOBER.name,
        text,
        PROMISE,
        source,
        neighbourhood,
        language=language,
        origin=origin,
        respondent=respondent,
        photo=photo,
        withheld=withheld,
    )
    await does(connection, who, given, now=now)
    return number


async def becomes(
    connection: Connection,
    who: str,
    grant: Grant,
    label: str = "",
    *,
    again: bool = False,
    now: datetime = NOW,
) -> None:
    """Somebody takes a role with a code that was made for them."""
    code = f"{grant}-{who}{'-again' * again}"
    made = Invited(code, grant, BOOMGAARD.slug, NOW + timedelta(hours=72), label)
    await apply(connection, Occasion(NOW, COORDINATOR, BOOMGAARD.slug), [made])
    await does(connection, who, InvitationUsed(code))


def topic(numbers: Sequence[SignalNumber], people: int | None = None, before: int = 0) -> Topic:
    """A topic of these signals."""
    count = len(numbers) if people is None else people
    evidence = Evidence(
        count, len(numbers), count, {"bewoner": count}, {"Appelhof": 1}, {"nl": count}, 0, before
    )
    return Topic(Text("topic-title-other"), tuple(numbers), evidence, float(count), Text("topic-reason"))


async def reports(
    connection: Connection, *groups: Sequence[SignalNumber], span: Span = OCTOBER, now: datetime = AFTER
) -> list[int]:
    """The round ends with these topics, called Topic 1, Topic 2...; gives their ids by rank."""
    titled = [(f"Topic {rank}", topic(group)) for rank, group in enumerate(groups, start=1)]
    assert await rounds.keep_report(connection, BOOMGAARD.slug, span, rounds.Bundled(topics=titled), now)
    found = await connection.execute(
        topics.select().where(topics.c.round == span.name).order_by(topics.c.rank)
    )
    return [row.id for row in found]


def plan(owner: str = "Team Zorg", owner_key: PersonKey | None = None) -> Plan:
    """Something will be done."""
    return Plan(
        "twee lampen plaatsen", owner, owner_key, "", "offerte", date(2026, 12, 18), date(2027, 1, 15)
    )


def taken_up(topic_id: int) -> TopicAnswered:
    """The wijkverband takes it up."""
    return TopicAnswered(topic_id, Outcome.TAKEN_UP, "Er komen twee lampen.", plan=plan())


def not_now(topic_id: int) -> TopicAnswered:
    """The wijkverband does not take it up."""
    return TopicAnswered(topic_id, Outcome.NOT_NOW, "De gemeente doet dit in maart.", "staat al gepland")
