"""Empty stores, and the processes of other rooms."""

from tests.bot.conftest import database, empty_database, empty_files, folder, url
from tests.whole_round.lives import nursery

__all__ = ["database", "empty_database", "empty_files", "folder", "nursery", "url"]
