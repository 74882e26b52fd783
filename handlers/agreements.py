"""How an agreement on taking part is shown and asked for: lists, questions, history."""

from collections.abc import Iterable

from domain.agreements import Agreement, Part, Rung, Theme, Version
from domain.messages import Act, Choice, Message, Text, Value, Verb
from domain.policy import Deed
from domain.rounds import local_day
from handlers import rights
from handlers.sentences import hint
from handlers.states import Agreeing, NamingTheme, ReadingAgreement
from handlers.turn import Situation, Turn, say, then

MAX_VERSIONS = 12
MAX_BEFORE = 80
"""Characters of what stood there before, in the history."""


def act(deed: str, *about: str) -> Act:
    """What a button below an agreement does, and to which part and theme."""
    return Act(Verb.AGREE, "/".join((deed, *about)))


# --- the list ----------------------------------------------------------------------------------


def listed(situation: Situation) -> Turn:
    """All agreements with how far they are; the coordinator can begin a new one."""
    new = (Choice(Text("folder-new"), act("new")),) if rights.has(situation, Deed.WRITE_AGREEMENT) else ()
    name = situation.district.name if situation.district else ""
    found = situation.agreements
    lines = tuple(
        Text("folder-agreement-line", {"rank": rank, **state_of(situation, one)})
        for rank, one in enumerate(found, 1)
    )
    none = Text("folder-agreements-none", {"district": name})
    if situation.room:
        # A question of the meeting may be open here: it stays so, and buttons would come in its way.
        text = Text("folder-agreements-room", {"district": name, "lines": lines}) if found else none
        return Turn(situation.state, (say(situation, text),))
    if not found:
        return Turn(ReadingAgreement(), (say(situation, none, *new),))
    open_one = (Choice(theme_of(one.theme), act("show", one.theme)) for one in found)
    text = Text("folder-agreements-ask", {"district": name, "lines": lines})
    return Turn(ReadingAgreement(), (say(situation, text, *open_one, *new),))


def theme_of(theme: str) -> Text:
    """The name of a theme; words of the wijk's own stay as they are."""
    return Text("rules-theme", {"theme": theme})


def state_of(situation: Situation, agreement: Agreement) -> dict[str, Value]:
    """Arguments that say how far an agreement is."""
    agreed = agreement.agreed
    earlier = any(one.agreed_at for one in agreement.versions)
    state = "draft"
    if agreed is not None:
        state = "settled" if agreement.settled else "changed"
    elif earlier:
        state = "hidden"
    return {
        "theme": agreement.theme,
        "state": state,
        "day": _day(situation, agreed),
        "filled": len(Part) - len(agreement.now.empty),
        "count": len(Part),
    }


def _day(situation: Situation, version: Version | None) -> Value:
    if version is None or version.agreed_at is None:
        return ""
    return local_day(version.agreed_at, situation.zone)


def ask_theme(situation: Situation) -> Turn:
    """The themes that have no agreement yet; another one can be typed."""
    taken = {one.theme for one in situation.agreements}
    free = (theme for theme in Theme if theme.value not in taken)
    choices = (Choice(theme_of(theme.value), act("theme", theme.value)) for theme in free)
    return Turn(NamingTheme(), (say(situation, Text("folder-ask-theme"), *choices),))


# --- one agreement -----------------------------------------------------------------------------


def shown(situation: Situation, agreement: Agreement, before: Text | None = None) -> Turn:
    """The newest version, and what can be done with it."""
    lines = [*part_lines(agreement.now), *_remarks(situation, agreement)]
    text = Text("folder-agreement", {**state_of(situation, agreement), "lines": tuple(lines)})
    message = say(situation, then(before, text), *_deeds(situation, agreement))
    return Turn(ReadingAgreement(agreement.theme), (message,))


def part_lines(version: Version) -> list[Text]:
    """What is filled in, a line a part."""
    return [_part_line(part, words) for part, words in version.filled]


def _part_line(part: Part, words: str) -> Text:
    said: Value = Text("folder-rung", {"rung": words}) if part is Part.RUNG else words
    return Text("folder-part", {"part": part.value, "words": said})


def _remarks(situation: Situation, agreement: Agreement) -> Iterable[Text]:
    now = agreement.now
    if now.empty:
        yield Text("folder-empty", {"names": _names(now.empty)})
    if agreement.agreed is not None and not agreement.settled:
        yield Text("folder-older", {"day": _day(situation, agreement.agreed)})


def _names(parts: Iterable[Part]) -> Value:
    return _joined([Text("folder-part-name", {"part": part.value}) for part in parts])


def _joined(names: list[Text]) -> Value:
    first, *rest = names
    return Text("report-and", {"first": first, "rest": _joined(rest)}) if rest else first


def _deeds(situation: Situation, agreement: Agreement) -> tuple[Choice, ...]:
    theme = agreement.theme
    coordinator = rights.has(situation, Deed.WRITE_AGREEMENT)
    deeds = (
        ("go", Text("folder-go-on"), coordinator and bool(agreement.now.empty)),
        ("settle", Text("folder-settle"), coordinator and not agreement.settled),
        ("edit", Text("folder-edit"), coordinator),
        ("history", Text("folder-history"), len(agreement.versions) > 1),
        ("hide", Text("folder-hide"), coordinator and agreement.agreed is not None),
    )
    return tuple(Choice(label, act(deed, theme)) for deed, label, offered in deeds if offered)


