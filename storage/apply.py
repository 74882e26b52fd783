"""What a turn changed, written in the transaction of that turn."""

from collections.abc import Sequence
from typing import TypeAlias, assert_never

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.deeds import deed_of, noted
from domain.events import (
    ActingEvent,
    ActionMoved,
    AgreeingEvent,
    AgreementBegun,
    AgreementChanged,
    AgreementHidden,
    AgreementSettled,
    DelayExplained,
    Denied,
    DistrictChosen,
    EffectTold,
    Event,
    FastLaneAnswered,
    FastLaneLeft,
    FeedbackApproved,
    FieldChanged,
    HeldApart,
    HeldReleased,
    InvitationBurnt,
    InvitationUsed,
    Invited,
    LanguageSet,
    MeetingEvent,
    NeighbourhoodTold,
    Occasion,
    OverrunTold,
    PartBegun,
    PersonWiped,
    PhotoAdded,
    PracticeAnswered,
    PracticeDropped,
    PracticeStepTaken,
    PutInFastLane,
    QuietSet,
    QuoteApproved,
    QuoteDropped,
    QuotingEvent,
    RightsEvent,
    RoundClosed,
    SameTopic,
    ScoringMoved,
    SignalChanged,
    SignalExtended,
    SignalGiven,
    SignalSetAside,
    SignalWithdrawn,
    SortingEvent,
    SortingTakenBack,
    TalkLogged,
    TopFiveStood,
    TopicAnswered,
    TopicScored,
    TopicTitled,
    UpdatesWanted,
    WhoAgreed,
    WhoAsked,
    WhoRefused,
    WrongCode,
)
from domain.events.occasion import OPERATOR_KEY
from domain.feedback import FeedbackKind
from domain.policy import OPERATOR, acting_as, highest
from storage import (
    account,
    acting,
    actions,
    agreements,
    closing,
    decisions,
    erasure,
    fast_lane,
    feedback,
    held,
    invitations,
    links,
    meetings,
    outbox,
    people,
    photos,
    promises,
    quiet,
    quotes,
    signals,
    sorting,
    updates,
    who_reported,
)

TableEvent: TypeAlias = (
    "SortingEvent | ActingEvent | MeetingEvent | AgreeingEvent | QuotingEvent | RightsEvent | OtherEvent"
)
OtherEvent: TypeAlias = (
    SameTopic
    | EffectTold
    | Invited
    | InvitationUsed
    | WrongCode
    | TalkLogged
    | TopicAnswered
    | RoundClosed
    | ActionMoved
    | FeedbackApproved
    | TopicTitled
)


async def apply(connection: AsyncConnection, occasion: Occasion, events: Sequence[Event]) -> None:
    """Write what changed, in order. Somebody who speaks is known from then on, unless they wiped themselves.

    Call before `outbox.queue` and `conversations.keep`; after `PersonWiped` keep no state.
    """
    await people.seen(connection, occasion.person, occasion.now)
    for event in events:
        if await _apply(connection, occasion, event) is not False:
            await _note(connection, occasion, event)


async def _note(connection: AsyncConnection, occasion: Occasion, event: Event) -> None:
    """The audit log: what really happened, by which role."""
    line = noted(event)
    if line is not None:
        denied = isinstance(event, Denied)
        role = highest(occasion.roles) if denied else acting_as(deed_of(event), occasion.roles, own=True)
        role = OPERATOR if occasion.person == OPERATOR_KEY else role
        about = f"{occasion.district or ''} {line.about}".strip()
        await account.note(connection, line.what, role, about, occasion.now)


async def _apply(connection: AsyncConnection, occasion: Occasion, event: Event) -> bool | None:  # noqa: C901, PLR0912 - a case an event
    """What people do with what is theirs; the compiler counts that no event is forgotten.

    False when it did not happen, because somebody else was first or it is another wijk's."""
    person, now = occasion.person, occasion.now
    match event:
        case DistrictChosen(slug):
            await people.choose_district(connection, person, slug)
        case SignalGiven():
            await _give(connection, occasion, event)
        case PhotoAdded(number, photo):
            await photos.add_photo(connection, person, number, photo, now)
        case SignalExtended():
            await signals.extend(connection, person, event)
            if event.held:
                await held.reread(connection, occasion, event.number, event.held)
        case SignalChanged(number, text, reasons):
            await signals.change(connection, person, number, text)
            await held.reread(connection, occasion, number, reasons)
        case SignalWithdrawn(number):
            await signals.withdraw(connection, person, number, now)
            await fast_lane.withdrawn(connection, number, now)
        case NeighbourhoodTold():
            await _place(connection, occasion, event)
        case LanguageSet():
            pass  # kept in the vault only, by the intake
        case UpdatesWanted(wanted):
            await _want(connection, occasion, wanted=wanted)
        case PersonWiped():
            await erasure.erase(connection, person, now)
        case QuietSet(wish):
            await quiet.choose(connection, person, wish, now)
        case DelayExplained():
            await promises.explain(connection, occasion, event)
        case _:
            return await _apply_together(connection, occasion, event)
    return None


