"""People and rooms by a key that does not lead back to them without the secret."""

import hashlib
import hmac

from bot.chat import Incoming, Platform
from domain.messages import PersonKey, RoomKey


class Keys:
    """HMAC-SHA256 of platform and id, with a secret kept outside both stores and their backups."""

    def __init__(self, secret: str) -> None:
        self._secret = secret.encode()

    def person(self, incoming: Incoming) -> PersonKey:
        return self.of(incoming.platform, incoming.sender)

    def of(self, platform: Platform, user: str) -> PersonKey:
        """The person with this id on that platform."""
        return PersonKey("p:" + self._digest(platform, f"user:{user}"))

    def room(self, platform: Platform, room: str) -> RoomKey:
        return RoomKey("g:" + self._digest(platform, f"room:{room}"))

    def imported(self, district: str, reporter: str) -> PersonKey:
        """Somebody out of a file: told apart from others, and no address belongs to it."""
        return PersonKey("p:" + self._digest("import", f"{district}:{reporter}"))

    def row(self, district: str, row: str) -> str:
        """The fingerprint of a row of a file: known again, and what stood in it can't be guessed back."""
        return self._digest("import", f"{district}:row:{row}")

    def page(self, slug: str, name: str) -> str:
        """What the link to the report of a round carries: who does not have it can't guess it."""
        return self._digest("page", f"report:{slug}:{name}")

    def mark(self) -> str:
        """By which a key is known again, and can't be found."""
        return self._digest("key", "mark")

    def reader(self, address: str) -> str:
        """An organisation that gets reports by e-mail: its address stands in the settings only."""
        return self._digest("mail", address.casefold())

    def _digest(self, platform: str, about: str) -> str:
        return hmac.new(self._secret, f"{platform}:{about}".encode(), hashlib.sha256).hexdigest()[:40]
