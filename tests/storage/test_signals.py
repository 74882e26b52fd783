"""Signals: who may change them, and the questions about them."""

from datetime import timedelta

import pytest

from domain.events import (
    EffectTold,
    NeighbourhoodTold,
    PhotoAdded,
    SameTopic,
    SignalChanged,
    SignalExtended,
    SignalWithdrawn,
    TopicTitled,
)
from domain.feedback import Effect
from domain.rounds import RoundStatus
from domain.signals import SignalNumber, Source, Standing
from storage import links, people, photos, rounds, schema, signals
from storage.engine import Store
from tests.storage.a_wijk import (
    AFTER,
    BOOMGAARD,
    NOW,
    OCTOBER,
    does,
    not_now,
    person,
    reports,
    says,
    taken_up,
)

pytestmark = pytest.mark.asyncio
GONE = SignalNumber("2026-9999")


async def test_own_signals_are_the_newest_first(store: Store) -> None:
    """Only this person's, with the withdrawn ones left out."""
    async with store.begin() as connection:
        first = await says(connection, "anna", now=NOW)
        await says(connection, "bram", now=NOW)
        second = await says(connection, "anna", now=NOW + timedelta(minutes=5))
        third = await says(connection, "anna", now=NOW + timedelta(minutes=6))
        await does(connection, "anna", SignalWithdrawn(second))
        own = await signals.own(connection, person("anna"))
    assert [one.number for one in own] == [third, first]
    assert own[1].said_at == NOW
    assert {one.standing for one in own} == {Standing.COLLECTED}
    assert signals.recent(own, NOW + timedelta(minutes=5)) == own[0]
    assert signals.recent(own, NOW + timedelta(minutes=7)) is None


async def test_nobody_changes_what_somebody_else_said(store: Store) -> None:
    """Change, extend, withdraw, place and picture do nothing to the signal of another person."""
    async with store.begin() as connection:
        number = await says(connection, "anna", "mijn woorden", neighbourhood="Appelhof")
        for event in (
            SignalChanged(number, "andere woorden"),
            SignalExtended(number, "en meer", "m9"),
            SignalWithdrawn(number),
            NeighbourhoodTold("Perenpad", number),
            PhotoAdded(number, "file"),
        ):
            await does(connection, "bram", event)
        (own,) = await signals.own(connection, person("anna"))
        assert (own.text, own.neighbourhood) == ("mijn woorden", "Appelhof")
        assert await photos.pending_photo(connection) is None
        assert await signals.number_by_origin(connection, person("bram"), "m9") is None


async def test_a_second_message_becomes_part_of_the_signal(store: Store) -> None:
    """Its words are added, and a later edit of either message finds the signal."""
    async with store.begin() as connection:
        number = await says(connection, "anna", "de lamp", origin="m1")
        await does(connection, "anna", SignalExtended(number, "bij de flat", "m2"))
        (own,) = await signals.own(connection, person("anna"))
        assert own.text == "de lamp\nbij de flat"
        for origin in ("m1", "m2"):
            assert await signals.number_by_origin(connection, person("anna"), origin) == number
        assert await signals.number_by_origin(connection, person("anna"), "") is None
        assert await signals.number_by_origin(connection, person("bram"), "m1") is None


async def test_a_withdrawn_signal_loses_its_words_at_once(store: Store) -> None:
    """Words and pictures are gone; the number is not given again."""
    async with store.begin() as connection:
        number = await says(connection, "anna", "geheim", photo="file", origin="m1")
        await does(connection, "anna", SignalWithdrawn(number))
        row = (await connection.execute(schema.signals.select())).one()
        assert (row.text, row.withdrawn_at) == ("", NOW)
        assert await photos.pending_photo(connection) is None
        assert await signals.next_sequence(connection, NOW.year) == 2


async def test_standing_follows_round_decision_and_action(store: Store) -> None:
    """Collected, on the table, chosen or not; outside the five it is not chosen once the round closes."""
    async with store.begin() as connection:
        numbers = [
            await says(connection, name) for name in ("anna", "bram", "cor", "dien", "els", "fem", "gijs")
        ]
        ids = await reports(connection, *[[number] for number in numbers[:6]])

        async def standing(who: str) -> tuple[Standing, str]:
            (own,) = await signals.own(connection, person(who))
            return own.standing, own.topic

        assert await standing("anna") == (Standing.ON_TABLE, "Topic 1")
        assert await standing("fem") == (Standing.COLLECTED, "")
        await does(connection, "partner", taken_up(ids[0]), *map(not_now, ids[1:5]), now=AFTER)
        assert await standing("anna") == (Standing.CHOSEN, "Topic 1")
        assert await standing("bram") == (Standing.NOT_CHOSEN, "Topic 2")
        closed = schema.rounds.update().values(status=RoundStatus.CLOSED)
        await connection.execute(closed)
        assert await standing("fem") == (Standing.NOT_CHOSEN, "")
        assert await standing("gijs") == (Standing.NOT_CHOSEN, "")


async def test_a_round_holds_what_counts(store: Store) -> None:
    """Withdrawn signals, withheld ones and those of another round are left out."""
    async with store.begin() as connection:
        kept = await says(connection, "anna", "blijft", neighbourhood="Appelhof")
        await says(connection, "bram", "gevaar", withheld=True)
        await does(connection, "cor", SignalWithdrawn(await says(connection, "cor")))
        (only,) = await signals.of_round(connection, BOOMGAARD.slug, OCTOBER.name)
        assert (only.number, only.text, only.neighbourhood, only.said_at) == (kept, "blijft", "Appelhof", NOW)


