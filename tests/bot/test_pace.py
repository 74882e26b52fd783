"""How fast may be sent, and never faster."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.chat import Platform
from bot.pace import LIMITS, Limits, Pace
from tests.bot.scripted import NOW

SECOND, NOTHING = timedelta(seconds=1), timedelta()


def telegram() -> Pace:
    """A fresh account with the numbers that Telegram names."""
    return Pace(Limits(apart=SECOND / 30, per_chat=SECOND, per_group_minute=20))


def test_one_a_second_in_a_chat() -> None:
    """A second message in the same chat waits for the rest of the second; another chat does not."""
    pace = telegram()
    assert pace.wait("a", NOW, group=False) <= NOTHING
    pace.sent("a", NOW)
    assert pace.wait("a", NOW + SECOND * 0.3, group=False) == SECOND * 0.7
    assert pace.wait("b", NOW + SECOND * 0.3, group=False) <= NOTHING
    assert pace.wait("a", NOW + SECOND, group=False) <= NOTHING


def test_thirty_a_second_in_all() -> None:
    """Evenly, whoever it is for: after two at once each waits for the thirtieth part of a second."""
    pace = telegram()
    pace.sent("a", NOW)
    assert pace.rest(NOW) <= NOTHING
    pace.sent("b", NOW)
    assert pace.wait("c", NOW + SECOND * 0.01, group=False) == SECOND / 30 - SECOND * 0.01
    assert pace.rest(NOW + SECOND / 30) <= NOTHING


def test_a_late_message_does_not_delay_all_after_it() -> None:
    """A sender that wakes a little late each time still sends thirty a second."""
    pace, now = telegram(), NOW
    for n in range(300):
        now += pace.rest(now) + timedelta(milliseconds=5)
        pace.sent(str(n), now)
    assert now - NOW < SECOND * 10.1


def test_twenty_a_minute_in_a_group() -> None:
    """A group takes no more; a person may."""
    pace = telegram()
    for n in range(20):
        pace.sent("g", NOW + SECOND * n)
    now = NOW + SECOND * 25
    assert pace.wait("g", now, group=True) == SECOND * 35
    assert pace.wait("g", now, group=False) <= NOTHING
    assert pace.wait("g", NOW + SECOND * 60, group=True) <= NOTHING


def test_three_times_too_many_is_a_pause() -> None:
    """Two refusals are bad luck; three within ten seconds pause everything for as long as was said."""
    pace = telegram()
    for at in (0, 11, 12):
        pace.limited(NOW + SECOND * at, SECOND * 30)
    assert pace.wait("a", NOW + SECOND * 12, group=False) <= NOTHING
    pace.limited(NOW + SECOND * 13, SECOND * 30)
    assert pace.wait("a", NOW + SECOND * 14, group=False) == SECOND * 29
    assert pace.wait("a", NOW + SECOND * 43, group=False) <= NOTHING


def test_the_service_stays_below_the_numbers_of_telegram() -> None:
    """Telegram counts at its own door, where a message may come a little later or sooner than it left."""
    ours, late = LIMITS[Platform.TELEGRAM], timedelta(milliseconds=100)
    assert (SECOND + late) / ours.apart + 1 <= 30
    # A stall lets go of all that is under way, and a second later as many followed as leave in that time: the
    # first and the last of them included, and one that kept a turn that it came late for.
    assert SECOND / ours.apart + ours.at_once + 2 <= 30
    assert 20_000 * ours.apart < timedelta(minutes=14)
    assert ours.per_chat >= SECOND + late
    assert ours.per_group_minute is not None
    assert ours.per_group_minute < 20


def test_without_limits_nothing_waits() -> None:
    """Our own page has none."""
    pace = Pace(LIMITS[Platform.LOCAL])
    for _ in range(100):
        assert pace.wait("a", NOW, group=True) <= NOTHING
        pace.sent("a", NOW)


def test_chats_of_long_ago_are_forgotten() -> None:
    """What is kept does not grow with the town."""
    pace = telegram()
    for n in range(1_000):
        pace.sent(str(n), NOW + SECOND * n)
    assert len(pace._chats) <= 61


@given(st.lists(st.tuples(st.sampled_from("abcg"), st.integers(0, 400)), max_size=120))
def test_the_limits_hold_whatever_is_asked(asked: list[tuple[str, int]]) -> None:
    """Whoever waits as long as told keeps within every limit."""
    pace, now, went = Pace(Limits(SECOND / 4, SECOND, 20)), NOW, []
    for room, later in asked:
        now += timedelta(milliseconds=later)
        while (wait := pace.wait(room, now, group=room == "g")) > NOTHING:
            now += wait
        pace.sent(room, now)
        went.append((now, room))
    for at, room in went:
        within = [one for one in went if at <= one[0] < at + SECOND]
        assert len(within) <= 5
        assert sum(one[1] == room for one in within) == 1
        minute = [one for one in went if at <= one[0] < at + 60 * SECOND and one[1] == "g"]
        assert len(minute) <= 20


def test_a_clock_that_is_put_back_keeps_nobody_waiting() -> None:
    """What was counted at moments that are still to come counts no more, a pause included."""
    pace = telegram()
    for _ in range(2):
        pace.sent("a", NOW)
        pace.limited(NOW, SECOND * 30)
    pace.pause(NOW + SECOND * 60)
    earlier = NOW - 7200 * SECOND
    assert pace.wait("a", NOW, group=False) == SECOND * 60
    assert pace.wait("a", earlier, group=False) == NOTHING
    pace.limited(earlier, SECOND * 30)
    assert pace.rest(earlier) == NOTHING
    # From there on time goes its usual way.
    pace.pause(earlier + SECOND * 5)
    assert pace.rest(earlier + SECOND * 2) == SECOND * 3


def test_a_clock_that_trembles_is_not_put_back() -> None:
    """Up to a second less than before changes nothing: the pace is kept."""
    pace = telegram()
    pace.pause(NOW + SECOND * 60)
    assert pace.rest(NOW) == SECOND * 60
    assert pace.rest(NOW - SECOND) == SECOND * 61
    assert pace.rest(NOW - SECOND * 2.5) == NOTHING


def test_a_room_that_is_never_quiet_is_counted_for_a_minute() -> None:
    """What was said a minute ago is forgotten, one moment after the other."""
    pace = telegram()
    for n in range(200):
        pace.sent("g", NOW + SECOND * n)
    assert len(pace._chats["g"]) == 60
    pace.sent("g", NOW + SECOND * 258)
    assert len(pace._chats["g"]) == 2
    pace.sent("h", NOW + SECOND * 318)
    assert set(pace._chats) == {"h"}


def test_a_refusal_of_ten_seconds_ago_is_no_third() -> None:
    """Within ten seconds, not at ten."""
    for last, paused in ((9.9, True), (10, False)):
        pace = telegram()
        for at in (0, 5, last):
            pace.limited(NOW + SECOND * at, SECOND * 30)
        assert (pace.rest(NOW + SECOND * 11) > NOTHING) is paused


def test_the_sender_goes_at_the_speed_that_telegram_allows() -> None:
    """Not much below it: a town of readers hears the news the same evening. Four are under way at once."""
    ours = LIMITS[Platform.TELEGRAM]
    assert timedelta(milliseconds=41) < ours.apart < timedelta(milliseconds=42)
    assert timedelta(seconds=1.1) == ours.per_chat
    assert (ours.per_group_minute, ours.at_once) == (19, 4)
    assert LIMITS[Platform.MATRIX] == LIMITS[Platform.LOCAL] == Limits(NOTHING, NOTHING, None, 1)
