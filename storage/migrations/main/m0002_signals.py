"""Signals and what hangs on them."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables of this group."""
    _make_sequences()
    _make_signals()
    _make_talks()
    _make_cards()
    _make_effects()
    _make_followers()
    _make_links()
    _make_origins()
    _make_photos()
    _make_titles()


def _make_sequences() -> None:
    op.create_table(
        "sequences",
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("next", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("year", name=op.f("pk_sequences")),
    )


def _make_signals() -> None:
    op.create_table(
        "signals",
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("district", sa.Text(), nullable=False),
        sa.Column("round", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("neighbourhood", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("question", sa.Integer(), nullable=True),
        sa.Column("respondent", sa.Text(), nullable=True),
        sa.Column("withheld", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("promise_on", sa.Date(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_signals")),
    )
    op.create_index(op.f("ix_signals_district_round"), "signals", ["district", "round"], unique=False)
    op.create_index(op.f("ix_signals_person_origin"), "signals", ["person", "origin"], unique=False)
    op.create_index(op.f("ix_signals_person_said_at"), "signals", ["person", "said_at"], unique=False)
    op.create_index(
        "ix_signals_promised",
        "signals",
        ["district", "promise_on"],
        unique=False,
        sqlite_where=sa.text("answered_at IS NULL AND withdrawn_at IS NULL"),
        postgresql_where=sa.text("answered_at IS NULL AND withdrawn_at IS NULL"),
    )


def _make_talks() -> None:
    op.create_table(
        "talks",
        sa.Column("id", ID, nullable=False),
        sa.Column("district", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_talks")),
        sqlite_autoincrement=True,
    )


def _make_cards() -> None:
    op.create_table(
        "cards",
        sa.Column("signal", sa.Text(), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("ref", sa.Text(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["signal"], ["signals.number"], name=op.f("fk_cards_signal"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("signal", "recipient", name=op.f("pk_cards")),
    )
    op.create_index(op.f("ix_cards_recipient_ref"), "cards", ["recipient", "ref"], unique=False)


def _make_effects() -> None:
    op.create_table(
        "effects",
        sa.Column("signal", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("effect", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["signal"], ["signals.number"], name=op.f("fk_effects_signal"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("signal", "person", name=op.f("pk_effects")),
    )


def _make_followers() -> None:
    op.create_table(
        "followers",
        sa.Column("signal", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["signal"], ["signals.number"], name=op.f("fk_followers_signal"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("signal", "person", name=op.f("pk_followers")),
    )
    op.create_index(op.f("ix_followers_person"), "followers", ["person"], unique=False)


def _make_links() -> None:
    op.create_table(
        "links",
        sa.Column("id", ID, nullable=False),
        sa.Column("one", sa.Text(), nullable=False),
        sa.Column("other", sa.Text(), nullable=False),
        sa.Column("same", sa.Boolean(), nullable=False),
        sa.Column("person", sa.Text(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["one"], ["signals.number"], name=op.f("fk_links_one"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["other"], ["signals.number"], name=op.f("fk_links_other"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_links")),
        sa.UniqueConstraint("one", "other", "person", name=op.f("uq_links_one_other_person")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_links_other"), "links", ["other"], unique=False)


def _make_origins() -> None:
    op.create_table(
        "origins",
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("signal", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["signal"], ["signals.number"], name=op.f("fk_origins_signal"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("person", "origin", name=op.f("pk_origins")),
    )
    op.create_index(op.f("ix_origins_signal"), "origins", ["signal"], unique=False)


def _make_photos() -> None:
    op.create_table(
        "photos",
        sa.Column("id", ID, nullable=False),
        sa.Column("signal", sa.Text(), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=True),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["signal"], ["signals.number"], name=op.f("fk_photos_signal"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_photos")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_photos_pending",
        "photos",
        ["id"],
        unique=False,
        sqlite_where=sa.text("state = 'pending'"),
        postgresql_where=sa.text("state = 'pending'"),
    )
    op.create_index(op.f("ix_photos_signal"), "photos", ["signal"], unique=False)


def _make_titles() -> None:
    op.create_table(
        "titles",
        sa.Column("signal", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["signal"], ["signals.number"], name=op.f("fk_titles_signal"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("signal", name=op.f("pk_titles")),
    )
