"""Kept vectors as a view on texts."""

import numpy as np

from bundling.vectors import WEIGHT, Remembered, packed, remembered, unit, unpacked

RANDOM = np.random.default_rng(3)
RAW = (RANDOM.normal(size=(40, 8)) * 9).astype(np.float32)
SHIPPED = unit(RANDOM.normal(size=(WEIGHT, 8)).astype(np.float32)).mean(axis=0)
TEXTS = [f"text {n}" for n in range(40)]


def whole() -> Remembered:
    """All of them read."""
    found = remembered("m 1", dict(zip(TEXTS, packed(RAW, SHIPPED), strict=True)), TEXTS)
    assert found is not None
    return found


def test_the_mean_leans_on_the_shipped_one() -> None:
    """Rows are centred by (n * own + 30 * shipped) / (n + 30), and the store holds no mean."""
    own = unit(RAW)
    mean = (40 * own.mean(axis=0) + WEIGHT * SHIPPED) / (40 + WEIGHT)
    assert np.allclose(whole().encode(TEXTS), unit(own - mean), atol=2e-3)


def test_what_was_not_read_is_nothing() -> None:
    """A text without vector gives a row of nothing, which is like nothing."""
    rows = whole().encode(["text 1", "never read"])
    assert np.linalg.norm(rows, axis=1).round(3).tolist() == [1, 0]
    assert whole().encode([]).shape == (0, 8)


def test_a_new_text_does_not_move_the_others() -> None:
    """What just came in is compared in the same space."""
    known = whole()
    more = known.knowing({"new": packed(RAW[:1], SHIPPED)[0]})
    assert np.array_equal(more.encode(["new"]), known.encode(["text 0"]))
    assert np.array_equal(more.encode(TEXTS), known.encode(TEXTS))


def test_too_little_is_no_model() -> None:
    """With vectors of fewer than nine of ten texts words do it alone."""
    made = dict(zip(TEXTS, packed(RAW, SHIPPED), strict=True))
    assert remembered("m", {text: made[text] for text in TEXTS[:36]}, TEXTS) is not None
    assert remembered("m", {text: made[text] for text in TEXTS[:35]}, TEXTS) is None
    assert remembered("m", {}, []) is None


def test_packing_keeps_what_matters() -> None:
    """Half precision changes a likeness by less than a thousandth; 16 bits a number."""
    (data,) = packed(RAW[:1], SHIPPED)
    assert len(data) == 16
    assert np.allclose(unpacked(data), unit(RAW[:1])[0] - SHIPPED, atol=1e-3)


def test_a_text_that_a_model_does_not_know_is_like_nothing() -> None:
    """No row for it is not the same as a row in the middle: it is kept as nothing, and counts as not read."""
    (data,) = packed(np.zeros((1, 8), np.float32), SHIPPED)
    assert not unpacked(data).any()
    assert not whole().knowing({"unknown": data}).encode(["unknown"]).any()
    assert remembered("m", {"unknown": data}, ["unknown"]) is None
