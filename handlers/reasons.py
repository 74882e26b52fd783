"""A topic that is not taken up: why not, and to whom it belongs when that is somebody else."""

from dataclasses import replace

from domain.decisions import Meeting, TopicOnTable
from domain.events import TopicAnswered
from domain.messages import Act, Choice, Text, Verb
from handlers import planning, table
from handlers.sentences import MAX_SENTENCE, as_sentence
from handlers.states import GivingReason, PlanPart
from handlers.turn import Situation, Turn, say

MAX_LABEL, MAX_ANSWER = 80, 300
"""Characters: together they fit in the sentence back."""
MAX_OFFERED = 8
"""Partners as buttons; anybody else is typed."""


def ask(situation: Situation, topic: TopicOnTable, state: GivingReason) -> Turn:
    """Whom it belongs to, then why, then whether the reporters may read it so."""
    if state.asks_whom:
        return Turn(state, (say(situation, Text("meeting-refer-to"), *whom_choices(situation, topic)),))
    if state.sentence:
        told = table.told_reason(state.sentence, state.to)
        text = Text("partnership-tell", {"people": topic.people, "told": told})
        return Turn(state, (say(situation, text, *planning.sentence_choices(topic)),))
    part = PlanPart.SENTENCE.value if state.reason else state.outcome.value
    return Turn(state, (say(situation, Text("partnership-ask", {"part": part})),))


def whom_choices(situation: Situation, topic: TopicOnTable) -> tuple[Choice, ...]:
    """The desk of the town, the partners of this wijk, or a name that is typed."""
    about = f"topic/{topic.id}"
    desk = (situation.town_desk,) if situation.town_desk else ()
    labels = tuple(one.label for one in situation.candidates[:MAX_OFFERED])
    offered = (
        Choice(Text("partnership-owner", {"label": label}), Act(Verb.REFER_TO, f"{about}/{label}"))
        for label in dict.fromkeys((*desk, *labels))
    )
    return (*offered, Choice(Text("partnership-other-owner"), Act(Verb.REFER_TO, f"{about}/")))


def pressed_whom(situation: Situation, topic: TopicOnTable, state: GivingReason, whom: str) -> Turn:
    """One of the buttons; without a name it is typed next."""
    return ask(situation, topic, replace(state, to=whom)) if whom else to_type(situation)


def to_type(situation: Situation) -> Turn:
    """[Iemand anders]: the name is typed, as it has to stand in the sentence to the reporters."""
    return Turn(situation.state, (say(situation, Text("meeting-type-refer-to")),))


def answered(situation: Situation, topic: TopicOnTable, state: GivingReason, words: str) -> Turn:
    """The next text is to whom it belongs, or the reason."""
    if state.asks_whom:
        return ask(situation, topic, replace(state, to=words))
    # The reason is what the reporters read, until somebody adjusts the words.
    told = replace(state, reason=state.reason or words, sentence=as_sentence(words))
    return ask(situation, topic, told)


def longest(state: GivingReason) -> int:
    """Characters of the answer that is asked now."""
    if state.asks_whom:
        return MAX_LABEL
    return MAX_SENTENCE if state.reason else MAX_ANSWER


def agreed(situation: Situation, meeting: Meeting, topic: TopicOnTable, state: GivingReason) -> Turn:
    """The sentence is good: the topic has its answer."""
    answer = TopicAnswered(
        topic.id,
        state.outcome,
        state.sentence,
        state.reason,
        referred_to=state.to,
        version=state.version,
    )
    return table.kept(situation, meeting, topic, answer)
