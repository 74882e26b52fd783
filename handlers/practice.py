"""The practice conversation: one example walked along the cycle by questions, and one step that follows.

Every answer is kept at once, so that it can be broken off and taken up, in the room or at the table.
"""

from datetime import date

from domain.events import PracticeAnswered, PracticeDropped, PracticeStepTaken
from domain.heard import Aside, Command, Said
from domain.messages import Act, Choice, Kind, Message, PersonKey, Recipient, Text, Value, Verb
from domain.policy import Deed
from domain.practice import WEEKS, Practice, PracticePart, Practices, following
from handlers import rights
from handlers.moments import today, typed_day, weeks_ahead, window
from handlers.sentences import as_sentence, one_line
from handlers.states import Idle, Practising
from handlers.turn import Situation, Turn, say, then

MAX_WORDS = 300
MAX_CANDIDATES = 8
"""Who can take the step, as buttons; anybody else is typed."""
SKIP, EXAMPLE, OWNER, IN_WEEKS = "skip", "example", "owner", "weeks"
GO_ON, AGAIN, TAKEN, STEP = "on", "again", "taken", "step"
"""What a button does."""
BY_ITSELF = (PracticePart.STEP, PracticePart.OWNER, PracticePart.DAY)
"""The closing question of a meeting: one step, without an example before it."""


# --- buttons and words -------------------------------------------------------------------------


def pressed(situation: Situation, act: Act) -> Turn | None:
    """A button of the practice conversation; None when it belongs to another one."""
    if act.verb is not Verb.PRACTICE:
        return None
    what, _, about = act.about.partition("/")
    if what == TAKEN:
        return _taken(situation, int(about))
    if refused := _refused(situation):
        return refused
    match what:
        case "step":
            return _ask(situation, _open_part(situation) or PracticePart.STEP)
        case "on":
            return _ask(situation, _open_part(situation) or PracticePart.EXAMPLE)
        case "again":
            return _ask(situation, PracticePart.EXAMPLE, (PracticeDropped(),))
        case _:
            return _chosen(situation, what, about)


def _chosen(situation: Situation, what: str, about: str) -> Turn:
    """An answer by button; when another question is open by now, that one is asked."""
    match what:
        case "skip":
            return _answered(situation, PracticePart(about), "")
        case "example":
            titles = _practices(situation).examples
            place = int(about)
            words = titles[place] if place < len(titles) else ""
            return _answered(situation, PracticePart.EXAMPLE, words)
        case "owner":
            return _owned(situation, about)
        case _:
            return _dated(situation, weeks_ahead(today(situation), int(about)))


def commanded(situation: Situation, command: Command, rest: str) -> Turn | None:
    """`praktijkgesprek`, and `annuleer` while a question of it is open."""
    if command is Command.CANCEL and isinstance(situation.state, Practising):
        return Turn(Idle(), (say(situation, Text("practice-broken-off")),))
    if command is not Command.PRACTICE or rest or not (situation.room or situation.person.roles):
        return None
    if refused := rights.refused(situation, Deed.BEGIN_PRACTICE):
        return refused
    if _open_part(situation) is None:
        return _ask(situation, PracticePart.EXAMPLE)
    choices = (_button("practice-go-on", GO_ON), _button("practice-again", AGAIN))
    return Turn(situation.state, (say(situation, Text("practice-begun"), *choices),))


def said(situation: Situation, heard: Said) -> Turn | None:
    """The next text of somebody who decides is the answer to the open question."""
    state = situation.state
    if not isinstance(state, Practising) or (
        situation.room and not rights.may(situation, Deed.ANSWER_PRACTICE)
    ):
        return None
    if refused := _refused(situation):
        return refused
    words = "" if heard.aside is Aside.WORDLESS else one_line(heard.text)
    if not words or len(words) > MAX_WORDS:
        return Turn(state, (say(situation, Text("practice-short", {"most": MAX_WORDS})),))
    if state.asks is PracticePart.OWNER:
        return _owned(situation, "", words)
    if state.asks is PracticePart.DAY:
        return _typed_day(situation, words)
    return _answered(situation, state.asks, words)


def _refused(situation: Situation) -> Turn | None:
    return rights.refused(situation, Deed.ANSWER_PRACTICE, Practising)


# --- one question at a time --------------------------------------------------------------------


def _ask(
    situation: Situation,
    part: PracticePart,
    events: tuple[PracticeAnswered | PracticeDropped, ...] = (),
    before: Text | None = None,
) -> Turn:
    begun = _practices(situation).begun
    alone = part in BY_ITSELF and not (begun and set(begun.answers) - set(BY_ITSELF))
    parts = BY_ITSELF if alone else tuple(PracticePart)
    args: dict[str, Value] = {"part": part.value, "place": parts.index(part) + 1, "of": len(parts)}
    text = Text("practice-ask", args)
    return Turn(Practising(part), (say(situation, then(before, text), *_choices(situation, part)),), events)


def _choices(situation: Situation, part: PracticePart) -> tuple[Choice, ...]:
    skip = _button("practice-skip", f"{SKIP}/{part.value}")
    match part:
        case PracticePart.EXAMPLE:
            offered = [
                Choice(Text("practice-example", {"title": title}), Act(Verb.PRACTICE, f"{EXAMPLE}/{place}"))
                for place, title in enumerate(_practices(situation).examples)
            ]
        case PracticePart.OWNER:
            offered = [
                Choice(Text("practice-owner", {"label": one.label}), Act(Verb.PRACTICE, f"{OWNER}/{one.key}"))
                for one in situation.candidates[:MAX_CANDIDATES]
            ]
        case PracticePart.DAY:
            offered = [
                Choice(Text("practice-weeks", {"weeks": weeks}), Act(Verb.PRACTICE, f"{IN_WEEKS}/{weeks}"))
                for weeks in WEEKS
            ]
        case _:
            offered = []
    return (*offered, skip)


