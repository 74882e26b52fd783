"""`wissen` and `gegevens`: driven by the schema, so that a new table cannot be forgotten."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import Column, Table, select

from domain.actions import ActionStatus
from domain.agreements import NEEDED
from domain.events import (
    ActionMoved,
    AgreementBegun,
    AgreementChanged,
    AgreementSettled,
    DelayExplained,
    EffectTold,
    FastLaneAnswered,
    InvitationUsed,
    Invited,
    PartBegun,
    PersonWiped,
    PhotoAdded,
    PracticeAnswered,
    PutInFastLane,
    QuietSet,
    RoundClosed,
    SameTopic,
    SignalExtended,
    SignalSetAside,
    TalkLogged,
    TopFiveStood,
    TopicTitled,
    WhoAsked,
    WhoRefused,
    WrongCode,
)
from domain.feedback import Effect, FeedbackKind
from domain.invitations import Grant
from domain.meeting import Part
from domain.messages import Act, Choice, Kind, Message, RoomKey, Text, Verb
from domain.practice import PracticePart
from domain.quiet import Quiet
from domain.topics import SetAside
from domain.who_reported import Why
from storage import (
    actions,
    contact,
    conversations,
    disclosure,
    erasure,
    inbox,
    outbox,
    privacy,
    strangers,
    turns,
    vault,
)
from storage.agreements import agreements_of
from storage.columns import Retention, Wipe
from storage.engine import Connection, Store, open_store
from storage.schema import erasures, metadata, topics
from tests.storage.a_wijk import (
    AFTER,
    BOOMGAARD,
    NOW,
    OCTOBER,
    PROMISE,
    does,
    person,
    plan,
    reports,
    says,
    taken_up,
)

ANNA, BRAM = person("anna"), person("bram")
SLUG = BOOMGAARD.slug


async def an_agreement(connection: Connection, who: str) -> None:
    """Somebody fills one in and lets everybody read it."""
    changes = (AgreementChanged("housing", part, "advise") for part in NEEDED)
    await does(connection, who, AgreementBegun("housing"), *changes)
    (made,) = await agreements_of(connection, SLUG)
    await does(connection, who, AgreementSettled("housing", made.now.fingerprint))


async def a_full_life(connection: Connection, who: str, other: str) -> None:
    """Somebody who did everything that leaves a trace, next to somebody else."""
    me, them = person(who), person(other)
    number = await says(
        connection, who, f"woorden van {who}", origin="m1", photo="f1", neighbourhood="Appelhof"
    )
    theirs = await says(connection, other, f"woorden van {other}")
    follow = Invited("follow", Grant.FOLLOW, SLUG, NOW + timedelta(30), signal=theirs)
    over = Invited("over", Grant.COORDINATOR, SLUG, NOW + timedelta(30), replaces=me)
    role = Invited("role", Grant.PARTNER, SLUG, NOW + timedelta(30), "Corporatie")
    await does(
        connection,
        who,
        SignalExtended(number, "en meer", "m2"),
        PhotoAdded(number, "f2"),
        SameTopic(number, theirs, same=True),
        TopicTitled(theirs, "Betere titel"),
        EffectTold(number, Effect.YES),
        TalkLogged("buurthuis", 4),
        WrongCode(),
        SignalSetAside(theirs, SetAside.HELD),
        TopFiveStood(OCTOBER.name),
        DelayExplained(PROMISE, "De zaal was dicht."),
        QuietSet(Quiet.ALL_BUT_DAY),
        follow,
        over,
        role,
        InvitationUsed("role"),
        InvitationUsed("follow"),
        PutInFastLane(theirs, "Een lamp."),
        FastLaneAnswered(theirs, yes=False, sentence="Kan niet.", by="Corporatie"),
        *(PracticeAnswered(part, "", me) for part in PracticePart),
    )
    (topic_id,) = await reports(connection, [number, theirs])
    answer = taken_up(topic_id)
    mine = type(answer)(topic_id, answer.outcome, answer.sentence, plan=plan("Corporatie", me))
    await does(connection, who, PartBegun(OCTOBER.name, Part.CHOOSE, AFTER), now=AFTER)
    await does(connection, who, mine, RoundClosed(OCTOBER.name), now=AFTER)
    (action,) = await actions.open_actions(connection, SLUG)
    await does(
        connection, who, ActionMoved(action.id, ActionStatus.STARTED, "Begonnen.", FeedbackKind.STARTED)
    )
    card = Message(me, Text("card"), (Choice(Text("x"), Act(Verb.WITHDRAW, number)),), Kind.CARD, number)
    await strangers.came(connection, RoomKey("g:strangers"), me, NOW)
    await outbox.queue(connection, [card, Message(them, Text("hello"))], NOW)
    queued = await turns.claim(connection, AFTER)
    assert queued is not None
    await outbox.mark_sent(connection, queued, "ref", NOW)
    for key in (me, f"g:room/{me}", them):
        await conversations.keep(connection, key, '["Idle", {}]', (), NOW)
    await inbox.park(connection, inbox.Parked("bot", who, f"'woorden van {who}'", "fault", me), NOW)
    await contact.may_ask(connection, [me], SLUG, NOW)
    scored = {"topic": topic_id, "person": me, "feasibility": 3, "impact": 2, "at": NOW}
    await connection.execute(metadata.tables["scores"].insert(), scored)
    waited = {"signal": theirs, "reasons": "haat", "verdict": "released", "held_at": NOW, "decided_by": me}
    await connection.execute(metadata.tables["held"].insert(), waited)
    quoted = {"topic": topic_id, "signal": theirs, "place": 0, "text": "x", "language": "nl", "hash": "x"}
    await connection.execute(
        metadata.tables["quotes"].insert(), {**quoted, "approved_by": me, "approved_at": NOW}
    )
    approved = metadata.tables["feedback"].update().values(approved_by=me)
    await connection.execute(approved)
    await an_agreement(connection, who)
    await does(connection, other, WhoAsked(theirs, Why.ORDER, "De rechter vroeg het."))
    await does(connection, who, WhoRefused(theirs))
    await does(connection, who, WhoAsked(theirs, Why.DANGER, "Er is brand."))


def columns_with_people() -> list[tuple[Table, Column[str]]]:
    """Every place of the schema where the key of a person may stand."""
    return [(table, column) for table in metadata.sorted_tables for column in privacy.person_columns(table)]


async def traces(connection: Connection, key: str) -> set[str]:
    """Columns in which this person is found, read from everything that is stored."""
    found = set()
    for table in metadata.sorted_tables:
        for row in (await connection.execute(select(table))).mappings():
            found |= {f"{table.name}.{name}" for name, value in row.items() if key in str(value)}
    return found


@pytest.mark.asyncio
async def test_the_life_in_these_tests_is_full(store: Store) -> None:
    """Every column for people is filled, or wiping it is not tested: a new one fails here."""
    async with store.begin() as connection:
        await a_full_life(connection, "anna", "bram")
        filled = await traces(connection, ANNA)
    expected = {f"{table.name}.{column.name}" for table, column in columns_with_people()}
    assert expected <= filled


@pytest.mark.asyncio
async def test_wissen_leaves_no_trace(store: Store) -> None:
    """Neither key nor words stand anywhere; the other person's things and the counts stay."""
    async with store.begin() as connection:
        await a_full_life(connection, "anna", "bram")
        theirs = await traces(connection, BRAM)
        await does(connection, "anna", PersonWiped(), now=AFTER)
        assert await traces(connection, ANNA) == set()
        assert await traces(connection, "woorden van anna") == set()
        assert await traces(connection, BRAM) == theirs
        (row,) = (await connection.execute(select(topics.c.people, topics.c.wiped))).all()
        assert tuple(row) == (2, 1)
        assert set(await erasure.erased(connection)) == {privacy.hash_of(ANNA)}
        (journal,) = (await connection.execute(select(erasures))).all()
        assert ANNA not in str(journal)
        await does(connection, "anna", PersonWiped(), now=AFTER)
        assert len(await erasure.erased(connection)) == 1


