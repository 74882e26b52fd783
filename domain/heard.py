"""What somebody said, as far as it can be understood without knowing who they are.

`bot/understanding.py` makes these of a platform's event: it knows the words of every language, so that
handlers know none.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from domain.held import Reason
from domain.messages import Act
from domain.signals import SignalNumber


class Command(StrEnum):
    """Words that always work. Their spellings per language stand in `locales/*/commands.ftl`."""

    STATUS = "status"
    STOP = "stop"
    START = "start"
    LANGUAGE = "language"
    WIPE = "wipe"
    DATA = "data"
    HELP = "help"
    RULES = "rules"
    WITHDRAW = "withdraw"
    NEIGHBOURHOOD = "neighbourhood"
    DISTRICT = "district"
    CANCEL = "cancel"
    SURVEY = "survey"
    TALK = "talk"
    TOPICS = "topics"
    MERGE = "merge"
    TITLE = "title"
    WAITING = "waiting"
    REPORT = "report"
    BEGIN = "begin"
    CLOSE = "close"
    INVITE = "invite"
    HAND_OVER = "hand-over"
    ACTIONS = "actions"
    CHECK = "check"
    FAST_LANE = "fast-lane"
    PRACTICE = "practice"
    SORT = "sort"
    HELD = "held"
    QUOTES = "quotes"
    FEEDBACK = "feedback"
    CHANGE = "change"
    POINTS = "points"
    CALENDAR = "calendar"
    AGREEMENTS = "agreements"
    FOLDER = "folder"
    PROMISES = "promises"
    QUIET = "quiet"
    WHO = "who"


class Aside(StrEnum):
    """What is said beside the matter: it is answered, and never kept as a signal."""

    GREETING = "greeting"
    THANKS = "thanks"
    YES = "yes"
    NO = "no"
    NUMBER = "number"
    CHOICE = "choice"
    """A word of some button ("overslaan"), said where no such button stands."""
    WORDLESS = "wordless"
    """Only signs and pictures."""
    UNKNOWN_COMMAND = "unknown-command"
    """`/something` that no list has."""


class Danger(StrEnum):
    NOW = "112"
    SUICIDE = "113"
    HOME = "veiligthuis"


@dataclass(frozen=True, slots=True)
class Said:
    """Words, a picture or a place: a signal, or the answer to an open question.

    `command` and `act` are what the same words also mean, if anything: a word that always works (with
    the `rest` behind it), or the choice of the open question whose number or label was typed.
    """

    text: str
    origin: str = ""
    command: Command | None = None
    rest: str = ""
    act: Act | None = None
    photo: str | None = None
    album: str | None = None
    neighbourhood: str | None = None
    """The buurt in which a shared location fell, where the settings tell."""
    language: str = "nl"
    """Language of the words, guessed."""
    continues: bool = False
    """The words go on where the last message stopped ("en ook ...", "oh ja")."""
    danger: Danger | None = None
    aside: Aside | None = None
    held: tuple[Reason, ...] = ()
    """Why the coordinator has to read these words first, should they become a signal."""
    safe: str = ""
    """Of words of danger: the same without names and addresses."""
    living: bool = False
    """Says where somebody lives ("ik woon op 3541"), which answers the question for the wijk."""


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button that is still good for this person; `district` is the wijk that it was made in, if any."""

    act: Act
    district: str = ""


@dataclass(frozen=True, slots=True)
class PressedStale:
    """A button that was used, expired, or belonged to somebody else."""


@dataclass(frozen=True, slots=True)
class Opened:
    """First contact, or a link followed; `district` is the wijk that the link named."""

    district: str | None = None


@dataclass(frozen=True, slots=True)
class ShowedCode:
    """A one-time code, typed or in a link; what it gives is in `Situation.offer`, None when unknown."""


@dataclass(frozen=True, slots=True)
class Changed:
    """An earlier message was edited; `number` is the signal it gave, None when it gave none."""

    number: SignalNumber | None
    text: str
    danger: Danger | None = None
    held: tuple[Reason, ...] = ()
    safe: str = ""
    """Without names and addresses, whatever it says: it may take the place of words of danger."""
    origin: str = ""
    """The message that was edited."""
    language: str = "nl"


@dataclass(frozen=True, slots=True)
class TookBack:
    """An earlier message was removed by its writer."""

    number: SignalNumber | None


@dataclass(frozen=True, slots=True)
class Unclear:
    """Something that carries no signal: a sticker, a contact, an empty text, a voice note."""

    kind: str


Heard: TypeAlias = Said | Pressed | PressedStale | Opened | ShowedCode | Changed | TookBack | Unclear


def meant(heard: Heard) -> tuple[Act | None, Command | None]:
    """The button that was pressed or typed, and the word that always works, if it was one."""
    match heard:
        case Pressed(act):
            return act, None
        case Said():
            return heard.act, heard.command
        case _:
            return None, None
