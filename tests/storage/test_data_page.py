"""docs/data.md says what the schema says."""

from storage import schema
from storage.columns import Retention
from tools import data_page


def test_the_page_is_the_schema() -> None:
    """After a change of the schema the page is written again (`make format`)."""
    assert data_page.PAGE.read_text(encoding="utf-8") == data_page.page()


def test_every_class_of_retention_has_a_period() -> None:
    """A reader finds for each table how long it is kept."""
    assert set(data_page.PERIODS) == set(Retention)
    for table in schema.metadata.sorted_tables:
        assert f"| `{table.name}` |" in data_page.page()
