"""The server as a program of its own: `python -m tests.servers.telegram --port 8081`."""

import argparse
import asyncio
from datetime import UTC, datetime, timedelta

from tests.servers.telegram.control import Control
from tests.servers.telegram.server import TOKEN, TelegramServer
from tests.servers.telegram.world import Moments


class WallClock(Moments):
    """The time of this machine, and what it was moved on."""

    ahead = timedelta(0)

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.ahead

    def advance(self, by: timedelta) -> None:
        self.ahead += by


async def serve(port: int, token: str, *, punish: bool, privacy: bool) -> None:
    """Run until interrupted; the first line says where."""
    server = TelegramServer(token=token, port=port, clock=WallClock(), punish=punish, privacy=privacy)
    Control(server)
    async with server:
        print(f"base_url {server.base_url} base_file_url {server.base_file_url} token {token}", flush=True)  # noqa: T201 - a program
        await asyncio.Event().wait()


def main() -> None:
    """Read the arguments and serve."""
    parser = argparse.ArgumentParser(
        description="A Telegram for tests; see tests/servers/telegram/control.py"
    )
    parser.add_argument("--port", type=int, default=8081, help="0 takes a free one")
    parser.add_argument("--token", default=TOKEN)
    parser.add_argument("--punish", action="store_true", help="answer 429 to a bot that sends too fast")
    parser.add_argument("--privacy", action="store_true", help="in groups, the bot hears only what is for it")
    given = parser.parse_args()
    try:
        asyncio.run(serve(given.port, given.token, punish=given.punish, privacy=given.privacy))
    except KeyboardInterrupt:
        return


if __name__ == "__main__":
    main()
