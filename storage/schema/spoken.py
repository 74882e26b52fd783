"""Feedback in other languages than Dutch."""

from sqlalchemy import Column, ForeignKey, Text

from storage.columns import Id, Retention, Words
from storage.schema.making import table

feedback_words = table(
    "feedback_words",
    "the sentence of a feedback in another language, as somebody typed it and approved it there",
    Retention.COUNTS,
    Column("feedback", Id, ForeignKey("feedback.id", ondelete="CASCADE"), primary_key=True),
    Column("language", Text, primary_key=True),
    Column("sentence", Words, nullable=False),
)
