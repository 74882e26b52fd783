"""An event of a platform as something heard: which words, which button, which signal an edit is about."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.chat import Edit, Incoming, Other, Photo, Place, Press, Removal, Start, Voice, Words
from bot.languages import language_of
from bot.texts import Words as Catalog
from bot.understanding import bare, code_in, codes_in, understood
from domain.cleaning import clean
from domain.districts import DUTCH, District
from domain.heard import Changed, Heard, Opened, PressedStale, Said, ShowedCode, TookBack, Unclear
from domain.invitations import hash_of
from domain.messages import Choice, PersonKey, Recipient
from domain.signals import SignalNumber
from screening.held import held
from screening.redact import redact
from storage import buttons, invitations, signals, waiting
from storage.engine import Connection


@dataclass(frozen=True, slots=True)
class Ear:
    """What is needed to understand one event: who speaks, in which language, and what was asked last."""

    words: Catalog
    person: PersonKey
    here: Recipient
    language: str
    choices: tuple[Choice, ...]
    district: District | None


@dataclass(frozen=True, slots=True)
class Understood:
    """What was heard, and the one-time code in it, if any."""

    heard: Heard
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """Words below the message `to`; `message` is the id of their own."""

    text: str
    message: str
    to: str


async def hear(connection: Connection, incoming: Incoming, ear: Ear, now: datetime) -> Understood:  # noqa: C901 - one line a kind
    """What this event says. Raises ValueError for content that says nothing to a handler."""
    match incoming.content:
        case Words(text, None):
            shown = await _shown_to_all(connection, ear, text)
            return Understood(ShowedCode(), shown) if shown else _words(ear, text, incoming.message)
        case Words(text, str() as to):
            return await _reply(connection, ear, Reply(text, incoming.message, to), now)
        case Start(payload):
            code = code_in(payload)
            return Understood(ShowedCode(), code) if code else Understood(Opened(payload or None))
        case Press(token):
            pressed = await buttons.press(connection, token, ear.here, now)
            return Understood(pressed or PressedStale())
        case Photo(file, caption, album):
            said = _said(ear, caption, incoming.message)
            return Understood(
                replace(said, photo=f"{incoming.platform}:{file}", album=album, act=None, command=None)
            )
        case Place(latitude, longitude, caption):
            said = _said(ear, caption, incoming.message)
            where = ear.district.nearest(latitude, longitude) if ear.district else None
            return Understood(replace(said, neighbourhood=where, act=None, command=None))
        case Edit(of, text):
            number = await signals.number_by_origin(connection, ear.person, of)
            return Understood(replace(_changed(ear, number, clean(text)), origin=of))
        case Removal(of):
            return Understood(TookBack(await signals.number_by_origin(connection, ear.person, of)))
        case Voice():
            return Understood(Unclear("voice"))
        case Other(kind):
            return Understood(Unclear(kind))
        case content:
            raise ValueError(type(content).__name__)


async def _shown_to_all(connection: Connection, ear: Ear, text: str) -> str | None:
    """A code that still works, among other words in a group: everybody there can read it."""
    for code in codes_in(text) if ear.here.startswith("g:") else ():
        offer = await invitations.look_up(connection, hash_of(code))
        if offer is not None and not offer.used:
            return code
    return None


async def _reply(connection: Connection, ear: Ear, reply: Reply, now: datetime) -> Understood:
    """Words, or a number set below a message, that answer that message and no other question."""
    if shown := await _shown_to_all(connection, ear, reply.text):
        return Understood(ShowedCode(), shown)
    asked = await waiting.asked(connection, ear.here, reply.to)
    if asked is None and not await waiting.underway(connection, ear.here):
        return _to_somebody_else(ear, reply)
    choices, tokens = asked or ((), ())
    if not choices:
        return _words(ear, reply.text, reply.message)
    understood_there = _words(replace(ear, choices=choices), reply.text, reply.message)
    act = getattr(understood_there.heard, "act", None)
    if act is None:
        return understood_there
    token = next(token for token, one in zip(tokens, choices, strict=True) if one.act == act)
    good = await buttons.look(connection, token, ear.here, now)
    return Understood(good or PressedStale())


def _to_somebody_else(ear: Ear, reply: Reply) -> Understood:
    """It answers no question of ours: in a group, what people say to one another is not said to us."""
    understood_here = _words(replace(ear, choices=()), reply.text, reply.message)
    heard = understood_here.heard
    among_people = ear.here.startswith("g:") and isinstance(heard, Said) and heard.command is None
    return Understood(Unclear("reply")) if among_people else understood_here


def load_words(words: Catalog) -> None:
    """Hear a sentence of nobody, so that the first who speaks does not wait until all words are loaded."""
    nobody = PersonKey("")
    _said(Ear(words, nobody, nobody, DUTCH, (), None), "de lamp bij het pad is al weken stuk", "")


def _words(ear: Ear, text: str, message: str) -> Understood:
    code = code_in(text)
    if code is not None:
        return Understood(ShowedCode(), code)
    said = _said(ear, text, message)
    return Understood(said if said.text else Unclear("empty"))


def _said(ear: Ear, text: str, message: str) -> Said:
    said = understood(ear.words, text, ear.choices, ear.language)
    language = language_of(said.text, ear.words.only_in(bare(said.text)) or ear.language)
    danger = ear.words.dangers.find(said.text)
    return replace(
        said,
        origin=message,
        language=language,
        danger=danger,
        held=held(said.text, language),
        safe=_safe(ear, said.text, language) if danger else "",
    )


def _changed(ear: Ear, number: SignalNumber | None, text: str) -> Changed:
    danger, language = ear.words.dangers.find(text), language_of(text, ear.language)
    return Changed(number, text, danger, held(text, language), _safe(ear, text, language), language=language)


def _safe(ear: Ear, text: str, language: str) -> str:
    """Without names and addresses: all that is kept of words of danger, should somebody want it kept."""
    places = ear.district.places if ear.district else ()
    return redact(text, language, places).text
