"""Empty stores, as the tests of intake and sender use them."""

from tests.bot.conftest import database, empty_database, empty_files, folder, url

__all__ = ["database", "empty_database", "empty_files", "folder", "url"]
