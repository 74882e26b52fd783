"""Agreements on taking part (template 1): the coordinator fills them in, partners read them.

One question at a time; every answer is kept as it comes, so breaking off loses nothing. What residents read
changes only when a coordinator says yes to exactly those words.
"""

from dataclasses import replace

from domain.agreements import MAX_PART, MAX_THEME, Agreement, Part, Rung, Version
from domain.events import AgreementBegun, AgreementChanged, AgreementHidden, AgreementSettled
from domain.heard import Command, Said
from domain.messages import Act, Choice, Kind, Message, Text, Verb
from domain.people import Role
from domain.policy import Deed
from handlers import agreements, rights
from handlers.agreements import act, shown
from handlers.sentences import as_sentence, one_line
from handlers.states import Agreeing, Idle, NamingTheme, ReadingAgreement
from handlers.turn import Situation, Turn, say

READING = frozenset({"list", "show", "history"})
"""What partners may do too; the rest is for the coordinator."""
SLIP = 4
"""So few words below a list are a choice that was mistyped, and no signal."""


# --- buttons and words -------------------------------------------------------------------------


def pressed(situation: Situation, given: Act) -> Turn | None:
    """A button below an agreement; None when it belongs to another conversation."""
    if given.verb is not Verb.AGREE:
        return None
    deed, _, about = given.about.partition("/")
    return _refused(situation, reading=deed in READING) or _done(situation, deed, about)


def commanded(situation: Situation, command: Command, rest: str) -> Turn | None:
    """`afspraken`, and `annuleer` while one of its questions is open."""
    ours = isinstance(situation.state, Agreeing | NamingTheme | ReadingAgreement)
    if command is Command.CANCEL and ours:
        return Turn(Idle(), (say(situation, Text("folder-stopped")),))
    if command is not Command.AGREEMENTS or rest or not (situation.room or situation.person.roles):
        return None
    return _refused(situation, reading=True) or agreements.listed(situation)


def said(situation: Situation, heard: Said) -> Turn | None:
    """The answer to the question that is open."""
    state = situation.state
    words = one_line(heard.text)
    if isinstance(state, ReadingAgreement):
        return _reread(situation, state, words)
    if not isinstance(state, Agreeing | NamingTheme):
        return None
    if refused := _refused(situation, reading=False):
        return refused
    if isinstance(state, NamingTheme):
        return _named(situation, words)
    agreement = _found(situation, state.theme)
    if agreement is None:
        return _gone(situation)
    if not words or words.isdecimal() or state.part is Part.RUNG:
        # No text, or the number of a choice that is not there.
        return _ask(situation, agreement, state)
    if len(words) > MAX_PART:
        return Turn(state, (say(situation, Text("folder-too-long", {"most": MAX_PART})),))
    whole = words[0].upper() + words[1:] if state.part is Part.QUESTION else as_sentence(words)
    return _put(situation, agreement, state, whole)


def _reread(situation: Situation, state: ReadingAgreement, words: str) -> Turn | None:
    if len(words.split()) > SLIP or not rights.may(situation, Deed.READ_AGREEMENT):
        return None
    agreement = _found(situation, state.theme)
    return shown(situation, agreement) if agreement else agreements.listed(situation)


def _refused(situation: Situation, *, reading: bool) -> Turn | None:
    """Partners read, the coordinator writes, in a chat of two."""
    deed = Deed.READ_AGREEMENT if reading else Deed.WRITE_AGREEMENT
    key = "" if rights.has(situation, Deed.READ_AGREEMENT) else "folder-refused"
    return rights.refused(situation, deed, Agreeing, NamingTheme, ReadingAgreement, key=key)


def _done(situation: Situation, deed: str, about: str) -> Turn:
    match deed:
        case "list":
            return agreements.listed(situation)
        case "new":
            return agreements.ask_theme(situation)
        case "theme":
            return _begin(situation, about)
        case "part" | "skip" | "clear" | "rung":
            return _part_pressed(situation, deed, about)
        case "yes":
            return _settle(situation, about)
        case _:
            agreement = _found(situation, about)
            return _of_one(situation, deed, agreement) if agreement else _gone(situation)


def _of_one(situation: Situation, deed: str, agreement: Agreement) -> Turn:
    match deed:
        case "go":
            return _next(situation, agreement, None)
        case "edit":
            return agreements.ask_part(situation, agreement)
        case "settle":
            return agreements.ask_yes(situation, agreement)
        case "hide":
            return _hide(situation, agreement)
        case "history":
            return agreements.history(situation, agreement)
        case "replace":
            return _replace(situation, agreement)
        case _:
            return shown(situation, agreement)


def _found(situation: Situation, theme: str) -> Agreement | None:
    return next((one for one in situation.agreements if one.theme == theme), None)


def _gone(situation: Situation) -> Turn:
    return Turn(Idle(), (say(situation, Text("folder-gone")),))


# --- beginning ---------------------------------------------------------------------------------


