"""People by their key, their roles, the rooms of wijkverbanden, and invitations."""

from sqlalchemy import Boolean, Column, Index, Text, true

from domain.invitations import Grant
from domain.people import Role
from domain.quiet import Quiet
from storage.columns import Moment, Named, Retention, Wipe, Words, person
from storage.schema.making import partial, row_id, signal_number, table

people = table(
    "people",
    "one row for everybody who wrote: wijk, buurt, wishes",
    Retention.PERSON,
    person("key", primary_key=True),
    Column("district", Text),
    Column("neighbourhood", Words),
    Column("wants_updates", Boolean, nullable=False, server_default=true()),
    Column("quiet", Named(Quiet)),
    Column("unreachable_since", Moment),
    Column("first_seen", Moment, nullable=False),
)

roles = table(
    "roles",
    "who may do what in which wijk, and as whom they were invited",
    Retention.PERSON,
    row_id(),
    person(),
    Column("district", Text, nullable=False),
    Column("role", Named(Role), nullable=False),
    Column("label", Words, nullable=False),
    Column("given_at", Moment, nullable=False),
    Column("withdrawn_at", Moment),
    partial("uq_roles_held", "person", "district", "role", where="withdrawn_at IS NULL", unique=True),
    Index(None, "district", "role"),
)

rooms = table(
    "rooms",
    "the group or room of the wijkverband of a wijk",
    Retention.SERVICE,
    Column("room", Text, primary_key=True),
    Column("district", Text, nullable=False, unique=True),
    Column("bound_at", Moment, nullable=False),
)

strange_rooms = table(
    "strange_rooms",
    "groups that belong to no wijkverband, until the bot leaves them",
    Retention.SERVICE,
    Column("room", Text, primary_key=True),
    person("put_by", wipe=Wipe.BLANK),
    Column("came_at", Moment, nullable=False),
    Column("leave_at", Moment, nullable=False),
    Index(None, "leave_at"),
)

invitations = table(
    "invitations",
    "one-time codes, as a hash, and what they give",
    Retention.AUDIT,
    Column("code_hash", Text, primary_key=True),
    Column("grant", Named(Grant), nullable=False),
    Column("district", Text, nullable=False),
    Column("label", Words, nullable=False),
    signal_number(),
    person("replaces", wipe=Wipe.BLANK),
    person("made_by", wipe=Wipe.BLANK),
    Column("made_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("used_at", Moment),
    person("used_by", wipe=Wipe.BLANK),
)

wrong_codes = table(
    "wrong_codes",
    "codes that were shown and not valid, to slow down guessing",
    Retention.DEDUP,
    row_id(),
    person(),
    Column("at", Moment, nullable=False),
    Index(None, "person", "at"),
)
