"""docs/policy.md is the table."""

from tools.policy_page import PAGE, page


def test_the_page_is_the_table() -> None:
    """Whoever changes a right changes the page: `make format` writes it."""
    assert PAGE.read_text(encoding="utf-8") == page()