def _owned(situation: Situation, key: str, words: str = "") -> Turn:
    """Somebody invited gets the reminder, also when their label was typed."""
    same = (one for one in situation.candidates if one.label.casefold() == words.casefold() or one.key == key)
    chosen = next(same, None)
    label = chosen.label if chosen else words
    return _answered(situation, PracticePart.OWNER, label, owner=chosen.key if chosen else None)


def _typed_day(situation: Situation, words: str) -> Turn:
    day, allowed = typed_day(words, today(situation)), window(today(situation), WEEKS[0], WEEKS[-1])
    if day is None or not allowed.holds(day):
        text = Text("practice-no-day", {"first": allowed.first, "last": allowed.last})
        return Turn(situation.state, (say(situation, text, *_choices(situation, PracticePart.DAY)),))
    return _dated(situation, day)


def _dated(situation: Situation, day: date) -> Turn:
    return _answered(situation, PracticePart.DAY, day.isoformat(), due=day)


def _answered(
    situation: Situation,
    part: PracticePart,
    words: str,
    *,
    owner: PersonKey | None = None,
    due: date | None = None,
) -> Turn:
    """Keep the answer and ask on; an answer to a question that is not open any more changes nothing."""
    first = PracticePart.STEP if part is PracticePart.STEP else PracticePart.EXAMPLE
    open_part = _open_part(situation) or first
    if part is not open_part:
        return _ask(situation, open_part, before=Text("practice-elsewhere"))
    if part is PracticePart.DAY and due is None:
        due = weeks_ahead(today(situation), WEEKS[1])
        words = due.isoformat()
    event = PracticeAnswered(part, words, owner, due)
    further = following(part, skipped=not words)
    return _ask(situation, further, (event,)) if further else _finished(situation, event)


# --- the end -----------------------------------------------------------------------------------


def _finished(situation: Situation, event: PracticeAnswered) -> Turn:
    """One message with everything that was said; the step stands in `acties` from now on."""
    begun = _practices(situation).begun
    answers = {**(begun.answers if begun else {}), event.part: event.words}
    asked = (part for part in PracticePart if part is not PracticePart.DAY and answers.get(part))
    lines = [
        Text("practice-line", {"part": part.value, "words": as_sentence(answers[part])}) for part in asked
    ]
    if event.due_on:
        lines.append(Text("practice-due", {"day": event.due_on}))
    ended = Text("practice-result", {"lines": tuple(lines)}) if lines else Text("practice-nothing")
    return Turn(Idle(), (say(situation, ended), *_assigned(situation, begun, event)), (event,))


def _assigned(situation: Situation, begun: Practice | None, event: PracticeAnswered) -> tuple[Message, ...]:
    """Who takes the step hears it, unless they said so themselves just now."""
    owner = begun.owner_key if begun else None
    if begun is None or owner is None or event.due_on is None or owner == situation.person.key:
        return ()
    step = as_sentence(begun.said(PracticePart.STEP))
    args: dict[str, Value] = {"step": step, "day": event.due_on}
    return (Message(owner, Text("practice-assigned", args), kind=Kind.NOTICE),)


def step_line(practice: Practice) -> Text:
    """The step as the list of actions shows it."""
    args: dict[str, Value] = {
        "step": practice.said(PracticePart.STEP),
        "owner": practice.said(PracticePart.OWNER) or Text("practice-no-owner"),
        "day": practice.due_on or practice.begun_on,
    }
    return Text("practice-step", args)


def own_steps(situation: Situation) -> tuple[Message, ...]:
    """With a button for who takes the step, and for the coordinator."""
    mine = (
        one
        for one in _practices(situation).steps
        if rights.may(situation, Deed.TELL_STEP, own=_own(situation, one))
    )
    return tuple(say(situation, step_line(one), _taken_button(one)) for one in mine)


def reminder(practice: Practice, to: Recipient) -> Message:
    """Two days before the day that was named."""
    text = Text("practice-reminder", {"step": step_line(practice)})
    return Message(to, text, (_taken_button(practice),), Kind.NOTICE)


def _taken(situation: Situation, number: int) -> Turn:
    found = next((one for one in _practices(situation).steps if one.id == number), None)
    if found is None:
        return Turn(situation.state, (say(situation, Text("practice-step-closed")),))
    if refused := rights.refused(situation, Deed.TELL_STEP, own=_own(situation, found)):
        return refused
    thanks = say(situation, Text("practice-step-done"))
    return Turn(situation.state, (thanks,), (PracticeStepTaken(found.id),))


def _own(situation: Situation, practice: Practice) -> bool:
    return practice.owner_key == situation.person.key


def _taken_button(practice: Practice) -> Choice:
    return _button("practice-taken", f"{TAKEN}/{practice.id}")


def _practices(situation: Situation) -> Practices:
    return situation.practices or Practices()


def _open_part(situation: Situation) -> PracticePart | None:
    begun = _practices(situation).begun
    return begun.asks if begun else None


def _button(key: str, about: str) -> Choice:
    return Choice(Text(key), Act(Verb.PRACTICE, about))
