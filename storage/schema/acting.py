"""Acting beside the round: the fast lane, and practice conversations with the step that follows."""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Text, false

from domain.fast_lane import LaneState
from domain.practice import PracticePart
from storage.columns import Id, Moment, Named, Retention, Wipe, Words, person
from storage.schema.making import partial, row_id, signal_number, table

fast_lane = table(
    "fast_lane",
    "small signals that get a yes or a no within three days: one sentence of the coordinator, and the answer",
    Retention.COUNTS,
    signal_number(primary_key=True),
    Column("district", Text, nullable=False, index=True),
    Column("sentence", Words, nullable=False),
    Column("state", Named(LaneState), nullable=False),
    Column("put_at", Moment, nullable=False),
    person("put_by", wipe=Wipe.BLANK),
    Column("late_at", Moment),
    Column("answered_at", Moment),
    person("answered_by", wipe=Wipe.BLANK),
    Column("by", Words, nullable=False, server_default=""),
    Column("answer", Words, nullable=False, server_default=""),
    Column("feedback", Id, ForeignKey("feedback.id", ondelete="SET NULL"), index=True),
)

practice = table(
    "practice",
    "practice conversations of a wijkverband: the answers, and one step within two to four weeks",
    Retention.COUNTS,
    row_id(),
    Column("district", Text, nullable=False),
    Column("begun_on", Date, nullable=False),
    Column("asks", Named(PracticePart)),
    *(Column(part.value, Words, nullable=False, server_default="") for part in PracticePart),
    person("owner_key", wipe=Wipe.BLANK),
    Column("due_on", Date),
    Column("taken", Boolean, nullable=False, server_default=false()),
    partial("uq_practice_begun", "district", where="asks IS NOT NULL", unique=True),
)
