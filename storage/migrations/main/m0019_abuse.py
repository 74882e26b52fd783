"""Groups that belong to no wijkverband, and when the bot leaves them."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0017"


def upgrade() -> None:
    """Make the tables of this group."""
    op.create_table(
        "strange_rooms",
        sa.Column("room", sa.Text(), nullable=False),
        sa.Column("put_by", sa.Text(), nullable=True),
        sa.Column("came_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("leave_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("room", name=op.f("pk_strange_rooms")),
    )
    op.create_index(op.f("ix_strange_rooms_leave_at"), "strange_rooms", ["leave_at"])
