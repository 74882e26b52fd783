"""Feedback in other languages than Dutch."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables of this group."""
    op.create_table(
        "feedback_words",
        sa.Column("feedback", ID, nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["feedback"], ["feedback.id"], name=op.f("fk_feedback_words_feedback"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("feedback", "language", name=op.f("pk_feedback_words")),
    )
