"""Points on feasibility and impact, for who wants them: each member in their own chat, shown to all at once.

Nobody sees the points of others before they are shown, and they decide nothing.
"""

from dataclasses import replace

from domain.decisions import Meeting, TopicOnTable
from domain.events import PartBegun, ScoringMoved, TopicScored
from domain.meeting import POINTS, Part, Score, Scoring, Weight, weigh
from domain.messages import Act, Choice, Kind, Message, PersonKey, Recipient, Text, Value, Verb
from domain.policy import Deed
from handlers import agenda, rights, table
from handlers.states import Idle, State, Weighing
from handlers.turn import Situation, Turn, say

OWN = "own"
"""On the button that each member gets: give your own points now."""


def pressed(situation: Situation, act: Act) -> Turn:
    """[Punten geven], a point, or [Toon de punten]."""
    meeting = table.choosing(situation)
    if meeting is None or not meeting.topics:
        return table.nothing_to_choose(situation)
    if act.verb is Verb.SHOW_SCORES:
        return _asked_to_show(situation, meeting)
    topic, _, point = act.about.partition("/")
    state, found = situation.state, meeting.topic(int(topic)) if point else None
    asks = isinstance(state, Weighing) and _scoring(meeting) is Scoring.OPEN
    if found and asks and state == Weighing(found.id, getattr(state, "feasibility", 0)):
        return _pointed(situation, meeting, found, point)
    return asked(situation, meeting)


def asked(situation: Situation, meeting: Meeting) -> Turn:
    """`punten`: everybody is asked once; then it leads to one's own points, or to the result."""
    scoring = _scoring(meeting)
    if scoring is Scoring.SHOWN:
        return Turn(_outside(situation.state), (say(situation, result(meeting)),))
    if scoring is Scoring.OPEN and situation.room is None:
        return _begun(situation, meeting)
    choices = (
        Choice(Text("meeting-show-points"), Act(Verb.SHOW_SCORES, meeting.round)),
        Choice(Text("meeting-go-on"), Act(Verb.GO_ON, meeting.round)),
    )
    args: dict[str, Value] = {"done": len(_done(meeting)), "members": len(meeting.members)}
    here = say(situation, Text("meeting-points-asked", args), *choices)
    if scoring is Scoring.OPEN:
        return Turn(situation.state, (here,))
    invited = tuple(_invitation(key) for key in meeting.members)
    return Turn(situation.state, (here, *invited), _opened(situation, meeting))


def _opened(situation: Situation, meeting: Meeting) -> tuple[PartBegun | ScoringMoved, ...]:
    opened = ScoringMoved(meeting.round, Scoring.OPEN)
    if meeting.sitting is not None:
        return (opened,)
    return (agenda.begun(situation, meeting, Part.TOP_FIVE), opened)


def _scoring(meeting: Meeting) -> Scoring:
    return meeting.sitting.scoring if meeting.sitting else Scoring.NONE


def _invitation(to: PersonKey) -> Message:
    give = Choice(Text("meeting-give-points"), Act(Verb.SCORE, OWN))
    return Message(to, Text("meeting-points-invitation"), (give,), Kind.NOTICE)


def _outside(state: State) -> State:
    return Idle() if isinstance(state, Weighing) else state


# --- one's own points --------------------------------------------------------------------------


def _begun(situation: Situation, meeting: Meeting) -> Turn:
    """The first topic without points of this member; who gave all of them may give them anew."""
    topic = _without(meeting, situation.person.key) or meeting.topics[0]
    return repeat(situation, meeting, Weighing(topic.id))


def _without(meeting: Meeting, person: PersonKey) -> TopicOnTable | None:
    scored = {score.topic for score in meeting.scores if score.person == person}
    return next((topic for topic in meeting.topics if topic.id not in scored), None)


def repeat(situation: Situation, meeting: Meeting, state: Weighing) -> Turn:
    """How feasible this topic is, or how much it helps."""
    topic = meeting.topic(state.topic)
    if topic is None:
        return table.nothing_to_choose(situation)
    measure = "impact" if state.feasibility else "feasibility"
    args: dict[str, Value] = {
        "measure": measure,
        "rank": topic.rank,
        "count": len(meeting.topics),
        "title": topic.title,
    }
    choices = tuple(
        Choice(
            Text("meeting-point", {"measure": measure, "point": point}),
            Act(Verb.SCORE, f"{topic.id}/{measure}/{point}"),
        )
        for point in POINTS
    )
    return Turn(state, (say(situation, Text("meeting-points-question", args), *choices),))


