"""Choosing: the wijkverband answers the five, in its room or at the table in the coordinator's chat.

One question stands open for the whole room; whoever decides may answer it. People talk in a group, so words
that answer nothing are left alone there.
"""

from domain.decisions import Outcome
from domain.heard import Aside, Command, Said
from domain.messages import Act, Attachment, Choice, Text, Verb
from domain.policy import Deed
from handlers import agenda, answering, changing, planning, reasons, rights, scoring, table
from handlers.sentences import one_line
from handlers.states import Choosing, GivingReason, Idle, Weighing
from handlers.table import OUTCOMES
from handlers.turn import Situation, Turn, say

IN_QUESTION = {
    Verb.SKIP,
    Verb.CHECK_IN,
    Verb.APPROVE,
    Verb.REWRITE,
    Verb.KEEP,
    Verb.CHANGE,
    Verb.REFER_TO,
    Verb.SET_OWNER,
}
"""Buttons about one topic: `topic/ID`, and what is chosen."""
_DEEDS = {
    Verb.CLOSE_ROUND: Deed.CLOSE_ROUND,
    Verb.SCORE: Deed.GIVE_POINTS,
    Verb.SHOW_SCORES: Deed.GIVE_POINTS,
}
_OF_COMMAND = {Command.CLOSE: Deed.CLOSE_ROUND, Command.POINTS: Deed.GIVE_POINTS}
"""What is another deed than leading the meeting."""
OF_TABLE = {*OUTCOMES, Verb.BEGIN, Verb.GO_ON, Verb.CLOSE_ROUND, Verb.SCORE, Verb.SHOW_SCORES}


# --- buttons -----------------------------------------------------------------------------------


def pressed(situation: Situation, act: Act) -> Turn | None:
    """A button of the table; None when it belongs to another conversation."""
    if not _mine(act):
        return None
    if refused := rights.refused(situation, _DEEDS.get(act.verb, Deed.ANSWER_TOPIC)):
        return refused
    return agenda.timed(situation, table.choosing(situation), _acted(situation, act))


def _mine(act: Act) -> bool:
    if act.verb in IN_QUESTION and act.about.startswith("topic/"):
        return True
    if act.verb is Verb.KEEP:
        return act.about.startswith("round/")
    return act.verb in OF_TABLE


def _acted(situation: Situation, act: Act) -> Turn:
    match act.verb:
        case Verb.BEGIN:
            return _begin(situation, act.about)
        case Verb.GO_ON:
            return _go_on(situation, act.about)
        case Verb.CLOSE_ROUND:
            return table.close(situation, act.about)
        case Verb.SCORE | Verb.SHOW_SCORES:
            return scoring.pressed(situation, act)
        case Verb.KEEP if act.about.startswith("round/"):
            return Turn(Idle(), (say(situation, Text("partnership-not-closed")),))
        case verb if verb in OUTCOMES:
            return _chose(situation, int(act.about), OUTCOMES[verb])
        case _:
            return answering.pressed(situation, act)


def _begin(situation: Situation, about: str) -> Turn:
    """A question that is open is said again: `begin` does not throw away half an answer."""
    found = answering.open_question(situation)
    if found is None or "/" in about:
        turn = table.begin(situation, about)
    else:
        turn = answering.repeat(situation, *found)
    meeting = table.choosing(situation)
    return agenda.after_break(situation, meeting, turn) if meeting else turn


def _go_on(situation: Situation, name: str) -> Turn:
    """[Verder]: the next question, or the one that is open."""
    meeting, found = table.choosing(situation), answering.open_question(situation)
    if meeting is None or name not in {"", meeting.round}:
        return table.nothing_to_choose(situation)
    turn = answering.repeat(situation, *found) if found else table.go_on(situation, meeting)
    return agenda.after_break(situation, meeting, turn)


