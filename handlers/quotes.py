"""Quotes beside a topic: proposed without names and numbers, shown when somebody approved exactly those."""

from domain.events import Event, QuoteApproved, QuoteDropped
from domain.heard import Command, Said
from domain.messages import Act, Choice, Text, Verb
from domain.policy import Deed, acting_as
from domain.quotes import Proposal, QuotingNow, hash_of, left_out
from domain.signals import SignalNumber
from handlers import rights
from handlers.sentences import fingerprint, one_line
from handlers.states import Idle, Quoting
from handlers.turn import Situation, Turn, apart, say

GOOD, SHORTEN, SKIP, STOP, DROP = "good", "shorten", "skip", "stop", "drop"
_LABELS = {GOOD: Text("quotes-good"), SHORTEN: Text("quotes-shorten"), SKIP: Text("quotes-skip")}


def concerns(situation: Situation, command: Command | None, act: Act | None) -> bool:
    """Whether this step needs what can be quoted."""
    quoting = isinstance(situation.state, Quoting)
    return command is Command.QUOTES or quoting or (act is not None and act.verb is Verb.QUOTE)


def pressed(situation: Situation, act: Act) -> Turn | None:
    """What stands below a sentence: bound to exactly the words that are shown."""
    if act.verb is not Verb.QUOTE:
        return None
    if refused := _refused(situation):
        return refused
    deed, _, about = act.about.partition("/")
    if deed == STOP:
        return _finished(situation)
    if deed == DROP:
        return _dropped(situation, about)
    return _answered(situation, deed, about)


def said(situation: Situation, heard: Said) -> Turn | None:
    """After [Aanpassen] the same sentence with words left out; other words show it again."""
    state = situation.state
    if not isinstance(state, Quoting) or situation.room:
        return None
    if refused := _refused(situation):
        return refused
    if not state.shortening:
        return _shown_again(situation, state)
    shorter = left_out(state.text, one_line(heard.text))
    if shorter is None:
        return Turn(state, (say(situation, Text("quotes-only-less")),))
    return _show(situation, _proposal(situation, state, shorter), state.skipped)


def commanded(situation: Situation, command: Command, rest: str) -> Turn | None:
    """`citaten`, and `annuleer` or `stop` while choosing."""
    if isinstance(situation.state, Quoting) and command in {Command.CANCEL, Command.STOP} and not rest:
        return _refused(situation) or _finished(situation)
    if command is not Command.QUOTES or rest or not (situation.room or situation.person.roles):
        return None
    if refused := _refused(situation):
        return refused
    if situation.quoting is None:
        return Turn(Idle(), (say(situation, Text("quotes-no-report")),))
    return _next(situation, situation.quoting, ())


def _refused(situation: Situation) -> Turn | None:
    """Words of people are read in a chat of two, by somebody with the role."""
    return rights.refused(situation, Deed.APPROVE_QUOTE, Quoting)


# --- one sentence --------------------------------------------------------------------------------


def _answered(situation: Situation, deed: str, about: str) -> Turn:
    state, now = situation.state, situation.quoting
    number, _, seen = about.partition("/")
    if not isinstance(state, Quoting) or now is None or state.signal != number:
        return _next(situation, now, ()) if now else _finished(situation)
    one = _proposal(situation, state, state.text)
    if one is None or fingerprint(one.text) != seen:
        return _next(situation, now, state.skipped, Text("quotes-gone"))
    if deed == SHORTEN:
        shortening = Quoting(one.topic, one.signal, one.text, shortening=True, skipped=state.skipped)
        return Turn(shortening, (say(situation, Text("quotes-type-less", {"text": one.text})),))
    skipped = (*state.skipped, one.signal)
    if deed == SKIP:
        return _next(situation, now, skipped)
    return _approved(situation, now, one, skipped)


def _approved(
    situation: Situation, now: QuotingNow, one: Proposal, skipped: tuple[SignalNumber, ...]
) -> Turn:
    if not now.room(one.topic):
        return _next(situation, now, skipped, Text("quotes-full"))
    role = acting_as(Deed.APPROVE_QUOTE, situation.person.roles)
    event = QuoteApproved(one.topic, one.signal, one.text, one.language, hash_of(one.text), role)
    after = now.with_approved(one)
    turn = _next(situation, after, skipped, Text("quotes-approved"))
    return Turn(turn.state, turn.messages, (event,))


