"""What people set aside while they sort, and the rounds that they finished."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Make the tables of this group."""
    op.create_table(
        "set_aside",
        sa.Column("signal", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["signal"], ["signals.number"], name=op.f("fk_set_aside_signal"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("signal", name=op.f("pk_set_aside")),
    )
    op.create_table(
        "stood",
        sa.Column("district", sa.Text(), nullable=False),
        sa.Column("round", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("district", "round", name=op.f("pk_stood")),
    )
