"""The coordinator: invites, sees what waits, prepares the topics, asks for the report again, hands over.

All of it in a chat of two: invitations and words of people do not belong in a group. Closing the round by
hand is choosing, so it stands in `partnership`.
"""

from collections.abc import Callable

from domain.events import Invited
from domain.heard import Command, Said
from domain.invitations import VALID, Grant, hash_of
from domain.messages import Act, Attachment, Choice, Text, Value, Verb
from domain.policy import Deed
from domain.rounds import RoundStatus, local_day
from handlers import rights, sorting
from handlers.sentences import one_line
from handlers.states import Idle, Inviting
from handlers.turn import Overview, Situation, Turn, say

MAX_LABEL = 60

OFFERED = (
    Grant.PROFESSIONAL,
    Grant.VOLUNTEER,
    Grant.EXPERT,
    Grant.PARTNER,
    Grant.ROOM,
    Grant.COORDINATOR,
)
"""Following one signal is offered by a professional, not here."""

_WITH_REST = frozenset({Command.MERGE, Command.TITLE})
OF_COMMAND = {
    Command.TOPICS: Deed.SEE_TOPICS,
    Command.MERGE: Deed.NAME_TOPIC,
    Command.TITLE: Deed.NAME_TOPIC,
    Command.WAITING: Deed.SEE_WAITING,
    Command.REPORT: Deed.SEE_REPORT,
    Command.INVITE: Deed.INVITE,
    Command.HAND_OVER: Deed.HAND_OVER,
}
_VERBS = {
    Verb.SHOW_REPORT: Command.REPORT,
    Verb.SHOW_TOPICS: Command.TOPICS,
    Verb.INVITE: Command.INVITE,
    Verb.HAND_OVER: Command.HAND_OVER,
    Verb.OTHER_TOPIC: Command.MERGE,
}


# --- buttons and words -------------------------------------------------------------------------


def pressed(situation: Situation, act: Act) -> Turn | None:
    """A button of the coordinator; None when it belongs to another conversation."""
    if act == Act(Verb.KEEP, "role"):
        return Turn(Idle(), (say(situation, Text("coordinator-role-kept")),))
    if act.verb not in _VERBS or (act.verb is Verb.OTHER_TOPIC and "+" not in act.about):
        return None
    return _allowed(situation, _VERBS[act.verb]) or _acted(situation, act)


def _acted(situation: Situation, act: Act) -> Turn:
    match act.verb:
        case Verb.SHOW_REPORT:
            return _report(situation)
        case Verb.SHOW_TOPICS:
            return sorting.listed(situation)
        case Verb.INVITE:
            return _invite(situation, act.about)
        case Verb.HAND_OVER:
            return _ask_label(situation, Inviting(Grant.COORDINATOR, handing_over=True))
        case _:
            return sorting.split(situation, act.about)


def commanded(situation: Situation, command: Command, rest: str) -> Turn | None:
    """The coordinator's words. To somebody without a role they are ordinary words."""
    if command is Command.CANCEL and isinstance(situation.state, Inviting):
        return Turn(Idle(), (say(situation, Text("coordinator-cancelled")),))
    if command not in OF_COMMAND or (rest and command not in _WITH_REST):
        return None
    if not (situation.room or situation.person.roles):
        return None
    return _allowed(situation, command) or _carried_out(situation, command, rest)


def _carried_out(situation: Situation, command: Command, rest: str) -> Turn:
    match command:
        case Command.MERGE:
            return sorting.merged(situation, rest)
        case Command.TITLE:
            return sorting.titled(situation, rest)
        case _:
            return _SHOWN[command](situation)


def _allowed(situation: Situation, command: Command) -> Turn | None:
    """None when this person may, here; else one line that says who can, or where."""
    return rights.refused(situation, OF_COMMAND[command], Inviting)


# --- invitations -------------------------------------------------------------------------------


def _ask_grant(situation: Situation) -> Turn:
    choices = (Choice(_grant(one), Act(Verb.INVITE, one.value)) for one in OFFERED)
    return Turn(situation.state, (say(situation, Text("coordinator-invite"), *choices),))


def _invite(situation: Situation, about: str) -> Turn:
    if not about:
        return _ask_grant(situation)
    grant = Grant(about)
    return (
        _invited(situation, Inviting(grant), "")
        if grant is Grant.ROOM
        else _ask_label(situation, Inviting(grant))
    )


def _ask_label(situation: Situation, state: Inviting) -> Turn:
    return Turn(state, (say(situation, Text("coordinator-for-whom")),))


def said(situation: Situation, heard: Said) -> Turn | None:
    """The organisation or role that is invited."""
    state = situation.state
    if not isinstance(state, Inviting):
        return None
    asked = Command.HAND_OVER if state.handing_over else Command.INVITE
    if refused := _allowed(situation, asked):
        return refused
    label = one_line(heard.text)
    if not label or len(label) > MAX_LABEL:
        return Turn(state, (say(situation, Text("coordinator-short-label", {"most": MAX_LABEL})),))
    return _invited(situation, state, label)


