"""What a coordinator changes in the participation agreements of the wijk."""

from dataclasses import dataclass
from typing import TypeAlias

from domain.agreements import Part


@dataclass(frozen=True, slots=True)
class AgreementBegun:
    """A theme gets an agreement, still empty."""

    theme: str


@dataclass(frozen=True, slots=True)
class AgreementChanged:
    """One part has new words (or none). It counts only while `was` still stands there: nobody overwrites
    what somebody else wrote meanwhile."""

    theme: str
    part: Part
    words: str
    was: str = ""


@dataclass(frozen=True, slots=True)
class AgreementSettled:
    """A coordinator read exactly these words and lets everybody read them."""

    theme: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class AgreementHidden:
    """Residents do not read this agreement any more, until it is settled again."""

    theme: str


AgreeingEvent: TypeAlias = AgreementBegun | AgreementChanged | AgreementSettled | AgreementHidden
