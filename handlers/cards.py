"""Sorting before the report: one card at a time, in the order in which an answer changes the top 5 most.

What lies on the desk is computed before the step (`Situation.sorting`); every answer is kept at once, so
that sorting can stop and go on at any time, by two people as well.
"""

from domain.events import Event, SameTopic, SignalSetAside, SortingTakenBack, TopFiveStood
from domain.heard import Command, Said
from domain.messages import Act, Choice, Text, Value, Verb
from domain.policy import Deed
from domain.sorting import CardKind, Given
from handlers import rights
from handlers.states import Idle, Sorting
from handlers.turn import Situation, SortingNow, SortTopic, Turn, apart, say

TAKEN_BACK_AT_MOST = 10
GO_ON, MORE, UNDO, TOP, DONE = "next", "more", "undo", "top", "done"
"""What a button does that answers no card."""
_YES_OR_NO = {
    CardKind.MERGE: ("sorting-merge-yes", "sorting-merge-no"),
    CardKind.ODD: ("sorting-odd-yes", "sorting-odd-no"),
}


# --- buttons and words -------------------------------------------------------------------------


def pressed(situation: Situation, act: Act) -> Turn | None:
    """An answer to a card, or what stands beside the answers."""
    if act.verb is not Verb.SORT:
        return None
    return _refused(situation) or _turn(situation, act.about)


def commanded(situation: Situation, command: Command, rest: str) -> Turn | None:
    """`sorteer`; while sorting `terug` takes an answer back and `stop` stops the sorting, nothing else."""
    if isinstance(situation.state, Sorting) and command in {Command.CANCEL, Command.STOP} and not rest:
        return _refused(situation) or _turn(situation, UNDO if command is Command.CANCEL else DONE)
    if command is not Command.SORT or rest or not (situation.room or situation.person.roles):
        return None
    return _refused(situation) or _turn(situation, "")


def said(situation: Situation, _heard: Said) -> Turn | None:
    """Other words while a card is open: it stays open."""
    if not isinstance(situation.state, Sorting) or situation.room:
        return None
    return _refused(situation) or Turn(situation.state, (say(situation, Text("sorting-choose")),))


def _refused(situation: Situation) -> Turn | None:
    """Words of people are sorted in a chat of two, by somebody with the role."""
    return rights.refused(situation, Deed.SORT_SIGNALS, Sorting)


# --- one step ----------------------------------------------------------------------------------


def _turn(situation: Situation, about: str) -> Turn:
    now = situation.sorting
    if about == DONE:
        return Turn(Idle(), (say(situation, Text("sorting-done")),))
    if now is None or now.too_many:
        return Turn(Idle(), (say(situation, Text("sorting-too-many" if now else "sorting-nothing")),))
    state = situation.state if isinstance(situation.state, Sorting) else Sorting()
    if about == TOP:
        return _top(situation, state, now)
    given, events = _given(state, now, about)
    return _next(situation, Sorting(now.card, state.stood, given), events, _before(now, about))


def _given(state: Sorting, now: SortingNow, about: str) -> tuple[tuple[Given, ...], tuple[Event, ...]]:
    """The answers that can be taken back after this one, and what changed."""
    if about == UNDO and state.given:
        last = state.given[-1]
        return state.given[:-1], (SortingTakenBack((*last.same, *last.apart), last.aside),)
    if now.given is None:
        return state.given, ()
    return (*state.given, now.given)[-TAKEN_BACK_AT_MOST:], _events(now.given)


def _events(given: Given) -> tuple[Event, ...]:
    same = tuple(SameTopic(one, other, same=True) for one, other in given.same)
    apart = tuple(SameTopic(one, other, same=False) for one, other in given.apart)
    aside = (SignalSetAside(given.aside, given.why),) if given.aside and given.why else ()
    return (*same, *apart, *aside)


def _before(now: SortingNow, about: str) -> Text | None:
    """What is said above a card: how far it is, or why the answer did not count."""
    if not about:
        args: dict[str, Value] = {
            "unsure": now.unsure,
            "cards": now.cards_left,
            "minutes": now.minutes,
        }
        return Text("sorting-begins", args)
    if now.given is None and about not in {GO_ON, UNDO} and not about.startswith(f"{MORE}/"):
        return Text("sorting-somebody-else")
    return None


def _next(situation: Situation, state: Sorting, events: tuple[Event, ...], before: Text | None) -> Turn:
    """The next card; once in between that the top 5 stands, and the end when no card is left."""
    now, span = situation.sorting or SortingNow(), situation.span
    if state.card is not None and (state.stood or not now.stands):
        shown = apart(before, _card(now))
        return Turn(state, (say(situation, shown, *_choices(now, state)),), events)
    on = (_button("sorting-go-on", GO_ON),) if state.card else ()
    text = Text("sorting-stands" if state.card else "sorting-no-cards")
    stood = (TopFiveStood(span.name),) if span else ()
    choices = (_button("sorting-show-top", TOP), *on, _button("sorting-stop", DONE))
    return Turn(
        Sorting(None, stood=True, given=state.given), (say(situation, text, *choices),), (*events, *stood)
    )


def _top(situation: Situation, state: Sorting, now: SortingNow) -> Turn:
    lines = tuple(
        Text("sorting-top-topic", {"rank": rank, "title": topic.title, "people": topic.people})
        for rank, topic in enumerate(now.top, 1)
    )
    choices = (_button("sorting-go-on", GO_ON), _button("sorting-stop", DONE))
    return Turn(state, (say(situation, Text("sorting-top", {"topics": lines}), *choices),))


# --- what a card says --------------------------------------------------------------------------


def _card(now: SortingNow) -> Text:
    if now.card is None or now.card.kind is CardKind.FILE:
        return Text("sorting-file", {"words": now.words})
    if now.card.kind is CardKind.ODD:
        topic = now.topics[0]
        return Text("sorting-odd", {"words": now.words, "title": topic.title, "people": topic.people})
    return Text("sorting-merge", {"one": _example(now.topics[0]), "other": _example(now.topics[1])})


def _example(topic: SortTopic) -> Text:
    return Text("sorting-example", {"title": topic.title, "people": topic.people, "words": topic.words})


def _choices(now: SortingNow, state: Sorting) -> tuple[Choice, ...]:
    card = now.card
    if card is None:
        return ()
    if card.kind is not CardKind.FILE:
        pair = f"{card.one}/{card.faces[0]}"
        yes, no = _YES_OR_NO[card.kind]
        answers = [_button(yes, f"yes/{pair}"), _button(no, f"no/{pair}")]
    else:
        answers = [
            Choice(
                Text("sorting-topic", {"title": topic.title, "people": topic.people}),
                Act(Verb.SORT, f"into/{card.one}/{face}"),
            )
            for topic, face in zip(now.topics, card.faces, strict=True)
        ]
        answers += [_button("sorting-more", f"{MORE}/{card.one}")] if now.more else []
        answers += [
            _button("sorting-new", f"new/{card.one}"),
            _button("sorting-no-signal", f"no-signal/{card.one}"),
            _button("sorting-hold", f"hold/{card.one}"),
        ]
    undo = (_button("sorting-undo", UNDO),) if state.given else ()
    return (*answers, *undo, _button("sorting-finish", DONE))


def _button(key: str, about: str) -> Choice:
    return Choice(Text(key), Act(Verb.SORT, about))
