"""What the operator keeps an eye on: moments at which nothing was sent."""

from sqlalchemy import Column, Text

from storage.columns import Moment, Retention, Words
from storage.schema.making import partial, row_id, table

pauses = table(
    "pauses",
    "when the operator had nothing sent, and why",
    Retention.AUDIT,
    row_id(),
    Column("begun_at", Moment, nullable=False),
    Column("reason", Words, nullable=False),
    Column("by", Text, nullable=False),
    Column("ended_at", Moment),
    partial("uq_pauses_open", "by", where="ended_at IS NULL", unique=True),
)
