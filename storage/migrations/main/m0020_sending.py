"""The platform that a waiting message goes out on, so that each has a queue of its own."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
PENDING, DOUBT = sa.text("state = 'pending'"), sa.text("state = 'doubt'")


def upgrade() -> None:
    """Make the tables of this group."""
    op.add_column("outbox", sa.Column("platform", sa.Text(), server_default="", nullable=False))
    op.drop_index("ix_outbox_pending", "outbox")
    op.create_index(
        "ix_outbox_pending",
        "outbox",
        ["platform", "urgency", "not_before", "id"],
        sqlite_where=PENDING,
        postgresql_where=PENDING,
    )
    op.create_index("ix_outbox_doubt", "outbox", ["id"], sqlite_where=DOUBT, postgresql_where=DOUBT)
