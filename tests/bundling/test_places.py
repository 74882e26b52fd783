"""Places come from the settings and from what people write, in any spelling."""

from bundling.places import PlaceNames, gazetteer

SETTINGS = PlaceNames(streets=("Walnootsingel", "Vlierweg"), neighbourhoods=("Kweepeer-Noord",))


def test_streets_of_the_settings_are_found_as_whole_names() -> None:
    """Capitals do not matter, a longer name is another place."""
    places = gazetteer(SETTINGS, [])
    assert places.mentions("te hard op de WALNOOTSINGEL en in kweepeer-noord") == (
        "Walnootsingel",
        "Kweepeer-Noord",
    )
    assert places.mentions("de Vlierwegschool") == ()


def test_a_kind_of_street_is_enough_when_there_is_one() -> None:
    """`De singel` is the Walnootsingel; with two singels it is neither."""
    two = PlaceNames(streets=("Walnootsingel", "Ekstersingel"))
    assert gazetteer(SETTINGS, []).mentions("drempels op de singel") == ("Walnootsingel",)
    assert gazetteer(two, []).mentions("drempels op de singel") == ()


def test_texts_bring_up_places_themselves() -> None:
    """Without settings a name that two texts use is a place; one that a single text uses is not."""
    texts = [
        "racen over de molenweg",
        "Molenweg is een racebaan",
        "vocht in flat De Linde",
        "lift in De Linde kapot",
        "op de Kerkstraat",
    ]
    places = gazetteer(PlaceNames(), texts)
    assert places.mentions("Lawaai op de Molenweg bij de Linde") == ("Molenweg", "De Linde")
    assert places.mentions("op de Kerkstraat") == ()


def test_common_words_are_no_places() -> None:
    """A fietspad, a day, a language or a theme is nowhere in particular."""
    texts = [
        "op het fietspad op Maandag met Turkse Hollandaca les",
        "fietspad stuk, elke Maandag, Turkse Hollandaca",
    ]
    assert gazetteer(PlaceNames(), texts).names == {}


def test_no_names_at_all() -> None:
    """A wijk without settings or texts has no places, and that breaks nothing."""
    assert gazetteer(PlaceNames(), []).mentions("ergens in de wijk") == ()
