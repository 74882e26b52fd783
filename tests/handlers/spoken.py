"""A dialogue with the handlers in Dutch words: what is typed and tapped, and what is read.

State goes through JSON after every line, and every text is made in every language.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache, partial
from typing import Any, TypeAlias

from bot.texts import LANGUAGES, Words
from bot.understanding import understood
from domain.actions import Action, ActionStatus
from domain.decisions import OF_PLAN, Field, Meeting, TopicOnTable
from domain.districts import District
from domain.events import (
    ActionMoved,
    Denied,
    Event,
    FeedbackApproved,
    FieldChanged,
    OverrunTold,
    PartBegun,
    RoundClosed,
    ScoringMoved,
    TopicAnswered,
    TopicScored,
)
from domain.heard import Pressed
from domain.meeting import MINUTES, Part, Score, Sitting
from domain.messages import Act, Choice, Message, PersonKey, RoomKey
from domain.people import Candidate, Person, Role
from domain.rounds import RoundName, RoundStatus, Span
from handlers import route
from handlers.states import Idle, dump, load
from handlers.turn import Situation, Terms, Turn

NOW = datetime(2026, 11, 3, 19, 0, tzinfo=UTC)
ROUND = RoundName("2026-10")
NOVEMBER = Span(RoundName("2026-11"), date(2026, 11, 1), date(2026, 11, 30))
ROOM = RoomKey("g:room")
MOST_CHARACTERS = 4_000


def person(name: str, *roles: Role) -> Person:
    """Somebody of De Boomgaard."""
    return Person(PersonKey(f"p:{name}"), district="boomgaard", roles=frozenset(roles), known=True)


COORDINATOR = person("coordinator", Role.COORDINATOR)
PARTNER = person("partner", Role.PARTNER)
EXPERT = person("expert", Role.EXPERT)
PROFESSIONAL = person("professional", Role.PROFESSIONAL)
VOLUNTEER = person("volunteer", Role.VOLUNTEER)
RESIDENT = person("resident")
CORPORATION = Candidate(PersonKey("p:corporation"), "De corporatie")
CARE = Candidate(PersonKey("p:care"), "Team Zorg")

BOOMGAARD = District("boomgaard", "De Boomgaard", ("Appelhof",), ("Wat gaat goed?", "Wat kan beter?"))
TITLES = ("Schimmel in flat De Linde", "Parkeren bij school", "Donker pad", "Huisarts is vol", "Stoep kapot")


def meeting(count: int = 5, status: RoundStatus = RoundStatus.CHOOSING) -> Meeting:
    """The October round with its topics, none of them answered. Their ids are not their ranks."""
    topics = (TopicOnTable(10 + rank, rank, TITLES[rank - 1], 17 - rank) for rank in range(1, count + 1))
    return Meeting("boomgaard", ROUND, status, tuple(topics), members=(PARTNER.key, COORDINATOR.key))


def begun(count: int = 5, part: Part = Part.CHOOSE, status: RoundStatus = RoundStatus.CHOOSING) -> Meeting:
    """The same meeting, in the middle of this part."""
    sitting = Sitting(part, NOW, NOW + timedelta(minutes=MINUTES[part]), begun_by=PARTNER.key)
    return replace(meeting(count, status), sitting=sitting)


def action(
    number: int = 7, status: ActionStatus = ActionStatus.PLANNED, owner: Candidate = CORPORATION
) -> Action:
    """An action that came out of the first topic."""
    return Action(
        id=number,
        district="boomgaard",
        topic=11,
        title=TITLES[0],
        what="meet in alle woningen",
        owner=owner.label,
        owner_key=owner.key,
        first_step="lijst van woningen",
        first_step_on=date(2026, 11, 17),
        check_on=date(2026, 12, 15),
        status=status,
    )


def situation(who: Person, room: RoomKey | None = None) -> Situation:
    """What a handler knows of De Boomgaard on 3 November, with the October report on the table."""
    return Situation(
        now=NOW,
        person=who,
        state=Idle(),
        districts=(BOOMGAARD,),
        district=BOOMGAARD,
        room=room,
        terms={"boomgaard": Terms(NOVEMBER, date(2026, 12, 8))},
        codes=("c" * 22,),
        meeting=meeting(),
        candidates=(CORPORATION, CARE),
        experts=(EXPERT.key,),
        coordinators=(COORDINATOR.key,),
        partnership=ROOM,
        town_desk="het meldpunt van de gemeente",
    )


@cache
def words() -> Words:
    """The catalogs, read once."""
    return Words()


@dataclass
class Dialogue:
    """One chat, private or the room, from line to line."""

    now: Situation
    events: list[Event] = field(default_factory=list)
    others: list[Message] = field(default_factory=list)
    """What was sent to other people and rooms."""
    turn: Turn = field(default_factory=Turn)
    open: tuple[Choice, ...] = ()
    buttons: dict[str, Act] = field(default_factory=dict)
    """By label, the newest one of each."""

    def given(self, **changes: object) -> "Dialogue":
        """The same chat in another situation."""
        self.now = replace(self.now, **changes)  # type: ignore[arg-type]
        return self

    def says(self, text: str) -> str:
        """Somebody types; the answer as it is read."""
        return self._took(route.step(self.now, understood(words(), text, self.open, "nl")))

    def taps(self, label: str) -> str:
        """Somebody taps a button, the newest with this label."""
        return self.presses(self.buttons[label])

    def presses(self, act: Act) -> str:
        """Somebody taps a button that may be of long ago."""
        return self._took(route.step(self.now, Pressed(act)))

    def _took(self, turn: Turn) -> str:
        # That something was denied changes nothing: it is only noted.
        turn = replace(turn, events=tuple(one for one in turn.events if not isinstance(one, Denied)))
        here = [message for message in turn.messages if message.to == self.now.here]
        asked = [message.choices for message in here if message.choices]
        if asked or turn.state != self.now.state:
            # As the intake keeps them: what was asked last can be typed, until the conversation moves on.
            self.open = asked[-1] if asked else ()
        self.buttons.update({said(one): one.act for message in here for one in message.choices})
        self.turn = turn
        self.now = replace(self.now, state=load(dump(turn.state)))
        assert self.now.state == turn.state
        for event in turn.events:
            self._happened(event)
        self.others += [message for message in turn.messages if message.to != self.now.here]
        for message in turn.messages:
            read(message, "en")
        return "\n".join(read(message) for message in here)

    def _happened(self, event: Event) -> None:
        """What storage would have changed before the next line."""
        self.events.append(event)
        match event:
            case (
                TopicAnswered()
                | FieldChanged()
                | PartBegun()
                | OverrunTold()
                | ScoringMoved()
                | TopicScored()
            ):
                self.now = replace(self.now, meeting=met(self.now, event))
            case RoundClosed() if self.now.meeting:
                closed = replace(self.now.meeting, status=RoundStatus.CLOSED)
                self.now = replace(self.now, meeting=closed)
            case FeedbackApproved():
                left = tuple(draft for draft in self.now.drafts if draft.id != event.feedback)
                self.now = replace(self.now, drafts=left)
            case ActionMoved():
                moved = (
                    replace(one, status=event.status) if one.id == event.action else one
                    for one in self.now.actions
                )
                self.now = replace(self.now, actions=tuple(one for one in moved if one.open))
            case _:
                pass


MetEvent: TypeAlias = TopicAnswered | FieldChanged | PartBegun | OverrunTold | ScoringMoved | TopicScored


def met(now: Situation, event: MetEvent) -> Meeting:
    """The meeting after this event, as storage would give it back."""
    table = now.meeting
    assert table is not None
    match event:
        case TopicAnswered():
            return _with_topic(table, event.topic, _answered(event))
        case FieldChanged():
            return _with_topic(table, event.topic, partial(_changed, event))
        case TopicScored(topic, feasibility, impact):
            mine = Score(topic, now.person.key, feasibility, impact)
            return replace(table, scores=(*table.scores, mine))
        case PartBegun(_, part, ends_at):
            before = table.sitting or Sitting(part, now.now, ends_at, begun_by=now.person.key)
            sitting = replace(before, part=part, sat_at=now.now, ends_at=ends_at, over_told=False)
        case OverrunTold():
            assert table.sitting is not None
            sitting = replace(table.sitting, over_told=True)
        case ScoringMoved(_, scoring):
            assert table.sitting is not None
            sitting = replace(table.sitting, scoring=scoring)
    return replace(table, sitting=sitting)


def _with_topic(table: Meeting, topic: int, change: Callable[[TopicOnTable], TopicOnTable]) -> Meeting:
    return replace(table, topics=tuple(change(one) if one.id == topic else one for one in table.topics))


def _answered(event: TopicAnswered) -> Callable[[TopicOnTable], TopicOnTable]:
    def answer(topic: TopicOnTable) -> TopicOnTable:
        assert event.version == topic.version
        return replace(
            topic,
            outcome=event.outcome,
            sentence=event.sentence,
            referred_to=event.referred_to,
            plan=event.plan,
            version=topic.version + 1,
        )

    return answer


def _changed(event: FieldChanged, topic: TopicOnTable) -> TopicOnTable:
    assert topic.value(event.field) == event.before
    day = event.field in {Field.FIRST_STEP_ON, Field.CHECK_ON}
    value = date.fromisoformat(event.value) if day else event.value
    changes: dict[str, Any] = {event.field.value: value}
    if event.field is Field.OWNER:
        changes["owner_key"] = event.owner_key
    version = topic.version + 1
    if event.field in OF_PLAN:
        assert topic.plan is not None
        return replace(topic, version=version, plan=replace(topic.plan, **changes))
    return replace(topic, version=version, **changes)


def said(choice: Choice) -> str:
    """The label of a button in Dutch."""
    return words().say(choice.label, "nl")


def read(message: Message, language: str = "nl") -> str:
    """The message as it is read, with its buttons; whole, and not too long for one message."""
    assert language in LANGUAGES
    labels = [f"[{words().say(one.label, language)}]" for one in message.choices]
    text = words().say(message.text, language)
    assert "{" not in text
    assert len(text) <= MOST_CHARACTERS
    assert len({label.casefold() for label in labels}) == len(labels)
    return "\n".join([text, " ".join(labels)] if labels else [text])
