"""A professional logs the micro-uitvraag between two visits: two fixed questions, under twenty seconds."""

from dataclasses import replace

from domain.events import Invited, SignalGiven
from domain.heard import Command, Said
from domain.invitations import FOLLOW_VALID, Grant, hash_of
from domain.messages import Act, Attachment, Choice, Kind, Message, Text, Verb
from domain.policy import Deed
from domain.signals import SignalNumber, Source
from handlers import receipts, rights
from handlers.states import Idle, State, SurveyDone, Surveying
from handlers.turn import Situation, Turn, say

SECOND = 2


def commanded(situation: Situation, command: Command) -> Turn | None:
    """`uitvraag`; None for other words and for people without the role."""
    if command is not Command.SURVEY or not rights.may(situation, Deed.LOG_ANSWER):
        return None
    return _begin(situation)


def _begin(situation: Situation) -> Turn:
    return Turn(Surveying(1, f"u{situation.number()}"), (_ask(situation, 1),))


def again(situation: Situation, state: State) -> Message | None:
    """The question that is still open; None when none of these is, or the role is gone."""
    if not isinstance(state, Surveying) or not rights.may(situation, Deed.LOG_ANSWER):
        return None
    return _ask(situation, state.question)


def _ask(situation: Situation, question: int) -> Message:
    assert situation.district is not None  # noqa: S101 - a role belongs to a wijk
    span = situation.terms[situation.district.slug].span
    words = situation.district.questions_in(span.name)[question - 1]
    skip = Choice(Text("professional-skip"), Act(Verb.SKIP, str(question)))
    return say(situation, Text("professional-question", {"nth": question, "question": words}), skip)


def said(situation: Situation, heard: Said) -> Turn | None:
    """The answer to the question that is open."""
    state, district = situation.state, situation.district
    if not isinstance(state, Surveying) or district is None or not heard.text:
        return None
    if refused := rights.refused(situation, Deed.LOG_ANSWER, Surveying):
        return refused
    event = replace(
        receipts.given(situation, heard, district),
        source=Source.SURVEY,
        question=state.question,
        respondent=state.respondent,
    )
    if state.question == SECOND:
        return _answered(situation, event)
    return Turn(Surveying(SECOND, state.respondent), (_ask(situation, SECOND),), (event,))


def _answered(situation: Situation, event: SignalGiven) -> Turn:
    kept = say(
        situation,
        Text("professional-kept", {"number": event.number, "promise": event.promise_on}),
        *receipts.card_choices(event.number),
        kind=Kind.CARD,
        signal=event.number,
    )
    state, asked = receipts.ask_topic(situation, event.number, logged=True)
    if asked:
        return Turn(state, (kept, *asked), (event,))
    # The respondent is called after the first number: when that is taken, their first answer was counted.
    counted = any(f"u{one.number}" == event.respondent for one in situation.signals)
    after = next_step(situation, event.number, fresh=0 if counted else 1)
    return Turn(after.state, (kept, *after.messages), (event,))


def next_step(situation: Situation, number: SignalNumber, *, fresh: int = 0) -> Turn:
    """How many this round (`fresh`: stored in this very turn), and what now: another, a code, or done."""
    count = situation.logged + fresh
    asked = say(
        situation,
        Text("professional-next", {"count": count}),
        Choice(Text("professional-another"), Act(Verb.ANOTHER)),
        Choice(Text("professional-show-code"), Act(Verb.SHOW_CODE, number)),
        Choice(Text("professional-finish"), Act(Verb.FINISH)),
    )
    return Turn(SurveyDone(number), (asked,))


def pressed(situation: Situation, act: Act) -> Turn | None:
    """Skip, another, code, done; None for other buttons."""
    if not rights.may(situation, Deed.LOG_ANSWER):
        return _no_longer(situation, act)
    match act.verb, situation.state:
        case Verb.SKIP, Surveying(question=1, respondent=respondent):
            return Turn(Surveying(SECOND, respondent), (_ask(situation, SECOND),))
        case Verb.SKIP, Surveying(respondent=respondent):
            return _skipped(situation, SignalNumber(respondent.removeprefix("u")))
        case Verb.ANOTHER, _:
            return _begin(situation)
        case Verb.SHOW_CODE, _:
            return _code(situation, SignalNumber(act.about))
        case Verb.FINISH, SurveyDone() | Surveying() | Idle():
            return _finish(situation)
        case _:
            return None


def _no_longer(situation: Situation, act: Act) -> Turn | None:
    """The role was withdrawn: a button of it says so."""
    ours = act.verb in {Verb.ANOTHER, Verb.SHOW_CODE} or isinstance(situation.state, Surveying | SurveyDone)
    if not ours or act.verb not in {Verb.SKIP, Verb.ANOTHER, Verb.SHOW_CODE, Verb.FINISH}:
        return None
    return rights.refused(situation, Deed.LOG_ANSWER, Surveying, SurveyDone)


def _skipped(situation: Situation, first: SignalNumber) -> Turn:
    """The second question is passed by: with one answer there is still something to follow."""
    answered = any(one.number == first for one in situation.signals)
    return next_step(situation, first) if answered else _finish(situation)


def _finish(situation: Situation) -> Turn:
    return Turn(Idle(), (say(situation, Text("professional-done", {"count": situation.logged})),))


def _code(situation: Situation, number: SignalNumber) -> Turn:
    """A QR with which the respondent follows this answer; it leads to the answer, not to a person."""
    mine = (one for one in situation.signals if one.person == situation.person.key)
    own = next((one for one in mine if one.number == number), None)
    if own is None:
        return Turn(Idle(), (say(situation, Text("resident-nothing-to-withdraw")),))
    code = situation.codes[0]
    invited = Invited(hash_of(code), Grant.FOLLOW, own.district, situation.now + FOLLOW_VALID, signal=number)
    picture = say(situation, Text("professional-code", {"code": code}), attachment=Attachment("qr", code))
    again = say(
        situation,
        Text("professional-after-code"),
        Choice(Text("professional-another"), Act(Verb.ANOTHER)),
        Choice(Text("professional-finish"), Act(Verb.FINISH)),
    )
    return Turn(SurveyDone(number), (picture, again), (invited,))