def _named(situation: Situation, words: str) -> Turn:
    if not words or words.isdecimal():
        return agreements.ask_theme(situation)
    if len(words) > MAX_THEME:
        return Turn(NamingTheme(), (say(situation, Text("folder-theme-too-long", {"most": MAX_THEME})),))
    return _begin(situation, words[0].upper() + words[1:])


def _begin(situation: Situation, theme: str) -> Turn:
    """A new agreement, or the one that there is about this theme."""
    known = (one for one in situation.agreements if one.theme.casefold() == theme.casefold())
    there = next(known, None)
    if there is not None:
        return shown(situation, there)
    slug = situation.person.district or ""
    new = Agreement(slug, theme, (Version(1, {}, situation.now, Role.COORDINATOR),))
    return replace(_next(situation, new, None), events=(AgreementBegun(theme),))


# --- one part ----------------------------------------------------------------------------------


def _ask(situation: Situation, agreement: Agreement, state: Agreeing, before: Text | None = None) -> Turn:
    return Turn(state, (agreements.question(situation, agreement, state, before),))


def _next(situation: Situation, agreement: Agreement, after: Part | None, before: Text | None = None) -> Turn:
    """The next part without an answer, or the whole when there is none."""
    order = list(Part)
    rest = order[order.index(after) + 1 :] if after else order
    part = next((part for part in rest if part in agreement.now.empty), None)
    if part is None:
        return shown(situation, agreement, before)
    return _ask(situation, agreement, Agreeing(agreement.theme, part), before)


def _part_pressed(situation: Situation, deed: str, about: str) -> Turn:
    name, _, theme = about.partition("/")
    agreement = _found(situation, theme)
    if agreement is None:
        return _gone(situation)
    if deed == "rung":
        return _rung(situation, agreement, Rung(name))
    part = Part(name)
    if deed == "part":
        asked = Agreeing(theme, part, alone=True, was=agreement.now.part(part))
        return _ask(situation, agreement, asked)
    state = situation.state
    if not isinstance(state, Agreeing) or (state.theme, state.part) != (theme, part):
        # A button of an earlier question.
        return shown(situation, agreement)
    if deed == "skip":
        return shown(situation, agreement) if state.alone else _next(situation, agreement, part)
    return _put(situation, agreement, state, "")


def _rung(situation: Situation, agreement: Agreement, rung: Rung) -> Turn:
    state = situation.state
    if not isinstance(state, Agreeing) or (state.theme, state.part) != (agreement.theme, Part.RUNG):
        return shown(situation, agreement)
    return _put(situation, agreement, state, rung.value)


def _put(situation: Situation, agreement: Agreement, state: Agreeing, words: str) -> Turn:
    """Keep these words, unless somebody else changed the same part since it was asked."""
    stands = agreement.now.part(state.part)
    if stands not in {state.was, words}:
        waiting = replace(state, was=stands, words=words)
        return Turn(waiting, (agreements.conflict(situation, waiting),))
    after = _with(agreement, state.part, words, situation)
    kept = Text("folder-kept")
    turn = shown(situation, after, kept) if state.alone else _next(situation, after, state.part, kept)
    if stands == words:
        return turn
    return replace(turn, events=(AgreementChanged(agreement.theme, state.part, words, stands),))


def _replace(situation: Situation, agreement: Agreement) -> Turn:
    """[Mijn tekst], when two wrote at once; with a third meanwhile it is asked again."""
    state = situation.state
    if not isinstance(state, Agreeing) or state.theme != agreement.theme or not state.words:
        return shown(situation, agreement)
    return _put(situation, agreement, state, state.words)


def _with(agreement: Agreement, part: Part, words: str, situation: Situation) -> Agreement:
    """The agreement as storage will have it."""
    before = agreement.now
    if before.part(part) == words:
        return agreement
    parts = {**before.parts, part: words}
    version = Version(before.number + 1, parts, situation.now, Role.COORDINATOR, part)
    return replace(agreement, versions=(*agreement.versions, version))


# --- letting everybody read it -----------------------------------------------------------------


def _settle(situation: Situation, about: str) -> Turn:
    """Only the very words that the button stood under."""
    seen, _, theme = about.partition("/")
    agreement = _found(situation, theme)
    if agreement is None:
        return _gone(situation)
    if agreement.now.fingerprint != seen or agreement.now.lacking:
        return agreements.ask_yes(situation, agreement, Text("folder-other-words"))
    done = say(situation, Text("folder-settled"))
    return Turn(Idle(), (done, *_told(situation, theme)), (AgreementSettled(theme, seen),))


def _told(situation: Situation, theme: str) -> tuple[Message, ...]:
    room = situation.partnership
    if room is None:
        return ()
    return (Message(room, Text("folder-settled-room", {"theme": theme}), kind=Kind.NOTICE),)


def _hide(situation: Situation, agreement: Agreement) -> Turn:
    if agreement.agreed is None:
        return shown(situation, agreement)
    again = Choice(Text("folder-settle"), act("settle", agreement.theme))
    done = say(situation, Text("folder-hidden"), again)
    return Turn(Idle(), (done,), (AgreementHidden(agreement.theme),))
