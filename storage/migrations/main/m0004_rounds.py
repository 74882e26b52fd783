"""Rounds, topics, decisions and actions."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables of this group."""
    _make_rounds()
    _make_topics()
    _make_actions()
    _make_decisions()
    _make_topic_signals()
    _make_moves()


def _make_rounds() -> None:
    op.create_table(
        "rounds",
        sa.Column("id", ID, nullable=False),
        sa.Column("district", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("reported_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("counts", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rounds")),
        sa.UniqueConstraint("district", "name", name=op.f("uq_rounds_district_name")),
        sqlite_autoincrement=True,
    )


def _make_topics() -> None:
    op.create_table(
        "topics",
        sa.Column("id", ID, nullable=False),
        sa.Column("district", sa.Text(), nullable=False),
        sa.Column("round", sa.Text(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("messages", sa.Integer(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("theme", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("wiped", sa.Integer(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_topics")),
        sa.UniqueConstraint("district", "round", "rank", name=op.f("uq_topics_district_round_rank")),
        sqlite_autoincrement=True,
    )


def _make_actions() -> None:
    op.create_table(
        "actions",
        sa.Column("id", ID, nullable=False),
        sa.Column("topic", ID, nullable=False),
        sa.Column("district", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("owner_key", sa.Text(), nullable=True),
        sa.Column("partners", sa.Text(), nullable=False),
        sa.Column("first_step", sa.Text(), nullable=False),
        sa.Column("first_step_on", sa.Date(), nullable=False),
        sa.Column("check_on", sa.Date(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("moved_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["topic"], ["topics.id"], name=op.f("fk_actions_topic"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_actions")),
        sa.UniqueConstraint("topic", name=op.f("uq_actions_topic")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_actions_district"), "actions", ["district"], unique=False)


def _make_decisions() -> None:
    op.create_table(
        "decisions",
        sa.Column("topic", ID, nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["topic"], ["topics.id"], name=op.f("fk_decisions_topic"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("topic", name=op.f("pk_decisions")),
    )


def _make_topic_signals() -> None:
    op.create_table(
        "topic_signals",
        sa.Column("topic", ID, nullable=False),
        sa.Column("signal", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["signal"], ["signals.number"], name=op.f("fk_topic_signals_signal"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["topic"], ["topics.id"], name=op.f("fk_topic_signals_topic"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("topic", "signal", name=op.f("pk_topic_signals")),
    )
    op.create_index(op.f("ix_topic_signals_signal"), "topic_signals", ["signal"], unique=False)


def _make_moves() -> None:
    op.create_table(
        "moves",
        sa.Column("id", ID, nullable=False),
        sa.Column("action", ID, nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["action"], ["actions.id"], name=op.f("fk_moves_action"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_moves")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_moves_action"), "moves", ["action"], unique=False)
