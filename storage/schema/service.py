"""Keeping time and account."""

from sqlalchemy import Column, Date, Text

from storage.columns import Moment, Retention, Words
from storage.schema.making import row_id, table

reminders = table(
    "reminders",
    "reminders that were given, so that each is given once",
    Retention.AUDIT,
    Column("kind", Text, primary_key=True),
    Column("about", Text, primary_key=True),
    Column("due", Text, primary_key=True),
    Column("at", Moment, nullable=False),
)

heartbeats = table(
    "heartbeats",
    "when each part of the service last worked",
    Retention.SERVICE,
    Column("name", Text, primary_key=True),
    Column("at", Moment, nullable=False),
)

audit = table(
    "audit",
    "what was done by which role; no person is named",
    Retention.AUDIT,
    row_id(),
    Column("what", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("about", Words, nullable=False),
    Column("at", Moment, nullable=False),
)

erasures = table(
    "erasures",
    "hashes of wiped keys, so that a restored backup brings nobody back",
    Retention.AUDIT,
    Column("key_hash", Text, primary_key=True),
    Column("on", Date, nullable=False),
    # Whoever comes back later has the same key: only what is older than this goes again.
    Column("at", Moment),
)
