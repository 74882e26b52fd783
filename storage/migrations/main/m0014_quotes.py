"""Words of residents that wait for the coordinator, and sentences that somebody approved as a quote."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Make the tables of this group."""
    op.create_table(
        "held",
        sa.Column("signal", sa.Text(), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("held_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["signal"], ["signals.number"], name=op.f("fk_held_signal"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("signal", name=op.f("pk_held")),
    )
    op.create_index(op.f("ix_held_verdict"), "held", ["verdict"])
    op.create_table(
        "quotes",
        sa.Column("topic", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("signal", sa.Text(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("approved_by", sa.Text(), nullable=True),
        sa.Column("approved_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["topic"], ["topics.id"], name=op.f("fk_quotes_topic"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["signal"], ["signals.number"], name=op.f("fk_quotes_signal"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("topic", "signal", name=op.f("pk_quotes")),
    )
    op.create_index(op.f("ix_quotes_signal"), "quotes", ["signal"])