@pytest.mark.asyncio
async def test_gegevens_gives_everything_and_nothing_of_others(store: Store) -> None:
    """All tables in which somebody stands, without the key or the words of another person."""
    async with store.begin() as connection:
        await a_full_life(connection, "anna", "bram")
        everything = await privacy.everything_of(connection, ANNA)
        with_traces = {place.partition(".")[0] for place in await traces(connection, ANNA)}
    assert with_traces - privacy.NOT_TOLD <= {name for name, rows in everything.items() if rows}
    told = json.dumps(everything, ensure_ascii=False)
    assert "woorden van anna" in told
    assert "woorden van bram" not in told
    assert BRAM not in told


def test_gegevens_covers_every_table() -> None:
    """A new table fails here until it names a person or a signal, or somebody says that it is of nobody."""
    told = {table.name for table in metadata.sorted_tables if privacy.names_people(table)}
    assert told | set(privacy.OF_NOBODY) == set(metadata.tables)
    assert not told & set(privacy.OF_NOBODY)


@pytest.mark.asyncio
async def test_gegevens_of_a_role_tells_no_words_of_others(store: Store) -> None:
    """Anna approved a quote and answered a small request: that is told, what Bram said is not."""
    async with store.begin() as connection:
        await a_full_life(connection, "anna", "bram")
        await connection.execute(metadata.tables["quotes"].update().values(text="woorden van bram"))
        everything = await privacy.everything_of(connection, ANNA)
    assert everything["quotes"]
    assert "woorden van bram" not in json.dumps(everything)


