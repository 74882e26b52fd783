"""How a message of ours becomes messages of Telegram."""

from hypothesis import given
from hypothesis import strategies as st

from bot.chat import Button, File, Outgoing
from bot.telegram.layout import keyboard, legible, parts, pieces, rows, shortened, units


@given(st.text(alphabet=st.sampled_from("ab \n😀é")), st.integers(2, 12))
def test_parts_are_short_and_lose_only_white_space(text: str, limit: int) -> None:
    """Every part fits, in UTF-16 units, and together they say everything in order."""
    made = list(parts(text, limit))
    assert all(units(part) <= limit for part in made)
    assert "".join("".join(made).split()) == "".join(text.split())


def test_a_text_is_cut_between_paragraphs_before_lines_before_words() -> None:
    """The gentlest place in the second half of what fits is taken."""
    assert list(parts("een twee\n\ndrie\nvier vijf", 20)) == ["een twee\n\ndrie", "vier vijf"]
    assert list(parts("aaaaaa\n\nbbbb cc", 12)) == ["aaaaaa", "bbbb cc"]
    assert list(parts("a" * 9, 4)) == ["aaaa", "aaaa", "a"]


def test_an_emoji_is_not_cut_in_two() -> None:
    """A pair of UTF-16 units stays together at the limit."""
    assert list(parts("😀" * 3, 3)) == ["😀", "😀", "😀"]


@given(st.text(alphabet=st.characters(codec=None)))
def test_legible_text_can_be_stored_and_sent_and_stays_so(text: str) -> None:
    """Lone surrogates and NUL are gone, the rest is left alone, and twice is the same as once."""
    clean = legible(text)
    clean.encode()
    assert "\0" not in clean
    assert legible(clean) == clean
    if text.isascii() and "\0" not in text:
        assert clean == text


def test_a_long_message_has_its_buttons_below_the_last_part() -> None:
    """40,000 characters go out in parts; only the last one asks."""
    made = pieces(Outgoing(1, "5", "woord " * 6_666, (Button("Ja", "t"),)))
    assert len(made) == 11
    assert [bool(one.buttons) for one in made] == [False] * 10 + [True]


def test_a_long_caption_goes_on_in_a_text() -> None:
    """The file carries what fits below it, the rest follows with the buttons."""
    file = File("a.pdf", "application/pdf", b"%PDF")
    made = pieces(Outgoing(1, "5", "x" * 1_500, (Button("Ja", "t"),), file))
    assert [(bool(one.file), units(one.text), bool(one.buttons)) for one in made] == [
        (True, 1_000, False),
        (False, 500, True),
    ]


def test_a_file_without_words_is_one_message() -> None:
    """No empty text follows a file."""
    assert len(pieces(Outgoing(1, "5", "", (), File("a.png", "image/png", b"1")))) == 1


def test_an_edited_text_that_is_too_long_says_that_there_is_more() -> None:
    """An edit cannot become two messages."""
    assert units(shortened("a" * 5_000)) <= 4_000
    assert shortened("a" * 5_000).endswith(" …")
    assert shortened("kort") == "kort"


def test_short_buttons_share_a_row_and_long_ones_stand_alone() -> None:
    """As many as a phone shows legibly side by side."""
    labels = ["Ja", "Een beetje", "Nee", "Weet ik niet", "Donker pad door park De Bongerd", "Iets anders"]
    made = [[one.label for one in row] for row in rows([Button(one, "t") for one in labels])]
    assert made == [
        ["Ja", "Een beetje", "Nee"],
        ["Weet ik niet"],
        ["Donker pad door park De Bongerd"],
        ["Iets anders"],
    ]


def test_no_buttons_is_no_keyboard() -> None:
    """An edit without buttons takes the old ones away."""
    assert keyboard([]) is None
