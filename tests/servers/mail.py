"""A mail server on this machine (aiosmtpd), that keeps what it takes and can be told to fail."""

import asyncio
import contextlib
import ssl
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

USER, PASSWORD = "wijksignaal", "een geheim van tests"


@dataclass
class Postbox:
    """What arrived, and what to do with the next ones: an answer instead of taking it, or `cut`."""

    port: int = 0
    taken: list[tuple[str, EmailMessage]] = field(default_factory=list)
    logins: list[str] = field(default_factory=list)
    to_rcpt: list[str] = field(default_factory=list)
    """Answers to the next addresses."""
    to_data: list[str] = field(default_factory=list)
    """Answers to the next mails; `cut` takes the mail and goes away without a word."""

    async def handle_RCPT(  # noqa: N802 - the library's name and arguments
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if self.to_rcpt:
            return self.to_rcpt.pop(0)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 - the same
        answer = self.to_data.pop(0) if self.to_data else "250 OK"
        if answer[0] in "2c":
            content = envelope.content
            assert isinstance(content, bytes)
            made = message_from_bytes(content, policy=default)
            assert isinstance(made, EmailMessage)
            self.taken.append((envelope.rcpt_tos[0], made))
        if answer == "cut":
            assert isinstance(server.transport, asyncio.Transport)
            server.transport.abort()
            return "250 nobody hears this"
        return answer

    def authenticate(
        self, _server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, data: object
    ) -> AuthResult:
        assert isinstance(data, LoginPassword)
        self.logins.append(data.login.decode())
        good = (data.login, data.password) == (USER.encode(), PASSWORD.encode())
        return AuthResult(success=good, handled=False)


@contextlib.asynccontextmanager
async def mail_server(
    box: Postbox | None = None, tls: ssl.SSLContext | None = None, port: int = 0
) -> AsyncIterator[Postbox]:
    """It runs on a free port; with `tls` it wants STARTTLS and a password first."""
    box = box or Postbox()
    loop = asyncio.get_running_loop()

    def talk() -> SMTP:
        return SMTP(
            box,
            hostname="mail.example",
            tls_context=tls,
            require_starttls=tls is not None,
            auth_required=tls is not None,
            authenticator=box.authenticate,
            loop=loop,
        )

    server = await loop.create_server(talk, "127.0.0.1", port)
    box.port = server.sockets[0].getsockname()[1]
    async with server:
        yield box
