"""Signals and what hangs on them: pictures, followers, links, titles, talks."""

from sqlalchemy import Boolean, Column, Date, Index, Integer, LargeBinary, Text, UniqueConstraint, false

from domain.feedback import Effect
from domain.signals import Source
from domain.topics import SetAside
from storage.columns import Moment, Named, Retention, Wipe, Words, person
from storage.schema.making import partial, row_id, signal_number, table
from storage.states import PhotoState

sequences = table(
    "sequences",
    "the next free number of a signal, per year",
    Retention.SERVICE,
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("next", Integer, nullable=False),
)

signals = table(
    "signals",
    "what somebody said about the wijk, and until when an answer was promised",
    Retention.WORDS,
    Column("number", Text, primary_key=True),
    person(),
    Column("district", Text, nullable=False),
    Column("round", Text, nullable=False),
    Column("text", Words, nullable=False),
    Column("source", Named(Source), nullable=False),
    Column("neighbourhood", Words),
    Column("language", Text, nullable=False),
    Column("origin", Words, nullable=False),
    Column("question", Integer),
    Column("respondent", Words),
    Column("withheld", Boolean, nullable=False, server_default=false()),
    Column("said_at", Moment, nullable=False),
    Column("promise_on", Date, nullable=False),
    Column("first_promise_on", Date),
    Column("missed", Integer, nullable=False, server_default="0"),
    Column("answered_at", Moment),
    Column("withdrawn_at", Moment),
    Index(None, "person", "said_at"),
    Index(None, "person", "origin"),
    Index(None, "district", "round"),
    partial(
        "ix_signals_promised",
        "district",
        "promise_on",
        where="answered_at IS NULL AND withdrawn_at IS NULL",
    ),
)

origins = table(
    "origins",
    "further messages that belong to a signal",
    Retention.WORDS,
    person(primary_key=True),
    Column("origin", Words, primary_key=True),
    signal_number(nullable=False, index=True),
)

photos = table(
    "photos",
    "pictures of a signal: where to fetch them, and the picture itself without its metadata",
    Retention.WORDS,
    row_id(),
    signal_number(nullable=False, index=True),
    Column("file", Words, nullable=False),
    Column("state", Named(PhotoState), nullable=False),
    Column("data", LargeBinary),
    Column("added_at", Moment, nullable=False),
    partial("ix_photos_pending", "id", where="state = 'pending'"),
)

followers = table(
    "followers",
    "respondents who want to hear what happens with a signal that was logged for them",
    Retention.PERSON,
    signal_number(primary_key=True),
    person(primary_key=True, index=True),
    Column("since", Moment, nullable=False),
)

cards = table(
    "cards",
    "the message that confirmed a signal, which is edited when an update is in doubt",
    Retention.WORDS,
    signal_number(primary_key=True),
    person("recipient", primary_key=True),
    Column("ref", Words, nullable=False),
    Column("sent_at", Moment, nullable=False),
    Index(None, "recipient", "ref"),
)

links = table(
    "links",
    "what people said of two signals: about the same, or not",
    Retention.WORDS,
    row_id(),
    signal_number("one", nullable=False),
    signal_number("other", nullable=False, index=True),
    Column("same", Boolean, nullable=False),
    person(wipe=Wipe.BLANK),
    Column("at", Moment, nullable=False),
    UniqueConstraint("one", "other", "person"),
)

set_aside = table(
    "set_aside",
    "signals that somebody who sorted let stand in no topic: no signal, or not known yet",
    Retention.WORDS,
    signal_number(primary_key=True),
    Column("why", Named(SetAside), nullable=False),
    person(wipe=Wipe.BLANK),
    Column("at", Moment, nullable=False),
)

stood = table(
    "stood",
    "rounds that somebody sorted until the top 5 stood",
    Retention.COUNTS,
    Column("district", Text, primary_key=True),
    Column("round", Text, primary_key=True),
    person(wipe=Wipe.BLANK),
    Column("at", Moment, nullable=False),
)

titles = table(
    "titles",
    "better titles of topics, tied to a signal at the heart",
    Retention.WORDS,
    signal_number(primary_key=True),
    Column("title", Words, nullable=False),
    person(wipe=Wipe.BLANK),
    Column("at", Moment, nullable=False),
)

vectors = table(
    "vectors",
    "what a signal means as numbers of a language model, where the operator chose one",
    Retention.WORDS,
    signal_number(primary_key=True),
    Column("model", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("data", LargeBinary, nullable=False),
)

effects = table(
    "effects",
    "whether a reporter notices a difference, after the action was done",
    Retention.COUNTS,
    signal_number(primary_key=True),
    person(primary_key=True),
    Column("effect", Named(Effect), nullable=False),
    Column("at", Moment, nullable=False),
)

talks = table(
    "talks",
    "neighbourhood conversations that were logged: where, and with how many people",
    Retention.COUNTS,
    row_id(),
    Column("district", Text, nullable=False),
    person(wipe=Wipe.BLANK),
    Column("place", Words, nullable=False),
    Column("people", Integer, nullable=False),
    Column("at", Moment, nullable=False),
)
