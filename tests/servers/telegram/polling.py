"""How updates reach the bot: by its questions, or by a webhook."""

import asyncio
import contextlib
from urllib.parse import urlsplit

import aiohttp

from tests.servers.telegram.params import ApiError, Params, bad_request
from tests.servers.telegram.updates import Updates
from tests.servers.telegram.world import Json

WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)
OTHER_POLL = (
    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
)


class Delivery:
    """One of the two at a time, as Telegram has it."""

    def __init__(self, updates: Updates, retry: float = 0.05) -> None:
        self.updates = updates
        self.url = ""
        self.secret = ""
        self.last_error = ""
        self._retry = retry
        self._task: asyncio.Task[None] | None = None

    async def get_updates(self, params: Params) -> list[str]:
        """The updates as texts, so that a test can put in whatever it wants."""
        if self.url:
            raise ApiError(409, WEBHOOK_ACTIVE)
        if "allowed_updates" in params.values:
            self.updates.allowed = params.json("allowed_updates", list)
        offset = params.number("offset")
        if offset:
            self.updates.confirm(offset)
        limit = min(max(params.number("limit", 100), 1), 100)
        found = await self.updates.poll(max(offset, 0), limit, min(params.number("timeout"), 50))
        if found is None:
            raise ApiError(409, OTHER_POLL)
        return found

    async def set_webhook(self, params: Params) -> bool:
        await self.stop()
        url = urlsplit(params.text("url"))
        if url.geturl() and url.scheme != "https" and url.hostname not in ("127.0.0.1", "localhost"):
            raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
        self.url, self.secret = url.geturl(), params.text("secret_token")
        self._drop(params)
        if self.url:
            self.updates.interrupt()
            self._task = asyncio.create_task(self._push())
        return True

    async def delete_webhook(self, params: Params) -> bool:
        await self.stop()
        self.url = self.secret = ""
        self._drop(params)
        return True

    async def webhook_info(self, params: Params) -> Json:  # noqa: ARG002 - called like its sisters
        waiting = len(self.updates.waiting)
        error = {"last_error_message": self.last_error} if self.last_error else {}
        return {"url": self.url, "has_custom_certificate": False, "pending_update_count": waiting} | error

    async def stop(self) -> None:
        if self._task:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task
            self._task = None

    def _drop(self, params: Params) -> None:
        if params.flag("drop_pending_updates"):
            self.updates.waiting.clear()

    async def _push(self) -> None:
        """Give the updates to the webhook one by one; each again until it is taken with 2xx."""
        async with aiohttp.ClientSession() as client:
            while True:
                while not self.updates.waiting:
                    await self.updates.news()
                first = self.updates.waiting[0]
                if await self._taken(client, first.text):
                    self.updates.waiting.remove(first)
                else:
                    await asyncio.sleep(self._retry)

    async def _taken(self, client: aiohttp.ClientSession, update: str) -> bool:
        headers = {"Content-Type": "application/json"}
        if self.secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = self.secret
        try:
            async with client.post(self.url, data=update, headers=headers) as answer:
                if answer.ok:
                    return True
                self.last_error = f"Wrong response from the webhook: {answer.status} {answer.reason}"
        except aiohttp.ClientError:
            self.last_error = "Connection refused"
        return False
