"""Topics before the report: the coordinator lists them, puts two together and gives a better title."""

import re

from domain.events import SameTopic, TopicTitled
from domain.messages import Act, Choice, Text, Verb
from domain.signals import SignalNumber
from handlers.sentences import one_line
from handlers.turn import Situation, TopicNow, Turn, say

MAX_TITLE = 60
MAX_SHOWN = 20
"""Topics in one list; the rest is counted."""


def listed(situation: Situation) -> Turn:
    """The topics of the round that is collecting, numbered."""
    topics = situation.topics
    if not topics:
        return _answer(situation, Text("coordinator-no-topics"))
    lines = [_line(rank, topic) for rank, topic in enumerate(topics[:MAX_SHOWN], 1)]
    if len(topics) > MAX_SHOWN:
        lines.append(Text("coordinator-more-topics", {"count": len(topics) - MAX_SHOWN}))
    return _answer(situation, Text("coordinator-topics", {"topics": tuple(lines)}))


def _line(rank: int, topic: TopicNow) -> Text:
    return Text("coordinator-topic", {"rank": rank, "title": topic.title, "people": topic.people})


def merged(situation: Situation, rest: str) -> Turn:
    """`voeg samen 2 4`: the topics with these numbers are one. The answer names both, with a way back."""
    numbers = [int(number) for number in re.findall(r"\d{1,9}", rest)]
    if len(set(numbers)) != 2 or len(numbers) != 2:  # noqa: PLR2004 - one and the other
        return _answer(situation, Text("coordinator-how-to-merge"))
    one, other = (_topic(situation, number) for number in numbers)
    if one is None or other is None:
        return _no_such_topic(situation)
    undo = Choice(Text("coordinator-undo"), Act(Verb.OTHER_TOPIC, f"{one.heart}+{other.heart}"))
    text = Text("coordinator-merged", {"one": one.title, "other": other.title})
    return Turn(
        situation.state, (say(situation, text, undo),), (SameTopic(one.heart, other.heart, same=True),)
    )


def split(situation: Situation, hearts: str) -> Turn:
    """[Toch niet]: the two stay apart, also when they look alike."""
    one, _, other = hearts.partition("+")
    event = SameTopic(SignalNumber(one), SignalNumber(other), same=False)
    return Turn(situation.state, (say(situation, Text("coordinator-apart")),), (event,))


def titled(situation: Situation, rest: str) -> Turn:
    """`titel 3 Nieuwe titel`."""
    number, _, title = rest.strip().partition(" ")
    title = one_line(title)
    if not number.isdecimal() or not title:
        return _answer(situation, Text("coordinator-how-to-title"))
    topic = _topic(situation, int(number))
    if topic is None:
        return _no_such_topic(situation)
    if len(title) > MAX_TITLE:
        return _answer(
            situation, Text("coordinator-title-too-long", {"most": MAX_TITLE, "length": len(title)})
        )
    text = Text("coordinator-titled", {"before": topic.title, "title": title})
    return Turn(situation.state, (say(situation, text),), (TopicTitled(topic.heart, title),))


def _topic(situation: Situation, number: int) -> TopicNow | None:
    return situation.topics[number - 1] if 1 <= number <= len(situation.topics) else None


def _no_such_topic(situation: Situation) -> Turn:
    if not situation.topics:
        return _answer(situation, Text("coordinator-no-topics"))
    return _answer(situation, Text("coordinator-no-such-topic", {"count": len(situation.topics)}))


def _answer(situation: Situation, text: Text) -> Turn:
    return Turn(situation.state, (say(situation, text),))
