"""What every room of tests can ask for."""

pytest_plugins = ["tests.servers.postgres", "tests.servers.synapse"]
