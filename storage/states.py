"""States of rows that only the store and its callers know: delivery, words to check, pictures."""

from enum import StrEnum


class Overtaken(Exception):
    """Somebody else's change came between reading and writing: the intake takes the event once more."""


class Delivery(StrEnum):
    """How far a message is (promises 1)."""

    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    DOUBT = "doubt"
    PARKED = "parked"
    DEAD = "dead"


class FeedbackState(StrEnum):
    DRAFT = "draft"
    APPROVED = "approved"


class PhotoState(StrEnum):
    PENDING = "pending"
    KEPT = "kept"
    REFUSED = "refused"


class LeftOut(StrEnum):
    """Why somebody who is owed an update gets none."""

    NO_UPDATES = "no-updates"
    """They said stop."""
    WITHDRAWN = "withdrawn"
    """They took the signal back."""
    WITHHELD = "withheld"
    """Words of danger, kept on request: the wijkverband never saw them, so it has nothing to say of them."""
    IMPORTED = "imported"
    """Brought in from a file: there is nobody to write to."""
    SETTLED = "settled"
    """The fast lane said yes before: that was their answer."""
    UNREACHABLE = "unreachable"
    """They did not come back in time."""
    DEAD = "dead"
    """The platform refused the message for good."""
    ASKED_ENOUGH = "asked-enough"
    """Somebody was asked enough this month, and there was nothing else to tell."""
