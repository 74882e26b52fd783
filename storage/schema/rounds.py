"""Rounds, their topics, and what was decided and done."""

from sqlalchemy import Column, Date, Float, ForeignKey, Integer, Text, UniqueConstraint

from domain.actions import ActionStatus
from domain.decisions import Outcome
from domain.rounds import RoundStatus
from storage.columns import Id, Moment, Named, Retention, Wipe, Words, person
from storage.schema.making import row_id, signal_number, table

rounds = table(
    "rounds",
    "one turn of the cycle in a wijk, with the counts of its report",
    Retention.COUNTS,
    row_id(),
    Column("district", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("first", Date, nullable=False),
    Column("last", Date, nullable=False),
    Column("status", Named(RoundStatus), nullable=False),
    Column("reported_at", Moment),
    Column("closed_at", Moment),
    Column("counts", Text),
    UniqueConstraint("district", "name"),
)

topics = table(
    "topics",
    "signals that say the same thing, as a report ranked them",
    Retention.COUNTS,
    row_id(),
    Column("district", Text, nullable=False),
    Column("round", Text, nullable=False),
    Column("rank", Integer, nullable=False),
    Column("title", Words, nullable=False),
    Column("people", Integer, nullable=False),
    Column("messages", Integer, nullable=False),
    Column("score", Float, nullable=False),
    Column("reason", Text, nullable=False),
    Column("evidence", Text, nullable=False),
    Column("theme", Words, nullable=False),
    Column("place", Words, nullable=False),
    Column("wiped", Integer, nullable=False, server_default="0"),
    UniqueConstraint("district", "round", "rank"),
)

topic_signals = table(
    "topic_signals",
    "which signals stand in a topic, the most typical first",
    Retention.WORDS,
    Column("topic", Id, ForeignKey("topics.id", ondelete="CASCADE"), primary_key=True),
    signal_number(primary_key=True, index=True),
    Column("position", Integer, nullable=False),
)

decisions = table(
    "decisions",
    "what the wijkverband said of a topic of the five",
    Retention.COUNTS,
    Column("topic", Id, ForeignKey("topics.id", ondelete="CASCADE"), primary_key=True),
    Column("outcome", Named(Outcome), nullable=False),
    Column("sentence", Words, nullable=False),
    Column("reason", Words, nullable=False),
    Column("referred_to", Words, nullable=False, server_default=""),
    Column("version", Integer, nullable=False, server_default="1"),
    Column("decided_on", Date, nullable=False),
    Column("decided_at", Moment, nullable=False),
    person("decided_by", wipe=Wipe.BLANK),
)

actions = table(
    "actions",
    "what is done with a topic that was taken up: owner, first step, check moment",
    Retention.COUNTS,
    row_id(),
    Column("topic", Id, ForeignKey("topics.id", ondelete="CASCADE"), nullable=False, unique=True),
    Column("district", Text, nullable=False, index=True),
    Column("what", Words, nullable=False),
    Column("owner", Words, nullable=False),
    person("owner_key", wipe=Wipe.BLANK),
    Column("partners", Words, nullable=False),
    Column("first_step", Words, nullable=False),
    Column("first_step_on", Date, nullable=False),
    Column("check_on", Date, nullable=False),
    Column("status", Named(ActionStatus), nullable=False),
    Column("moved_at", Moment, nullable=False),
)

moves = table(
    "moves",
    "how an action went, as its owner told",
    Retention.COUNTS,
    row_id(),
    Column("action", Id, ForeignKey("actions.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("status", Named(ActionStatus), nullable=False),
    Column("sentence", Words, nullable=False),
    Column("at", Moment, nullable=False),
    person("by", wipe=Wipe.BLANK),
)
