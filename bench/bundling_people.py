"""Simulated people. They alone know the labels; they answer the product's questions, sometimes wrongly."""

import random
from collections.abc import Mapping
from dataclasses import dataclass

from bundling.cards import Answer, Card, File, Into, Kept, Merge, Odd, Word, kept
from domain.topics import SignalKey

NOTHING = ""
"""The label of a signal that stands in no topic."""
MOST_PAGES = 1


@dataclass(frozen=True, slots=True)
class People:
    """What the signals are about, how often people err, and their dice."""

    labels: Mapping[SignalKey, str]
    wrong: float
    dice: random.Random

    def resident(self, card: File) -> tuple[Kept, bool]:
        """'Is it one of these?' gives links, and whether the right topic was there."""
        right = self._right(card)
        answer: Answer = Into(right) if right is not None else Word.NEW
        if self.dice.random() < self.wrong:
            answer = self._mistake(card, answer)
        return kept(card, answer), right is not None

    def coordinator(self, card: Card) -> Answer | None:
        """An answer to a card; None to see more topics."""
        true = self._truth(card)
        return self._mistake(card, true) if self.dice.random() < self.wrong else true

    def _right(self, card: File) -> "SignalKey | None":
        own = self.labels[card.signal]
        return next((one.face for one in card.topics if own and self.labels[one.face] == own), None)

    def _truth(self, card: Card) -> Answer | None:
        match card:
            case File():
                right = self._right(card)
                if not self.labels[card.signal]:
                    return Word.NO_SIGNAL
                if right is None and card.more and card.page + 1 < MOST_PAGES:
                    return None
                return Word.NEW if right is None else Into(right)
            case Merge(one=one, other=other):
                return self._same(one.face, other.face)
            case Odd(signal=signal, topic=topic):
                return self._same(signal, topic.face) if self.labels[signal] else Word.NO_SIGNAL

    def _same(self, one: SignalKey, other: SignalKey) -> Word:
        return Word.YES if self.labels[one] == self.labels[other] != NOTHING else Word.NO

    def _mistake(self, card: Card, right: Answer | None) -> Answer:
        if isinstance(card, File):
            others: list[Answer] = [Into(one.face) for one in card.topics if Into(one.face) != right]
            return self.dice.choice([*others, Word.NEW]) if others else Word.NEW
        return Word.NO if right is Word.YES else Word.YES
