"""What residents meet seldom: an unknown wijk, a code in the wrong place, words and buttons out of turn."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.events import (
    DistrictChosen,
    InvitationBurnt,
    InvitationUsed,
    SameTopic,
    SignalGiven,
    SignalWithdrawn,
    WrongCode,
)
from domain.heard import Aside, Changed, Command, Opened, Pressed, Said, ShowedCode, TookBack
from domain.invitations import Grant, Offer
from domain.messages import Act, PersonKey, Text, Verb
from domain.signals import SignalNumber, Standing, number_of
from handlers import joining, places, privacy, route
from handlers.states import (
    AwaitingNeighbourhood,
    AwaitingTopic,
    ChoosingDistrict,
    HeldSignal,
    Idle,
    State,
    TellingWhatIsMissing,
)
from handlers.turn import Situation, Turn
from tests.handlers.spoken import BOOMGAARD, NOW, RESIDENT, ROOM, situation
from tests.handlers.test_anywhere import NUMBER, OWN, scene

OFFER = Offer("hash", Grant.PROFESSIONAL, "boomgaard")
HELD = ChoosingDistrict((HeldSignal("de lamp is stuk"),))
HARBOUR = replace(
    BOOMGAARD, slug="haven", name="De Haven", neighbourhoods=(), streets=("Kadeweg",), postcodes=("3555",)
)


def stranger(state: ChoosingDistrict | Idle = HELD) -> Situation:
    """Somebody whose wijk is not known, where there are two."""
    unknown = replace(RESIDENT, district=None)
    terms = situation(RESIDENT).terms["boomgaard"]
    return replace(
        situation(unknown),
        state=state,
        district=None,
        districts=(BOOMGAARD, HARBOUR),
        terms={"boomgaard": terms, "haven": terms},
    )


def key(turn: Turn) -> str:
    """Of the first thing that is said."""
    return turn.messages[0].text.key


@pytest.mark.parametrize(
    ("said", "slug"),
    [
        ("boomgaard", "boomgaard"),
        ("de boomgart", "boomgaard"),
        ("3555", "haven"),
        ("3555AB", "haven"),
        ("Kadeweg", "haven"),
        ("haven of boomgaard", None),
        ("35551", None),
        ("de stoep ligt los", None),
    ],
)
def test_a_wijk_is_known_by_its_name_postcode_or_street(said: str, slug: str | None) -> None:
    """The one wijk that is named; none when it could be two."""
    named = places.named_in(said, (BOOMGAARD, HARBOUR))
    assert (named.slug if named else None) == slug


def test_first_words_of_a_stranger_ask_for_the_wijk() -> None:
    """A link without a wijk: the welcome, and which wijk, with what was said before still kept."""
    turn = route.step(stranger(), Opened())
    assert [message.text.key for message in turn.messages] == [
        "resident-welcome-anywhere",
        "resident-ask-district",
    ]
    assert turn.state == HELD


def test_a_code_gives_the_wijk_too() -> None:
    """Who shows a code before choosing a wijk gets the role, the wijk, and numbers for what was said."""
    turn = route.step(replace(stranger(), offer=OFFER), ShowedCode())
    assert {type(event) for event in turn.events} == {DistrictChosen, SignalGiven, InvitationUsed}
    turn = route.step(replace(stranger(Idle()), offer=OFFER), ShowedCode())
    assert {type(event) for event in turn.events} == {DistrictChosen, InvitationUsed}


@pytest.mark.parametrize(
    ("offer", "room", "expected"),
    [
        (replace(OFFER, grant=Grant.ROOM), None, "joining-in-a-room"),
        (replace(OFFER, used=True), None, "joining-used"),
        (replace(OFFER, expires_at=NOW - timedelta(hours=1)), None, "joining-expired"),
    ],
)
def test_a_code_out_of_place_is_refused(offer: Offer, room: object, expected: str) -> None:
    """A code works once, in time, and where it is meant for."""
    turn = route.step(replace(situation(RESIDENT, ROOM if room else None), offer=offer), ShowedCode())
    assert (key(turn), turn.events) == (expected, ())


def test_guessing_codes_is_slowed_down() -> None:
    """A wrong code is counted; after too many none is looked at."""
    assert route.step(situation(RESIDENT), ShowedCode()).events == (WrongCode(),)
    tried = replace(situation(RESIDENT), tries_left=False, offer=OFFER)
    assert key(route.step(tried, ShowedCode())) == "joining-too-many-tries"
    assert joining.unbound_room(ROOM).text.key == "joining-unbound-room"


def test_yes_means_the_one_topic_that_is_offered() -> None:
    """With two topics a yes says too little, with one it says all."""
    one = scene(RESIDENT, AwaitingTopic(NUMBER, (OWN.number,), (4,)))
    two = scene(RESIDENT, AwaitingTopic(NUMBER, (OWN.number, OWN.number), (4, 2)))
    assert isinstance(route.step(one, Said("ja", aside=Aside.YES)).events[0], SameTopic)
    assert key(route.step(two, Said("ja", aside=Aside.YES))) == "resident-not-a-choice"


@pytest.mark.parametrize("state", [Idle(), AwaitingTopic(number_of(2026, 99), (NUMBER,), (2,))])
def test_a_late_answer_still_ties_the_signals_together(state: State) -> None:
    """The button names both signals: it counts after the question was passed by, and beside a newer one."""
    near = number_of(2026, 7)
    late = Pressed(Act(Verb.JOIN_TOPIC, f"{OWN.number}/{near}"))
    turn = route.step(scene(RESIDENT, state), late)
    assert turn.events == (SameTopic(OWN.number, near, same=True),)
    assert (key(turn), turn.state) == ("resident-thanks", state)
    of_another = Pressed(Act(Verb.JOIN_TOPIC, f"{number_of(2026, 98)}/{near}"))
    assert route.step(scene(RESIDENT, state), of_another).events == ()


def test_what_is_missing_needs_words() -> None:
    """A picture says nothing of what is missing: it is asked again."""
    turn = route.step(scene(RESIDENT, TellingWhatIsMissing(NUMBER)), Said("", photo="local:m1"))
    assert (key(turn), turn.state) == ("resident-what-is-missing", TellingWhatIsMissing(NUMBER))


def test_a_place_without_a_buurt_is_asked_about() -> None:
    """Where the settings have no centres a location says nothing yet."""
    assert (
        key(route.step(replace(scene(RESIDENT, Idle()), recent=None), Said(""))) == "resident-what-is-there"
    )


def test_a_late_edit_is_told() -> None:
    """An edit of nothing changes nothing; one of a signal that is gone or away is answered."""
    here = scene(RESIDENT, Idle())
    assert route.step(here, Changed(None, "anders")) == Turn()
    assert route.step(here, TookBack(None)) == Turn()
    assert (
        key(route.step(replace(here, signals=()), Changed(NUMBER, "anders")))
        == "resident-nothing-to-withdraw"
    )
    away = replace(here, signals=(replace(OWN, standing=Standing.ON_TABLE),))
    assert key(route.step(away, Changed(NUMBER, "anders"))) == "resident-too-late"


def test_words_that_always_work_work_without_a_wijk() -> None:
    """Rules, help and buurt say what they can when there is no wijk, no person and no buurt."""
    assert key(route.step(stranger(), Said("spelregels", command=Command.RULES))) == "rules-anywhere"
    assert key(route.step(stranger(), Said("hulp", command=Command.HELP))) == "help"
    harbour = replace(scene(RESIDENT, Idle()), district=HARBOUR)
    assert (
        key(route.step(harbour, Said("buurt", command=Command.NEIGHBOURHOOD))) == "resident-no-neighbourhoods"
    )


def test_a_long_status_is_counted() -> None:
    """Many signals are a list that fits, and a number of older ones."""
    lines = privacy.status(replace(scene(RESIDENT, Idle()), signals=(OWN,) * 20)).text.args["lines"]
    assert isinstance(lines, tuple)
    assert lines[-1] == Text("status-more", {"count": 5})


def test_nothing_more_is_missing() -> None:
    """A "no" to the question what is missing ends it, and is no signal."""
    turn = route.step(scene(RESIDENT, TellingWhatIsMissing(NUMBER)), Said("niks", aside=Aside.NO))
    assert (key(turn), turn.state, turn.events) == ("resident-thanks", Idle(), ())


def test_a_no_to_the_buurt_is_an_answer() -> None:
    """Who says no where a buurt is asked does not know it, and is not asked again."""
    turn = route.step(
        replace(scene(RESIDENT, AwaitingNeighbourhood(NUMBER)), near=()), Said("nee", aside=Aside.NO)
    )
    assert (key(turn), turn.state) == ("resident-thanks", Idle())


def test_the_signal_that_is_named_is_taken_back() -> None:
    """Not the newest one; a number of somebody else is nobody's business, and no new signal."""
    newer = replace(OWN, number=SignalNumber("2026-0999"))
    here = replace(scene(RESIDENT, Idle()), signals=(newer, OWN))
    turn = route.step(here, Said(f"trek in {NUMBER}", command=Command.WITHDRAW, rest=NUMBER))
    assert (key(turn), turn.events) == ("resident-withdrawn", (SignalWithdrawn(NUMBER),))
    other = route.step(here, Said("trek in 2026-0001", command=Command.WITHDRAW, rest="2026-0001"))
    assert (key(other), other.events) == ("resident-nothing-to-withdraw", ())


def test_a_code_shown_in_a_group_is_burnt() -> None:
    """Everybody there could use it: it gives nothing any more, and whoever made it is told."""
    giver = PersonKey("p:giver")
    turn = route.step(replace(situation(RESIDENT, ROOM), offer=replace(OFFER, tell=(giver,))), ShowedCode())
    assert turn.events == (InvitationBurnt(OFFER.code_hash),)
    assert [(one.to, one.text.key) for one in turn.messages] == [
        (ROOM, "joining-burnt"),
        (giver, "rights-code-burnt"),
    ]
