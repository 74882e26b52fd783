"""Nothing yet."""

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Make the tables of this group."""
