"""The table is whole: every button, word, question and change has its deed, and every deed its line."""

from typing import get_args

import pytest
from typer.core import TyperGroup
from typer.main import get_command

from bot.command_line import Tools, build
from domain.deeds import OF_EVENT
from domain.events import Denied, Event
from domain.heard import Command
from domain.messages import Verb
from domain.people import Role
from domain.policy import TABLE, Deed, Own, Place, Verdict, rule_of, verdict
from handlers.states import State
from handlers.ways import OF_COMMAND, OF_EVERYBODY, OF_STATE, OF_VERB
from tests.project.tree import ROOT
from tests.rights.ways import WAYS
from tests.rights.world import NOW


def test_every_deed_has_one_line() -> None:
    """What does not stand in the table may nobody do."""
    assert [rule.deed for rule in TABLE] == list(dict.fromkeys(rule.deed for rule in TABLE))
    assert {rule.deed for rule in TABLE} == set(Deed)


@pytest.mark.parametrize(
    ("known", "all_of_them"),
    [
        (set(OF_VERB), set(Verb)),
        (set(OF_COMMAND), set(Command)),
        (set(OF_STATE), set(get_args(State))),
        (set(OF_EVENT) | {Denied}, set(get_args(Event))),
    ],
    ids=["buttons", "words", "questions", "changes"],
)
def test_nothing_is_forgotten(known: set[object], all_of_them: set[object]) -> None:
    """A new button, word, question or change fails here until it has a deed."""
    assert known == all_of_them


def test_every_deed_can_be_done_or_is_of_the_command_line() -> None:
    """The tests of who may do what have a way to do each."""
    of_the_line = {rule.deed for rule in TABLE if rule.place is Place.LINE}
    assert set(WAYS) == set(Deed) - of_the_line


OF_LINE = {
    "invite": Deed.INVITE,
    "round close": Deed.CLOSE_ROUND,
    "calendar": Deed.SEE_CALENDAR,
    "report": Deed.SEE_REPORT,
    "feedback": Deed.TAKE_FEEDBACK,
    "poster": Deed.TAKE_FEEDBACK,
    "folder": Deed.TAKE_FOLDER,
    "import": Deed.BRING_IN,
    "role withdraw": Deed.WITHDRAW_ROLE,
    "who agree": Deed.AGREE_WHO,
    "who show": Deed.SEE_WHO,
    "wipe": Deed.WIPE,
}
"""What the command line does in the place of somebody."""
OF_SERVICE = {
    *("demo", "run", "init", "check", "health", "bundle", "screen", "ledger", "round show", "role list"),
    *("who list", "audit", "model show", "model check", "model embed"),
    *("backup", "restore", "retention", "pause", "resume"),
}
"""What keeps the service going, or looks at counts."""


def test_every_command_of_the_operator_has_its_deed() -> None:
    """What acts for somebody is a deed that the table gives to the operator; a new command fails here."""
    tools = Tools(clock=lambda: NOW, run=lambda *_: 0, demo=lambda *_: 0)
    group = get_command(build(tools))
    assert isinstance(group, TyperGroup)
    found = {
        f"{name} {inner}".strip()
        for name, one in group.commands.items()
        for inner in (one.commands if isinstance(one, TyperGroup) else ("",))
    }
    assert found == OF_LINE.keys() | OF_SERVICE
    assert all(rule_of(deed).operator for deed in OF_LINE.values())
    assert {rule.deed for rule in TABLE if rule.operator} == set(OF_LINE.values())


def test_rights_are_asked_of_the_table_only() -> None:
    """No handler looks at a role by itself, but to know whose word weighs."""
    spread = [
        f"{path.relative_to(ROOT)}:{n}"
        for room in ("handlers", "bot")
        for path in sorted((ROOT / room).rglob("*.py"))
        for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if ".has(Role" in line or ".decides" in line or "DECIDERS" in line
    ]
    assert spread == []


def test_who_only_lives_here_has_no_right_of_a_role() -> None:
    """Without a role only what everybody may, and what is one's own."""
    may = {deed for deed in Deed if verdict(deed, (), own=False) is Verdict.MAY}
    assert all(not rule_of(deed).roles for deed in may)
    assert {deed for deed in Deed if verdict(deed, (), own=True) is Verdict.MAY} - may == {
        Deed.CHANGE_SIGNAL,
        Deed.SAY_SAME_TOPIC,
        Deed.TELL_EFFECT,
        Deed.SHOW_POINTS,
        Deed.SEE_ACTIONS,
        Deed.MOVE_ACTION,
        Deed.TELL_STEP,
    }


def test_nobody_sees_in_a_chat_who_reported() -> None:
    """Every role at once, asked by oneself or another, in a chat or the room: never."""
    for own in (False, True):
        for in_room in (False, True):
            assert verdict(Deed.SEE_WHO, frozenset(Role), own=own, in_room=in_room) is Verdict.ON_THE_LINE
    assert verdict(Deed.AGREE_WHO, frozenset(Role), own=True) is Verdict.OWN
    assert rule_of(Deed.AGREE_WHO).own is Own.NEVER


def test_a_button_of_everybody_needs_no_role() -> None:
    """What goes along from wijk to wijk is about what is one's own."""
    for verb in OF_EVERYBODY:
        rules = [rule_of(deed) for deed in OF_VERB[verb]]
        assert all(not rule.roles or rule.own is Own.ALSO for rule in rules), verb
