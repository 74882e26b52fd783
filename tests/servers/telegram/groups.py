"""A group of people, with or without the bot."""

from tests.servers.telegram.account import tell_membership
from tests.servers.telegram.people import Person
from tests.servers.telegram.world import Chat, Json, World

_SUPERGROUP = -1_000_000_000_000


class Group:
    """The first of its people made it and acts for it."""

    def __init__(self, world: World, title: str, people: tuple[Person, ...], number: int) -> None:
        self.world = world
        self.chat = Chat(-number, "group", title, {one.id for one in people}, bot="left")
        self.founder = people[0]
        world.chats[self.chat.id] = self.chat

    @property
    def id(self) -> int:
        return self.chat.id

    def adds_bot(self, *, admin: bool = False, payload: str | None = None) -> None:
        """Let the bot in; a `?startgroup=` link also says `/start@bot payload`."""
        tell_membership(self.world, self.chat, self.founder.id, "administrator" if admin else "member")
        self._service({"new_chat_members": [self.world.bot.as_json()]})
        if payload is not None:
            self.founder.says(f"/start@{self.world.bot.username} {payload}".strip(), self)

    def removes_bot(self) -> None:
        tell_membership(self.world, self.chat, self.founder.id, "kicked")

    def joins(self, person: Person) -> None:
        self.chat.members.add(person.id)
        self._service({"new_chat_members": [person.user.as_json()]})

    def leaves(self, person: Person) -> None:
        self.chat.members.discard(person.id)
        self._service({"left_chat_member": person.user.as_json()})

    def becomes_supergroup(self) -> int:
        """The group gets another id; both rooms tell of it."""
        old = self.chat
        new = Chat(_SUPERGROUP + old.id, "supergroup", old.title, set(old.members), bot=old.bot)
        self.world.chats[new.id] = new
        self._service({"migrate_to_chat_id": new.id})
        old.moved_to = new.id
        self.chat = new
        self._service({"migrate_from_chat_id": old.id})
        return new.id

    def _service(self, body: Json) -> None:
        """A message that Telegram itself puts in the group; the bot always hears it."""
        message = self.world.add(self.chat, self.founder.user, body)
        if self.chat.bot in ("member", "administrator"):
            self.world.updates.put("message", message.as_json())
