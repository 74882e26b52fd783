"""What a turn changes: facts, in the past tense, that `storage` writes in the transaction of the turn."""

from typing import TypeAlias

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

Event: TypeAlias = ResidentEvent | RoleEvent | CycleEvent | SortingEvent

__all__ = [
    "ActionMoved",
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
