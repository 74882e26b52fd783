"""Who may do what: one table of role, deed and place, asked at the moment of use about the person who acts.

Neither the chat nor the button gives a right. A role counts in its own wijk only. The page
`docs/policy.md` is written from this table.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from domain.people import DECIDERS, Role


class Deed(StrEnum):
    """What somebody can do, in the words of the cycle."""

    GIVE_SIGNAL = "give a signal"
    CHANGE_SIGNAL = "change, place or withdraw a signal"
    SAY_SAME_TOPIC = "say whether a signal is about the same as another"
    TELL_EFFECT = "say whether there is a difference"
    SEE_OWN = "see what is kept of oneself"
    WIPE = "wipe everything of oneself"
    SET_WISHES = "choose wijk, buurt, language and quiet hours"
    READ_RULES = "read the rules of taking part"
    USE_CODE = "use a one-time code"
    LOG_ANSWER = "log an answer of the micro-uitvraag"
    SHARE_CODE = "give a respondent the code to follow an answer"
    LOG_CONVERSATION = "log a buurtgesprek"
    SEE_TOPICS = "see the topics that are being collected"
    NAME_TOPIC = "join topics and give them a title"
    SORT_SIGNALS = "sort signals into topics"
    READ_HELD = "read words that wait"
    JUDGE_HELD = "release words that wait, or keep them apart"
    APPROVE_QUOTE = "choose quotes"
    SEE_WAITING = "see what waits in the wijk"
    SEE_REPORT = "get the report"
    INVITE = "invite people and bind the group"
    HAND_OVER = "hand over the role of coordinator"
    ANSWER_TOPIC = "lead the meeting and answer a topic"
    CLOSE_ROUND = "close the round"
    GIVE_POINTS = "give points"
    SHOW_POINTS = "show the points to all"
    SEE_CALENDAR = "get the calendar"
    SEE_ACTIONS = "see the list of actions"
    MOVE_ACTION = "say how an action goes"
    SEE_REQUESTS = "see what waits in the fast lane"
    PREPARE_REQUEST = "put a signal in the fast lane, or take it out"
    ANSWER_REQUEST = "answer a request of the fast lane"
    BEGIN_PRACTICE = "begin a practice conversation"
    ANSWER_PRACTICE = "answer in a practice conversation"
    TELL_STEP = "say that the step of a practice conversation was taken"
    CHECK_WORDS = "check words before residents read them"
    WAIVE_CHECK = "let words go out that no experience expert read"
    TAKE_FEEDBACK = "get the feedback to all residents, and the posters"
    EXPLAIN_DELAY = "see the promises, and say why one takes longer"
    READ_AGREEMENT = "read the agreements on taking part"
    WRITE_AGREEMENT = "write an agreement on taking part"
    SETTLE_AGREEMENT = "let everybody read an agreement, or hide it"
    TAKE_FOLDER = "get the folder of the wijk"
    ASK_WHO = "ask who reported a signal"
    AGREE_WHO = "agree that it is looked up who reported"
    SEE_WHO = "see who reported, once"
    WITHDRAW_ROLE = "withdraw a role"
    BRING_IN = "bring in signals from a file"


class Place(StrEnum):
    """Where it can be done."""

    CHAT = "chat"
    """In a chat of two: words of people and codes do not belong in a group."""
    ANYWHERE = "anywhere"
    """In a chat of two and in the room of the wijkverband."""
    LINE = "line"
    """On the command line of the service, by its operator."""


class Own(StrEnum):
    """What it changes that the thing is one's own: one's signal, action, step, meeting or question."""

    NOTHING = "nothing"
    ONLY = "only"
    """Only whose it is; with roles: and they need the role."""
    ALSO = "also"
    """Whose it is, and the roles as well."""
    NEVER = "never"
    """The roles, but not for what they asked themselves: four eyes."""


class Verdict(StrEnum):
    """Whether it may be done, and if not, why not."""

    MAY = "may"
    NO_ROLE = "no role"
    NOT_THEIRS = "not theirs"
    OWN = "their own"
    """It was asked by this very person: somebody else has to agree."""
    IN_PRIVATE = "in private"
    ON_THE_LINE = "on the line"


ANYBODY: frozenset[Role] = frozenset()
"""No role is needed: everybody is a resident first."""
COORDINATOR = frozenset({Role.COORDINATOR})
READERS = frozenset({Role.COORDINATOR, Role.EXPERT})
"""Who reads words of residents before others do."""
EVERY_ROLE = frozenset(Role)
OPERATOR = "operator"


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of the table. Without roles it is for everybody. `room_for_all`: in the room of the
    wijkverband whoever is there may, role or not. `operator`: the command line can do it too."""

    deed: Deed
    roles: frozenset[Role] = ANYBODY
    own: Own = Own.NOTHING
    place: Place = Place.CHAT
    room_for_all: bool = False
    operator: bool = False


