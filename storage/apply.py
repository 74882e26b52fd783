"""What a turn changed, written in the transaction of that turn."""

from collections.abc import Sequence
from typing import TypeAlias, assert_never

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.events import (
    ActingEvent,
    ActionMoved,
    AgreeingEvent,
    AgreementBegun,
    AgreementChanged,
    AgreementHidden,
    AgreementSettled,
    DelayExplained,
    DistrictChosen,
    EffectTold,
    Event,
    FastLaneAnswered,
    FastLaneLeft,
    FeedbackApproved,
    FieldChanged,
    HeldApart,
    HeldReleased,
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
    WrongCode,
)
from domain.feedback import FeedbackKind
from storage import (
    account,
    acting,
    actions,
    agreements,
    closing,
    decisions,
    fast_lane,
    feedback,
    held,
    invitations,
    ledger,
    links,
    meetings,
    outbox,
    people,
    photos,
    privacy,
    promises,
    quiet,
    quotes,
    signals,
    sorting,
    updates,
)

TableEvent: TypeAlias = (
    "SortingEvent | ActingEvent | MeetingEvent | AgreeingEvent | QuotingEvent | OtherEvent"
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
        await _apply(connection, occasion, event)


async def _apply(connection: AsyncConnection, occasion: Occasion, event: Event) -> None:  # noqa: C901, PLR0912 - a case an event
    """What people do with what is theirs; the compiler counts that no event is forgotten."""
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
            await fast_lane.forget_person(connection, person, now)
            await ledger.count_gone(connection, person)
            await privacy.wipe(connection, person, now)
        case QuietSet(wish):
            await quiet.choose(connection, person, wish, now)
        case DelayExplained():
            await promises.explain(connection, occasion, event)
        case _:
            await _apply_together(connection, occasion, event)


async def _apply_together(connection: AsyncConnection, occasion: Occasion, event: TableEvent) -> None:
    """What has a module of its own: sorting, acting, the meeting, and the agreements of a wijk."""
    match event:
        case SignalSetAside() | SortingTakenBack() | TopFiveStood():
            await sorting.keep(connection, occasion, event)
        case PutInFastLane() | FastLaneAnswered() | FastLaneLeft():
            await acting.keep(connection, occasion, event)
        case PracticeAnswered() | PracticeDropped() | PracticeStepTaken():
            await acting.keep(connection, occasion, event)
        case FieldChanged():
            await decisions.change(connection, occasion, event)
        case PartBegun() | OverrunTold() | ScoringMoved() | TopicScored():
            await meetings.keep(connection, occasion, event)
        case AgreementBegun() | AgreementChanged() | AgreementSettled() | AgreementHidden():
            await agreements.keep(connection, occasion, event)
        case HeldReleased() | HeldApart() | QuoteApproved() | QuoteDropped():
            await quotes.keep(connection, occasion, event)
        case _:
            await _apply_other(connection, occasion, event)


async def _apply_other(connection: AsyncConnection, occasion: Occasion, event: OtherEvent) -> None:  # noqa: C901 - the same
    """What is said of signals of others, what people with a role do, and how they get one."""
    match event:
        case SameTopic():
            await links.link(connection, occasion, event)
        case EffectTold():
            await links.tell_effect(connection, occasion, event)
        case Invited():
            await invitations.make(connection, occasion, event)
        case InvitationUsed(code_hash):
            await _use(connection, occasion, code_hash)
        case WrongCode():
            await invitations.wrong_code(connection, occasion.person, occasion.now)
        case TalkLogged():
            await links.log_talk(connection, occasion, event)
        case TopicTitled():
            await links.title(connection, occasion, event)
        case TopicAnswered():
            await decisions.answer(connection, occasion, event)
        case RoundClosed(name):
            await closing.close_round(connection, occasion, name)
        case ActionMoved():
            await _move(connection, occasion, event)
        case FeedbackApproved():
            await _approve(connection, occasion, event)
        case _ as never:
            assert_never(never)


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


async def _use(connection: AsyncConnection, occasion: Occasion, code_hash: str) -> None:
    grant = await invitations.use(connection, occasion, code_hash)
    if grant is not None:
        await account.note(connection, "invitation used", grant.value, occasion.district or "", occasion.now)


async def _move(connection: AsyncConnection, occasion: Occasion, event: ActionMoved) -> None:
    before = await actions.move(connection, occasion, event)
    if before is None:
        return
    told = feedback.Prepared(
        district=before.district,
        topic=before.topic,
        kind=event.kind,
        title=before.title,
        sentence=event.sentence,
        next_on=event.check_on or before.check_on,
    )
    await feedback.draft(connection, told, occasion.now)


async def _approve(connection: AsyncConnection, occasion: Occasion, event: FeedbackApproved) -> None:
    ready = await feedback.approve(connection, occasion, event)
    if ready is not None and event.waived:
        about = f"{occasion.district} {event.feedback}"
        await account.note(connection, "sent without a check", "coordinator", about, occasion.now)
    if ready is not None and ready.prepared.kind is not FeedbackKind.NO_NEWS:
        # Why it takes longer is told on the day that was promised, not before.
        await updates.fan_out(connection, ready, occasion.now, at_most=occasion.asks_per_month)
