"""Gather: everything one step may know, read in the transaction that its answer is written in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from secrets import token_urlsafe

from bot.acting import with_acting
from bot.agreed import with_agreements
from bot.asking_who import with_who
from bot.chat import Incoming
from bot.chat import Words as Typed
from bot.disclosed import with_kept
from bot.hearing import Ear, Understood, hear
from bot.nearby import Nearby
from bot.overviewing import overview
from bot.promised import with_promises
from bot.screened import with_screened
from bot.sorting import asked, look, stored
from bot.telling import with_telling
from bot.texts import Words
from domain.cleaning import clean
from domain.decisions import Meeting
from domain.districts import District
from domain.heard import Heard, Pressed, Said
from domain.invitations import CODE_BYTES, hash_of
from domain.messages import PersonKey, Recipient, RoomKey, Text
from domain.people import Person
from domain.policy import Deed
from domain.rounds import RoundName, local_day, span_of
from handlers.arrival import first_words
from handlers.rights import has
from handlers.states import (
    PASSING,
    AwaitingNeighbourhood,
    AwaitingTopic,
    ChoosingDistrict,
    ConfirmingDanger,
    Idle,
    Surveying,
    dump,
    load,
)
from handlers.turn import Near, Situation, SortingNow, Terms
from storage import (
    actions,
    conversations,
    decisions,
    feedback,
    invitations,
    meetings,
    people,
    rounds,
    signals,
    waiting,
)
from storage.conversations import Conversation
from storage.engine import Connection
from storage.people import Known

TOGETHER = timedelta(minutes=1)
"""Two messages within this time can be one signal."""
LONGEST_CHOICE = 60
"""Characters in which a choice is typed: a number, or the words of a button."""
PER_HOUR, PER_DAY = 10, 30
"""Signals of one person that are answered one by one; more are kept, and answered once an hour."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, where, and in which language they read."""

    key: PersonKey
    room: RoomKey | None
    language: str
    chose_language: bool = False
    """It is another one than their app reports."""
    unreachable: bool = False
    """Messages to them wait, because they had blocked the bot or left."""

    @property
    def here(self) -> Recipient:
        return self.room or self.key


@dataclass(frozen=True, slots=True)
class Gatherer:
    """What gathering needs besides a connection."""

    words: Words
    districts: Sequence[District]
    nearby: Nearby
    report_link: Callable[[str, str], str]

    async def gather(
        self, connection: Connection, incoming: Incoming, speaker: Speaker, now: datetime
    ) -> tuple[Situation, Heard]:
        """The situation of this event and what was heard in it."""
        kept = await _conversation(connection, incoming, speaker.here)
        bound = await people.district_of_room(connection, speaker.room) if speaker.room else None
        known = await people.person(connection, speaker.key, bound)
        district = self._district(bound or known.district)
        near_by = district or (self.districts[0] if len(self.districts) == 1 else None)
        ear = Ear(self.words, speaker.key, speaker.here, speaker.language, kept.choices, near_by)
        early = await rounds.ended_early(connection, now.date() - timedelta(days=1))
        understood = await hear(connection, incoming, ear, now)
        situation = Situation(
            now=now,
            person=_person(speaker, known),
            state=load(kept.state),
            asked_at=kept.at,
            districts=tuple(self.districts),
            district=district,
            room=speaker.room,
            languages=self.offered if district is None else district.languages,
            terms={one.slug: _terms(one, now, early) for one in self.districts},
            sequence=await signals.next_sequence(connection, local_year(now, district)),
            codes=(token_urlsafe(CODE_BYTES),),
        )
        situation = await with_kept(connection, await _with_own(connection, situation), understood.heard)
        situation = await with_agreements(connection, situation, understood.heard)
        situation = await with_acting(connection, situation, understood.heard)
        situation = await _with_offer(connection, situation, understood)
        if isinstance(situation.state, ConfirmingDanger | ChoosingDistrict):
            told = {one.slug: await people.coordinators(connection, one.slug) for one in self.districts}
            situation = replace(situation, told_of_danger=told)
        if situation.person.roles and district:
            situation = await _with_role(connection, situation, district)
            situation = await with_promises(connection, situation, understood.heard)
            desk = self.words.say(Text("meeting-town-desk"), district.languages[0])
            page = self.report_link(district.slug, situation.meeting.round) if situation.meeting else ""
            situation = replace(situation, town_desk=desk, plain=self.words.plain_words, report_page=page)
            situation = await with_telling(connection, situation, understood.heard, self.words)
            situation = await with_screened(connection, situation, understood.heard, self.words)
            situation = await with_who(connection, situation, understood.heard)
            about = asked(situation, understood.heard)
            situation = situation if about is None else await self._with_sorting(connection, situation, about)
        return situation, understood.heard

    @property
    def offered(self) -> tuple[str, ...]:
        """The languages of all wijken together, in the order in which they are always offered."""
        spoken = {language for district in self.districts for language in district.languages}
        return tuple(one for one in self.words.languages if one in spoken)

    async def _with_sorting(self, connection: Connection, situation: Situation, about: str) -> Situation:
        """What lies on the desk for who sorts."""
        slug, span = (situation.district.slug, situation.span) if situation.district else ("", None)
        laid, count = self.nearby.on_desk(slug)
        if laid is None or span is None:
            return replace(situation, sorting=SortingNow(too_many=True) if count else None)
        known = await stored(connection, slug, span.name)
        return replace(situation, sorting=look(laid, known, situation, about, self.words))

    def near(self, situation: Situation, heard: Heard) -> tuple[Near, ...]:
        """Topics that what was just said, or asked about, may belong to."""
        if situation.district is None or situation.room or not _asks_near(situation, heard):
            return ()
        asked = getattr(situation.state, "number", None)
        text = heard.text if isinstance(heard, Said) and heard.act is None else _text_of(situation, asked)
        person = situation.person
        told = first_words(situation, heard) if isinstance(heard, Said) else situation
        return self.nearby.likely(
            situation.district.slug, text, told.person.language, speaker=person.key, about=asked
        )

    async def read(self, texts: Sequence[str]) -> None:
        """Before the transaction: let a model look at what was said, if there is one; not at danger."""
        said = [clean(text) for text in texts]
        await self.nearby.read([one for one in said if " " in one and self.words.dangers.find(one) is None])

    def topics(self, situation: Situation) -> Situation:
        """The topics of the running round, for the coordinator."""
        if situation.district is None or not has(situation, Deed.SEE_TOPICS):
            return situation
        return replace(situation, topics=self.nearby.now(situation.district.slug, situation.person.language))

    def _district(self, slug: str | None) -> District | None:
        return next((one for one in self.districts if one.slug == slug), None)


