"""What a turn changes: facts, in the past tense, that `storage` writes in the transaction of the turn."""

from typing import TypeAlias

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
from domain.events.occasion import (
    Occasion,
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

Event: TypeAlias = ResidentEvent | RoleEvent | CycleEvent | SortingEvent | AgreeingEvent

__all__ = [
    "ActionMoved",
    "AgreeingEvent",
    "AgreementBegun",
    "AgreementChanged",
    "AgreementHidden",
    "AgreementSettled",
    "CycleEvent",
    "DistrictChosen",
    "EffectTold",
    "Event",
    "FeedbackApproved",
    "InvitationUsed",
    "Invited",
    "LanguageSet",
    "NeighbourhoodTold",
    "Occasion",
    "PersonWiped",
    "PhotoAdded",
    "ResidentEvent",
    "RoleEvent",
    "RoundClosed",
    "SameTopic",
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
    "TopicTitled",
    "UpdatesWanted",
    "WrongCode",
]
