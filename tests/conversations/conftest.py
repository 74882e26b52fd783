"""`pytest tests/conversations --update` writes the answers anew; the difference is for a person to read."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write the answers in the transcripts anew")
