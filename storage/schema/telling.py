"""Telling people: feedback, who is owed it, and the outbox."""

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, Text, UniqueConstraint

from domain.feedback import FeedbackKind
from domain.messages import Kind, Verb
from storage.columns import Id, Moment, Named, Retention, Wipe, Words, person
from storage.schema.making import partial, row_id, signal_number, table
from storage.states import Delivery, FeedbackState

feedback = table(
    "feedback",
    "what is told to the reporters of a topic or round, and whether the words were checked",
    Retention.COUNTS,
    row_id(),
    Column("district", Text, nullable=False),
    Column("round", Text),
    Column("topic", Id, ForeignKey("topics.id", ondelete="CASCADE")),
    Column("kind", Named(FeedbackKind), nullable=False),
    Column("title", Words, nullable=False),
    Column("sentence", Words, nullable=False),
    Column("referred_to", Words, nullable=False, server_default=""),
    Column("decided_on", Date),
    Column("first_step_on", Date),
    Column("next_on", Date),
    Column("state", Named(FeedbackState), nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("approved_at", Moment),
    person("approved_by", wipe=Wipe.BLANK),
    Index(None, "district", "state"),
)

updates = table(
    "updates",
    "who was owed which feedback: sent through the outbox, or left out with a reason",
    Retention.WORDS,
    row_id(),
    Column("feedback", Id, ForeignKey("feedback.id", ondelete="CASCADE"), nullable=False),
    person(index=True),
    signal_number(index=True),
    Column("outbox", Id, ForeignKey("outbox.id", ondelete="SET NULL"), index=True),
    Column("left_out", Text),
    Column("sent_at", Moment),
    UniqueConstraint("feedback", "person"),
)

outbox = table(
    "outbox",
    "messages that wait to be sent, or were, as key and arguments",
    Retention.SENT,
    row_id(),
    person("recipient"),
    Column("platform", Text, nullable=False, server_default=""),
    Column("kind", Named(Kind), nullable=False),
    Column("urgency", Integer, nullable=False),
    Column("text_key", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("choices", Text, nullable=False),
    Column("attachment", Text),
    Column("signal", Text),
    Column("state", Named(Delivery), nullable=False),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("not_before", Moment, nullable=False),
    Column("ref", Words),
    Column("why", Words),
    Column("created_at", Moment, nullable=False),
    Column("sent_at", Moment),
    partial("ix_outbox_pending", "platform", "urgency", "not_before", "id", where="state = 'pending'"),
    partial("ix_outbox_doubt", "id", where="state = 'doubt'"),
    partial("ix_outbox_unsent", "recipient", "id", where="state NOT IN ('sent', 'dead')"),
    Index(None, "recipient", "text_key", "created_at"),
)

buttons = table(
    "buttons",
    "what a button does, for whom, and until when",
    Retention.SENT,
    Column("token", Text, primary_key=True),
    person("recipient", index=True),
    Column("verb", Named(Verb), nullable=False),
    Column("about", Words, nullable=False),
    Column("district", Text, nullable=False, server_default=""),
    Column("expires_at", Moment, nullable=False, index=True),
    Column("used_at", Moment),
)
