"""What the fonts of the report can print."""

import pytest

from reports.glyphs import printable, right_to_left


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        pytest.param("Gürültü: ığdır", "Gürültü: ığdır", id="Turkish"),
        pytest.param("Темний прохід", "Темний прохід", id="Ukrainian"),
        pytest.param("الرطوبة 123", "الرطوبة 123", id="Arabic"),
        pytest.param("lamp 💡 kapot 👩‍👩‍👧", "lamp kapot", id="emoji"),
        pytest.param("straat 中文 标题 hier", "straat […] hier", id="a script without font"),
        pytest.param("e\u0301e\u0301n", "één", id="loose accents"),
        pytest.param("a\x00b\u202ec\u200bd\ud800e", "abcde", id="marks that nobody sees"),
        pytest.param(" veel \n\t wit\u00a0", "veel wit", id="white"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_printable(typed: str, printed: str) -> None:
    """Letters that can be printed stay, the rest goes or is told to be missing."""
    assert printable(typed) == printed


def test_direction() -> None:
    """The first letter decides; without letters it is read as Dutch."""
    assert right_to_left("123 الرطوبة in de flat")
    assert not right_to_left("Flat الرطوبة")
    assert not right_to_left("112")
