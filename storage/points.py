"""Named moments at which the process may die. In service nobody listens; tests hang a `kill -9` on them."""

from collections.abc import Callable
from enum import StrEnum


class Point(StrEnum):
    """Between two steps that must both happen, or be made good after a restart (docs/reliability.md)."""

    AFTER_FETCH = "after_fetch"
    IN_TX_AFTER_INBOX = "in_tx_after_inbox"
    BEFORE_COMMIT = "before_commit"
    AFTER_COMMIT = "after_commit"
    BEFORE_ACK = "before_ack"
    AFTER_MARK_SENDING = "after_mark_sending"
    AFTER_SEND = "after_send"
    AFTER_NEWS = "after_news"
    BEFORE_MARK_SENT = "before_mark_sent"
    AFTER_MARK_SENT = "after_mark_sent"
    BEFORE_EDIT = "before_edit"
    AFTER_EDIT = "after_edit"
    REPORT_AFTER_SELECT = "report_after_select"
    REPORT_AFTER_INSERT = "report_after_insert"
    REPORT_AFTER_OUTBOX = "report_after_outbox"
    RETENTION_MID_BATCH = "retention_mid_batch"
    ERASE_AFTER_JOURNAL = "erase_after_journal"
    ERASE_AFTER_DELETE = "erase_after_delete"
    MIGRATION_MID = "migration_mid"
    BACKUP_MID = "backup_mid"


_listeners: list[Callable[[Point], None]] = []


def reached(point: Point) -> None:
    """Say that this moment is here."""
    for listener in _listeners:
        listener(point)


def listen(listener: Callable[[Point], None]) -> None:
    """Be called at every point that is reached, in this process."""
    _listeners.append(listener)