async def _apply_together(  # noqa: C901 - a case a module
    connection: AsyncConnection, occasion: Occasion, event: TableEvent
) -> bool | None:
    """What has a module of its own: sorting, acting, the meeting, and the agreements of a wijk."""
    match event:
        case SignalSetAside() | SortingTakenBack() | TopFiveStood():
            await sorting.keep(connection, occasion, event)
        case PutInFastLane() | FastLaneAnswered() | FastLaneLeft():
            return await acting.keep(connection, occasion, event)
        case PracticeAnswered() | PracticeDropped() | PracticeStepTaken():
            await acting.keep(connection, occasion, event)
        case FieldChanged():
            return await decisions.change(connection, occasion, event)
        case PartBegun() | OverrunTold() | ScoringMoved() | TopicScored():
            await meetings.keep(connection, occasion, event)
        case AgreementBegun() | AgreementChanged() | AgreementSettled() | AgreementHidden():
            return await agreements.keep(connection, occasion, event)
        case HeldReleased() | HeldApart() | QuoteApproved() | QuoteDropped():
            return await quotes.keep(connection, occasion, event)
        case Denied():
            pass  # noted, nothing else
        case WhoAsked() | WhoAgreed() | WhoRefused():
            return await who_reported.keep(connection, occasion, event)
        case InvitationBurnt(code_hash):
            return await invitations.burn(connection, code_hash, occasion.now)
        case _:
            return await _apply_other(connection, occasion, event)
    return None


async def _apply_other(connection: AsyncConnection, occasion: Occasion, event: OtherEvent) -> bool | None:  # noqa: C901 - the same
    """What is said of signals of others, what people with a role do, and how they get one."""
    match event:
        case SameTopic():
            await links.link(connection, occasion, event)
        case EffectTold():
            await links.tell_effect(connection, occasion, event)
        case Invited():
            await invitations.make(connection, occasion, event)
        case InvitationUsed(code_hash):
            await invitations.use(connection, occasion, code_hash)
        case WrongCode():
            await invitations.wrong_code(connection, occasion.person, occasion.now)
        case TalkLogged():
            await links.log_talk(connection, occasion, event)
        case TopicTitled():
            return await links.title(connection, occasion, event)
        case TopicAnswered():
            return await decisions.answer(connection, occasion, event)
        case RoundClosed(name):
            return await closing.close_round(connection, occasion, name)
        case ActionMoved():
            return await _move(connection, occasion, event)
        case FeedbackApproved():
            return await _approve(connection, occasion, event)
        case _ as never:
            assert_never(never)
    return None


async def _give(connection: AsyncConnection, occasion: Occasion, event: SignalGiven) -> None:
    await signals.give(connection, occasion, event)
    if event.held and not event.withheld:
        holding = held.Holding(event.number, event.held)
        await held.hold(connection, event.district, holding, occasion.now)
    if event.photo is not None:
        await photos.add_photo(connection, occasion.person, event.number, event.photo, occasion.now)


async def _place(connection: AsyncConnection, occasion: Occasion, event: NeighbourhoodTold) -> None:
    await people.tell_neighbourhood(connection, occasion.person, event.neighbourhood)
    if event.number is not None:
        await signals.place(connection, occasion.person, event.number, event.neighbourhood)


async def _want(connection: AsyncConnection, occasion: Occasion, *, wanted: bool) -> None:
    await people.set_wants_updates(connection, occasion.person, wanted)
    if not wanted:
        await outbox.drop_updates(connection, occasion.person)


async def _move(connection: AsyncConnection, occasion: Occasion, event: ActionMoved) -> bool:
    before = await actions.move(connection, occasion, event)
    if before is None:
        return False
    told = feedback.Prepared(
        district=before.district,
        topic=before.topic,
        kind=event.kind,
        title=before.title,
        sentence=event.sentence,
        next_on=event.check_on or before.check_on,
    )
    await feedback.draft(connection, told, occasion.now)
    return True


async def _approve(connection: AsyncConnection, occasion: Occasion, event: FeedbackApproved) -> bool:
    ready = await feedback.approve(connection, occasion, event)
    if ready is not None and ready.prepared.kind is not FeedbackKind.NO_NEWS:
        # Why it takes longer is told on the day that was promised, not before.
        await updates.fan_out(connection, ready, occasion.now, at_most=occasion.asks_per_month)
    return ready is not None
