"""The tables of the wijk's store. People are known here by their key only.

Every table says in `info` what it holds and how long (`retention`); every column with the key of a
person says what `wissen` does with it. The tests and `docs/data.md` are driven by these.
"""

from storage.schema.acting import fast_lane, practice
from storage.schema.arrivals import conversations, cursors, inbox, parked
from storage.schema.folder import agreement_versions, agreements
from storage.schema.keeping import pauses
from storage.schema.mail import mails
from storage.schema.making import metadata
from storage.schema.meeting import calendar_entries, meetings, scores
from storage.schema.people import invitations, people, roles, rooms, strange_rooms, wrong_codes
from storage.schema.promises import asks, delays, ledger, skipped_asks
from storage.schema.quotes import held, quotes
from storage.schema.rights import lookups
from storage.schema.rounds import actions, decisions, moves, rounds, topic_signals, topics
from storage.schema.service import audit, erasures, heartbeats, reminders
from storage.schema.signals import (
    cards,
    effects,
    followers,
    links,
    origins,
    photos,
    sequences,
    set_aside,
    signals,
    stood,
    talks,
    titles,
    vectors,
)
from storage.schema.spoken import feedback_words
from storage.schema.telling import buttons, feedback, outbox, updates

__all__ = [
    "actions",
    "agreement_versions",
    "agreements",
    "asks",
    "audit",
    "buttons",
    "calendar_entries",
    "cards",
    "conversations",
    "cursors",
    "decisions",
    "delays",
    "effects",
    "erasures",
    "fast_lane",
    "feedback",
    "feedback_words",
    "followers",
    "heartbeats",
    "held",
    "inbox",
    "invitations",
    "ledger",
    "links",
    "lookups",
    "mails",
    "meetings",
    "metadata",
    "moves",
    "origins",
    "outbox",
    "parked",
    "pauses",
    "people",
    "photos",
    "practice",
    "quotes",
    "reminders",
    "roles",
    "rooms",
    "rounds",
    "scores",
    "sequences",
    "set_aside",
    "signals",
    "skipped_asks",
    "stood",
    "strange_rooms",
    "talks",
    "titles",
    "topic_signals",
    "topics",
    "updates",
    "vectors",
    "wrong_codes",
]
