"""What a turn changes: facts, in the past tense, that `storage` writes in the transaction of the turn."""

from typing import TypeAlias

from domain.events.acting import (
    ActingEvent,
    FastLaneAnswered,
    FastLaneLeft,
    PracticeAnswered,
    PracticeDropped,
    PracticeStepTaken,
    PutInFastLane,
)
from domain.events.agreeing import (
    AgreeingEvent,
    AgreementBegun,
    AgreementChanged,
    AgreementHidden,
    AgreementSettled,
)
from domain.events.cycle import (
    ActionMoved,
    CycleEvent,
    FeedbackApproved,
    RoundClosed,
    TopicAnswered,
)
from domain.events.meeting import (
    FieldChanged,
    MeetingEvent,
    OverrunTold,
    PartBegun,
    ScoringMoved,
    TopicScored,
)
from domain.events.occasion import (
    Occasion,
)
from domain.events.promises import (
    DelayExplained,
    PromiseEvent,
    QuietSet,
)
from domain.events.quoting import (
    HeldApart,
    HeldReleased,
    QuoteApproved,
    QuoteDropped,
    QuotingEvent,
)
from domain.events.residents import (
    DistrictChosen,
    EffectTold,
    LanguageSet,
    NeighbourhoodTold,
    PersonWiped,
    PhotoAdded,
    ResidentEvent,
    SameTopic,
    SignalChanged,
    SignalExtended,
    SignalGiven,
    SignalWithdrawn,
    UpdatesWanted,
)
from domain.events.rights import Denied, InvitationBurnt, RightsEvent, WhoAgreed, WhoAsked, WhoRefused
from domain.events.roles import (
    InvitationUsed,
    Invited,
    RoleEvent,
    TalkLogged,
    WrongCode,
)
from domain.events.sorting import (
    SignalSetAside,
    SortingEvent,
    SortingTakenBack,
    TopFiveStood,
    TopicTitled,
)

Event: TypeAlias = (
    ResidentEvent
    | RoleEvent
    | CycleEvent
    | SortingEvent
    | ActingEvent
    | AgreeingEvent
    | MeetingEvent
    | PromiseEvent
    | QuotingEvent
    | RightsEvent
)

__all__ = [
    "ActingEvent",
    "ActionMoved",
    "AgreeingEvent",
    "AgreementBegun",
    "AgreementChanged",
    "AgreementHidden",
    "AgreementSettled",
    "CycleEvent",
    "DelayExplained",
    "Denied",
    "DistrictChosen",
    "EffectTold",
    "Event",
    "FastLaneAnswered",
    "FastLaneLeft",
    "FeedbackApproved",
    "FieldChanged",
    "HeldApart",
    "HeldReleased",
    "InvitationBurnt",
    "InvitationUsed",
    "Invited",
    "LanguageSet",
    "MeetingEvent",
    "NeighbourhoodTold",
    "Occasion",
    "OverrunTold",
    "PartBegun",
    "PersonWiped",
    "PhotoAdded",
    "PracticeAnswered",
    "PracticeDropped",
    "PracticeStepTaken",
    "PromiseEvent",
    "PutInFastLane",
    "QuietSet",
    "QuoteApproved",
    "QuoteDropped",
    "QuotingEvent",
    "ResidentEvent",
    "RightsEvent",
    "RoleEvent",
    "RoundClosed",
    "SameTopic",
    "ScoringMoved",
    "SignalChanged",
    "SignalExtended",
    "SignalGiven",
    "SignalSetAside",
    "SignalWithdrawn",
    "SortingEvent",
    "SortingTakenBack",
    "TalkLogged",
    "TopFiveStood",
    "TopicAnswered",
    "TopicScored",
    "TopicTitled",
    "UpdatesWanted",
    "WhoAgreed",
    "WhoAsked",
    "WhoRefused",
    "WrongCode",
]
