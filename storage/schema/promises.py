"""Promises kept and broken, in counts; and how often somebody was asked something."""

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, Text

from storage.columns import Id, Moment, Retention, Wipe, person
from storage.schema.making import row_id, table

ledger = table(
    "ledger",
    "per round how many people were owed an answer, got it, in time or late, and why not",
    Retention.COUNTS,
    Column("district", Text, primary_key=True),
    Column("round", Text, primary_key=True),
    Column("counts", Text, nullable=False, server_default="{}"),
    Column("computed_at", Moment),
    Column("gone_people", Integer, nullable=False, server_default="0"),
    Column("gone_told", Integer, nullable=False, server_default="0"),
    Column("gone_answered", Integer, nullable=False, server_default="0"),
    Column("gone_in_time", Integer, nullable=False, server_default="0"),
)

delays = table(
    "delays",
    "why an answer takes longer, in the coordinator's words, per day that was promised",
    Retention.COUNTS,
    Column("district", Text, primary_key=True),
    Column("promised_on", Date, primary_key=True),
    Column("feedback", Id, ForeignKey("feedback.id", ondelete="CASCADE"), nullable=False),
    person("given_by", wipe=Wipe.BLANK),
    Column("at", Moment, nullable=False),
)

asks = table(
    "asks",
    "that the service asked somebody something by itself, so that nobody is asked too often",
    Retention.PERSON,
    row_id(),
    person(),
    Column("month", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Index(None, "person", "month"),
)

skipped_asks = table(
    "skipped_asks",
    "how many questions were not asked on a day, since somebody had been asked enough that month",
    Retention.COUNTS,
    Column("district", Text, primary_key=True),
    Column("on", Date, primary_key=True),
    Column("people", Integer, nullable=False),
)
