"""Feedback, updates, the outbox and its buttons."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables of this group."""
    _make_buttons()
    _make_outbox()
    _index_outbox()
    _make_feedback()
    _make_updates()


def _make_buttons() -> None:
    op.create_table(
        "buttons",
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("verb", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("token", name=op.f("pk_buttons")),
    )
    op.create_index(op.f("ix_buttons_expires_at"), "buttons", ["expires_at"], unique=False)
    op.create_index(op.f("ix_buttons_recipient"), "buttons", ["recipient"], unique=False)


def _make_outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", ID, nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("urgency", sa.Integer(), nullable=False),
        sa.Column("text_key", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("choices", sa.Text(), nullable=False),
        sa.Column("attachment", sa.Text(), nullable=True),
        sa.Column("signal", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("not_before", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ref", sa.Text(), nullable=True),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sqlite_autoincrement=True,
    )


def _index_outbox() -> None:
    op.create_index(
        "ix_outbox_pending",
        "outbox",
        ["urgency", "not_before", "id"],
        unique=False,
        sqlite_where=sa.text("state = 'pending'"),
        postgresql_where=sa.text("state = 'pending'"),
    )
    op.create_index(
        op.f("ix_outbox_recipient_text_key_created_at"),
        "outbox",
        ["recipient", "text_key", "created_at"],
        unique=False,
    )
    op.create_index(
        "ix_outbox_unsent",
        "outbox",
        ["recipient", "id"],
        unique=False,
        sqlite_where=sa.text("state NOT IN ('sent', 'dead')"),
        postgresql_where=sa.text("state NOT IN ('sent', 'dead')"),
    )


def _make_feedback() -> None:
    op.create_table(
        "feedback",
        sa.Column("id", ID, nullable=False),
        sa.Column("district", sa.Text(), nullable=False),
        sa.Column("round", sa.Text(), nullable=True),
        sa.Column("topic", ID, nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("first_step_on", sa.Date(), nullable=True),
        sa.Column("next_on", sa.Date(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("approved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("approved_by", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["topic"], ["topics.id"], name=op.f("fk_feedback_topic"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_feedback_district_state"), "feedback", ["district", "state"], unique=False)


def _make_updates() -> None:
    op.create_table(
        "updates",
        sa.Column("id", ID, nullable=False),
        sa.Column("feedback", ID, nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("signal", sa.Text(), nullable=True),
        sa.Column("outbox", ID, nullable=True),
        sa.Column("left_out", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["feedback"], ["feedback.id"], name=op.f("fk_updates_feedback"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["outbox"], ["outbox.id"], name=op.f("fk_updates_outbox"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["signal"], ["signals.number"], name=op.f("fk_updates_signal"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_updates")),
        sa.UniqueConstraint("feedback", "person", name=op.f("uq_updates_feedback_person")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_updates_outbox"), "updates", ["outbox"], unique=False)
    op.create_index(op.f("ix_updates_person"), "updates", ["person"], unique=False)
    op.create_index(op.f("ix_updates_signal"), "updates", ["signal"], unique=False)
