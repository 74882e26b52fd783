"""Nothing yet."""

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Make the tables of this group."""
