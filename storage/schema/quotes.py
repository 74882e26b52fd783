"""Words of residents on their way to others: those that wait for the coordinator, and approved quotes."""

from sqlalchemy import Column, ForeignKey, Index, Integer, PrimaryKeyConstraint, Text

from domain.held import Verdict
from storage.columns import Id, Moment, Named, Retention, Wipe, Words, person
from storage.schema.making import signal_number, table

held = table(
    "held",
    "signals that the coordinator reads before they count: why, and what came of it",
    Retention.WORDS,
    signal_number(primary_key=True),
    Column("reasons", Text, nullable=False),
    Column("verdict", Named(Verdict), nullable=False),
    Column("held_at", Moment, nullable=False),
    person("decided_by", wipe=Wipe.BLANK),
    Column("decided_at", Moment),
    Index(None, "verdict"),
)

quotes = table(
    "quotes",
    "sentences of residents as a person approved them, with the fingerprint of exactly those words",
    Retention.WORDS,
    Column("topic", Id, ForeignKey("topics.id", ondelete="CASCADE"), nullable=False),
    signal_number(nullable=False, index=True),
    Column("place", Integer, nullable=False),
    Column("text", Words, nullable=False),
    Column("language", Text, nullable=False),
    Column("hash", Text, nullable=False),
    person("approved_by", wipe=Wipe.BLANK),
    Column("approved_at", Moment, nullable=False),
    PrimaryKeyConstraint("topic", "signal"),
)
