"""`beloften`: how the promises of a wijk stand, and one honest sentence when one cannot be kept in time.

Two days before a promised day the coordinator hears what is missing, with the way to it. The reason they give
is read by the reporters on that day, after a check of the words: by the experience expert where there is one,
and otherwise by the coordinator, whose yes stands under exactly these words.
"""

from domain.districts import District
from domain.events import DelayExplained
from domain.heard import Command, Said
from domain.ledger import Ledger, Why
from domain.messages import Act, Choice, Kind, Message, Recipient, Text, Value, Verb
from domain.policy import Deed
from domain.promises import Coming, Missing, PromisesNow, Step
from domain.rounds import RoundName, span_named
from handlers import expert, rights
from handlers.sentences import MAX_SENTENCE, as_sentence, fingerprint, hint, one_line
from handlers.states import ExplainingDelay, Idle
from handlers.turn import Situation, Turn, say

MOST_ROUNDS = 3

_TABLE = frozenset({Step.BEGIN, Step.GO_ON, Step.CLOSE})


def warning(district: District, coming: Coming, to: Recipient) -> Message:
    """Two days before the day: what is missing, and the way to it."""
    args: dict[str, Value] = {
        "on": coming.on,
        "people": coming.people,
        "missing": tuple(_missing(district, one) for one in coming.missing),
    }
    key = "ledger-warning-explained" if coming.reason else "ledger-warning"
    return Message(to, Text(key, args), _ways(coming), Kind.NOTICE)


# --- buttons and words -------------------------------------------------------------------------


def concerns(situation: Situation, command: Command | None, act: Act | None) -> bool:
    """Whether this step needs to know how the promises stand."""
    asked = command is Command.PROMISES or isinstance(situation.state, ExplainingDelay)
    return asked or (act is not None and _mine(act))


def pressed(situation: Situation, act: Act) -> Turn | None:
    """[Zeg waarom], and what follows it; None when it belongs to another conversation."""
    if not _mine(act):
        return None
    if refused := _refused(situation):
        return refused
    if act.verb is Verb.SHOW_PROMISES:
        return _shown(situation)
    day, _, seen = act.about.removeprefix("promise/").partition("/")
    coming = next((one for one in _now(situation).coming if one.on.isoformat() == day), None)
    if coming is None:
        return Turn(Idle(), (say(situation, Text("ledger-not-open")),))
    match act.verb:
        case Verb.SKIP:
            return Turn(Idle(), (say(situation, Text("ledger-skipped", {"on": coming.on})),))
        case Verb.APPROVE:
            return _agreed(situation, coming, seen)
        case _:
            return _ask(situation, coming)


def said(situation: Situation, heard: Said) -> Turn | None:
    """The reason, shown again before it counts."""
    state = situation.state
    if not isinstance(state, ExplainingDelay):
        return None
    if refused := _refused(situation):
        return refused
    coming = _now(situation).on(state.promised_on)
    if coming is None:
        return Turn(Idle(), (say(situation, Text("ledger-not-open")),))
    words = one_line(heard.text)
    if not words or heard.aside or len(words) > MAX_SENTENCE:
        return Turn(state, (say(situation, Text("ledger-one-sentence", {"most": MAX_SENTENCE})),))
    return _show(situation, coming, as_sentence(words))


def commanded(situation: Situation, command: Command, rest: str) -> Turn | None:
    """`beloften`, and `annuleer` while the reason is asked."""
    if command is Command.CANCEL and isinstance(situation.state, ExplainingDelay):
        return Turn(Idle(), (say(situation, Text("ledger-cancelled")),))
    if command is not Command.PROMISES or rest or not (situation.room or situation.person.roles):
        return None
    return _refused(situation) or _shown(situation)


def _mine(act: Act) -> bool:
    if act.verb in {Verb.EXPLAIN_DELAY, Verb.SHOW_PROMISES}:
        return True
    return act.verb in {Verb.SKIP, Verb.APPROVE, Verb.REWRITE} and act.about.startswith("promise/")


def _refused(situation: Situation) -> Turn | None:
    """Only the coordinator, in their own chat."""
    return rights.refused(situation, Deed.EXPLAIN_DELAY, ExplainingDelay)


def _now(situation: Situation) -> PromisesNow:
    return situation.promises or PromisesNow()


# --- why it takes longer -----------------------------------------------------------------------


def _ask(situation: Situation, coming: Coming) -> Turn:
    text = Text("ledger-ask-why", {"on": coming.on, "people": coming.people})
    return Turn(ExplainingDelay(coming.on), (say(situation, text, _skip(coming)),))


