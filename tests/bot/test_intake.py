"""What platforms bring: kept once, in whole transactions, and only then acknowledged."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio
from sqlalchemy import func, select

from bot.chat import Batch, Edit, Incoming, Left, Moved, Other, Photo, Removal, Returned, Unreadable, Words
from bot.intake import GROUP, INTAKE
from domain.invitations import Grant
from domain.messages import Kind, Message, Text
from domain.signals import Signal
from storage import conversations, inbox, outbox, people, schema, signals, vault, waiting
from storage.engine import STORE_DOWN, Store
from storage.sqlite import PRAGMAS
from storage.states import Delivery
from tests.bot.scripted import NOW, Scripted, Street, sqlite, street, until

pytestmark = pytest.mark.asyncio

LAMP = "de lantaarn achter de flat is al weken stuk"


@pytest_asyncio.fixture
async def boomgaard(url: str) -> AsyncIterator[Street]:
    """A house on either engine."""
    async with street(url) as opened:
        yield opened


@pytest_asyncio.fixture
async def here(folder: Path) -> AsyncIterator[Street]:
    """A house on SQLite, where the SQL does not matter."""
    async with street(sqlite(folder)) as opened:
        yield opened


async def given(at: Street, who: str = "anja") -> tuple[Signal, ...]:
    """The signals of somebody, the newest first."""
    async with at.house.store.read() as connection:
        return await signals.own(connection, at.key(who))


async def rows(store: Store, table: str) -> int:
    """How many rows a table has."""
    async with store.read() as connection:
        counted = select(func.count()).select_from(schema.metadata.tables[table])
        return int((await connection.execute(counted)).scalar_one())


async def address(at: Street, who: str) -> vault.Address | None:
    """What the vault knows of somebody."""
    async with at.house.store.vault_begin() as connection:
        return await vault.address(connection, at.key(who))


# --- once, whole, in order ----------------------------------------------------------------------


async def test_a_batch_is_heard_in_the_order_it_was_said(boomgaard: Street) -> None:
    """Messages that waited together answer one another: the buurt is the answer to the question before it."""
    await boomgaard.take(
        boomgaard.event("anja", Words(LAMP)),
        boomgaard.event("anja", Words("Perenpad")),
        boomgaard.event("bram", Words("schimmel in de slaapkamer")),
        boomgaard.event("bram", Words("2")),
        boomgaard.event("anja", Words("trek in")),
    )
    assert await given(boomgaard, "anja") == ()
    (mould,) = await given(boomgaard, "bram")
    assert (mould.text, mould.neighbourhood) == ("schimmel in de slaapkamer", "Perenpad")


async def test_an_event_works_once(boomgaard: Street) -> None:
    """The same event again, alone or in a later batch, changes nothing and says nothing."""
    event = boomgaard.event("anja", Words(LAMP))
    await boomgaard.take(event)
    first = await boomgaard.hears("anja")
    assert any("is bewaard" in text for text in first)
    await boomgaard.take(event)
    await boomgaard.take(event, event)
    assert await boomgaard.hears("anja") == []
    assert len(await given(boomgaard)) == 1


async def test_a_lower_number_is_as_good(here: Street) -> None:
    """After a quiet week Telegram begins at another number: it is new all the same."""
    first, second = (
        here.event("anja", Words(LAMP)),
        here.event("anja", Words("en de stoep ligt los bij de Vlierweg")),
    )
    await here.take(replace(first, event_id="900000"))
    here.clock.on(days=8)
    await here.take(replace(second, event_id="17"))
    assert len(await given(here)) == 2


async def test_a_failing_event_is_set_aside_alone(boomgaard: Street) -> None:
    """In the middle of a group commit: undone alone, parked raw, counted; its neighbours are kept."""
    await boomgaard.says("anja", "goedemorgen allemaal hier in de wijk")
    async with boomgaard.house.store.begin() as connection:
        # A state that leads to a second signal with a number that is taken: an integrity error in the store.
        await connection.execute(schema.sequences.update().values(next=1))
    events = (
        boomgaard.event("bea", Other("sticker")),
        boomgaard.event("kees", Words(LAMP)),
        boomgaard.event("dirk", Other("contact")),
    )
    await boomgaard.take(*events, cursor="s7")
    async with boomgaard.house.store.read() as connection:
        assert await inbox.parked_count(connection) == 1
        parked = (await connection.execute(select(schema.parked))).one()
        assert await inbox.cursor(connection, boomgaard.chat.bot) == "s7"
    assert (parked.event_id, "IntegrityError" in parked.why) == (events[1].event_id, True)
    assert LAMP in parked.raw
    assert await given(boomgaard, "kees") == ()
    await boomgaard.house.send_all()
    assert {one.room for one in boomgaard.chat.sent} == {"anja", "bea", "dirk"}
    assert any("1 events" in line for line in await boomgaard.ails())


async def test_what_the_platform_could_not_read_is_parked(boomgaard: Street) -> None:
    """An event without sender or sense, with NUL and half a character in it, stops nothing."""
    bad = replace(
        boomgaard.event("", Unreadable('{"a": "\0\ud800"}', "ValueError")), sender="", room="", private=False
    )
    await boomgaard.take(bad, boomgaard.event("anja", Words(LAMP)))
    assert len(await given(boomgaard)) == 1
    assert await rows(boomgaard.house.store, "parked") == 1
    await boomgaard.take(bad)
    assert await rows(boomgaard.house.store, "parked") == 1


async def test_more_than_one_commit_holds(boomgaard: Street) -> None:
    """A long queue goes in a few commits; everybody is answered and every number is given once."""
    events = [boomgaard.event(f"p{n}", Words(f"signaal nummer {n} over het pad")) for n in range(GROUP + 10)]
    await boomgaard.take(*events, cursor="s1")
    async with boomgaard.house.store.read() as connection:
        numbers = (await connection.execute(select(schema.signals.c.number))).scalars().all()
        cards = select(func.count()).where(schema.outbox.c.kind == Kind.CARD)
        assert (await connection.execute(cards)).scalar_one() == GROUP + 10
    assert sorted(numbers) == [f"2026-{n:04d}" for n in range(1, GROUP + 11)]


async def test_odd_words_are_kept_or_answered(boomgaard: Street) -> None:
    """Empty, 40,000 characters, NUL, half a pair, braces: a clear answer each time, never a parked event."""
    for text in (
        "",
        "  ",
        "\0",
        "x" * 40_000,
        "half \ud83d paar op de stoep",
        "{0} {name} %s geen stoep",
        "😀" * 3_000,
    ):
        await boomgaard.says("anja", text)
        assert await boomgaard.hears("anja"), repr(text[:20])
        boomgaard.clock.on(minutes=5)
    assert await rows(boomgaard.house.store, "parked") == 0


# --- commit first, acknowledge after ------------------------------------------------------------


async def test_nothing_is_acknowledged_before_it_is_kept(folder: Path) -> None:
    """The platform is asked for more only when what it gave is on the disk."""
    chat = Scripted()
    async with street(sqlite(folder), chat) as at:
        chat.batches = [Batch((at.event("anja", Words(LAMP)),), "s1"), Batch((), "s2")]
        task = asyncio.ensure_future(at.house.intake.follow(chat))
        await until(lambda: chat.acknowledged == 2)
        task.cancel()
        assert chat.asked_from is None
        assert len(await given(at)) == 1
    async with street(sqlite(folder), Scripted()) as again:
        task = asyncio.ensure_future(again.house.intake.follow(again.chat))
        await until(lambda: again.chat.asked_from is not None)
        task.cancel()
        assert again.chat.asked_from == "s2"


async def test_a_store_that_is_away_loses_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Locked by another program: nothing is acknowledged or said; once free, everything is taken once."""
    monkeypatch.setattr("bot.intake.PAUSE", 0.01)
    monkeypatch.setitem(PRAGMAS, "busy_timeout", 10)
    chat = Scripted()
    async with street(sqlite(folder), chat) as at:
        chat.batches = [Batch((at.event("anja", Words(LAMP)),), "s1")]
        with closing(sqlite3.connect(at.house.store.path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            task = asyncio.ensure_future(at.house.intake.follow(chat))
            # It met the lock, said so to the operator, and goes on trying.
            await until(lambda: INTAKE in at.house.store.troubles)
            with pytest.raises(STORE_DOWN):
                await at.take(at.event("kees", Words(LAMP)))
            assert (chat.acknowledged, chat.sent) == (0, [])
            other.execute("ROLLBACK")
        await until(lambda: chat.acknowledged == 1)
        task.cancel()
        assert INTAKE not in at.house.store.troubles
        assert len(await given(at)) == 1
        assert len([text for text in await at.hears("anja") if "is bewaard" in text]) == 1


async def test_a_cursor_goes_with_its_events(boomgaard: Street) -> None:
    """When the commit fails the cursor stands where it stood."""
    await boomgaard.take(cursor="s1")

    async def fail(*_: object) -> None:
        raise OSError("disk full")

    events = (boomgaard.event("anja", Words(LAMP)),)
    with pytest.MonkeyPatch.context() as patched:
        # The last thing before the commit: a disk that is full then undoes everything before it.
        patched.setattr(inbox, "advance", fail)
        with pytest.raises(OSError, match="disk full"):
            await boomgaard.take(*events, cursor="s2")
    async with boomgaard.house.store.read() as connection:
        assert await inbox.cursor(connection, boomgaard.chat.bot) == "s1"
    assert await given(boomgaard) == ()
    await boomgaard.take(*events, cursor="s2")
    assert len(await given(boomgaard)) == 1


# --- buttons ------------------------------------------------------------------------------------


async def test_a_button_works_once_and_for_its_owner_only(boomgaard: Street) -> None:
    """Somebody else's, a used and an invented button are old, however often they are pressed."""
    await boomgaard.says("anja", LAMP)
    await boomgaard.says("kees", "de stoep voor de school ligt los")
    await boomgaard.hears("anja")
    token = boomgaard.button("anja", "Trek in")
    for who, pressed in (("kees", token), ("kees", "invented"), ("kees", token)):
        await boomgaard.presses(who, pressed)
        assert any("knop" in text for text in await boomgaard.hears(who))
    assert len(await given(boomgaard)) == 1
    await boomgaard.presses("anja", token)
    assert any("ingetrokken" in text or "weg" in text for text in await boomgaard.hears("anja"))
    assert await given(boomgaard) == ()
    for _ in range(3):
        await boomgaard.presses("anja", token)
        assert any("knop" in text for text in await boomgaard.hears("anja"))


async def test_an_old_button_is_said_to_be_old(here: Street) -> None:
    """After ninety days a button does nothing any more."""
    await here.says("anja", LAMP)
    await here.hears("anja")
    token = here.button("anja", "Trek in")
    here.clock.on(days=91)
    await here.presses("anja", token)
    assert any("knop" in text for text in await here.hears("anja"))
    assert len(await given(here)) == 1


async def test_a_press_without_the_right_leaves_the_button_good(boomgaard: Street) -> None:
    """In the group somebody without a mandate presses first: the next one can still begin."""
    await boomgaard.becomes("marit", Grant.COORDINATOR, "wijkcoordinator")
    await boomgaard.becomes("marit", Grant.ROOM, room="groep")
    await boomgaard.house.tick()
    for n in range(3):
        await boomgaard.says(f"r{n}", LAMP)
    boomgaard.clock.on(days=20)
    await boomgaard.house.tick()
    await boomgaard.hears("groep")
    token = boomgaard.button("groep", "Begin")
    await boomgaard.presses("passer-by", token, "groep")
    assert not any("Onderwerp" in text for text in await boomgaard.hears("groep"))
    await boomgaard.presses("marit", token, "groep")
    assert any("Deel 1 van 3" in text for text in await boomgaard.hears("groep"))


# --- floods -------------------------------------------------------------------------------------


async def test_ten_an_hour_are_answered_and_none_is_lost(boomgaard: Street) -> None:
    """The eleventh gets one friendly answer, the twelfth none, an hour later one more; all are kept."""
    heard: list[list[str]] = []
    for n in range(13):
        await boomgaard.says("anja", f"nummer {n} gaat over de speeltuin aan de overkant")
        heard.append(await boomgaard.hears("anja"))
        boomgaard.clock.on(minutes=2)
    assert all(any("is bewaard" in text for text in answers) for answers in heard[:10])
    assert [len(answers) for answers in heard[10:]] == [1, 0, 0]
    boomgaard.clock.on(minutes=40)
    for n in range(10):
        await boomgaard.says("anja", f"later nummer {n} gaat over de speeltuin aan de overkant")
    async with boomgaard.house.store.read() as connection:
        assert (await signals.pace(connection, boomgaard.key("anja"), boomgaard.clock()))[1] == 23
    assert await rows(boomgaard.house.store, "signals") == 23


async def test_thirty_a_day(here: Street) -> None:
    """Slowly over a day: the thirty-first is kept without a receipt."""
    for n in range(31):
        await here.says("anja", f"nummer {n} gaat over de bushalte bij het plein")
        here.clock.on(minutes=30)
        heard = await here.hears("anja")
    assert len(heard) == 1
    assert "2026-" not in heard[0]
    assert await rows(here.house.store, "signals") == 31


# --- what people change -------------------------------------------------------------------------


async def test_an_edit_changes_the_signal(boomgaard: Street) -> None:
    """The new words replace the old ones; an edit of no signal, or of somebody else's, changes nothing."""
    said = await boomgaard.says("anja", LAMP)
    await boomgaard.take(boomgaard.event("anja", Edit(said.message, "de lantaarn bij nummer 4 is stuk")))
    assert [one.text for one in await given(boomgaard)] == ["de lantaarn bij nummer 4 is stuk"]
    await boomgaard.take(boomgaard.event("kees", Edit(said.message, "van een ander")))
    await boomgaard.take(boomgaard.event("anja", Edit("m999", "van niets")))
    assert [one.text for one in await given(boomgaard)] == ["de lantaarn bij nummer 4 is stuk"]


async def test_a_message_that_is_removed_is_withdrawn(here: Street) -> None:
    """Taking a message back takes the signal back."""
    said = await here.says("anja", LAMP)
    await here.take(here.event("anja", Removal(said.message)))
    assert await given(here) == ()


async def test_an_edit_into_danger_is_answered_first(here: Street) -> None:
    """Words that become dangerous get the emergency answer."""
    said = await here.says("anja", LAMP)
    await here.take(
        here.event("anja", Edit(said.message, "mijn buurman slaat zijn vrouw, ik hoor haar gillen"))
    )
    assert any("112" in text for text in await here.hears("anja"))


async def test_an_edit_while_the_danger_question_is_open_counts(here: Street) -> None:
    """The new words are what is kept, without the name, and only the coordinator reads them."""
    said = await here.says("anja", "mijn buurman slaat zijn vrouw, ik hoor haar gillen")
    await here.hears("anja")
    now = "de buurman van Jan de Vries slaat zijn vrouw, elke nacht"
    await here.take(here.event("anja", Edit(said.message, now)))
    (asked,) = await here.hears("anja")
    assert "0800-2000" in asked
    await here.presses("anja", here.button("anja", "Ja, zonder adres of naam"))
    await here.hears("anja")
    async with here.house.store.read() as connection:
        (kept,) = await signals.own(connection, here.key("anja"))
    assert "elke nacht" in kept.text
    assert "gillen" not in kept.text
    assert "Vries" not in kept.text


async def test_a_photo_is_noted_with_its_platform(here: Street) -> None:
    """The picture is fetched later; what is needed for it is kept."""
    await here.take(here.event("anja", Photo("F1", "kapotte stoep voor de school")))
    async with here.house.store.read() as connection:
        noted = (await connection.execute(select(schema.photos.c.file, schema.photos.c.state))).one()
    assert tuple(noted) == ("local:F1", "pending")


# --- who can be reached -------------------------------------------------------------------------


async def queue(at: Street, who: str, *texts: str, kind: Kind = Kind.UPDATE) -> None:
    """News for somebody, put in the outbox."""
    messages = [Message(at.key(who), Text("name", {"name": text}), kind=kind) for text in texts]
    async with at.house.store.begin() as connection:
        await outbox.queue(connection, messages, at.clock())


async def test_who_leaves_is_spared_and_hears_it_on_return(boomgaard: Street) -> None:
    """Blocked: news waits and is counted; unblocked, it goes out once."""
    await boomgaard.says("anja", LAMP)
    await boomgaard.hears("anja")
    await queue(boomgaard, "anja", "nieuws")
    await boomgaard.take(boomgaard.event("anja", Left()))
    assert await boomgaard.hears("anja") == []
    async with boomgaard.house.store.read() as connection:
        assert (await waiting.counts(connection))[Delivery.PARKED] == 1
        assert await people.unreachable_count(connection, "boomgaard") == 1
    gone = await address(boomgaard, "anja")
    assert gone is not None
    assert gone.unreachable_since is not None
    await boomgaard.take(boomgaard.event("anja", Returned()))
    assert await boomgaard.hears("anja") == ["nieuws"]
    back = await address(boomgaard, "anja")
    assert back is not None
    assert back.unreachable_since is None


async def test_who_writes_again_has_returned(boomgaard: Street) -> None:
    """A message of somebody who had left is proof enough."""
    await boomgaard.says("anja", LAMP)
    await boomgaard.hears("anja")
    await boomgaard.take(boomgaard.event("anja", Left()))
    await queue(boomgaard, "anja", "nieuws")
    await boomgaard.says("anja", "status")
    heard = await boomgaard.hears("anja")
    assert "nieuws" in heard
    assert len(heard) == 2


async def test_a_room_that_moves_keeps_its_wijk(boomgaard: Street) -> None:
    """A group becomes a supergroup: wijk, messages and address go along to the new id."""
    await boomgaard.becomes("marit", Grant.COORDINATOR, "wijkcoordinator")
    await boomgaard.becomes("marit", Grant.ROOM, room="groep")
    keys = boomgaard.house.intake.keys
    old, new = keys.room(boomgaard.chat.platform, "groep"), keys.room(boomgaard.chat.platform, "supergroep")
    async with boomgaard.house.store.begin() as connection:
        await outbox.queue(
            connection, [Message(old, Text("name", {"name": "aan de groep"}))], boomgaard.clock()
        )
    await boomgaard.take(boomgaard.event("marit", Moved("supergroep"), "groep"))
    assert await boomgaard.hears("supergroep") == ["aan de groep"]
    async with boomgaard.house.store.read() as connection:
        assert await people.district_of_room(connection, new) == "boomgaard"
        assert await people.district_of_room(connection, old) is None


async def test_a_strange_group_is_left_alone(here: Street) -> None:
    """Words in a group without a wijkverband are nobody's signal; once it is said what is missing."""
    await here.says("anja", LAMP, "vreemde groep")
    assert len(await here.hears("vreemde groep")) == 1
    await here.says("anja", "/start ", "vreemde groep")
    assert await here.hears("vreemde groep") == []
    assert await rows(here.house.store, "signals") == 0


# --- wishes -------------------------------------------------------------------------------------


async def test_language_and_updates_reach_the_vault(boomgaard: Street) -> None:
    """What was chosen holds for whatever is sent later, whatever the app reports."""
    await boomgaard.says("anja", LAMP)
    await boomgaard.says("anja", "taal")
    await boomgaard.hears("anja")
    await boomgaard.presses("anja", boomgaard.button("anja", "English"))
    await boomgaard.hears("anja")
    await boomgaard.says("anja", "stop")
    assert any("You" in text for text in await boomgaard.hears("anja"))
    kept = await address(boomgaard, "anja")
    assert kept is not None
    assert (kept.language, kept.wants_updates) == ("en", False)
    await boomgaard.take(boomgaard.event("anja", Words("start"), language="nl"))
    kept = await address(boomgaard, "anja")
    assert kept is not None
    assert (kept.language, kept.wants_updates) == ("en", True)


async def test_the_app_says_the_first_language(here: Street) -> None:
    """An app in English is answered in English; one in a language that is not spoken here in Dutch."""
    await here.take(here.event("grace", Words("status"), language="en-GB"))
    await here.take(here.event("emre", Words("status"), language="ti"))
    kept = [await address(here, who) for who in ("grace", "emre")]
    assert [one and one.language for one in kept] == ["en", None]


async def test_wissen_leaves_nothing(boomgaard: Street) -> None:
    """The goodbye still arrives; within a minute address, messages and everything of this person are gone."""
    await boomgaard.says("anja", LAMP)
    await boomgaard.says("kees", LAMP)
    await boomgaard.says("anja", "wissen")
    await boomgaard.hears("anja")
    await queue(boomgaard, "anja", "nieuws dat wacht")
    wipe = next(
        button.token
        for message in reversed(boomgaard.chat.sent)
        if message.room == "anja"
        for button in message.buttons
    )
    await boomgaard.presses("anja", wipe)
    heard = await boomgaard.hears("anja")
    assert len(heard) == 1
    assert "nieuws" not in heard[0]
    assert await address(boomgaard, "anja") is not None
    boomgaard.clock.on(seconds=31)
    await boomgaard.house.send_all()
    assert await address(boomgaard, "anja") is None
    key = boomgaard.key("anja")
    async with boomgaard.house.store.read() as connection:
        for column in (schema.outbox.c.recipient, schema.signals.c.person, schema.people.c.key):
            assert (await connection.execute(select(column).where(column == key))).all() == []
        assert await conversations.state_of(connection, key) is None
    assert len(await given(boomgaard, "kees")) == 1


async def test_who_writes_after_wissen_is_new_and_stays(here: Street) -> None:
    """Somebody who wiped and writes within the minute keeps an address, and is a stranger."""
    await here.says("anja", LAMP)
    await here.says("anja", "wissen")
    await here.says("anja", "1")
    await here.hears("anja")
    await here.says("anja", "de stoep bij de school ligt los")
    here.clock.on(seconds=31)
    assert any("2026-0002" in text for text in await here.hears("anja"))
    here.clock.on(minutes=5)
    await here.house.send_all()
    kept = await address(here, "anja")
    assert kept is not None
    assert kept.leaving is None
    assert len(await given(here)) == 1


async def test_who_wiped_and_writes_at_once_stays(here: Street) -> None:
    """Both waited while we were away and come together: the address is needed again."""
    await here.says("anja", LAMP)
    await here.says("anja", "wissen")
    await here.hears("anja")
    await here.take(here.event("anja", Words("1")), here.event("anja", Words("de stoep ligt hier los")))
    here.clock.on(minutes=5)
    assert any("2026-0002" in text for text in await here.hears("anja"))
    kept = await address(here, "anja")
    assert kept is not None
    assert kept.leaving is None


async def test_time_of_the_store_is_the_clock(here: Street) -> None:
    """What is kept carries the moment at which it was taken in."""
    here.clock.on(hours=2)
    await here.says("anja", LAMP)
    assert [one.said_at for one in await given(here)] == [NOW + timedelta(hours=2)]
    assert isinstance(here.event("anja", Words("")), Incoming)