async def test_people_are_counted_not_messages(store: Store) -> None:
    """One person counts once however often they write; a professional does not count for the respondents."""
    async with store.begin() as connection:
        for _ in range(3):
            await says(connection, "anna", neighbourhood="Appelhof")
        await says(connection, "anna", neighbourhood="Perenpad", language="tr")
        for respondent in ("r1", "r1", "r2"):
            await says(connection, "zuster", source=Source.SURVEY, respondent=respondent)
        counted = await rounds.collected(connection, BOOMGAARD.slug, OCTOBER.name)
        logged = await signals.logged_in_round(connection, person("zuster"), BOOMGAARD.slug, OCTOBER.name)
    assert (counted.people, counted.messages) == (3, 7)
    assert counted.neighbourhoods == {"Appelhof": 1, "Perenpad": 1}
    assert counted.sources == {"bewoner": 1, "uitvraag": 2}
    assert counted.languages == {"nl": 3, "tr": 1}
    assert logged == 2


async def test_pace_counts_an_hour_and_a_day(store: Store) -> None:
    """Flood limits look back from now; a withdrawn signal counts, or withdrawing would lift the limit."""
    async with store.begin() as connection:
        for minutes in (5, 30, 90, 60 * 25):
            await says(connection, "anna", now=NOW - timedelta(minutes=minutes))
        own = await signals.own(connection, person("anna"))
        await does(connection, "anna", SignalWithdrawn(own[0].number))
        assert await signals.pace(connection, person("anna"), NOW) == (2, 3)
        assert await signals.pace(connection, person("bram"), NOW) == (0, 0)


async def test_the_last_word_on_a_pair_counts(store: Store) -> None:
    """A person may change their mind; two people may differ; unknown signals do nothing."""
    async with store.begin() as connection:
        one, other = await says(connection, "anna"), await says(connection, "bram")
        await does(connection, "anna", SameTopic(one, other, same=True), SameTopic(other, one, same=False))
        await does(connection, "cor", SameTopic(one, other, same=True), SameTopic(one, GONE, same=True))
        await does(connection, "cor", SameTopic(one, one, same=True), TopicTitled(GONE, "niets"))
        said = await links.links_of(connection, BOOMGAARD.slug, OCTOBER.name)
        assert [(link.one, link.other, link.person, link.same) for link in said] == [
            (one, other, "p:anna", False),
            (one, other, "p:cor", True),
        ]
        await does(connection, "cor", TopicTitled(one, "Lamp"), TopicTitled(one, "Lamp bij de flat"))
        assert await links.titles_of(connection, BOOMGAARD.slug) == {one: "Lamp bij de flat"}


async def test_an_effect_is_kept_once_a_person(store: Store) -> None:
    """Whether a difference is noticed: the last word counts, about a signal that is there."""
    async with store.begin() as connection:
        number = await says(connection, "anna")
        told = (EffectTold(number, Effect.NO), EffectTold(number, Effect.SOME), EffectTold(GONE, Effect.YES))
        await does(connection, "anna", *told)
        (row,) = (await connection.execute(schema.effects.select())).all()
        assert (row.signal, row.person, row.effect) == (number, "p:anna", Effect.SOME)


async def test_pictures_wait_until_they_are_fetched(store: Store) -> None:
    """One at a time; kept pictures come back as they were, refused ones do not come again."""
    async with store.begin() as connection:
        number = await says(connection, "anna", photo="f1")
        await does(connection, "anna", PhotoAdded(number, "f2"))
        first = await photos.pending_photo(connection)
        assert first is not None
        assert (first.file, first.person, first.signal) == ("f1", "p:anna", number)
        second = await photos.pending_photo(connection, after=first.id)
        assert second is not None
        await photos.keep_photo(connection, first.id, b"\x89PNG\0")
        await photos.refuse_photo(connection, second.id)
        assert await photos.pending_photo(connection) is None
        (kept,) = (await photos.kept_with(connection, [number]))[number]
        assert await photos.picture(connection, kept) == b"\x89PNG\0"
        with pytest.raises(LookupError):
            await photos.picture(connection, second.id)


async def test_a_buurt_belongs_to_its_wijk(store: Store) -> None:
    """Told once, kept for the person and the signal; another wijk begins without one."""
    async with store.begin() as connection:
        number = await says(connection, "anna")
        await does(connection, "anna", NeighbourhoodTold("Perenpad", number))
        await people.choose_district(connection, person("anna"), "boomgaard")
        assert (await people.person(connection, person("anna"))).neighbourhood is None
        await does(connection, "anna", NeighbourhoodTold("Perenpad", number))
        await people.choose_district(connection, person("anna"), "boomgaard")
        assert (await people.person(connection, person("anna"))).neighbourhood == "Perenpad"
        await people.choose_district(connection, person("anna"), "haven")
        known = await people.person(connection, person("anna"))
        assert (known.district, known.neighbourhood) == ("haven", None)
        (own,) = await signals.own(connection, person("anna"))
        assert own.neighbourhood == "Perenpad"