def _show(situation: Situation, coming: Coming, sentence: str) -> Turn:
    tip = hint(sentence)
    lines = (Text("promises-reason", {"sentence": sentence}), *((tip,) if tip else ()))
    about = f"promise/{coming.on.isoformat()}"
    choices = (
        Choice(Text("ledger-good"), Act(Verb.APPROVE, f"{about}/{fingerprint(sentence)}")),
        Choice(Text("ledger-improve"), Act(Verb.REWRITE, about)),
        _skip(coming),
    )
    text = Text("ledger-show-why", {"on": coming.on, "lines": lines})
    return Turn(ExplainingDelay(coming.on, sentence), (say(situation, text, *choices),))


def _agreed(situation: Situation, coming: Coming, seen: str) -> Turn:
    """Only the very words that the button stood under are kept."""
    state = situation.state
    sentence = state.sentence if isinstance(state, ExplainingDelay) else ""
    if not sentence or fingerprint(sentence) != seen:
        return _ask(situation, coming)
    checked = bool(situation.experts)
    text = Text("ledger-explained-checked" if checked else "ledger-explained", {"on": coming.on})
    told = expert.waiting_notices(situation) if checked else ()
    return Turn(Idle(), (say(situation, text), *told), (DelayExplained(coming.on, sentence),))


def _skip(coming: Coming) -> Choice:
    return Choice(Text("ledger-skip"), Act(Verb.SKIP, f"promise/{coming.on.isoformat()}"))


# --- how the promises stand --------------------------------------------------------------------


def _shown(situation: Situation) -> Turn:
    now, district = _now(situation), situation.district
    if district is None:
        return Turn(situation.state, (say(situation, Text("ledger-nothing")),))
    lines = [line for one in now.coming for line in _coming(district, one)]
    lines += [line for name, ledger in now.rounds[:MOST_ROUNDS] for line in _round(district, name, ledger)]
    if now.skipped_asks:
        lines.append(Text("ledger-skipped-asks", {"count": now.skipped_asks}))
    text = Text("ledger-now", {"lines": tuple(lines)}) if lines else Text("ledger-nothing")
    ways = _ways(now.coming[0]) if now.coming else ()
    return Turn(situation.state, (say(situation, text, *ways),))


def _coming(district: District, coming: Coming) -> list[Text]:
    head = Text("ledger-coming", {"on": coming.on, "people": coming.people})
    reason = [Text("ledger-reason-given", {"sentence": coming.reason})] if coming.reason else []
    return [head, *(_missing(district, one) for one in coming.missing), *reason]


def _round(district: District, name: RoundName, ledger: Ledger) -> list[Text]:
    args: dict[str, Value] = {
        "last": span_named(district.rhythm, name).last,
        "people": ledger.reporters,
        "answered": ledger.answered,
        "in_time": ledger.in_time,
        "days": -1 if ledger.median_days is None else ledger.median_days,
    }
    if ledger.reasons.get(Why.COLLECTING):
        return [Text("ledger-round-runs", args)]
    reasons = [
        Text("ledger-why", {"why": why, "count": count}) for why, count in ledger.reasons.items() if count
    ]
    late = [Text("ledger-overdue", {"count": ledger.overdue})] if ledger.overdue else []
    red = [Text("ledger-red", {"count": ledger.missed_often})] if ledger.missed_often else []
    return [Text("ledger-round", args), *reasons, *late, *red]


def _missing(district: District, missing: Missing) -> Text:
    args: dict[str, Value] = {
        "step": missing.step,
        "people": missing.people,
        "count": missing.count,
        "title": missing.title,
        "last": span_named(district.rhythm, missing.round).last if missing.round else "",
    }
    return Text("ledger-missing", args)


def _ways(coming: Coming) -> tuple[Choice, ...]:
    """To what is missing, each way once, and to the sentence that says why."""
    found: dict[Act, Choice] = {}
    for one in coming.missing:
        if one.step in _TABLE:
            act = Act(Verb.BEGIN, str(one.round))
            found.setdefault(act, Choice(Text("ledger-way", {"step": one.step}), act))
        elif one.step is Step.CHECK:
            act = Act(Verb.SHOW_WAITING)
            found.setdefault(act, Choice(Text("ledger-way", {"step": one.step}), act))
    why = Choice(Text("ledger-say-why"), Act(Verb.EXPLAIN_DELAY, coming.on.isoformat()))
    return (*found.values(), why)