def _proposal(situation: Situation, state: Quoting, text: str) -> Proposal | None:
    """The sentence of the state as it is now; None when its words are not there any more.

    What was shortened has to be made of words that are still said without a name or a number.
    """
    offered = situation.quoting.proposals if situation.quoting else ()
    for one in offered:
        if one.topic == state.topic and one.signal == state.signal:
            same = text == one.text or left_out(one.text, text) is not None
            return one.shortened(text) if same else None
    return None


def _shown_again(situation: Situation, state: Quoting) -> Turn:
    return _show(situation, _proposal(situation, state, state.text), state.skipped)


def _show(situation: Situation, one: Proposal | None, skipped: tuple[SignalNumber, ...]) -> Turn:
    if one is None:
        now = situation.quoting
        return _next(situation, now, skipped, Text("quotes-gone")) if now else _finished(situation)
    state = Quoting(one.topic, one.signal, one.text, skipped=skipped)
    return Turn(state, (say(situation, _text(one), *_choices(one)),))


def _next(
    situation: Situation, now: QuotingNow, skipped: tuple[SignalNumber, ...], before: Text | None = None
) -> Turn:
    """The next sentence that was not skipped, or the list of what was approved."""
    done = {one.signal for one in now.approved} | set(skipped)
    one = next((one for one in now.open() if one.signal not in done), None)
    if one is None:
        text = Text("quotes-none") if before is None and not now.approved and not skipped else before
        return _listed(situation, now, text)
    shown = apart(before, _text(one))
    return Turn(
        Quoting(one.topic, one.signal, one.text, skipped=skipped), (say(situation, shown, *_choices(one)),)
    )


def _text(one: Proposal) -> Text:
    return Text(
        "quotes-shown",
        {
            "rank": one.rank,
            "title": one.title,
            "text": one.text,
            "language": one.language,
            "language_name": Text("report-language", {"code": one.language}),
        },
    )


def _choices(one: Proposal) -> tuple[Choice, ...]:
    about = f"{one.signal}/{fingerprint(one.text)}"
    asked = (Choice(label, Act(Verb.QUOTE, f"{deed}/{about}")) for deed, label in _LABELS.items())
    return (*asked, Choice(Text("quotes-stop"), Act(Verb.QUOTE, STOP)))


# --- what was approved ---------------------------------------------------------------------------


def _finished(situation: Situation) -> Turn:
    return _listed(situation, situation.quoting or QuotingNow(), None)


def _listed(situation: Situation, now: QuotingNow, before: Text | None) -> Turn:
    """Every approved quote, with a button to take it away again."""
    done = Text("quotes-done", {"count": len(now.approved)})
    lines = tuple(
        Text("quotes-line", {"number": place, "title": one.title, "text": one.text})
        for place, one in enumerate(now.approved, 1)
    )
    text = Text("quotes-list", {"done": done, "quotes": lines}) if lines else done
    drops = (
        Choice(
            Text("quotes-drop", {"number": place}),
            Act(Verb.QUOTE, f"{DROP}/{one.topic}/{one.signal}/{fingerprint(one.text)}"),
        )
        for place, one in enumerate(now.approved, 1)
    )
    return Turn(Idle(), (say(situation, apart(before, text), *drops),))


def _dropped(situation: Situation, about: str) -> Turn:
    now = situation.quoting or QuotingNow()
    topic, _, rest = about.partition("/")
    number, _, seen = rest.partition("/")
    one = next((one for one in now.approved if (str(one.topic), one.signal) == (topic, number)), None)
    if one is None or fingerprint(one.text) != seen:
        return _listed(situation, now, Text("quotes-gone"))
    event: Event = QuoteDropped(one.topic, one.signal)
    turn = _listed(situation, now.without(one), Text("quotes-dropped"))
    return Turn(turn.state, turn.messages, (event,))