def local_year(now: datetime, district: District | None) -> int:
    """The year that numbers of signals are counted in."""
    return local_day(now, district.zone).year if district else now.year


async def _conversation(connection: Connection, incoming: Incoming, here: Recipient) -> Conversation:
    """Where it stands. News that is on its way may be read and answered before it counts as sent."""
    kept = await conversations.state_of(connection, here) or Conversation(dump(Idle()))
    typed = isinstance(incoming.content, Typed) and len(incoming.content.text) <= LONGEST_CHOICE
    if not typed or not kept.state.startswith(tuple(f'["{name}"' for name in PASSING)):
        return kept
    asked_at = kept.at if kept.choices and kept.at else waiting.LONG_AGO
    offered = await waiting.offered(connection, here, asked_at)
    return Conversation(dump(Idle()), offered) if offered else kept


def _terms(district: District, now: datetime, ended_early: frozenset[tuple[str, RoundName]]) -> Terms:
    span = span_of(district.rhythm, local_day(now, district.zone))
    while (district.slug, span.name) in ended_early:
        # Its report is out already: what is said now counts in the next one that has none.
        span = span_of(district.rhythm, span.last + timedelta(days=1))
    return Terms(span, span.last + timedelta(days=district.answer_days))


def _person(speaker: Speaker, known: Known) -> Person:
    return Person(
        key=speaker.key,
        language=speaker.language,
        chose_language=speaker.chose_language,
        district=known.district,
        neighbourhood=known.neighbourhood,
        roles=known.roles,
        known=known.known,
        wants_updates=known.wants_updates,
        quiet=known.quiet,
    )


async def _with_own(connection: Connection, situation: Situation) -> Situation:
    """Their own signals, the one of a minute ago, and whether there are too many."""
    if situation.room:
        return situation
    now, key = situation.now, situation.person.key
    own, followed = await signals.own_and_followed(connection, key)
    hour = sum(one.said_at > now - timedelta(hours=1) for one in own)
    day = sum(one.said_at > now - timedelta(days=1) for one in own)
    # Whoever logs for others logs many: the limit is for residents.
    flooding = not situation.person.roles and (hour >= PER_HOUR or day >= PER_DAY)
    return replace(
        situation,
        signals=(*own, *followed),
        recent=signals.recent(own, now - TOGETHER),
        flooding=flooding,
        flood_told=flooding
        and await waiting.said_since(connection, key, "resident-slow-down", now - timedelta(hours=1)),
    )


async def _with_offer(connection: Connection, situation: Situation, understood: Understood) -> Situation:
    if understood.code is None:
        return situation
    left = await invitations.tries_left(connection, situation.person.key, situation.now)
    offer = await invitations.look_up(connection, hash_of(understood.code)) if left else None
    return replace(situation, offer=offer, tries_left=left)


async def _with_role(connection: Connection, situation: Situation, district: District) -> Situation:
    """What people with a role may need: the five, the actions, what waits, who can own and check."""
    slug, person = district.slug, situation.person
    span = situation.terms[slug].span
    situation = replace(
        situation,
        meeting=await _meeting(connection, slug),
        actions=await actions.open_actions(connection, slug),
        candidates=await people.candidates(connection, slug),
        experts=await people.experts(connection, slug),
        coordinators=await people.coordinators(connection, slug),
        partnership=await people.partnership_room(connection, slug),
    )
    if has(situation, Deed.LOG_ANSWER):
        logged = await signals.logged_in_round(connection, person.key, slug, span.name)
        situation = replace(situation, logged=logged)
    if has(situation, Deed.CHECK_WORDS):
        situation = replace(situation, drafts=await feedback.drafts(connection, slug))
    if has(situation, Deed.SEE_WAITING):
        situation = replace(situation, overview=await overview(connection, situation, district))
    return situation


async def _meeting(connection: Connection, slug: str) -> Meeting | None:
    found = await decisions.meeting(connection, slug)
    return found and await meetings.seated(connection, found)


def _asks_near(situation: Situation, heard: Heard) -> bool:
    """Whether this step may ask, or hear, which topic a signal belongs to."""
    match heard, situation.state:
        case Pressed() | Said(), AwaitingTopic() | AwaitingNeighbourhood():
            return True
        case Said(act=None, command=None), Idle() | Surveying():
            return not situation.flooding
        case _:
            return False


def _text_of(situation: Situation, number: str | None) -> str:
    return next((one.text for one in situation.signals if one.number == number), "")
