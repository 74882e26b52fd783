"""Many residents with canaries in every field that they or their platform fill, through the real intake."""

import io
from typing import Any

from PIL import Image

from tests.exposure.canaries import Mark
from tests.servers.telegram.people import Person
from tests.servers.telegram.server import TelegramServer
from tests.servers.telegram.world import User

PROBLEMS = (
    "De lantaarn bij de fietstunnel is stuk",
    "Er ligt zwerfvuil naast de glasbak",
    "Auto's rijden te hard langs de school",
    "Schimmel in de slaapkamer van de flat",
    "De huisarts neemt niemand meer aan",
    "Jongeren hebben geen plek om te zitten",
)


class Marked(User):
    """An account with a canary in every field that Telegram tells of it."""

    mark: Mark

    def as_json(self) -> dict[str, Any]:
        return super().as_json() | {"last_name": self.mark.name("Achternaam"), "is_premium": True}


def person(server: TelegramServer, n: int) -> Person:
    """Somebody who never wrote to the bot."""
    mark = Mark(n)
    user = Marked(mark.id, mark.name("Voornaam"), ("nl", "tr", "zz-Zeekoet")[n % 3], mark.name("bijnaam"))
    user.mark = mark
    server.world.users[user.id] = user
    return Person(server.world, user)


def picture(mark: Mark) -> bytes:
    """A JPEG that says in its metadata who made it, and where."""
    image, kept = Image.new("RGB", (80, 60), "green"), io.BytesIO()
    exif = image.getexif()
    exif[0x013B], exif[0x010F] = mark.name("Fotograaf"), mark.name("Toestel")
    exif.get_ifd(0x8825).update({1: "N", 2: (52.0, 5.0, 30.0), 3: "E", 4: (5.0, 33.0, 1.0)})
    image.save(kept, "JPEG", exif=exif, comment=mark.name("Commentaar").encode())
    return kept.getvalue()


def signal(n: int) -> str:
    """What this person says: a problem of many, their own canary, and what redaction takes out."""
    mark = Mark(n)
    return f"{PROBLEMS[n % len(PROBLEMS)]}, zegt {mark.said}. {mark.redactable}"


def speaks(one: Person, n: int) -> None:
    """A signal, and one of all the other things that a phone can send."""
    mark = Mark(n)
    if n % 4 == 0:
        one.starts("boomgaard" if n % 8 else mark.name("payload"))
    own = one.says(signal(n))
    deeds = (
        lambda: one.sends_photo(picture(mark), f"Foto van {mark.said}"),
        lambda: one.sends_document(picture(mark), f"{mark.name('bestand')}.jpg", "image/jpeg", mark.said),
        lambda: one.sends_document(b"%PDF-1.7", f"{mark.name('brief')}.pdf", caption=mark.said),
        lambda: one.sends_contact(mark.phone, mark.name("Contact")),
        lambda: one.sends_location(52.0301 + n / 1e5, 5.5502),
        lambda: one.sends_venue(52.0301, 5.5502, mark.said, "Futenstraat 12"),
        lambda: one.forwards(f"Doorgestuurd: {mark.said} is boos", mark.name("Afzender")),
        lambda: one.edits(own, f"{signal(n)} Nog steeds."),
        lambda: one.says(f"En ook: {mark.said} bij de bushalte", reply_to=own),
        one.sends_voice,
        lambda: one.sends_video(f"Film van {mark.said}"),
        one.sends_sticker,
        lambda: _forged(one, mark),
        lambda: _torn(one, mark),
    )
    deeds[n % len(deeds)]()


def _forged(one: Person, mark: Mark) -> None:
    message = {"message_id": 1, "date": 1, "chat": {"id": one.id, "type": "private", "first_name": "x"}}
    press = {"id": "1", "from": one.user.as_json(), "data": mark.name("payload"), "message": message}
    one.world.updates.put_raw({"callback_query": press | {"chat_instance": mark.name("chat")}})


def _torn(one: Person, mark: Mark) -> None:
    """An update that cannot be read: it is parked with its raw form."""
    chat = {"id": one.id, "type": "private", "first_name": mark.name("Voornaam"), "username": mark.name("u")}
    sender = one.user.as_json() | {"phone_number": mark.phone}
    message = {"message_id": "geen getal", "from": sender, "chat": chat, "date": "morgen", "text": mark.said}
    one.world.updates.put_raw({"message": message})