def _pointed(situation: Situation, meeting: Meeting, topic: TopicOnTable, point: str) -> Turn:
    measure, _, given = point.partition("/")
    state = situation.state
    feasibility = state.feasibility if isinstance(state, Weighing) else 0
    if measure == "feasibility":
        return repeat(situation, meeting, Weighing(topic.id, int(given)))
    if not feasibility:
        return repeat(situation, meeting, Weighing(topic.id))
    event = TopicScored(topic.id, feasibility, int(given))
    turn = _after(situation, _with(meeting, situation.person.key, event), topic)
    return replace(turn, events=(event, *turn.events))


def _with(meeting: Meeting, person: PersonKey, event: TopicScored) -> Meeting:
    mine = Score(event.topic, person, event.feasibility, event.impact)
    others = (one for one in meeting.scores if (one.topic, one.person) != (event.topic, person))
    return replace(meeting, scores=(*others, mine))


def _after(situation: Situation, meeting: Meeting, topic: TopicOnTable) -> Turn:
    """The next topic; after the last one it waits for the others, or all see the result."""
    following = next((one for one in meeting.topics if one.rank > topic.rank), None)
    if following is not None:
        return repeat(situation, meeting, Weighing(following.id))
    done = _done(meeting)
    if set(meeting.members) <= set(done):
        return _shown(situation, meeting, Text("meeting-points-kept-last"))
    args: dict[str, Value] = {"done": len(done), "members": len(meeting.members)}
    return Turn(Idle(), (say(situation, Text("meeting-points-kept", args)),))


def _done(meeting: Meeting) -> tuple[PersonKey, ...]:
    """Members who gave points to every topic."""
    given = {(score.topic, score.person) for score in meeting.scores}
    return tuple(key for key in meeting.members if all((topic.id, key) in given for topic in meeting.topics))


def said(situation: Situation, state: Weighing) -> Turn:
    """Words are no points: the question is said again."""
    meeting = table.choosing(situation)
    if meeting is None or _scoring(meeting) is not Scoring.OPEN:
        return Turn(Idle(), (say(situation, Text("meeting-points-over")),))
    return repeat(situation, meeting, state)


# --- the result --------------------------------------------------------------------------------


def _asked_to_show(situation: Situation, meeting: Meeting) -> Turn:
    """By who began the meeting, or a coordinator; without points there is nothing to show."""
    sitting, person = meeting.sitting, situation.person
    if _scoring(meeting) is Scoring.SHOWN:
        return Turn(situation.state, (say(situation, result(meeting)),))
    began = sitting is None or sitting.begun_by in {None, person.key}
    if refused := rights.refused(situation, Deed.SHOW_POINTS, own=began):
        return refused
    if not meeting.scores:
        return Turn(situation.state, (say(situation, Text("meeting-points-none")),))
    return _shown(situation, meeting)


def _shown(situation: Situation, meeting: Meeting, thanks: Text | None = None) -> Turn:
    """To the room, or without one to who began; and to who asked."""
    text = result(meeting)
    go_on = Choice(Text("meeting-go-on"), Act(Verb.GO_ON, meeting.round))
    chair = meeting.sitting.begun_by if meeting.sitting else None
    main: Recipient = situation.partnership or chair or situation.here
    kind = Kind.ANSWER if main == situation.here else Kind.NOTICE
    own = () if main == situation.here else (say(situation, thanks or text),)
    messages = (*own, Message(main, text, (go_on,), kind))
    state = Idle() if thanks else situation.state
    return Turn(state, messages, (ScoringMoved(meeting.round, Scoring.SHOWN),))


def result(meeting: Meeting) -> Text:
    """The topics by their points, and how many gave them."""
    weights = weigh(meeting.scores)
    ranked = [(meeting.topic(weight.topic), weight) for weight in weights]
    lines = tuple(_line(topic, weight) for topic, weight in ranked if topic is not None)
    people = len({score.person for score in meeting.scores})
    return Text("meeting-points-result", {"people": people, "lines": lines})


def _line(topic: TopicOnTable, weight: Weight) -> Text:
    args: dict[str, Value] = {
        "rank": topic.rank,
        "title": topic.title,
        "feasibility": _tenths(weight.feasibility),
        "impact": _tenths(weight.impact),
    }
    if weight.lowest is None or weight.highest is None:
        return Text("meeting-points-line", args)
    spread: dict[str, Value] = {"lowest": weight.lowest, "highest": weight.highest}
    return Text("meeting-points-line-spread", {**args, **spread})


def _tenths(points: int) -> Text:
    return Text("meeting-tenths", {"whole": points // 10, "tenth": points % 10})
