"""Small rules of the wijk: the nearest buurt, and rounds by their name."""

from dataclasses import replace
from datetime import date

import pytest

from domain.districts import District
from domain.rounds import Rhythm, RoundName, span_named

WIJK = District(
    "w", "Wijk", ("Noord", "Zuid"), ("Een?", "Twee?"), centres={"Noord": (52.2, 5.0), "Zuid": (52.0, 5.0)}
)


def test_a_location_is_the_nearest_buurt() -> None:
    """The buurt whose centre is nearest; none when the settings give no centres."""
    assert (WIJK.nearest(52.19, 5.01), WIJK.nearest(52.01, 5.2)) == ("Noord", "Zuid")
    assert replace(WIJK, centres={}).nearest(52.0, 5.0) is None


def test_a_round_is_found_by_its_name() -> None:
    """By month, or the six weeks that end in that month; a month in which none ends has none."""
    assert span_named(Rhythm(), RoundName("2026-10")).last == date(2026, 10, 31)
    six_weekly = Rhythm(date(2026, 1, 5))
    assert span_named(six_weekly, RoundName("2026-02")).first == date(2026, 1, 5)
    assert span_named(six_weekly, RoundName("2026-03")).last == date(2026, 3, 29)


def test_a_month_without_an_end_names_no_round() -> None:
    """Such a name is refused with the name in it."""
    with pytest.raises(ValueError, match="2026-04"):
        span_named(Rhythm(date(2026, 1, 5)), RoundName("2026-04"))
