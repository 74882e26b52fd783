"""The folder of a wijk: its participation agreements, every version of them."""

from sqlalchemy import Boolean, Column, ForeignKey, Integer, Text, UniqueConstraint, false

from domain.agreements import Part
from domain.people import Role
from storage.columns import Id, Moment, Named, Retention, Wipe, Words, person
from storage.schema.making import row_id, table

agreements = table(
    "agreements",
    "the themes about which a wijk made agreements on taking part",
    Retention.COUNTS,
    row_id(),
    Column("district", Text, nullable=False),
    Column("theme", Words, nullable=False),
    Column("hidden", Boolean, nullable=False, server_default=false()),
    Column("begun_at", Moment, nullable=False),
    UniqueConstraint("district", "theme"),
)

agreement_versions = table(
    "agreement_versions",
    "every version of an agreement: what changed, when, by which role, and whether residents may read it",
    Retention.COUNTS,
    Column("agreement", Id, ForeignKey("agreements.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("parts", Text, nullable=False),
    Column("changed", Named(Part)),
    Column("role", Named(Role), nullable=False),
    person("by", wipe=Wipe.BLANK),
    Column("at", Moment, nullable=False),
    Column("agreed_at", Moment),
    Column("agreed_role", Named(Role)),
    person("agreed_by", wipe=Wipe.BLANK),
)
