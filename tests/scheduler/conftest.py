"""The stores of the tests of the bot."""

from tests.bot.conftest import database, empty_database, empty_files, folder, url

__all__ = ["database", "empty_database", "empty_files", "folder", "url"]
