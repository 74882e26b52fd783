"""The report by e-mail, against a real mail server that can be told to fail."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import trustme
from sqlalchemy import select

from bot.keys import Keys
from bot.mail import Mail, Posting
from bot.mail_server import MailServer
from bot.service import built
from domain.invitations import Grant
from domain.report import RoundReport
from storage import schema
from storage.states import Delivery
from tests.bot.scripted import BOOMGAARD, Scripted, Street, sqlite, street, until
from tests.servers.mail import PASSWORD, USER, Postbox, mail_server

pytestmark = pytest.mark.asyncio

AFTER = datetime(2026, 11, 1, 9, 30, tzinfo=UTC)
TEAM, HOUSING = "wijkteam@example.org", "Post@corporatie.example"
SENDER = "Wijksignaal De Boomgaard <wijksignaal@example.org>"


def _server(port: int) -> MailServer:
    return MailServer("127.0.0.1", port, "none", SENDER, timeout=5)


def _mail(at: Street, port: int, *readers: str) -> Mail:
    house = at.house
    posting = Posting(_server(port), {"boomgaard": readers or (TEAM, HOUSING)})
    return Mail(
        house.store, house.words, Keys("a secret"), house.pages.find, house.pages.link, at.clock, posting
    )


@asynccontextmanager
async def _october(tmp_path: Path) -> AsyncIterator[Street]:
    """The report of October is out."""
    async with street(sqlite(tmp_path)) as at:
        at.house.pages.address = "https://wijk.example"
        await at.becomes("marit", Grant.COORDINATOR, "wijkcoordinator")
        await at.house.tick()
        await at.says("anja", "de lantaarn achter de flat is stuk")
        at.clock.now = AFTER
        await at.house.tick()
        yield at


async def _all(mail: Mail) -> None:
    while await mail.send_one():
        pass


async def _states(at: Street) -> list[Delivery]:
    async with at.house.store.read() as connection:
        return list((await connection.execute(select(schema.mails.c.state))).scalars())


async def test_each_reader_gets_each_report_once(tmp_path: Path) -> None:
    """Text, page and paper in one mail, with the link; another look, or another start, sends nothing more."""
    async with _october(tmp_path) as at, mail_server() as box:
        mail = _mail(at, box.port)
        await _all(mail)
        await _all(mail)
        await _all(_mail(at, box.port))
        at.clock.on(days=13)
        await _all(mail)
        link = at.house.pages.link("boomgaard", "2026-10")
    assert sorted(to for to, _ in box.taken) == sorted([TEAM, HOUSING])
    _, made = box.taken[0]
    assert made["Subject"] == "Wijkverband De Boomgaard: verslag van oktober 2026"
    assert made["From"] == SENDER
    text, page, paper = (part for part in made.walk() if not part.is_multipart())
    assert "1. Straatverlichting" in text.get_content()
    assert link in text.get_content()
    assert "<!doctype html>" in page.get_content()
    assert (paper.get_filename(), paper.get_content()[:4]) == ("top5-boomgaard-2026-10.pdf", b"%PDF")
    assert "lantaarn achter" not in made.as_string()


async def test_no_address_is_kept(tmp_path: Path) -> None:
    """The store knows a hash; the address stands in the settings only."""
    async with _october(tmp_path) as at, mail_server() as box:
        await _all(_mail(at, box.port, TEAM))
        async with at.house.store.read() as connection:
            rows = (await connection.execute(select(schema.mails))).all()
    assert len(rows) == 1
    assert "example.org" not in repr(rows)


async def test_a_server_that_is_down_for_a_day_gets_it_later(tmp_path: Path) -> None:
    """It waits, longer each time; after an hour health and the coordinator say so; then it arrives, once."""
    async with _october(tmp_path) as at:
        async with mail_server() as box:
            port = box.port
        mail = _mail(at, port, TEAM)
        assert await mail.send_one()
        assert not await mail.send_one()
        assert not [line for line in await at.ails() if "e-mail" in line]
        for _ in range(24):
            at.clock.on(hours=1)
            await _all(mail)
        await at.house.tick()
        assert [line for line in await at.ails() if "e-mail" in line] == [
            "the report of boomgaard 2026-10 does not reach everybody by e-mail: SMTPConnectError"
        ]
        await at.says("marit", "wacht")
        assert "De mail met het verslag komt bij 1 adres niet aan." in "\n".join(await at.hears("marit"))
        async with mail_server(box, port=port):
            at.clock.on(hours=1)
            await _all(mail)
        assert len(box.taken) == 1
        assert not [line for line in await at.ails() if "e-mail" in line]


@pytest.mark.parametrize("where", ["to_rcpt", "to_data"])
async def test_a_server_that_says_later_is_asked_later(tmp_path: Path, where: str) -> None:
    """A 4xx at the address or at the mail: nothing went out, and after a minute it does."""
    async with _october(tmp_path) as at, mail_server() as box:
        getattr(box, where).append("451 try again later")
        mail = _mail(at, box.port, TEAM)
        await _all(mail)
        assert await _states(at) == [Delivery.PENDING]
        at.clock.on(minutes=2)
        await _all(mail)
        assert (len(box.taken), await _states(at)) == (1, [Delivery.SENT])


@pytest.mark.parametrize("where", ["to_rcpt", "to_data"])
async def test_a_refusal_is_for_a_person(tmp_path: Path, where: str) -> None:
    """A 5xx is not tried again; it is shown at once, without the words of the server or the address."""
    async with _october(tmp_path) as at, mail_server() as box:
        getattr(box, where).append(f"550 no {TEAM} here")
        mail = _mail(at, box.port, TEAM)
        await _all(mail)
        at.clock.on(hours=5)
        await _all(mail)
        assert (box.taken, await _states(at)) == ([], [Delivery.DEAD])
        (line,) = [line for line in await at.ails() if "e-mail" in line]
    assert "550" in line
    assert TEAM not in line


async def test_what_may_have_arrived_is_never_sent_again(tmp_path: Path) -> None:
    """The server takes it and goes away without an answer: one copy, and a person looks at it."""
    async with _october(tmp_path) as at, mail_server() as box:
        box.to_data.append("cut")
        mail = _mail(at, box.port, TEAM)
        await _all(mail)
        at.clock.on(hours=5)
        await _all(mail)
        assert (len(box.taken), await _states(at)) == (1, [Delivery.DOUBT])
        assert [line for line in await at.ails() if "went away while it took the mail" in line]


async def test_a_crash_while_sending_is_a_doubt(tmp_path: Path) -> None:
    """What was being sent when the service stopped is not sent again at the next start."""
    async with _october(tmp_path) as at, mail_server() as box:
        mail = _mail(at, box.port, TEAM)
        async with at.house.store.begin() as connection:
            await connection.execute(
                schema.mails.insert().values(
                    district="boomgaard",
                    round="2026-10",
                    reader=mail.keys.reader(TEAM),
                    state=Delivery.SENDING,
                    not_before=AFTER,
                    created_at=AFTER,
                )
            )
        await mail.recover()
        await _all(mail)
        assert (box.taken, await _states(at)) == ([], [Delivery.DOUBT])


async def test_an_address_that_is_taken_out_gets_nothing(tmp_path: Path) -> None:
    """A reader who leaves before the mail goes out is dropped; who comes later gets the last report."""
    async with _october(tmp_path) as at:
        async with mail_server() as box:
            port = box.port
        await _all(_mail(at, port, TEAM))
        at.clock.on(hours=2)
        async with mail_server(box, port=port):
            await _all(_mail(at, port, HOUSING))
        assert [to for to, _ in box.taken] == [HOUSING]
        assert await _states(at) == [Delivery.SENT]


async def test_a_mail_that_cannot_be_made_stops_nothing(tmp_path: Path) -> None:
    """A name with a line end in it fits no header: that mail is refused, and somebody sees it."""
    async with _october(tmp_path) as at, mail_server() as box:
        mail = _mail(at, box.port, TEAM)

        async def odd(slug: str, name: str) -> RoundReport:
            return replace(await at.house.pages.find(slug, name), district="De Boomgaard\nBcc: x@example.org")

        await _all(replace(mail, find=odd))
        assert (box.taken, await _states(at)) == ([], [Delivery.DEAD])


async def test_an_old_report_is_not_mailed(tmp_path: Path) -> None:
    """E-mail that is set up three weeks after a round waits for the next one."""
    async with _october(tmp_path) as at, mail_server() as box:
        at.clock.now = AFTER + timedelta(days=21)
        await _all(_mail(at, box.port))
    assert box.taken == []


async def test_the_running_service_mails(tmp_path: Path) -> None:
    """Beside everything else it does; at its end nothing is left in doubt."""
    async with _october(tmp_path):
        pass
    async with mail_server() as box:
        posting = Posting(_server(box.port), {"boomgaard": (TEAM,)})
        parts = (sqlite(tmp_path), "a secret of tests", (BOOMGAARD,), (Scripted(),), lambda: AFTER)
        async with built(*parts, posting=posting) as house:
            running = asyncio.ensure_future(house.run())
            try:
                await until(lambda: bool(box.taken))
            finally:
                running.cancel()
                with suppress(asyncio.CancelledError):
                    await running
    assert [to for to, _ in box.taken] == [TEAM]


# --- the server -----------------------------------------------------------------------------------


@pytest.fixture
def trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ssl.SSLContext:
    """A certificate of an authority that this machine trusts."""
    authority = trustme.CA()
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(context)
    return context


async def test_it_logs_in_behind_starttls(trusted: ssl.SSLContext) -> None:
    """A good password is taken, a wrong one said in one line; neither goes over an open line."""
    async with mail_server(tls=trusted) as box:
        good = MailServer("localhost", box.port, "starttls", SENDER, USER, PASSWORD, timeout=5)
        await good.check()
        with pytest.raises(PermissionError, match="refuses the user or the password"):
            await replace(good, password="fout").check()
    assert box.logins[0] == USER


async def test_a_certificate_that_nobody_knows_is_refused() -> None:
    """Somebody who stands between gets neither the password nor the report."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("localhost").configure_cert(context)
    async with mail_server(tls=context) as box:
        with pytest.raises(OSError, match="does not take mail"):
            await MailServer("localhost", box.port, "starttls", SENDER, USER, PASSWORD, timeout=5).check()
    assert box.logins == []


async def test_a_server_that_does_not_offer_starttls_gets_no_password() -> None:
    """Asked to encrypt, it does not go on without."""
    box = Postbox()
    async with mail_server(box):
        with pytest.raises(OSError, match="does not take mail"):
            await MailServer("127.0.0.1", box.port, "starttls", SENDER, USER, PASSWORD, timeout=5).check()
    assert box.logins == []
