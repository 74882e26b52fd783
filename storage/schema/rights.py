"""Looking up who reported a signal: two people agree, one sees it once, and the writer is told."""

from sqlalchemy import Boolean, Column, Index, Text, false

from domain.who_reported import WhoState, Why
from storage.columns import Moment, Named, Retention, Wipe, Words, person
from storage.schema.making import row_id, signal_number, table

lookups = table(
    "lookups",
    "questions who reported a signal, and what came of them; never the answer",
    Retention.AUDIT,
    row_id(),
    signal_number(nullable=False, index=True),
    Column("district", Text, nullable=False),
    Column("why", Named(Why), nullable=False),
    Column("sentence", Words, nullable=False),
    Column("later", Boolean, nullable=False, server_default=false()),
    Column("state", Named(WhoState), nullable=False),
    person("asked_by", wipe=Wipe.BLANK),
    Column("asked_at", Moment, nullable=False),
    person("decided_by", wipe=Wipe.BLANK),
    Column("decided_at", Moment),
    Column("seen_at", Moment),
    Column("tell_at", Moment),
    Column("told_at", Moment),
    Index(None, "tell_at"),
)
