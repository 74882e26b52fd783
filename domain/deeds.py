"""Which deed each change is, and how it stands in the audit log: what, about which thing, no people."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain import events as happened
from domain.events import Event
from domain.invitations import Grant
from domain.policy import Deed
from domain.signals import Source

OF_EVENT: Mapping[type[Event], Deed] = {
    happened.DistrictChosen: Deed.SET_WISHES,
    happened.NeighbourhoodTold: Deed.SET_WISHES,
    happened.LanguageSet: Deed.SET_WISHES,
    happened.UpdatesWanted: Deed.SET_WISHES,
    happened.QuietSet: Deed.SET_WISHES,
    happened.PersonWiped: Deed.WIPE,
    happened.SignalGiven: Deed.GIVE_SIGNAL,
    happened.PhotoAdded: Deed.CHANGE_SIGNAL,
    happened.SignalExtended: Deed.CHANGE_SIGNAL,
    happened.SignalChanged: Deed.CHANGE_SIGNAL,
    happened.SignalWithdrawn: Deed.CHANGE_SIGNAL,
    happened.SameTopic: Deed.SAY_SAME_TOPIC,
    happened.EffectTold: Deed.TELL_EFFECT,
    happened.InvitationUsed: Deed.USE_CODE,
    happened.InvitationBurnt: Deed.USE_CODE,
    happened.WrongCode: Deed.USE_CODE,
    happened.TalkLogged: Deed.LOG_CONVERSATION,
    happened.TopicTitled: Deed.NAME_TOPIC,
    happened.SignalSetAside: Deed.SORT_SIGNALS,
    happened.SortingTakenBack: Deed.SORT_SIGNALS,
    happened.TopFiveStood: Deed.SORT_SIGNALS,
    happened.HeldReleased: Deed.JUDGE_HELD,
    happened.HeldApart: Deed.JUDGE_HELD,
    happened.QuoteApproved: Deed.APPROVE_QUOTE,
    happened.QuoteDropped: Deed.APPROVE_QUOTE,
    happened.Invited: Deed.INVITE,
    happened.PartBegun: Deed.ANSWER_TOPIC,
    happened.OverrunTold: Deed.ANSWER_TOPIC,
    happened.TopicAnswered: Deed.ANSWER_TOPIC,
    happened.FieldChanged: Deed.ANSWER_TOPIC,
    happened.RoundClosed: Deed.CLOSE_ROUND,
    happened.ScoringMoved: Deed.GIVE_POINTS,
    happened.TopicScored: Deed.GIVE_POINTS,
    happened.ActionMoved: Deed.MOVE_ACTION,
    happened.PutInFastLane: Deed.PREPARE_REQUEST,
    happened.FastLaneLeft: Deed.PREPARE_REQUEST,
    happened.FastLaneAnswered: Deed.ANSWER_REQUEST,
    happened.PracticeAnswered: Deed.ANSWER_PRACTICE,
    happened.PracticeDropped: Deed.ANSWER_PRACTICE,
    happened.PracticeStepTaken: Deed.TELL_STEP,
    happened.FeedbackApproved: Deed.CHECK_WORDS,
    happened.DelayExplained: Deed.EXPLAIN_DELAY,
    happened.AgreementBegun: Deed.WRITE_AGREEMENT,
    happened.AgreementChanged: Deed.WRITE_AGREEMENT,
    happened.AgreementSettled: Deed.SETTLE_AGREEMENT,
    happened.AgreementHidden: Deed.SETTLE_AGREEMENT,
    happened.WhoAsked: Deed.ASK_WHO,
    happened.WhoAgreed: Deed.AGREE_WHO,
    happened.WhoRefused: Deed.AGREE_WHO,
}
"""Every change; some are another deed when they say more (`deed_of`). To be denied is no deed."""

AUDITED = frozenset(
    {
        Deed.USE_CODE,
        Deed.NAME_TOPIC,
        Deed.JUDGE_HELD,
        Deed.APPROVE_QUOTE,
        Deed.INVITE,
        Deed.HAND_OVER,
        Deed.ANSWER_TOPIC,
        Deed.CLOSE_ROUND,
        Deed.MOVE_ACTION,
        Deed.PREPARE_REQUEST,
        Deed.ANSWER_REQUEST,
        Deed.CHECK_WORDS,
        Deed.WAIVE_CHECK,
        Deed.EXPLAIN_DELAY,
        Deed.SETTLE_AGREEMENT,
        Deed.ASK_WHO,
        Deed.AGREE_WHO,
        Deed.SEE_WHO,
        Deed.WITHDRAW_ROLE,
        Deed.BRING_IN,
    }
)
"""What stands in the audit log when it changed something: decisions, approvals, roles, codes."""

_OF_SOURCE = {Source.SURVEY: Deed.LOG_ANSWER, Source.TALK: Deed.LOG_CONVERSATION}


@dataclass(frozen=True, slots=True)
class Noted:
    """A line of the audit log: what was done, and with which thing of the wijk."""

    what: str
    about: str = ""


def deed_of(event: Event) -> Deed:
    """The deed that this change is."""
    match event:
        case happened.SignalGiven(source=source):
            return _OF_SOURCE.get(source, Deed.GIVE_SIGNAL)
        case happened.Invited(grant=Grant.FOLLOW):
            return Deed.SHARE_CODE
        case happened.Invited(replaces=str()):
            return Deed.HAND_OVER
        case happened.FeedbackApproved(waived=True):
            return Deed.WAIVE_CHECK
        case _:
            return OF_EVENT[type(event)]


def noted(event: Event) -> Noted | None:
    """How it stands in the audit log; None for what people do with what is theirs, and for small steps."""
    return _of_people(event) or _of_words(event) or _of_round(event)


def _of_people(event: Event) -> Noted | None:
    """Codes, and who looked, or tried to."""
    match event:
        case happened.Invited(grant=grant) if grant is not Grant.FOLLOW:
            return Noted("invitation made", grant.value)
        case happened.InvitationBurnt():
            return Noted("invitation burnt: shown in a group")
        case happened.WhoAsked(number, why, later=later):
            return Noted(f"asked who reported: {why.value}{', to be told later' * later}", number)
        case happened.WhoAgreed(number):
            return Noted("agreed to look up who reported", number)
        case happened.WhoRefused(number):
            return Noted("refused to look up who reported", number)
        case happened.Denied(deed):
            return Noted(f"tried without the right: {deed.value}")
        case _:
            return None


def _of_words(event: Event) -> Noted | None:  # noqa: C901 - a line a change
    """What others may read from then on."""
    match event:
        case happened.TopicTitled(number):
            return Noted("topic titled", number)
        case happened.HeldReleased(number):
            return Noted("held words released", number)
        case happened.HeldApart(number):
            return Noted("held words kept apart", number)
        case happened.QuoteApproved(number=number):
            return Noted("quote approved", number)
        case happened.QuoteDropped(number=number):
            return Noted("quote dropped", number)
        case happened.FeedbackApproved(feedback, waived=waived):
            return Noted("sent without a check" if waived else "words approved", str(feedback))
        case happened.DelayExplained(promised_on):
            return Noted("delay explained", promised_on.isoformat())
        case happened.AgreementSettled(fingerprint=fingerprint):
            return Noted("agreement settled", fingerprint)
        case happened.AgreementHidden():
            return Noted("agreement hidden")
        case _:
            return None


def _of_round(event: Event) -> Noted | None:
    """What was decided, and how it went."""
    match event:
        case happened.TopicAnswered(topic, outcome):
            return Noted(f"topic answered: {outcome.value}", f"topic {topic}")
        case happened.FieldChanged(topic, field):
            return Noted(f"answer changed: {field.value}", f"topic {topic}")
        case happened.RoundClosed(name):
            return Noted("round closed", name)
        case happened.ActionMoved(action, status):
            return Noted(f"action moved: {status.value}", f"action {action}")
        case happened.PutInFastLane(number):
            return Noted("put in the fast lane", number)
        case happened.FastLaneLeft(number):
            return Noted("taken out of the fast lane", number)
        case happened.FastLaneAnswered(number, yes):
            return Noted(f"fast lane answered: {'yes' if yes else 'no'}", number)
        case _:
            return None