def _chose(situation: Situation, topic_id: int, outcome: Outcome) -> Turn:
    meeting = table.choosing(situation)
    topic = meeting.topic(topic_id) if meeting else None
    if meeting is None or topic is None:
        return table.nothing_to_choose(situation)
    found = answering.open_question(situation)
    if found and found[1].id != topic.id and not isinstance(situation.state, Choosing):
        return answering.repeat(situation, *found)
    if topic.outcome is not None and (found is None or found[1].id != topic.id):
        return table.already(situation, meeting, topic)
    if outcome is Outcome.TAKEN_UP:
        return planning.start(situation, meeting, topic)
    return reasons.ask(situation, topic, GivingReason(topic.id, outcome, version=topic.version))


# --- words -------------------------------------------------------------------------------------


def said(situation: Situation, heard: Said) -> Turn | None:
    """The answer to the open question; in a room anything else is talk, and left alone."""
    state = situation.state
    if isinstance(state, Weighing) and situation.room is None:
        return rights.refused(situation, Deed.GIVE_POINTS, Weighing) or scoring.said(situation, state)
    if not isinstance(state, agenda.OfMeeting):
        return Turn(state) if situation.room else None
    if refused := rights.refused(situation, Deed.ANSWER_TOPIC, type(state)):
        return Turn(state) if situation.room else refused
    meeting = table.choosing(situation)
    if situation.room and agenda.broken_off(situation, meeting):
        # A week later people talk of other things; `begin` says the question again.
        return Turn(state)
    # "Goed" or "verder" belongs to a button; it is no sentence for the reporters.
    words = "" if heard.aside not in {None, Aside.NUMBER} else one_line(heard.text)
    return agenda.timed(situation, meeting, answering.said(situation, state, words))


# --- words that always work --------------------------------------------------------------------


def commanded(situation: Situation, command: Command, rest: str) -> Turn | None:
    """`begin`, `begin 3`, `wijzig 3`, `punten`, `sluit ronde` and, while a question is open, `annuleer`."""
    if command is Command.CALENDAR:
        return None if rest else _calendar(situation)
    numbered = command is Command.CHANGE or (command is Command.BEGIN and rest)
    expected = rest.isdecimal() if numbered else not rest
    if not expected or not _offered(situation, command):
        return None
    if refused := rights.refused(situation, _OF_COMMAND.get(command, Deed.ANSWER_TOPIC)):
        return refused
    return agenda.timed(situation, table.choosing(situation), _command(situation, command, rest))


def _offered(situation: Situation, command: Command) -> bool:
    """To somebody without a role, outside the room, these are ordinary words."""
    if command is Command.CANCEL:
        return isinstance(situation.state, agenda.OfMeeting | Weighing)
    ours = command in {Command.BEGIN, Command.CHANGE, Command.POINTS, Command.CLOSE}
    return ours and bool(situation.room or situation.person.roles)


def _calendar(situation: Situation) -> Turn | None:
    """`kalender`, for everybody with a role here."""
    if situation.district is None or not rights.may(situation, Deed.SEE_CALENDAR):
        return None
    file = Attachment("calendar", situation.district.slug)
    return Turn(situation.state, (say(situation, Text("meeting-calendar"), attachment=file),))


def _command(situation: Situation, command: Command, rest: str) -> Turn:
    match command:
        case Command.BEGIN:
            return _begin(situation, f"/{int(rest)}" if rest else "")
        case Command.CHANGE:
            return _change_ranked(situation, str(int(rest)))
        case Command.POINTS:
            return scoring.pressed(situation, Act(Verb.SCORE))
        case Command.CLOSE:
            return table.asked_to_close(situation)
        case _:
            return _cancelled(situation)


def _change_ranked(situation: Situation, rank: str) -> Turn:
    meeting = table.choosing(situation)
    if meeting is None:
        return table.nothing_to_choose(situation)
    found = table.ranked(situation, meeting, rank)
    return found if isinstance(found, Turn) else changing.show(situation, meeting, found)


def _cancelled(situation: Situation) -> Turn:
    further = Choice(Text("partnership-further"), Act(Verb.GO_ON))
    return Turn(Idle(), (say(situation, Text("partnership-cancelled"), further),))