_D = Deed
TABLE: tuple[Rule, ...] = (
    # What everybody may, and only with what is theirs.
    Rule(_D.GIVE_SIGNAL),
    Rule(_D.CHANGE_SIGNAL, own=Own.ONLY),
    Rule(_D.SAY_SAME_TOPIC, READERS, own=Own.ALSO),
    Rule(_D.TELL_EFFECT, own=Own.ONLY),
    Rule(_D.SEE_OWN),
    Rule(_D.WIPE, operator=True),
    Rule(_D.SET_WISHES),
    Rule(_D.READ_RULES),
    Rule(_D.USE_CODE, place=Place.ANYWHERE),
    # Logging for others.
    Rule(_D.LOG_ANSWER, frozenset({Role.PROFESSIONAL})),
    Rule(_D.SHARE_CODE, frozenset({Role.PROFESSIONAL}), own=Own.ONLY),
    Rule(_D.LOG_CONVERSATION, frozenset({Role.VOLUNTEER})),
    # Before the report.
    Rule(_D.SEE_TOPICS, COORDINATOR),
    Rule(_D.NAME_TOPIC, COORDINATOR),
    Rule(_D.SORT_SIGNALS, READERS),
    Rule(_D.READ_HELD, COORDINATOR),
    Rule(_D.JUDGE_HELD, COORDINATOR),
    Rule(_D.APPROVE_QUOTE, READERS),
    Rule(_D.SEE_WAITING, COORDINATOR),
    Rule(_D.SEE_REPORT, DECIDERS, place=Place.ANYWHERE, operator=True),
    Rule(_D.INVITE, COORDINATOR, operator=True),
    Rule(_D.HAND_OVER, COORDINATOR),
    # The meeting.
    Rule(_D.ANSWER_TOPIC, DECIDERS, place=Place.ANYWHERE),
    Rule(_D.CLOSE_ROUND, DECIDERS, place=Place.ANYWHERE, operator=True),
    Rule(_D.GIVE_POINTS, DECIDERS, place=Place.ANYWHERE),
    Rule(_D.SHOW_POINTS, COORDINATOR, own=Own.ALSO, place=Place.ANYWHERE),
    Rule(_D.SEE_CALENDAR, EVERY_ROLE, place=Place.ANYWHERE, operator=True),
    # Acting.
    Rule(_D.SEE_ACTIONS, EVERY_ROLE, own=Own.ALSO, place=Place.ANYWHERE, room_for_all=True),
    Rule(_D.MOVE_ACTION, COORDINATOR, own=Own.ALSO, place=Place.ANYWHERE),
    Rule(_D.SEE_REQUESTS, DECIDERS, place=Place.ANYWHERE, room_for_all=True),
    Rule(_D.PREPARE_REQUEST, COORDINATOR),
    Rule(_D.ANSWER_REQUEST, DECIDERS),
    Rule(_D.BEGIN_PRACTICE, COORDINATOR, place=Place.ANYWHERE),
    Rule(_D.ANSWER_PRACTICE, DECIDERS, place=Place.ANYWHERE),
    Rule(_D.TELL_STEP, COORDINATOR, own=Own.ALSO, place=Place.ANYWHERE),
    # Telling.
    Rule(_D.CHECK_WORDS, READERS),
    Rule(_D.WAIVE_CHECK, COORDINATOR),
    Rule(_D.TAKE_FEEDBACK, COORDINATOR, place=Place.ANYWHERE, operator=True),
    Rule(_D.EXPLAIN_DELAY, COORDINATOR),
    # Agreements.
    Rule(_D.READ_AGREEMENT, DECIDERS, place=Place.ANYWHERE),
    Rule(_D.WRITE_AGREEMENT, COORDINATOR),
    Rule(_D.SETTLE_AGREEMENT, COORDINATOR),
    Rule(_D.TAKE_FOLDER, DECIDERS, place=Place.ANYWHERE, operator=True),
    # Who reported: docs/decisions/0009-who-reported.md.
    Rule(_D.ASK_WHO, COORDINATOR),
    Rule(_D.AGREE_WHO, COORDINATOR, own=Own.NEVER, operator=True),
    Rule(_D.SEE_WHO, place=Place.LINE, operator=True),
    # The operator.
    Rule(_D.WITHDRAW_ROLE, place=Place.LINE, operator=True),
    Rule(_D.BRING_IN, place=Place.LINE, operator=True),
)
"""The whole table: what does not stand here may nobody do."""
_RULES = {rule.deed: rule for rule in TABLE}


