"""What every room of tests can ask for."""

import pytest

pytest_plugins = ["tests.servers.postgres", "tests.servers.synapse"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update` makes anew what the tests compare with: transcripts, the picture of the README."""
    parser.addoption("--update", action="store_true", help="make transcripts and pictures anew")
