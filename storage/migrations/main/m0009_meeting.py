"""How far a meeting is, points of members, its calendar, and to whom a topic was passed on."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Make the tables of this group, and the columns of an answer that can change."""
    _meetings()
    _scores()
    _calendar_entries()
    for table in ("decisions", "feedback"):
        op.add_column(table, sa.Column("referred_to", sa.Text(), nullable=False, server_default=""))
    op.add_column("decisions", sa.Column("version", sa.Integer(), nullable=False, server_default="1"))


def _meetings() -> None:
    op.create_table(
        "meetings",
        sa.Column("district", sa.Text(), nullable=False),
        sa.Column("round", sa.Text(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("sat_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("over_told", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("scoring", sa.Text(), nullable=False),
        sa.Column("begun_by", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("district", "round", name=op.f("pk_meetings")),
    )


def _scores() -> None:
    op.create_table(
        "scores",
        sa.Column("topic", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("feasibility", sa.Integer(), nullable=False),
        sa.Column("impact", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["topic"], ["topics.id"], name=op.f("fk_scores_topic"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("topic", "person", name=op.f("pk_scores")),
    )


def _calendar_entries() -> None:
    op.create_table(
        "calendar_entries",
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("district", sa.Text(), nullable=False),
        sa.Column("shown", sa.Text(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("uid", name=op.f("pk_calendar_entries")),
    )
    op.create_index(op.f("ix_calendar_entries_district"), "calendar_entries", ["district"])
