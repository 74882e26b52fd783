"""Writes docs/policy.md from the table of rights: who may do what, where, and what is noted."""

from pathlib import Path

from bot.texts import Words
from domain.deeds import AUDITED
from domain.people import Role
from domain.policy import TABLE, Deed, Own, Place, Rule
from handlers.ways import OF_COMMAND

PAGE = Path(__file__).parents[1] / "docs/policy.md"
HEAD = """\
# Who may do what

Written from the table in `domain/policy.py` by `make format`; change the table, not this page.

- A right is looked up at the moment of use, for the person who presses or types. The chat, the group and the
  button give none.
- A role counts in its own wijk only. A button of a role works in the wijk in which it was made.
- A role ends at once: with `wijksignaal role withdraw`, or when it is handed over. What was open is refused.
- *yes*: with this role. *own*: only what is theirs. *not own*: never what they asked themselves.
- Room: it can also be done in the room of the wijkverband. *all*: there by everybody in it.
- Noted: it stands in the audit log (`wijksignaal audit`), by role, never by person, for 12 months. So
  does that somebody with another role tried to invite, to read words that wait, or to ask who reported.

Roles: resident is everybody, also who has a role.
"""
SHORT = {
    Role.PROFESSIONAL: "professional",
    Role.VOLUNTEER: "volunteer",
    Role.EXPERT: "expert",
    Role.PARTNER: "partner",
    Role.COORDINATOR: "coordinator",
}


def page() -> str:
    """The whole page."""
    heads = ["what", "typed as", "resident", *(SHORT[role] for role in Role), "operator", "room", "noted"]
    lines = [HEAD, f"| {' | '.join(heads)} |", f"|{' --- |' * len(heads)}"]
    words = Words()
    return "\n".join([*lines, *(_line(rule, words) for rule in TABLE), ""])


def _line(rule: Rule, words: Words) -> str:
    cells = [
        rule.deed.value,
        _typed(rule.deed, words),
        _resident(rule),
        *(_role(rule, role) for role in Role),
        "yes" if rule.operator else "",
        _room(rule),
        "yes" if rule.deed in AUDITED else "",
    ]
    return f"| {' | '.join(cells)} |"


def _typed(deed: Deed, words: Words) -> str:
    """The Dutch words that begin it."""
    typed = [
        f"`{words.spellings(f'command-{one}', 'nl')[0]}`" for one in OF_COMMAND if deed in OF_COMMAND[one]
    ]
    return ", ".join(typed)


def _resident(rule: Rule) -> str:
    if rule.place is Place.LINE:
        return ""
    if rule.own is Own.ALSO or (rule.own is Own.ONLY and not rule.roles):
        return "own"
    return "" if rule.roles else "yes"


def _role(rule: Rule, role: Role) -> str:
    if rule.place is Place.LINE or (rule.roles and role not in rule.roles):
        return "own" if rule.own is Own.ALSO else ""
    return {Own.ONLY: "own", Own.NEVER: "not own"}.get(rule.own, "yes")


def _room(rule: Rule) -> str:
    if rule.room_for_all:
        return "all"
    return "yes" if rule.place is Place.ANYWHERE else ""


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
