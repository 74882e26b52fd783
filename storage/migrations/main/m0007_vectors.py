"""What signals mean, as numbers of a model."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the table of this group."""
    op.create_table(
        "vectors",
        sa.Column("signal", sa.Text(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["signal"], ["signals.number"], name=op.f("fk_vectors_signal"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("signal", name=op.f("pk_vectors")),
    )
