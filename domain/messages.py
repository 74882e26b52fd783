"""What one turn says, before it is words: keys with arguments, choices, and who they are for.

The outbox keeps these values; `bot/texts.py` makes words of them in the reader's language at the edge.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NewType, TypeAlias

PersonKey = NewType("PersonKey", str)
"""HMAC of platform and user id, `p:` in front: what the wijk's store knows of a person."""

RoomKey = NewType("RoomKey", str)
"""HMAC of platform and room id, `g:` in front: the group or room of a wijkverband."""

Recipient = PersonKey | RoomKey

Value: TypeAlias = "str | int | date | Text | Spoken | tuple[Text, ...]"
"""An argument of a text. A date is written out in the reader's language, a tuple one a line."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words of people, never translated by a machine: in Dutch, and in the languages that somebody typed them
    in. Who reads another language gets the Dutch, and is told so."""

    dutch: str
    others: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Text:
    """A message id of `locales/*.ftl` and its arguments (names in snake_case, the same in both)."""

    key: str
    args: Mapping[str, Value] = field(default_factory=dict)
    language: str = ""
    """Said in this language whatever the reader chose: an emergency is answered in its own language."""


def listed(items: Iterable[Value]) -> Value:
    """One after another with commas; an empty text for none."""
    first, *rest = list(items) or [""]
    return Text("report-and", {"first": first, "rest": listed(rest)}) if rest else first


class Kind(StrEnum):
    """Why a message is sent; it decides what the sender does when delivery is in doubt."""

    ANSWER = "answer"
    """Reply to what somebody just said; lost in doubt costs nothing but a repeat."""
    CARD = "card"
    """First answer to a signal; its message id is kept and later edited."""
    UPDATE = "update"
    """News about a signal: pushed at most once, in doubt the card is edited instead."""
    NOTICE = "notice"
    """To a role or a room: report, reminder, something that waits."""


class Verb(StrEnum):
    """What a button does. The same choice can be typed as its number or its words."""

    SET_LANGUAGE = "set-language"
    ASK_LANGUAGE = "ask-language"
    SHOW_KEPT = "show-kept"
    SET_DISTRICT = "set-district"
    SET_NEIGHBOURHOOD = "set-neighbourhood"
    WITHDRAW = "withdraw"
    CORRECT = "correct"
    KEEP_DANGER = "keep-danger"
    DROP_DANGER = "drop-danger"
    JOIN_TOPIC = "join-topic"
    OTHER_TOPIC = "other-topic"
    WIPE = "wipe"
    KEEP = "keep"
    SKIP = "skip"
    ANOTHER = "another"
    FINISH = "finish"
    BEGIN = "begin"
    TAKE_UP = "take-up"
    NOT_NOW = "not-now"
    LATER = "later"
    REFER = "refer"
    SET_OWNER = "set-owner"
    CHECK_IN = "check-in"
    APPROVE = "approve"
    REWRITE = "rewrite"
    CLOSE_ROUND = "close-round"
    REPORT_STARTED = "report-started"
    REPORT_DONE = "report-done"
    REPORT_DELAYED = "report-delayed"
    REPORT_IMPOSSIBLE = "report-impossible"
    EXPLAIN_DELAY = "explain-delay"
    """`about`: the day that was promised, `2026-11-08`."""
    SHOW_PROMISES = "show-promises"
    SET_QUIET = "set-quiet"
    EFFECT = "effect"
    """`about`: signal number and answer, `2026-0412/yes`."""
    SHOW_CODE = "show-code"
    INVITE = "invite"
    SHOW_TOPICS = "show-topics"
    SHOW_WAITING = "show-waiting"
    SHOW_REPORT = "show-report"
    HAND_OVER = "hand-over"
    FAST = "fast"
    """The fast lane. `about`: what is done and the signal it is about, `yes/2026-0412`."""
    PRACTICE = "practice"
    """The practice conversation. `about`: what is done, `skip/step`."""
    GO_ON = "go-on"
    CHANGE = "change"
    """`about`: a topic, or a topic and one of its fields, `topic/12/owner`."""
    REFER_TO = "refer-to"
    SCORE = "score"
    """`about`: a round, or a topic with what it gets, `12/impact/3`."""
    SHOW_SCORES = "show-scores"
    ADOPT = "adopt"
    """Put the proposed simpler words in the text. `about`: the text and the fingerprint of its words."""
    RETELL = "retell"
    """A text or a paper for all residents. `about`: which one, `newsletter` or `poster`."""
    WAIVE = "waive"
    TRANSLATE = "translate"
    """Let a text go out that no experience expert read. `about` as above."""
    SORT = "sort"
    """A card of `sorteer`. `about`: the answer and the signals it is about, `into/2026-0412/2026-0398`."""
    AGREE = "agree"
    """Below an agreement on taking part. `about`: what to do, and to which part and theme."""
    HELD = "held"
    """Below words that wait for the coordinator. `about`: what to do, the signal, its words' fingerprint."""
    QUOTE = "quote"
    """Below a sentence to be quoted. `about` as above."""
    WHO = "who"
    """Looking up who reported. `about`: what to do, and the signal."""


@dataclass(frozen=True, slots=True)
class Act:
    """One thing a button does, and to what: `about` is an id or a name, empty where the verb says all."""

    verb: Verb
    about: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A button: its label and what it does."""

    label: Text
    act: Act


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file made when it is sent: `what` is report or report-picture (about: wijk/round), qr (a code),
    photo (of a signal, by its row) or data (a person).
    """

    what: str
    about: str


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a turn. `signal` is the number of the signal that a card or an update is about."""

    to: Recipient
    text: Text
    choices: tuple[Choice, ...] = ()
    kind: Kind = Kind.ANSWER
    signal: str | None = None
    attachment: Attachment | None = None
