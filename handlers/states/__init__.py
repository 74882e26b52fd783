"""Where a conversation stands between two messages: small frozen values that survive as JSON.

A state holds only what that moment needs. An old or unknown one loads as `Idle`: nothing is lost, since every
answer is stored as it comes. The open choices of the last question are kept beside it by the intake.
"""

import json
from typing import Any, TypeAlias, get_args

from pydantic import TypeAdapter, ValidationError

from handlers.states.acting import ActingState, AnsweringFast, Describing, Practising
from handlers.states.after import (
    AfterState,
    Inviting,
    Rewriting,
    Sorting,
    Speaking,
    TellingHow,
)
from handlers.states.agreeing import Agreeing, AgreeingState, NamingTheme, ReadingAgreement
from handlers.states.logging_for_others import (
    LoggingState,
    SurveyDone,
    Surveying,
    TalkPeople,
    TalkPlace,
    TalkSignals,
)
from handlers.states.meeting import (
    Changing,
    Choosing,
    ConfirmingClose,
    GivingReason,
    MeetingState,
    Opening,
    Planning,
    PlanPart,
    Weighing,
)
from handlers.states.promises import ExplainingDelay, PromiseState
from handlers.states.quoting import Quoting, QuotingState, ReadingHeld
from handlers.states.residents import (
    AwaitingNeighbourhood,
    AwaitingTopic,
    ChoosingDistrict,
    ConfirmingDanger,
    ConfirmingWipe,
    Correcting,
    HeldSignal,
    Idle,
    Located,
    ResidentState,
    TellingWhatIsMissing,
)
from handlers.states.rights import AskingWho, RightsState

State: TypeAlias = (
    ResidentState
    | LoggingState
    | MeetingState
    | AfterState
    | PromiseState
    | ActingState
    | AgreeingState
    | QuotingState
    | RightsState
)

__all__ = [
    "PASSING",
    "ActingState",
    "AfterState",
    "Agreeing",
    "AgreeingState",
    "AnsweringFast",
    "AskingWho",
    "AwaitingNeighbourhood",
    "AwaitingTopic",
    "Changing",
    "Choosing",
    "ChoosingDistrict",
    "ConfirmingClose",
    "ConfirmingDanger",
    "ConfirmingWipe",
    "Correcting",
    "Describing",
    "ExplainingDelay",
    "GivingReason",
    "HeldSignal",
    "Idle",
    "Inviting",
    "Located",
    "LoggingState",
    "MeetingState",
    "NamingTheme",
    "Opening",
    "PlanPart",
    "Planning",
    "Practising",
    "Quoting",
    "QuotingState",
    "ReadingAgreement",
    "ReadingHeld",
    "ResidentState",
    "Rewriting",
    "RightsState",
    "Sorting",
    "Speaking",
    "State",
    "SurveyDone",
    "Surveying",
    "TalkPeople",
    "TalkPlace",
    "TalkSignals",
    "TellingHow",
    "TellingWhatIsMissing",
    "Weighing",
    "dump",
    "load",
]

PASSING = ("Idle", "Located", "AwaitingNeighbourhood", "AwaitingTopic", "SurveyDone")
"""Questions that may be passed by: when news with buttons comes, an answer is an answer to the news."""

_ADAPTERS: dict[str, TypeAdapter[Any]] = {cls.__name__: TypeAdapter(cls) for cls in get_args(State)}


def dump(state: State) -> str:
    """JSON with the name of the state in front."""
    name = type(state).__name__
    return json.dumps([name, _ADAPTERS[name].dump_python(state, mode="json")], ensure_ascii=False)


def load(kept: str) -> State:
    """The state kept, or `Idle` when this version does not know it any more."""
    try:
        name, fields = json.loads(kept)
        state: State = _ADAPTERS[name].validate_python(fields)
    except (ValueError, KeyError, TypeError, RecursionError, ValidationError):
        return Idle()
    return state
