"""What the table says, asked directly: who may, who may not, and why not."""

import pytest

from domain.people import Role
from domain.policy import Deed, Place, Verdict, acting_as, highest, holds, rule_of, verdict

NOBODY: frozenset[Role] = frozenset()
MARIT = frozenset({Role.COORDINATOR})
BO = frozenset({Role.PARTNER})


@pytest.mark.parametrize(
    ("deed", "roles", "own", "in_room", "said"),
    [
        (Deed.GIVE_SIGNAL, NOBODY, False, False, Verdict.MAY),
        (Deed.GIVE_SIGNAL, NOBODY, False, True, Verdict.IN_PRIVATE),
        (Deed.CHANGE_SIGNAL, NOBODY, True, False, Verdict.MAY),
        (Deed.CHANGE_SIGNAL, MARIT, False, False, Verdict.NOT_THEIRS),
        (Deed.SHARE_CODE, frozenset({Role.PROFESSIONAL}), True, False, Verdict.MAY),
        (Deed.SHARE_CODE, frozenset({Role.PROFESSIONAL}), False, False, Verdict.NOT_THEIRS),
        (Deed.SHARE_CODE, MARIT, True, False, Verdict.NO_ROLE),
        (Deed.NAME_TOPIC, MARIT, False, False, Verdict.MAY),
        (Deed.NAME_TOPIC, BO, False, False, Verdict.NO_ROLE),
        (Deed.NAME_TOPIC, MARIT | BO, False, False, Verdict.MAY),
        # Who may not at all hears that, also in the room.
        (Deed.NAME_TOPIC, BO, False, True, Verdict.NO_ROLE),
        (Deed.NAME_TOPIC, MARIT, False, True, Verdict.IN_PRIVATE),
        (Deed.MOVE_ACTION, NOBODY, True, False, Verdict.MAY),
        (Deed.MOVE_ACTION, NOBODY, False, False, Verdict.NOT_THEIRS),
        (Deed.MOVE_ACTION, MARIT, False, True, Verdict.MAY),
        (Deed.SEE_ACTIONS, NOBODY, False, True, Verdict.MAY),
        (Deed.SEE_ACTIONS, NOBODY, False, False, Verdict.NOT_THEIRS),
        (Deed.SEE_REQUESTS, NOBODY, False, False, Verdict.NO_ROLE),
        (Deed.AGREE_WHO, MARIT, False, False, Verdict.MAY),
        (Deed.AGREE_WHO, MARIT, True, False, Verdict.OWN),
        (Deed.AGREE_WHO, BO, True, False, Verdict.NO_ROLE),
        (Deed.SEE_WHO, frozenset(Role), True, False, Verdict.ON_THE_LINE),
        (Deed.WITHDRAW_ROLE, MARIT, True, True, Verdict.ON_THE_LINE),
    ],
)
def test_the_table_judges(
    deed: Deed, roles: frozenset[Role], *, own: bool, in_room: bool, said: Verdict
) -> None:
    """By role, by whose it is, and by the place."""
    assert verdict(deed, roles, own=own, in_room=in_room) is said


def test_by_itself_nothing_is_anybodys_own_and_no_chat_a_room() -> None:
    """Who says nothing of it gets the answer for somebody else's thing, in a chat of two."""
    assert verdict(Deed.CHANGE_SIGNAL, NOBODY) is Verdict.NOT_THEIRS
    assert verdict(Deed.NAME_TOPIC, MARIT) is Verdict.MAY
    assert acting_as(Deed.MOVE_ACTION, BO) == "resident"


def test_a_role_gives_a_right_or_not() -> None:
    """Whatever it is about; what everybody may do is given by no role."""
    assert holds(BO, Deed.ANSWER_TOPIC)
    assert not holds(BO, Deed.NAME_TOPIC)
    assert not holds(NOBODY, Deed.ANSWER_TOPIC)
    assert not holds(frozenset(Role), Deed.GIVE_SIGNAL)


def test_a_rule_that_says_nothing_more_is_the_narrow_one() -> None:
    """In a chat of two, not for who is merely in the room, not for the operator."""
    rule = rule_of(Deed.NAME_TOPIC)
    assert (rule.deed, rule.place, rule.room_for_all, rule.operator) == (
        Deed.NAME_TOPIC,
        Place.CHAT,
        False,
        False,
    )


def test_the_role_that_says_most_is_named() -> None:
    """For the counting of what is done by whom: never more than one word."""
    assert highest(NOBODY) == "resident"
    assert highest({Role.EXPERT, Role.PROFESSIONAL}) == "expert"
    assert highest(Role) == "coordinator"


@pytest.mark.parametrize(
    ("deed", "roles", "own", "right"),
    [
        (Deed.ANSWER_TOPIC, MARIT | BO, False, "coordinator"),
        (Deed.ANSWER_TOPIC, BO | {Role.EXPERT}, False, "partner"),
        (Deed.MOVE_ACTION, BO, True, "owner"),
        (Deed.MOVE_ACTION, MARIT, True, "coordinator"),
        (Deed.MOVE_ACTION, BO, False, "resident"),
        (Deed.CHANGE_SIGNAL, MARIT, True, "resident"),
        (Deed.USE_CODE, NOBODY, False, "resident"),
    ],
)
def test_the_log_says_with_which_right(deed: Deed, roles: frozenset[Role], *, own: bool, right: str) -> None:
    """The role that gave the right, or that it was theirs; never a person."""
    assert acting_as(deed, roles, own=own) == right
