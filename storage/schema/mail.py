"""Reports that go out by e-mail."""

from sqlalchemy import Column, Integer, PrimaryKeyConstraint, Text

from storage.columns import Moment, Named, Retention, Words
from storage.schema.making import partial, table
from storage.states import Delivery

mails = table(
    "mails",
    "which report went to which organisation by e-mail; an address is kept as a keyed hash",
    Retention.COUNTS,
    Column("district", Text, nullable=False),
    Column("round", Text, nullable=False),
    Column("reader", Text, nullable=False),
    Column("state", Named(Delivery), nullable=False),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("not_before", Moment, nullable=False),
    Column("why", Words),
    Column("created_at", Moment, nullable=False),
    Column("sent_at", Moment),
    PrimaryKeyConstraint("district", "round", "reader"),
    partial("ix_mails_unsent", "not_before", where="state <> 'sent'"),
)
