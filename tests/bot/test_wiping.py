"""`wipe` and `retention`, as an operator types them."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.keys import Keys
from domain.events import InvitationUsed, Invited
from domain.invitations import Grant
from domain.messages import PersonKey
from domain.signals import SignalNumber, Source
from storage import schema
from storage.engine import Connection
from storage.journal import Journal
from storage.privacy import hash_of
from tests.bot.at_terminal import NOVEMBER, Operator
from tests.storage.a_wijk import BOOMGAARD, does, person, says


@pytest.fixture
def operator(tmp_path: Path) -> Operator:
    """Somebody with a service in which people said things."""
    made = Operator(tmp_path / "service")
    made.sets_up()
    made.asks(_said)
    return made


async def _said(connection: Connection) -> None:
    await says(connection, "anna", "de lamp is stuk", now=NOVEMBER)
    await says(connection, "bram", "het is te donker", now=NOVEMBER)
    for respondent in ("r1", "r1", "r2"):
        await says(
            connection, "pro", f"van {respondent}", source=Source.SURVEY, respondent=respondent, now=NOVEMBER
        )
    follow = Invited(
        "f", Grant.FOLLOW, BOOMGAARD.slug, NOVEMBER + timedelta(days=30), signal=SignalNumber("2026-0003")
    )
    await does(connection, "pro", follow, now=NOVEMBER)
    await does(connection, "r1-self", InvitationUsed("f"), now=NOVEMBER)


async def _texts(connection: Connection) -> list[str]:
    return sorted((await connection.execute(select(schema.signals.c.text))).scalars())


async def _followers(connection: Connection) -> list[str]:
    return list((await connection.execute(select(schema.followers.c.person))).scalars())


def test_by_the_number_of_a_signal(operator: Operator) -> None:
    """After a yes; what went is said, and kept in the journal."""
    wipe = ("wipe", "--config", operator.config, "--signal", "2026-0001")
    kept = operator.types(*wipe, answers="n\n")
    assert (kept.exit_code, len(operator.asks(_texts))) == (1, 5)
    gone = operator.types(*wipe, answers="y\n")
    assert gone.exit_code == 0, gone.output
    assert "1 in signals" in gone.output
    assert "de lamp is stuk" not in operator.asks(_texts)
    assert set(Journal(operator.folder / "data/erased.journal").read()) == {hash_of(person("anna"))}
    again = operator.types(*wipe, "--yes")
    assert again.exit_code == 1
    assert "nobody is known by that" in again.output


def test_who_did_not_write_themselves(operator: Operator) -> None:
    """All that was logged for them goes, with who follows it; the professional and other people stay."""
    done = operator.types("wipe", "--config", operator.config, "--signal", "2026-0003", "--yes")
    assert done.exit_code == 0, done.output
    assert operator.asks(_texts) == ["de lamp is stuk", "het is te donker", "van r2"]
    assert operator.asks(_followers) == []


def test_by_address(operator: Operator) -> None:
    """The key is made of it with the secret; a wrong one is said so."""
    secret = (operator.folder / "secrets/people.key").read_text().strip()
    key: PersonKey = Keys(secret).of("telegram", "4711")  # type: ignore[arg-type]

    async def speaks(connection: Connection) -> None:
        await says(connection, key.removeprefix("p:"), "vanaf een telefoon", now=NOVEMBER)

    operator.asks(speaks)
    wipe = ("wipe", "--config", operator.config, "--yes", "--address")
    assert operator.types(*wipe, "telegram:4711").exit_code == 0
    assert "vanaf een telefoon" not in operator.asks(_texts)
    assert operator.types(*wipe, "telegram:4712").exit_code == 1
    assert operator.types(*wipe, "0612345678").exit_code == 2
    assert operator.types("wipe", "--config", operator.config).exit_code == 2


def test_retention_by_hand(operator: Operator) -> None:
    """The dry run says what goes and changes nothing; without it, it goes."""
    operator.now += timedelta(days=400)
    said = operator.types("retention", "--config", operator.config, "--dry-run")
    assert said.exit_code == 0, said.output
    assert "signals (words)" in said.output
    assert "Nothing was changed." in said.output
    assert "de lamp is stuk" in operator.asks(_texts)
    assert operator.types("retention", "--config", operator.config).exit_code == 0
    assert operator.asks(_texts) == [""] * 5


def test_a_longer_period_is_refused(operator: Operator) -> None:
    """Residents were promised this; shorter is allowed."""
    written = operator.config.read_text()
    operator.config.write_text(written.replace("words_days = 365", "words_days = 366"))
    refused = operator.types("retention", "--config", operator.config, "--dry-run")
    assert refused.exit_code == 2
    assert "retention.words_days" in refused.output
    operator.config.write_text(written.replace("words_days = 365", "words_days = 30"))
    operator.now += timedelta(days=31)
    assert operator.types("retention", "--config", operator.config).exit_code == 0
    assert operator.asks(_texts) == [""] * 5


def test_pause_and_resume(operator: Operator) -> None:
    """Each once; how much waits is said."""
    for command, code in (("pause", 0), ("pause", 1), ("resume", 0), ("resume", 1)):
        assert operator.types(command, "--config", operator.config).exit_code == code