def _invited(situation: Situation, state: Inviting, label: str) -> Turn:
    """A code for one person or room; only its hash is kept, so it is shown this once."""
    if situation.person.district is None or not situation.codes:
        return Turn(Idle(), (say(situation, Text("coordinator-no-code")),))
    code = situation.codes[0]
    event = Invited(
        code_hash=hash_of(code),
        grant=state.grant,
        district=situation.person.district,
        expires_at=situation.now + VALID,
        label=label,
        replaces=situation.person.key if state.handing_over else None,
    )
    message = say(situation, _invitation(state, label, code), attachment=Attachment("qr", code))
    return Turn(Idle(), (message,), (event,))


def _invitation(state: Inviting, label: str, code: str) -> Text:
    hours = int(VALID.total_seconds()) // 3600
    if state.grant is Grant.ROOM:
        return Text("coordinator-invitation-room", {"code": code, "hours": hours})
    args: dict[str, Value] = {
        "code": code,
        "hours": hours,
        "label": label,
        "grant": _grant(state.grant),
    }
    return Text("coordinator-invitation-over" if state.handing_over else "coordinator-invitation", args)


def _grant(grant: Grant) -> Text:
    return Text("coordinator-grant", {"grant": grant.value})


def _ask_hand_over(situation: Situation) -> Turn:
    choices = (
        Choice(Text("coordinator-hand-over-yes"), Act(Verb.HAND_OVER)),
        Choice(Text("coordinator-hand-over-no"), Act(Verb.KEEP, "role")),
    )
    return Turn(situation.state, (say(situation, Text("coordinator-hand-over"), *choices),))


# --- what waits, and the report ----------------------------------------------------------------


def _report(situation: Situation) -> Turn:
    meeting = situation.meeting
    if meeting is None:
        span = situation.span
        text = Text("coordinator-report-on", {"last": span.last}) if span else Text("coordinator-no-report")
        return Turn(situation.state, (say(situation, text),))
    begin = Choice(Text("coordinator-begin"), Act(Verb.BEGIN, meeting.round))
    choices = (begin,) if meeting.status is RoundStatus.CHOOSING else ()
    about = f"{meeting.district}/{meeting.round}"
    picture, paper = Attachment("report-picture", about), Attachment("report", about)
    page = Text("report-page", {"link": situation.report_page}) if situation.report_page else None
    shown = say(situation, Text("coordinator-report"), attachment=picture)
    printed = say(situation, Text("report-file"), *(() if page else choices), attachment=paper)
    linked = (say(situation, page, *choices),) if page else ()
    return Turn(situation.state, (shown, printed, *linked))


def _waiting(situation: Situation) -> Turn:
    overview = situation.overview or Overview()
    collected = Text("coordinator-collected", {"people": overview.people, "messages": overview.messages})
    lines = tuple(_lines(situation, overview)) or (Text("coordinator-nothing-waits"),)
    check = (Choice(Text("coordinator-check"), Act(Verb.SHOW_WAITING)),) if situation.drafts else ()
    topics = Choice(Text("coordinator-show-topics"), Act(Verb.SHOW_TOPICS))
    text = Text("coordinator-waiting", {"collected": collected, "lines": lines})
    return Turn(situation.state, (say(situation, text, *check, topics),))


def _lines(situation: Situation, overview: Overview) -> list[Text]:
    """What asks for a person, the most pressing first; what is zero is not said."""
    counts = {
        "coordinator-overdue": overview.overdue,
        "coordinator-held": overview.held,
        "coordinator-drafts": len(situation.drafts),
        "lane-waiting": overview.small_requests,
        "coordinator-undecided": _undecided(situation),
        "coordinator-parked": overview.parked_events,
        "coordinator-dead": overview.dead_messages,
        "coordinator-unreachable": overview.unreachable,
        "coordinator-sending": overview.waiting_messages,
        "report-mail-fails": overview.mail_stuck,
    }
    lines = [Text(key, {"count": count}) for key, count in counts.items() if count]
    if overview.paused_since is not None and situation.district is not None:
        since = local_day(overview.paused_since, situation.district.zone)
        lines.insert(0, Text("coordinator-paused", {"since": since}))
    return lines if overview.room_bound else [*lines, Text("coordinator-no-room")]


def _undecided(situation: Situation) -> int:
    meeting = situation.meeting
    return len(meeting.open) if meeting and meeting.status is RoundStatus.CHOOSING else 0


_SHOWN: dict[Command, Callable[[Situation], Turn]] = {
    Command.TOPICS: sorting.listed,
    Command.WAITING: _waiting,
    Command.REPORT: _report,
    Command.INVITE: _ask_grant,
    Command.HAND_OVER: _ask_hand_over,
}
