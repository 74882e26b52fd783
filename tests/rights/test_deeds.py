"""Which deed a change is, and the line of it in the audit log: pure, without a store."""

from datetime import UTC, date, datetime

import pytest

from domain import events as happened
from domain.actions import ActionStatus
from domain.decisions import Field, Outcome
from domain.deeds import Noted, deed_of, noted
from domain.events import Event
from domain.feedback import FeedbackKind
from domain.invitations import Grant
from domain.messages import PersonKey
from domain.policy import Deed
from domain.rounds import RoundName
from domain.signals import SignalNumber, Source
from domain.who_reported import Why

NUMBER, ROUND = SignalNumber("2026-0007"), RoundName("2026-10")
DAY = date(2026, 12, 8)


def invited(grant: Grant, replaces: str | None = None) -> happened.Invited:
    """A code that was made."""
    by = PersonKey(replaces) if replaces else None
    return happened.Invited("hash", grant, "boomgaard", datetime(2026, 10, 1, tzinfo=UTC), replaces=by)


def given(source: Source) -> happened.SignalGiven:
    """A signal that came in this way."""
    return happened.SignalGiven(NUMBER, "boomgaard", ROUND, "de lamp is stuk", DAY, source)


@pytest.mark.parametrize(
    ("event", "deed"),
    [
        (given(Source.RESIDENT), Deed.GIVE_SIGNAL),
        (given(Source.SURVEY), Deed.LOG_ANSWER),
        (given(Source.TALK), Deed.LOG_CONVERSATION),
        (invited(Grant.FOLLOW), Deed.SHARE_CODE),
        (invited(Grant.FOLLOW, "p:marit"), Deed.SHARE_CODE),
        (invited(Grant.COORDINATOR, "p:marit"), Deed.HAND_OVER),
        (invited(Grant.COORDINATOR), Deed.INVITE),
        (happened.FeedbackApproved(3, "Zin.", waived=True), Deed.WAIVE_CHECK),
        (happened.FeedbackApproved(3, "Zin."), Deed.CHECK_WORDS),
        (happened.WhoRefused(NUMBER), Deed.AGREE_WHO),
    ],
    ids=str,
)
def test_what_a_change_says_tells_which_deed_it_is(event: Event, deed: Deed) -> None:
    """The same kind of change can need another right when it says more."""
    assert deed_of(event) is deed


LINES: list[tuple[Event, Noted | None]] = [
    (invited(Grant.FOLLOW), None),
    (invited(Grant.PARTNER), Noted("invitation made", "partner")),
    (invited(Grant.ROOM), Noted("invitation made", "partnership")),
    (happened.InvitationBurnt("hash"), Noted("invitation burnt: shown in a group")),
    (happened.TopicTitled(NUMBER, "Lampen"), Noted("topic titled", NUMBER)),
    (happened.HeldReleased(NUMBER, ROUND, DAY), Noted("held words released", NUMBER)),
    (happened.HeldApart(NUMBER), Noted("held words kept apart", NUMBER)),
    (happened.QuoteApproved(2, NUMBER, "Zin.", "nl", "hash", "expert"), Noted("quote approved", NUMBER)),
    (happened.QuoteDropped(2, NUMBER), Noted("quote dropped", NUMBER)),
    (happened.TopicAnswered(2, Outcome.NOT_NOW, "Zin."), Noted("topic answered: not-now", "topic 2")),
    (happened.FieldChanged(2, Field.OWNER, "Bo", "Jo"), Noted("answer changed: owner", "topic 2")),
    (happened.RoundClosed(ROUND), Noted("round closed", "2026-10")),
    (
        happened.ActionMoved(4, ActionStatus.DONE, "Zin.", FeedbackKind.STARTED),
        Noted("action moved: done", "action 4"),
    ),
    (happened.PutInFastLane(NUMBER, "Zin."), Noted("put in the fast lane", NUMBER)),
    (happened.FastLaneLeft(NUMBER), Noted("taken out of the fast lane", NUMBER)),
    (
        happened.FastLaneAnswered(NUMBER, yes=True, sentence="Zin.", by="Bo"),
        Noted("fast lane answered: yes", NUMBER),
    ),
    (
        happened.FastLaneAnswered(NUMBER, yes=False, sentence="Zin.", by="Bo"),
        Noted("fast lane answered: no", NUMBER),
    ),
    (happened.FeedbackApproved(3, "Zin.", waived=True), Noted("sent without a check", "3")),
    (happened.FeedbackApproved(3, "Zin."), Noted("words approved", "3")),
    (happened.DelayExplained(DAY, "Zin."), Noted("delay explained", "2026-12-08")),
    (happened.AgreementSettled("geld", "abc"), Noted("agreement settled", "abc")),
    (happened.AgreementHidden("geld"), Noted("agreement hidden")),
    (happened.WhoAsked(NUMBER, Why.DANGER, "Zin."), Noted("asked who reported: danger", NUMBER)),
    (
        happened.WhoAsked(NUMBER, Why.ORDER, "Zin.", later=True),
        Noted("asked who reported: order, to be told later", NUMBER),
    ),
    (happened.WhoAgreed(NUMBER), Noted("agreed to look up who reported", NUMBER)),
    (happened.WhoRefused(NUMBER), Noted("refused to look up who reported", NUMBER)),
    (happened.Denied(Deed.INVITE), Noted("tried without the right: invite people and bind the group")),
    (happened.PersonWiped(), None),
    (given(Source.RESIDENT), None),
]


@pytest.mark.parametrize(("event", "line"), LINES, ids=str)
def test_a_change_has_its_own_line(event: Event, line: Noted | None) -> None:
    """What was done and with which thing: no words of anybody, nothing of what people do with their own."""
    assert noted(event) == line


def test_a_line_can_be_about_nothing() -> None:
    """Then the log shows nothing there."""
    assert Noted("agreement hidden").about == ""
