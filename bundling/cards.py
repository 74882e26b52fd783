"""What a person is asked while sorting, what they may say, and what is kept of it."""

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from domain.topics import SignalKey

DECISION_SECONDS = 1.5
WORD_SECONDS = 0.2
TITLE_WORDS = 5
SHOWN = 5


@dataclass(frozen=True, slots=True)
class Shown:
    """A topic on a card. Its face is a signal that stands for it: what is said of it is said of that."""

    face: SignalKey
    signals: tuple[SignalKey, ...]


@dataclass(frozen=True, slots=True)
class File:
    """Where does this signal belong? Up to five likely topics, and whether there are more to show."""

    signal: SignalKey
    topics: tuple[Shown, ...]
    page: int = 0
    more: bool = False


@dataclass(frozen=True, slots=True)
class Merge:
    """Are these two topics one?"""

    one: Shown
    other: Shown


@dataclass(frozen=True, slots=True)
class Odd:
    """Does this signal, and what stands with it for sure, belong in this topic?"""

    signal: SignalKey
    topic: Shown


Card: TypeAlias = File | Merge | Odd


@dataclass(frozen=True, slots=True)
class Into:
    """It belongs to the topic with this face."""

    face: SignalKey


class Word(Enum):
    """Other answers: yes and no to Merge and Odd, the rest to File; no signal and hold to Odd as well."""

    YES = "yes"
    NO = "no"
    NEW = "new"
    NO_SIGNAL = "no-signal"
    HOLD = "hold"


Answer: TypeAlias = Into | Word
Pairs: TypeAlias = tuple[tuple[SignalKey, SignalKey], ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """One answer as it is kept: links between signals, and signals that stand in no topic."""

    same: Pairs = ()
    apart: Pairs = ()
    no_signal: tuple[SignalKey, ...] = ()
    held: tuple[SignalKey, ...] = ()


NOTHING = Kept()


class WrongAnswerError(ValueError):
    """An answer that does not fit the card."""


def kept(card: Card, answer: Answer) -> Kept:
    """What an answer to a card says about pairs of signals."""
    match card, answer:
        case File(signal=signal, topics=topics), Into(face=face) if face in {one.face for one in topics}:
            return Kept(same=((signal, face),))
        case File(signal=signal, topics=topics), Word.NEW:
            return Kept(apart=tuple((signal, one.face) for one in topics))
        case File(signal=signal) | Odd(signal=signal), Word.NO_SIGNAL:
            return Kept(no_signal=(signal,))
        case File(signal=signal) | Odd(signal=signal), Word.HOLD:
            return Kept(held=(signal,))
        case _:
            return _yes_or_no(card, answer)


def _yes_or_no(card: Card, answer: Answer) -> Kept:
    if isinstance(card, File) or answer not in (Word.YES, Word.NO):
        raise WrongAnswerError(f"{answer} does not answer {type(card).__name__}")
    pair = (card.one.face, card.other.face) if isinstance(card, Merge) else (card.signal, card.topic.face)
    return Kept(same=(pair,)) if answer is Word.YES else Kept(apart=(pair,))


def seconds(card: Card, words: dict[SignalKey, int]) -> float:
    """How long a person reads and decides: texts in full, titles, and an example of each of two topics."""
    match card:
        case File(signal=signal, topics=topics):
            read = words[signal] + TITLE_WORDS * len(topics)
        case Merge(one=one, other=other):
            read = 2 * TITLE_WORDS + words[one.face] + words[other.face]
        case Odd(signal=signal):
            read = words[signal] + TITLE_WORDS
    return DECISION_SECONDS + WORD_SECONDS * read