def rule_of(deed: Deed) -> Rule:
    """The line of this deed."""
    return _RULES[deed]


def holds(roles: Iterable[Role], deed: Deed) -> bool:
    """Whether one of these roles gives the right, whatever it is about."""
    return bool(rule_of(deed).roles.intersection(roles))


def verdict(deed: Deed, roles: Iterable[Role], *, own: bool = False, in_room: bool = False) -> Verdict:
    """Whether somebody with these roles in this wijk may do it, here. `own`: the thing is theirs.

    Who may not at all hears that before where it could be done.
    """
    rule, held = rule_of(deed), frozenset(roles)
    if rule.place is Place.LINE:
        return Verdict.ON_THE_LINE
    if in_room and rule.room_for_all:
        return Verdict.MAY
    if refused := _refused(rule, held, own):
        return refused
    return Verdict.IN_PRIVATE if in_room and rule.place is Place.CHAT else Verdict.MAY


def _refused(rule: Rule, held: frozenset[Role], own: bool) -> Verdict | None:  # noqa: FBT001 - a fact
    if rule.own is Own.ALSO and own:
        return None
    if rule.roles and not rule.roles & held:
        return Verdict.NOT_THEIRS if rule.own is Own.ALSO else Verdict.NO_ROLE
    if rule.own is Own.ONLY and not own:
        return Verdict.NOT_THEIRS
    return Verdict.OWN if rule.own is Own.NEVER and own else None


WATCHED = frozenset(
    {Deed.INVITE, Deed.HAND_OVER, Deed.READ_HELD, Deed.JUDGE_HELD, Deed.ASK_WHO, Deed.AGREE_WHO}
)
"""That somebody with another role tried it stands in the audit log."""


def highest(roles: Iterable[Role]) -> str:
    """The role that says most of these; a resident without one."""
    held = frozenset(roles)
    return next((role.value for role in reversed(Role) if role in held), "resident")


def acting_as(deed: Deed, roles: Iterable[Role], *, own: bool = False) -> str:
    """With which right it is done, for the audit log: a role, never a person."""
    rule = rule_of(deed)
    fitting = [role.value for role in Role if role in rule.roles & frozenset(roles)]
    if rule.own is Own.ALSO and own and not fitting:
        return "owner"
    return fitting[-1] if fitting else "resident"
