"""Pauses, the moment of an erasure, and whose an event is that could not be handled."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    """Make the tables of this group."""
    op.create_table(
        "pauses",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pauses")),
        sqlite_autoincrement=True,
    )
    still_open = sa.text("ended_at IS NULL")
    op.create_index(
        "uq_pauses_open", "pauses", ["by"], unique=True,
        sqlite_where=still_open, postgresql_where=still_open,
    )  # fmt: skip
    # Somebody who comes back after `wissen` has the same key: only what is older than this goes again.
    op.add_column("erasures", sa.Column("at", sa.DateTime(timezone=True), nullable=True))
    # What was parked before names nobody, so no `wissen` would reach it.
    op.execute("DELETE FROM parked")
    op.add_column("parked", sa.Column("person", sa.Text(), server_default="", nullable=False))
    op.create_index(op.f("ix_parked_person"), "parked", ["person"])
