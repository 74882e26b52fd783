"""Checking words: nothing of a person's own words goes out before somebody with the role read exactly those.

That is the experience expert, or the coordinator where the wijk has none.
"""

from domain.events import FeedbackApproved
from domain.feedback import Draft
from domain.heard import Command, Said
from domain.messages import Act, Choice, Kind, Message, Text, Value, Verb
from domain.people import Role
from handlers.sentences import MAX_SENTENCE, as_sentence, fingerprint, hint, one_line
from handlers.states import Idle, Rewriting, State
from handlers.turn import Situation, Turn, say

CHECKERS = frozenset({Role.EXPERT, Role.COORDINATOR})


def waiting_notices(situation: Situation) -> tuple[Message, ...]:
    """To everybody who checks words: a text waits."""
    check = Choice(Text("expert-check"), Act(Verb.SHOW_WAITING))
    to = situation.experts or situation.coordinators
    return tuple(Message(one, Text("expert-waits"), (check,), Kind.NOTICE) for one in to)


# --- buttons and words -------------------------------------------------------------------------


def pressed(situation: Situation, act: Act) -> Turn | None:
    """[Controleer], [Duidelijk] and [Verbeter]."""
    number, _, words = act.about.partition("/")
    judging = act.verb in {Verb.APPROVE, Verb.REWRITE} and number.isdecimal()
    if not judging and act.verb is not Verb.SHOW_WAITING:
        return None
    if refused := _elsewhere(situation):
        return refused
    if not judging:
        return _show_next(situation)
    draft = _draft(situation, int(number))
    if draft is None:
        return _show_next(situation, Text("expert-handled"))
    if act.verb is Verb.REWRITE:
        text = Text("expert-rewrite", {"sentence": _rewritten(situation, draft) or draft.sentence})
        return Turn(Rewriting(draft.id), (say(situation, text),))
    return _approve(situation, draft, words)


def _approve(situation: Situation, draft: Draft, seen: str) -> Turn:
    """Only the very words that the button stood under go out."""
    known = (_rewritten(situation, draft), draft.sentence)
    sentence = next((words for words in known if words and fingerprint(words) == seen), None)
    if sentence is None:
        return _show(situation, draft, draft.sentence, Idle(), Text("expert-changed"))
    turn = _show_next(situation, Text("expert-approved", {"people": draft.people}), done=draft.id)
    return Turn(turn.state, turn.messages, (FeedbackApproved(draft.id, sentence),))


def _rewritten(situation: Situation, draft: Draft) -> str:
    state = situation.state
    return state.sentence if isinstance(state, Rewriting) and state.feedback == draft.id else ""


def said(situation: Situation, heard: Said) -> Turn | None:
    """After [Verbeter] the next text is the new one, shown again before it counts."""
    state = situation.state
    if not isinstance(state, Rewriting):
        return None
    if refused := _elsewhere(situation):
        return refused
    draft = _draft(situation, state.feedback)
    if draft is None:
        return _show_next(situation, Text("expert-handled"))
    words = one_line(heard.text)
    if not words or len(words) > MAX_SENTENCE:
        return Turn(state, (say(situation, Text("expert-one-sentence", {"most": MAX_SENTENCE})),))
    sentence = as_sentence(words)
    return _show(situation, draft, sentence, Rewriting(draft.id, sentence))


def commanded(situation: Situation, command: Command, rest: str) -> Turn | None:
    """`controleer`, and `annuleer` while a text is being rewritten."""
    if command is Command.CANCEL and isinstance(situation.state, Rewriting):
        return Turn(Idle(), (say(situation, Text("expert-cancelled")),))
    if command is not Command.CHECK or rest or not (situation.room or situation.person.roles):
        return None
    return _elsewhere(situation) or _show_next(situation)


def _elsewhere(situation: Situation) -> Turn | None:
    """Words of people are read in a chat of two, by somebody with the role."""
    if not situation.person.roles & CHECKERS:
        state = Idle() if isinstance(situation.state, Rewriting) else situation.state
        return Turn(state, (say(situation, Text("expert-refused")),))
    if situation.room:
        return Turn(situation.state, (say(situation, Text("expert-in-private")),))
    return None


# --- one text at a time ------------------------------------------------------------------------


def _draft(situation: Situation, number: int) -> Draft | None:
    return next((draft for draft in situation.drafts if draft.id == number), None)


def _show_next(situation: Situation, before: Text | None = None, done: int | None = None) -> Turn:
    draft = next((draft for draft in situation.drafts if draft.id != done), None)
    if draft is None:
        text = Text("expert-nothing")
        return Turn(Idle(), (say(situation, _after(before, text)),))
    return _show(situation, draft, draft.sentence, Idle(), before)


def _show(
    situation: Situation, draft: Draft, sentence: str, state: State, before: Text | None = None
) -> Turn:
    args: dict[str, Value] = {
        "kind": Text("expert-kind", {"kind": draft.kind.value}),
        "title": draft.title,
        "people": draft.people,
        "sentence": sentence,
    }
    tip = hint(sentence)
    text = Text("expert-text-tip", {**args, "tip": tip}) if tip else Text("expert-text", args)
    choices = (
        Choice(Text("expert-clear"), Act(Verb.APPROVE, f"{draft.id}/{fingerprint(sentence)}")),
        Choice(Text("expert-improve"), Act(Verb.REWRITE, str(draft.id))),
    )
    return Turn(state, (say(situation, _after(before, text), *choices),))


def _after(before: Text | None, text: Text) -> Text:
    return Text("expert-then", {"first": before, "second": text}) if before else text
