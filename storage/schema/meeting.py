"""The meeting of the wijkverband: how far it is, the points that members gave, and its calendar."""

from sqlalchemy import Boolean, Column, ForeignKey, Integer, PrimaryKeyConstraint, Text, false

from domain.meeting import Part, Scoring
from storage.columns import Id, Moment, Named, Retention, Wipe, person
from storage.schema.making import table

meetings = table(
    "meetings",
    "how far the wijkverband is with a round: the part of the agenda, and until when",
    Retention.COUNTS,
    Column("district", Text, nullable=False),
    Column("round", Text, nullable=False),
    Column("part", Named(Part), nullable=False),
    Column("sat_at", Moment, nullable=False),
    Column("ends_at", Moment, nullable=False),
    Column("over_told", Boolean, nullable=False, server_default=false()),
    Column("scoring", Named(Scoring), nullable=False),
    person("begun_by", wipe=Wipe.BLANK),
    PrimaryKeyConstraint("district", "round"),
)

scores = table(
    "scores",
    "how feasible a topic is and how much it helps, as each member thinks; gone when the round closes",
    Retention.PERSON,
    Column("topic", Id, ForeignKey("topics.id", ondelete="CASCADE"), nullable=False),
    person(),
    Column("feasibility", Integer, nullable=False),
    Column("impact", Integer, nullable=False),
    Column("at", Moment, nullable=False),
    PrimaryKeyConstraint("topic", "person"),
)

calendar_entries = table(
    "calendar_entries",
    "what stood in the calendar file of a wijk, so that a change of it is seen",
    Retention.COUNTS,
    Column("uid", Text, primary_key=True),
    Column("district", Text, nullable=False, index=True),
    Column("shown", Text, nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("changed_at", Moment, nullable=False),
)
