"""Words that always work: how far it is, stop and start, what is kept, wipe, who decides, a person."""

from domain.events import LanguageSet, PersonWiped, UpdatesWanted
from domain.heard import Command
from domain.messages import Act, Choice, Message, Text, Value, Verb
from domain.signals import Signal, Standing, subject
from handlers import arrival, disclosing, rules
from handlers.states import ConfirmingWipe, Idle
from handlers.turn import Situation, Turn, say

MOST_LINES = 15
"""Signals in one status; the rest is counted."""

_STATUS = {
    Standing.COLLECTED: "status-collected",
    Standing.ON_TABLE: "status-on-table",
    Standing.CHOSEN: "status-chosen",
    Standing.NOT_CHOSEN: "status-not-chosen",
    Standing.STARTED: "status-started",
    Standing.DELAYED: "status-delayed",
    Standing.DONE: "status-done",
    Standing.IMPOSSIBLE: "status-impossible",
    Standing.SETTLED: "status-settled",
    Standing.APART: "status-apart",
}


def commanded(situation: Situation, command: Command) -> Turn | None:  # noqa: C901 - one line a word
    """The answer to one of these words; None for other words."""
    match command:
        case Command.STATUS:
            return _stay(situation, status(situation))
        case Command.STOP | Command.START:
            return _updates(situation, wanted=command is Command.START)
        case Command.LANGUAGE:
            return _ask_language(situation)
        case Command.WIPE:
            return _ask_wipe(situation)
        case Command.DATA:
            return _stay(situation, *disclosing.told(situation))
        case Command.HELP:
            return _stay(situation, _help(situation))
        case Command.RULES:
            return _stay(situation, *rules.told(situation))
        case Command.CANCEL:
            return Turn(arrival.back(situation), (say(situation, Text("resident-cancelled")),))
        case _:
            return None


def pressed(situation: Situation, act: Act) -> Turn | None:
    """Language, what is kept, wipe; None for other buttons."""
    match act.verb:
        case Verb.ASK_LANGUAGE:
            return _ask_language(situation)
        case Verb.SET_LANGUAGE:
            return _set_language(situation, act.about)
        case Verb.SHOW_KEPT:
            return _stay(situation, say(situation, Text("privacy-what-is-kept")))
        case Verb.WIPE:
            return Turn(Idle(), (say(situation, Text("privacy-wiped")),), (PersonWiped(),))
        case Verb.KEEP:
            return Turn(arrival.back(situation), (say(situation, Text("privacy-not-wiped")),))
        case _:
            return None


def _stay(situation: Situation, *messages: Message) -> Turn:
    """Answer beside the question that is open: it stays open."""
    return Turn(situation.state, messages)


def status(situation: Situation) -> Message:
    """All signals of this person, a line each, in words."""
    if not situation.signals:
        return say(situation, Text("status-none"))
    count = len(situation.signals)
    lines = [_line(one) for one in situation.signals[:MOST_LINES]]
    if count > MOST_LINES:
        lines.append(Text("status-more", {"count": count - MOST_LINES}))
    if not situation.person.wants_updates:
        lines.append(Text("status-stopped"))
    return say(situation, Text("status-list", {"count": count, "lines": tuple(lines)}))


def _line(signal: Signal) -> Text:
    args: dict[str, Value] = {
        "number": signal.number,
        "subject": subject(signal.text),
        "promise": signal.promise_on,
    }
    return Text(_STATUS[signal.standing], args)


def _updates(situation: Situation, *, wanted: bool) -> Turn:
    text = Text("privacy-started" if wanted else "privacy-stopped")
    return Turn(situation.state, (say(situation, text),), (UpdatesWanted(wanted),))


def _ask_language(situation: Situation) -> Turn:
    choices = [
        Choice(Text("language-name", {"language": code}), Act(Verb.SET_LANGUAGE, code))
        for code in situation.languages
    ]
    return Turn(situation.state, (say(situation, Text("language-ask"), *choices),))


def _set_language(situation: Situation, language: str) -> Turn:
    done = say(situation, Text("language-set"))
    return Turn(situation.state, (done,), (LanguageSet(language),))


def _ask_wipe(situation: Situation) -> Turn:
    asked = say(
        situation,
        Text("privacy-ask-wipe", {"count": len(situation.signals)}),
        Choice(Text("privacy-wipe"), Act(Verb.WIPE)),
        Choice(Text("privacy-keep"), Act(Verb.KEEP)),
    )
    return Turn(ConfirmingWipe(arrival.held_in(situation.state)), (asked,))


def _help(situation: Situation) -> Message:
    contact = situation.district.contact if situation.district else ""
    if not contact:
        return say(situation, Text("help"))
    return say(situation, Text("help-with-person", {"contact": contact}))