@pytest.mark.asyncio
async def test_gegevens_holds_the_address(store: Store) -> None:
    """What the vault knows of somebody is theirs to know too, and nobody else's."""
    async with store.vault_begin() as safe:
        for key in (ANNA, BRAM):
            await vault.remember_all(safe, [vault.Address(key, "telegram", "bot", f"room of {key}")])
    everything = await disclosure.everything_of(store, ANNA)
    (row,) = everything["addresses"]
    assert row["room"] == f"room of {ANNA}"
    assert BRAM not in json.dumps(everything, default=str)


@pytest.mark.asyncio
async def test_gegevens_of_a_stranger_is_empty(store: Store) -> None:
    """Nothing is known of who never wrote."""
    async with store.begin() as connection:
        await a_full_life(connection, "anna", "bram")
        everything = await privacy.everything_of(connection, person("nobody"))
    assert not any(everything.values())


def test_every_table_says_how_long_it_is_kept() -> None:
    """A new table has a class of retention and says what it holds."""
    for table in metadata.sorted_tables:
        assert isinstance(table.info["retention"], Retention), table.name
        assert table.info["holds"], table.name


def test_a_column_that_may_be_blanked_can_be_empty() -> None:
    """What `wissen` empties has to allow it."""
    for _, column in columns_with_people():
        assert column.nullable is (column.info["wipe"] is Wipe.BLANK), column


@pytest.mark.asyncio
async def test_wiped_words_are_in_no_byte_of_the_files(sqlite_url: str) -> None:
    """Overwritten in the file, and gone from the log after its daily emptying."""
    async with open_store(sqlite_url) as store:
        async with store.begin() as connection:
            await says(connection, "anna", "kanarie in de kooi")
        async with store.begin() as connection:
            await does(connection, "anna", PersonWiped())
        files = [file for file in store.path.parent.iterdir() if file.name.startswith("wijk.sqlite")]
        assert any(b"kanarie" in file.read_bytes() for file in files)
        await store.overwrite_what_was_deleted()
        for file in files:
            assert b"kanarie" not in file.read_bytes(), file
            assert b"p:anna" not in file.read_bytes(), file
