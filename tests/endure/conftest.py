"""One nursery for the room."""

from tests.whole_round.lives import nursery

__all__ = ["nursery"]
