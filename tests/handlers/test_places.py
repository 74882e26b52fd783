"""Which wijk somebody means."""

import pytest

from domain.districts import District
from handlers.places import named_in

TWO = (
    District("boomgaard", "De Boomgaard", (), ("a", "b"), postcodes=("3541",)),
    District("havenkwartier", "Havenkwartier", (), ("a", "b"), postcodes=("3555",)),
)


@pytest.mark.parametrize("typed", ["3541", "3541 AB", "٣٥٤١", "۳۵۴۱", "رمزي البريدي ٣٥٤١"])
def test_a_postcode_is_read_in_any_digits(typed: str) -> None:
    """A keyboard with Arabic or Persian letters has digits of its own."""
    found = named_in(typed, TWO)
    assert found is not None
    assert found.slug == "boomgaard"


def test_other_numbers_name_no_wijk() -> None:
    """A postcode of elsewhere is no guess."""
    assert named_in("٩٩٩٩", TWO) is None
