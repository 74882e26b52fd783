"""Promises that were kept and broken, in counts; when we may write; how often somebody was asked."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Make the tables of this group."""
    _remember_first_promises()
    _remember_when_sent()
    op.add_column("people", sa.Column("quiet", sa.Text(), nullable=True))
    _make_ledger()
    _make_delays()
    _make_asks()


def _remember_first_promises() -> None:
    op.add_column("signals", sa.Column("first_promise_on", sa.Date(), nullable=True))
    op.add_column("signals", sa.Column("missed", sa.Integer(), server_default="0", nullable=False))
    op.execute("UPDATE signals SET first_promise_on = promise_on")


def _remember_when_sent() -> None:
    op.add_column("updates", sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True))
    op.execute(
        "UPDATE updates SET sent_at = (SELECT outbox.sent_at FROM outbox WHERE outbox.id = updates.outbox)"
    )
    # A row of the outbox goes a week after it was sent: the moment of approval is the nearest that is known.
    op.execute(
        "UPDATE updates SET sent_at = "
        "(SELECT feedback.approved_at FROM feedback WHERE feedback.id = updates.feedback) "
        "WHERE outbox IS NULL AND left_out IS NULL"
    )


def _make_ledger() -> None:
    op.create_table(
        "ledger",
        sa.Column("district", sa.Text(), nullable=False),
        sa.Column("round", sa.Text(), nullable=False),
        sa.Column("counts", sa.Text(), server_default="{}", nullable=False),
        sa.Column("computed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("gone_people", sa.Integer(), server_default="0", nullable=False),
        sa.Column("gone_told", sa.Integer(), server_default="0", nullable=False),
        sa.Column("gone_answered", sa.Integer(), server_default="0", nullable=False),
        sa.Column("gone_in_time", sa.Integer(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("district", "round", name=op.f("pk_ledger")),
    )


def _make_delays() -> None:
    op.create_table(
        "delays",
        sa.Column("district", sa.Text(), nullable=False),
        sa.Column("promised_on", sa.Date(), nullable=False),
        sa.Column("feedback", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("given_by", sa.Text(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["feedback"], ["feedback.id"], name=op.f("fk_delays_feedback"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("district", "promised_on", name=op.f("pk_delays")),
    )


def _make_asks() -> None:
    op.create_table(
        "asks",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("month", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_asks")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_asks_person_month"), "asks", ["person", "month"])
    op.create_table(
        "skipped_asks",
        sa.Column("district", sa.Text(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("district", "on", name=op.f("pk_skipped_asks")),
    )
