"""One way to do each deed of a chat: where the conversation stands, and what is pressed or typed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from domain.actions import ActionStatus
from domain.decisions import Outcome
from domain.invitations import Grant
from domain.messages import Act, Verb
from domain.policy import Deed
from domain.practice import PracticePart
from domain.signals import SignalNumber
from domain.who_reported import Why
from handlers.sentences import fingerprint
from handlers.states import (
    AskingWho,
    AwaitingTopic,
    GivingReason,
    Idle,
    Inviting,
    NamingTheme,
    Practising,
    State,
    Surveying,
    TalkSignals,
    TellingHow,
)
from tests.rights.world import CODE

Things = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Way:
    """What somebody presses (an act) or types (words), in this state. `whose`: whose the thing is.
    `changes`: it leaves a fact in the store when it may be done. `instead`: what it is for others."""

    does: Callable[[Things], Act | str]
    state: Callable[[Things], State] = lambda _: Idle()
    whose: tuple[str, ...] = ()
    changes: bool = True
    instead: tuple[Deed, ...] = ()
    noted: bool = True
    """It stands in the audit log, where the deed is audited and something changed."""


def _said(words: str) -> Way:
    """Something is only shown."""
    return Way(lambda _: words, changes=False)


def _number(things: Things, name: str) -> SignalNumber:
    return SignalNumber(things[name])


def _seen(things: Things, name: str, text: str) -> str:
    return f"{things[name]}/{fingerprint(text)}"


_D = Deed
WAYS: Mapping[Deed, Way] = {
    _D.GIVE_SIGNAL: Way(lambda _: "de stoep bij de winkel is kapot"),
    _D.CHANGE_SIGNAL: Way(lambda t: Act(Verb.WITHDRAW, t["fresh"]), whose=("resident",)),
    _D.SAY_SAME_TOPIC: Way(
        lambda t: Act(Verb.JOIN_TOPIC, f"{t['fresh']}/{t['waits']}"),
        lambda t: AwaitingTopic(_number(t, "fresh"), (_number(t, "waits"),)),
        whose=("resident",),
    ),
    _D.TELL_EFFECT: Way(lambda t: Act(Verb.EFFECT, f"{t['own']}/yes"), whose=("resident",)),
    _D.SEE_OWN: _said("status"),
    _D.WIPE: Way(lambda _: Act(Verb.WIPE)),
    _D.SET_WISHES: Way(lambda _: Act(Verb.SET_LANGUAGE, "en"), changes=False),
    _D.READ_RULES: _said("spelregels"),
    _D.USE_CODE: Way(lambda _: CODE),
    _D.LOG_ANSWER: Way(lambda _: "meer bankjes", lambda _: Surveying(2, "u9")),
    _D.SHARE_CODE: Way(lambda t: Act(Verb.SHOW_CODE, t["logged"]), whose=("professional",)),
    _D.LOG_CONVERSATION: Way(lambda _: "het is er glad", lambda _: TalkSignals("het plein", 3, "g9")),
    _D.SEE_TOPICS: Way(lambda _: Act(Verb.SHOW_TOPICS), changes=False),
    _D.NAME_TOPIC: Way(lambda t: Act(Verb.OTHER_TOPIC, f"{t['fresh']}+{t['waits']}"), noted=False),
    _D.SORT_SIGNALS: _said("sorteer"),
    _D.READ_HELD: Way(lambda _: Act(Verb.HELD), changes=False),
    _D.JUDGE_HELD: Way(
        lambda t: Act(Verb.HELD, f"release/{_seen(t, 'held', 'de lamp bij de school is stuk, dat is held')}")
    ),
    _D.APPROVE_QUOTE: _said("citaten"),
    _D.SEE_WAITING: _said("wacht"),
    _D.SEE_REPORT: _said("verslag"),
    _D.INVITE: Way(lambda _: "De corporatie", lambda _: Inviting(Grant.PARTNER)),
    _D.HAND_OVER: Way(lambda _: "De opvolger", lambda _: Inviting(Grant.COORDINATOR, handing_over=True)),
    _D.ANSWER_TOPIC: Way(
        lambda t: Act(Verb.APPROVE, f"topic/{t['topic']}"),
        lambda t: GivingReason(
            int(t["topic"]), Outcome.LATER, reason="later", sentence="Dat komt later.", version=1
        ),
    ),
    _D.CLOSE_ROUND: Way(lambda _: Act(Verb.CLOSE_ROUND, "2026-10")),
    _D.GIVE_POINTS: Way(lambda _: Act(Verb.SCORE, "2026-10"), changes=False),
    _D.SHOW_POINTS: Way(lambda _: Act(Verb.SHOW_SCORES, "2026-10"), whose=("partner",)),
    _D.SEE_CALENDAR: _said("kalender"),
    _D.SEE_ACTIONS: Way(lambda _: "acties", whose=("owner",), changes=False),
    _D.MOVE_ACTION: Way(
        lambda _: "de eerste lamp hangt",
        lambda t: TellingHow(int(t["action"]), ActionStatus.STARTED),
        whose=("owner",),
    ),
    _D.SEE_REQUESTS: _said("snel"),
    _D.PREPARE_REQUEST: Way(lambda t: Act(Verb.FAST, f"out/{t['waits']}")),
    _D.ANSWER_REQUEST: Way(lambda t: Act(Verb.FAST, f"soon/{t['waits']}")),
    _D.BEGIN_PRACTICE: _said("praktijkgesprek"),
    _D.ANSWER_PRACTICE: Way(lambda _: "de lampen", lambda _: Practising(PracticePart.EXAMPLE)),
    _D.TELL_STEP: Way(lambda t: Act(Verb.PRACTICE, f"taken/{t['step']}"), whose=("owner",)),
    _D.CHECK_WORDS: Way(lambda _: "controleer", changes=False),
    _D.WAIVE_CHECK: Way(
        lambda t: Act(Verb.WAIVE, _seen(t, "draft", "Dat kan niet.")), instead=(_D.CHECK_WORDS,)
    ),
    _D.TAKE_FEEDBACK: _said("terugkoppeling"),
    _D.EXPLAIN_DELAY: _said("beloften"),
    _D.READ_AGREEMENT: _said("afspraken"),
    _D.WRITE_AGREEMENT: Way(lambda _: "Verkeer", lambda _: NamingTheme()),
    _D.SETTLE_AGREEMENT: Way(lambda _: Act(Verb.AGREE, "hide/Wonen")),
    _D.TAKE_FOLDER: _said("mapje"),
    _D.ASK_WHO: Way(
        lambda t: Act(Verb.WHO, f"now/{t['fresh']}/{fingerprint('Er is brand.')}"),
        lambda t: AskingWho(_number(t, "fresh"), Why.DANGER, "Er is brand."),
    ),
    _D.AGREE_WHO: Way(lambda t: Act(Verb.WHO, f"yes/{t['asked']}"), whose=("asker",)),
}
"""What is not here is done on the command line only; a test holds that."""