def ask_part(situation: Situation, agreement: Agreement) -> Turn:
    """[Pas aan]: which part?"""
    choices = (
        Choice(Text("folder-part-name", {"part": part.value}), act("part", part.value, agreement.theme))
        for part in Part
    )
    back = Choice(Text("folder-back"), act("show", agreement.theme))
    return Turn(
        ReadingAgreement(agreement.theme), (say(situation, Text("folder-which-part"), *choices, back),)
    )


# --- the questions -----------------------------------------------------------------------------


def question(situation: Situation, agreement: Agreement, state: Agreeing, before: Text | None) -> Message:
    """The question that this state stands at."""
    if state.words:
        return conflict(situation, state)
    text = then(before, _with_was(state, _question(state.part)))
    return say(situation, text, *_answers(agreement, state))


def _question(part: Part) -> Text:
    args: dict[str, Value] = {"part": part.value, "number": list(Part).index(part) + 1, "count": len(Part)}
    if part is not Part.RUNG:
        return Text("folder-ask", args)
    rungs = tuple(
        Text("folder-rung-line", {"rank": rank, "rung": rung.value}) for rank, rung in enumerate(Rung, 1)
    )
    return Text("folder-ask-rung", {**args, "rungs": rungs})


def _with_was(state: Agreeing, ask: Text) -> Text:
    if not state.was:
        return ask
    return Text("folder-was", {"words": _words(state.part, state.was), "ask": ask})


def _words(part: Part, words: str) -> Value:
    if not words:
        return Text("folder-nothing-there")
    return Text("rules-rung", {"rung": words}) if part is Part.RUNG else words


def _answers(agreement: Agreement, state: Agreeing) -> tuple[Choice, ...]:
    theme, part = agreement.theme, state.part
    rungs = (
        Choice(Text("rules-rung", {"rung": rung.value}), act("rung", rung.value, theme)) for rung in Rung
    )
    skip = Choice(Text("folder-leave" if state.alone else "folder-skip"), act("skip", part.value, theme))
    clear = (Choice(Text("folder-clear"), act("clear", part.value, theme)),) if state.was else ()
    return (*(rungs if part is Part.RUNG else ()), skip, *clear)


def conflict(situation: Situation, state: Agreeing) -> Message:
    """Two wrote at once: both texts, and the choice."""
    both: dict[str, Value] = {
        "now": _words(state.part, state.was),
        "words": _words(state.part, state.words),
    }
    mine = Choice(Text("folder-mine"), act("replace", state.theme))
    theirs = Choice(Text("folder-theirs"), act("show", state.theme))
    return say(situation, Text("folder-changed-meanwhile", both), mine, theirs)


# --- letting everybody read it -----------------------------------------------------------------


def ask_yes(situation: Situation, agreement: Agreement, before: Text | None = None) -> Turn:
    """Exactly the words that everybody will read, and the question whether that is good."""
    now, theme = agreement.now, agreement.theme
    edit = Choice(Text("folder-edit"), act("edit", theme))
    if now.lacking:
        text = Text("folder-lacking", {"names": _names(now.lacking)})
        go_on = Choice(Text("folder-go-on"), act("go", theme))
        return Turn(ReadingAgreement(theme), (say(situation, then(before, text), go_on, edit),))
    args: dict[str, Value] = {"lines": (*part_lines(now), *_hints(situation, now))}
    text = Text("folder-confirm", args)
    yes = Choice(Text("folder-yes"), act("yes", now.fingerprint, theme))
    no = Choice(Text("folder-no"), act("show", theme))
    return Turn(ReadingAgreement(theme), (say(situation, then(before, text), yes, edit, no),))


def _hints(situation: Situation, version: Version) -> Iterable[Text]:
    """What may have to be looked at before everybody reads it."""
    if situation.marks:
        yield Text("folder-marks", {"marks": ", ".join(dict.fromkeys(situation.marks))})
    written = (words for _, words in version.filled)
    yield from filter(None, [next(filter(None, map(hint, written)), None)])


# --- history -----------------------------------------------------------------------------------


def history(situation: Situation, agreement: Agreement) -> Turn:
    """Who (as which role) changed what and when, the newest first."""
    newest = agreement.versions[::-1]
    lines = [_version_line(situation, agreement, one) for one in newest[:MAX_VERSIONS]]
    if len(newest) > MAX_VERSIONS:
        lines.append(Text("folder-more-versions", {"count": len(newest) - MAX_VERSIONS}))
    text = Text("folder-history-head", {"theme": agreement.theme, "lines": tuple(lines)})
    back = Choice(Text("folder-back"), act("show", agreement.theme))
    return Turn(ReadingAgreement(agreement.theme), (say(situation, text, back),))


def _version_line(situation: Situation, agreement: Agreement, version: Version) -> Text:
    args: dict[str, Value] = {
        "number": version.number,
        "day": local_day(version.at, situation.zone),
        "role": version.role.value,
    }
    if version.changed is None:
        return Text("folder-version-begun", args)
    before = agreement.versions[version.number - 2].part(version.changed)
    was = _words(version.changed, before if version.changed is Part.RUNG else before[:MAX_BEFORE])
    line = Text("folder-version", {**args, "part": version.changed.value, "before": was})
    if version.agreed_at is None:
        return line
    return Text("folder-version-settled", {"line": line, "day": local_day(version.agreed_at, situation.zone)})
