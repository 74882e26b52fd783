"""The audit log: every change that counts is one line, by role; nothing of people, and no way around it."""

import re
from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from domain.actions import ActionStatus
from domain.decisions import Field
from domain.events import (
    ActionMoved,
    AgreementHidden,
    DelayExplained,
    Event,
    FastLaneLeft,
    FeedbackApproved,
    FieldChanged,
    HeldApart,
    InvitationBurnt,
    Occasion,
    TopicTitled,
    WhoAgreed,
    WhoRefused,
)
from domain.feedback import FeedbackKind
from domain.invitations import hash_of
from domain.people import Role
from domain.signals import SignalNumber
from storage import account, apply, retention
from storage.schema import audit
from tests.bot.scripted import BOOMGAARD
from tests.project.tree import ROOT
from tests.rights.world import CAST, CODE, NOW, World

pytestmark = pytest.mark.asyncio(loop_scope="module")

CHANGES_RIGHTS = {
    "give_role(": {"storage/invitations.py"},
    "withdraw_role(": {"storage/invitations.py", "bot/commands/roles.py"},
    "bind_room(": {"storage/invitations.py"},
    "invitations.make(": {"storage/apply.py", "bot/commands/inviting.py"},
    "invitations.use(": {"storage/apply.py"},
    "feedback.approve(": {"storage/apply.py"},
    "who_reported.keep(": {"storage/apply.py", "bot/commands/who.py"},
    "who_reported.see(": {"bot/commands/who.py"},
}
"""Who calls what changes roles, codes and approvals: each of these writes the line."""


def changes(world: World) -> list[tuple[Event, str, str]]:
    """Changes by the coordinator, what stands in the log, and about what."""
    number = {name: SignalNumber(value) for name, value in world.things.items()}
    topic, action, draft = (int(world.things[name]) for name in ("topic", "action", "draft"))
    return [
        (HeldApart(number["held"]), "held words kept apart", number["held"]),
        (TopicTitled(number["fresh"], "Lampen"), "topic titled", number["fresh"]),
        (
            FieldChanged(topic, Field.SENTENCE, "Dat kan nu niet.", "Later."),
            "answer changed: sentence",
            f"topic {topic}",
        ),
        (FastLaneLeft(number["waits"]), "taken out of the fast lane", number["waits"]),
        (FeedbackApproved(draft, "Dat kan niet."), "words approved", str(draft)),
        (FeedbackApproved(draft, "Ja.", waived=True), "sent without a check", str(draft)),
        (DelayExplained(date(2026, 12, 8), "Geen tijd."), "delay explained", "2026-12-08"),
        (AgreementHidden("Wonen"), "agreement hidden", ""),
        (WhoAgreed(number["asked"]), "agreed to look up who reported", number["asked"]),
        (WhoRefused(number["asked"]), "refused to look up who reported", number["asked"]),
        (InvitationBurnt(hash_of(CODE)), "invitation burnt: shown in a group", ""),
        (
            ActionMoved(action, ActionStatus.STARTED, "Begonnen.", FeedbackKind.STARTED),
            "action moved: started",
            f"action {action}",
        ),
    ]


async def lines(world: World) -> list[tuple[str, str, str]]:
    """The whole log."""
    async with world.street.house.store.read() as connection:
        rows = await connection.execute(select(audit).order_by(audit.c.id))
        return [(row.what, row.role, row.about) for row in rows]


async def test_what_happened_is_one_line(world: World) -> None:
    """By the role it was done with, about which thing of the wijk."""
    for event, what, about in changes(world):
        before = await lines(world)
        async with world.street.house.store.begin() as connection:
            occasion = Occasion(NOW, world.key("coordinator"), BOOMGAARD.slug, roles=CAST["coordinator"])
            await apply.apply(connection, occasion, [event])
        role = "resident" if isinstance(event, InvitationBurnt) else Role.COORDINATOR.value
        assert (await lines(world))[len(before) :] == [(what, role, f"{BOOMGAARD.slug} {about}".strip())]
        world.restore()


async def test_what_did_not_happen_is_no_line(world: World) -> None:
    """A second time, too late, or about another wijk: nothing changed, so nothing is noted."""
    number = {name: SignalNumber(value) for name, value in world.things.items()}
    async with world.street.house.store.begin() as connection:
        before = (await connection.execute(select(func.count()).select_from(audit))).scalar_one()
        other = Occasion(NOW, world.key("coordinator"), "haven", roles=CAST["coordinator"])
        late = Occasion(
            NOW + timedelta(days=2), world.key("coordinator"), BOOMGAARD.slug, roles=CAST["coordinator"]
        )
        asker = Occasion(NOW, world.key("asker"), BOOMGAARD.slug, roles=CAST["asker"])
        await apply.apply(connection, other, [HeldApart(number["held"]), FastLaneLeft(number["waits"])])
        await apply.apply(connection, other, [FeedbackApproved(int(world.things["draft"]), "Ja.")])
        await apply.apply(connection, late, [WhoAgreed(number["asked"])])
        await apply.apply(connection, asker, [WhoAgreed(number["asked"])])
        after = (await connection.execute(select(func.count()).select_from(audit))).scalar_one()
    assert after == before
    world.restore()


async def test_the_log_names_nobody(world: World) -> None:
    """No key of a person, no words of people: after everything that was done in this wijk."""
    said = str(await lines(world))
    assert said.count("boomgaard") > 6
    assert not [who for who in CAST if world.key(who) in said]
    assert "lamp" not in said
    assert CODE not in said


async def test_the_log_is_read_by_wijk_and_day(world: World) -> None:
    """As `wijksignaal audit` shows it: one wijk or all, from a day on."""
    async with world.street.house.store.begin() as connection:
        await account.note(connection, "invitation made", "operator", "haven partner", NOW)
        await account.note(connection, "invitation made", "operator", "boomgaard-noord partner", NOW)
        ours = await account.audit_of(connection, BOOMGAARD.slug, NOW - timedelta(days=1))
        all_ = await account.audit_of(connection, None, NOW - timedelta(days=1))
        later = await account.audit_of(connection, None, NOW + timedelta(days=1))
    assert {line.about.split()[0] for line in ours} == {BOOMGAARD.slug}
    assert len(all_) == len(ours) + 2
    assert later == []
    world.restore()


async def test_the_log_goes_back_twelve_months(world: World) -> None:
    """After that a line goes."""
    async with world.street.house.store.begin() as connection:
        await retention.forget(connection, NOW + timedelta(days=364))
        kept = await account.audit_of(connection, None, NOW - timedelta(days=1))
        await retention.forget(connection, NOW + timedelta(days=367))
        gone = await account.audit_of(connection, None, NOW - timedelta(days=1))
    assert kept
    assert gone == []
    world.restore()


async def test_roles_codes_and_approvals_change_nowhere_else() -> None:
    """Who calls what changes them is known by name, and each of these writes the log."""
    for call, known in CHANGES_RIGHTS.items():
        found = {
            str(path.relative_to(ROOT))
            for room in ("bot", "handlers", "scheduler", "storage", "web")
            for path in (ROOT / room).rglob("*.py")
            if re.search(rf"(?<!def )\b{re.escape(call)}", path.read_text(encoding="utf-8"))
        }
        assert found == known, call
        assert all("account.note(" in (ROOT / path).read_text(encoding="utf-8") for path in known)
