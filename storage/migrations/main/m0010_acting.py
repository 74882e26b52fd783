"""The fast lane, and practice conversations."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

_PARTS = ("example", "collected", "done", "mandate", "told", "step", "owner", "day")


def upgrade() -> None:
    """Make the tables of this group."""
    _make_fast_lane()
    _make_practice()


def _make_fast_lane() -> None:
    op.create_table(
        "fast_lane",
        sa.Column("signal", sa.Text(), nullable=False),
        sa.Column("district", sa.Text(), nullable=False),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("put_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("put_by", sa.Text(), nullable=True),
        sa.Column("late_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_by", sa.Text(), nullable=True),
        sa.Column("by", sa.Text(), server_default="", nullable=False),
        sa.Column("answer", sa.Text(), server_default="", nullable=False),
        sa.Column("feedback", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.ForeignKeyConstraint(
            ["signal"], ["signals.number"], name=op.f("fk_fast_lane_signal"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["feedback"], ["feedback.id"], name=op.f("fk_fast_lane_feedback"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("signal", name=op.f("pk_fast_lane")),
    )
    op.create_index(op.f("ix_fast_lane_district"), "fast_lane", ["district"])
    op.create_index(op.f("ix_fast_lane_feedback"), "fast_lane", ["feedback"])


def _make_practice() -> None:
    op.create_table(
        "practice",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("district", sa.Text(), nullable=False),
        sa.Column("begun_on", sa.Date(), nullable=False),
        sa.Column("asks", sa.Text(), nullable=True),
        *(sa.Column(part, sa.Text(), server_default="", nullable=False) for part in _PARTS),
        sa.Column("owner_key", sa.Text(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("taken", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_practice")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "uq_practice_begun",
        "practice",
        ["district"],
        unique=True,
        sqlite_where=sa.text("asks IS NOT NULL"),
        postgresql_where=sa.text("asks IS NOT NULL"),
    )
