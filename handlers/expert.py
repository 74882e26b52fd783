"""Checking words: nothing of a person's own words goes out before somebody with the role read exactly those.

That is the experience expert, or the coordinator where the wijk has none. Where it has one, the coordinator
can still let a text go out unread; that is asked by name and noted.
"""

from domain.events import FeedbackApproved
from domain.feedback import Draft, FeedbackKind
from domain.heard import Command, Said
from domain.messages import Act, Choice, Kind, Message, Text, Verb
from domain.policy import Deed
from handlers import reading, rights
from handlers.sentences import MAX_SENTENCE, as_sentence, fingerprint, one_line
from handlers.speaking import Voice
from handlers.states import Idle, Rewriting, Speaking, State
from handlers.turn import Situation, Turn, say, then

_JUDGING = frozenset({Verb.APPROVE, Verb.REWRITE, Verb.ADOPT, Verb.WAIVE, Verb.TRANSLATE})


def waiting_notices(situation: Situation) -> tuple[Message, ...]:
    """To everybody who checks words: a text waits."""
    check = Choice(Text("expert-check"), Act(Verb.SHOW_WAITING))
    to = situation.experts or situation.coordinators
    return tuple(Message(one, Text("expert-waits"), (check,), Kind.NOTICE) for one in to)


# --- buttons and words -------------------------------------------------------------------------


def pressed(situation: Situation, act: Act) -> Turn | None:
    """[Controleer], and what stands below a text or below the question for it in another language."""
    number, _, words = act.about.removeprefix("voice/").partition("/")
    voicing = act.about.startswith("voice/")
    judging = number.isdecimal() and (voicing or act.verb in _JUDGING)
    if not judging and act.verb is not Verb.SHOW_WAITING:
        return None
    if refused := _elsewhere(situation):
        return refused
    if not judging:
        return _show_waiting(situation)
    draft = _draft(situation, int(number))
    if draft is None:
        return _show_next(situation, Text("expert-handled"))
    return _voiced(situation, draft, act, words) if voicing else _judged(situation, draft, act.verb, words)


def _judged(situation: Situation, draft: Draft, verb: Verb, seen: str) -> Turn:
    if verb is Verb.REWRITE:
        text = Text("expert-rewrite", {"sentence": _rewritten(situation, draft) or draft.sentence})
        return Turn(Rewriting(draft.id), (say(situation, text),))
    known = (_rewritten(situation, draft), draft.sentence)
    sentence = next((words for words in known if words and fingerprint(words) == seen), None)
    if sentence is None:
        return _show(situation, draft, draft.sentence, Idle(), Text("expert-changed"))
    if verb is Verb.ADOPT:
        simpler = situation.plain.simplified(sentence)
        return _show(situation, draft, simpler, Rewriting(draft.id, simpler), Text("expert-adopted"))
    return _approve(situation, draft, sentence, verb)


def _approve(situation: Situation, draft: Draft, sentence: str, verb: Verb) -> Turn:
    """Only the very words that the button stood under go out; on request in more languages first."""
    alone = reading.reads_first(situation)
    if not alone and verb is Verb.APPROVE:
        return _show(situation, draft, sentence, situation.state, Text("expert-read-first"))
    voice = Voice(situation, draft, Speaking(draft.id, sentence, waived=not alone))
    turn = voice.asked() if verb is Verb.TRANSLATE else None
    return turn or _let_go(situation, draft, voice.state)


def _let_go(situation: Situation, draft: Draft, said: Speaking) -> Turn:
    thanks = Text("expert-waived" if said.waived else "expert-approved", {"people": draft.people})
    if draft.kind is FeedbackKind.NO_NEWS and draft.decided_on is not None:
        # It goes out on the day that was promised, and not when there is news by then.
        thanks = Text("ledger-approved", {"on": draft.decided_on})
    turn = _show_next(situation, thanks, done=draft.id)
    approved = FeedbackApproved(draft.id, said.sentence, said.others, waived=said.waived)
    return Turn(turn.state, turn.messages, (approved,))


def _voiced(situation: Situation, draft: Draft, act: Act, about: str) -> Turn:
    """A button below the question for another language; that of an older question is asked again."""
    state = situation.state
    if not isinstance(state, Speaking) or state.feedback != draft.id:
        return _show(situation, draft, draft.sentence, Idle())
    voice = Voice(situation, draft, state).pressed(act.verb, about)
    return voice.asked() or _let_go(situation, draft, voice.state)


def _rewritten(situation: Situation, draft: Draft) -> str:
    state = situation.state
    return state.sentence if isinstance(state, Rewriting) and state.feedback == draft.id else ""


def said(situation: Situation, heard: Said) -> Turn | None:
    """After [Verbeter] the next text is the new one, shown again before it counts."""
    state = situation.state
    if not isinstance(state, Rewriting | Speaking):
        return None
    if refused := _elsewhere(situation):
        return refused
    draft = _draft(situation, state.feedback)
    if draft is None:
        return _show_next(situation, Text("expert-handled"))
    words = one_line(heard.text)
    if heard.aside and (shown := _again(situation, draft, state)):
        return shown
    if not words or heard.aside or len(words) > MAX_SENTENCE:
        return Turn(state, (say(situation, Text("expert-one-sentence", {"most": MAX_SENTENCE})),))
    sentence = as_sentence(words)
    if isinstance(state, Speaking):
        return Voice(situation, draft, state).typed(sentence) or _let_go(situation, draft, state)
    return _show(situation, draft, sentence, Rewriting(draft.id, sentence))


def _again(situation: Situation, draft: Draft, state: Rewriting | Speaking) -> Turn | None:
    """What was asked once more, after "goed" or a number that is not there: none of these is a sentence."""
    if isinstance(state, Speaking):
        return Voice(situation, draft, state).asked()
    return _show(situation, draft, state.sentence, state) if state.sentence else None


def commanded(situation: Situation, command: Command, rest: str) -> Turn | None:
    """`controleer`, and `annuleer` while a text is being rewritten."""
    if command is Command.CANCEL and isinstance(situation.state, Rewriting | Speaking):
        return Turn(Idle(), (say(situation, Text("expert-cancelled")),))
    if command is not Command.CHECK or rest or not (situation.room or situation.person.roles):
        return None
    return _elsewhere(situation) or _show_waiting(situation)


def _elsewhere(situation: Situation) -> Turn | None:
    """Words of people are read in a chat of two, by somebody with the role."""
    return rights.refused(situation, Deed.CHECK_WORDS, Rewriting, Speaking)


# --- one text at a time ------------------------------------------------------------------------


def _draft(situation: Situation, number: int) -> Draft | None:
    return next((draft for draft in situation.drafts if draft.id == number), None)


def _show_waiting(situation: Situation) -> Turn:
    """The first text; the coordinator sees which ones wait."""
    several = rights.has(situation, Deed.SEE_WAITING) and len(situation.drafts) > 1
    return _show_next(situation, reading.waiting(situation.drafts) if several else None)


def _show_next(situation: Situation, before: Text | None = None, done: int | None = None) -> Turn:
    draft = next((draft for draft in situation.drafts if draft.id != done), None)
    if draft is None:
        text = Text("expert-nothing")
        return Turn(Idle(), (say(situation, then(before, text)),))
    return _show(situation, draft, draft.sentence, Idle(), before)


def _show(
    situation: Situation, draft: Draft, sentence: str, state: State, before: Text | None = None
) -> Turn:
    text = reading.screen(situation, draft, sentence)
    choices = reading.choices(situation, draft, sentence)
    return Turn(state, (say(situation, then(before, text), *choices),))
