"""Reminders: what an owner, or the coordinator in their place, reads about an action."""

from domain.actions import Action, ActionStatus
from domain.messages import Act, Choice, Kind, Message, Recipient, Text, Value, Verb

VERBS = {
    Verb.REPORT_STARTED: ActionStatus.STARTED,
    Verb.REPORT_DONE: ActionStatus.DONE,
    Verb.REPORT_DELAYED: ActionStatus.DELAYED,
    Verb.REPORT_IMPOSSIBLE: ActionStatus.IMPOSSIBLE,
}
"""What a button says of an action."""

SILENT = frozenset({"first-step-silent", "overdue"})
"""The owner was asked often enough: the coordinator hears it."""

_TEXTS = {
    "first-step": "owner-first-step",
    "first-step-day": "owner-first-step-day",
    "first-step-week-1": "owner-first-step-week",
    "first-step-week-2": "owner-first-step-week",
    "first-step-silent": "owner-first-step-silent",
    "promise": "owner-promise",
    "check": "owner-check",
    "check-week-1": "owner-check-week",
    "check-week-2": "owner-check-week",
    "overdue": "owner-overdue",
}


def reminder(kind: str, action: Action, to: Recipient) -> Message:
    """The reminder of this kind, with the moves that the action can make."""
    args: dict[str, Value] = {
        "title": action.title,
        "owner": action.owner,
        "what": action.what,
        "step": action.first_step,
        "day": action.first_step_on,
        "check": action.check_on,
    }
    text = Text(_TEXTS[kind], args)
    if action.owner_key is None and kind not in SILENT:
        text = Text("owner-no-phone", {"text": text, "owner": action.owner})
    return Message(to, text, choices(action), Kind.NOTICE)


def choices(action: Action) -> tuple[Choice, ...]:
    """The moves that this action can make now."""
    return tuple(
        Choice(Text("owner-choice", {"status": status.value}), Act(verb, str(action.id)))
        for verb, status in VERBS.items()
        if action.may_become(status)
    )


def readers(kind: str, action: Action, coordinators: tuple[Recipient, ...]) -> tuple[Recipient, ...]:
    """The owner; the coordinator when the owner has no phone here, or says nothing."""
    if action.owner_key is None or kind in SILENT:
        return coordinators
    return (action.owner_key,)
