"""What comes in: events that were handled or parked, and where conversations stand."""

from sqlalchemy import Column, Text

from storage.columns import Moment, Retention, Words, person
from storage.schema.making import row_id, table

inbox = table(
    "inbox",
    "ids of events that were handled, so that a repeat changes nothing",
    Retention.DEDUP,
    Column("bot", Text, primary_key=True),
    Column("event_id", Words, primary_key=True),
    Column("at", Moment, nullable=False, index=True),
)

parked = table(
    "parked",
    "events that could not be handled: their shape, and words only where it is known whose",
    Retention.DEDUP,
    row_id(),
    # Empty when nobody can tell whose it is: then it holds no words.
    person(server_default="", index=True),
    Column("bot", Text, nullable=False),
    Column("event_id", Words, nullable=False),
    Column("raw", Words, nullable=False),
    Column("why", Words, nullable=False),
    Column("at", Moment, nullable=False),
)

cursors = table(
    "cursors",
    "how far a platform was read, and by which the secret key is known again",
    Retention.SERVICE,
    Column("bot", Text, primary_key=True),
    Column("cursor", Words, nullable=False),
)

conversations = table(
    "conversations",
    "where a conversation stands, and the open choices of the last question",
    Retention.WORDS,
    person("key", primary_key=True),
    Column("state", Words, nullable=False),
    Column("choices", Text, nullable=False),
    Column("updated_at", Moment, nullable=False),
)
