"""Titles are short, readable and never the words of one person."""

import pytest

from bot.texts import Words
from bundling.bundle import Known, bundle
from bundling.themes import themes
from bundling.titles import LONGEST
from domain.messages import Text
from tests.bundling.people import all_said, said

WORDS = Words()


def title_of(*texts: str, known: Known = Known()) -> str:
    """The title of the first topic of these texts, in Dutch."""
    return WORDS.say(bundle(all_said(*texts), known).topics[0].title, "nl")


def test_theme_and_place_when_the_signals_agree() -> None:
    """Three signals about speed on one street are called that."""
    title = title_of(
        "te hard rijden op de Molenweg", "Drempels op de Molenweg, ze rijden te hard", "racen op de molenweg"
    )
    assert title == "Te hard rijden – Molenweg"


def test_a_title_of_people_stays() -> None:
    """What a coordinator called it comes before anything automatic, also when only one signal knows it."""
    known = Known(titles={2: "Drempels  Molenweg"})
    assert (
        title_of("te hard rijden op de Molenweg", "te hard rijden op de molenweg!", known=known)
        == "Drempels Molenweg"
    )


def test_a_name_in_one_text_never_becomes_a_title() -> None:
    """Jayden stands in one text only, so the whole wijkverband does not read of Jayden."""
    items = all_said("Jayden de Wit vernielt bloembakken", "kwartels fluiten zonnebloemen")
    titles = [WORDS.say(topic.title, "nl") for topic in bundle(items).topics]
    assert titles
    assert not [
        title for title in titles if "Jayden" in title or "Wit" in title or "kwartels" in title.lower()
    ]


def test_words_that_people_share_make_a_title_when_no_theme_does() -> None:
    """Without a theme the best part of a sentence of which every word is shared becomes the title."""
    texts = [
        "de zendmast op het dak maakt ons ongerust",
        "zendmast op het dak, wij zijn ongerust",
        "zendmast op dak",
    ]
    assert "zendmast" in title_of(*texts).lower()


def test_two_topics_have_two_titles() -> None:
    """Of two topics that would be called the same one takes its next best title."""
    items = all_said(
        *["schimmel in de slaapkamer van flat De Linde"] * 3,
        *["vocht en lekkage in de keuken aan het Perenpad"] * 3,
    )
    titles = [topic.title for topic in bundle(items).topics]
    assert len({str(title) for title in titles}) == len(titles)


@pytest.mark.parametrize("language", WORDS.languages)
def test_every_theme_has_a_name_that_fits(language: str) -> None:
    """No theme is without words, and with the longest place a title has 60 characters at most."""
    place = "x" * 28
    titles = {
        theme.key: WORDS.say(
            Text("topic-title-theme-at-place", {"theme": theme.key, "place": place}), language
        )
        for theme in themes()
    }
    nameless = WORDS.say(Text("topic-title-theme", {"theme": "nothing"}), language)
    assert not [key for key, title in titles.items() if len(title) > LONGEST]
    assert not [key for key, title in titles.items() if title.startswith(f"{nameless} –")]


def test_titles_of_one_signal_are_sound() -> None:
    """A single signal gets a title from its theme."""
    assert WORDS.say(bundle([said("de lantaarn is stuk", 1)]).topics[0].title, "nl") == "Straatverlichting"
