"""The mail server: one message in, how it ended out, sorted like every sending (promises 1)."""

from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP as WIRE
from email.utils import parseaddr
from typing import Literal

import aiosmtplib
from aiosmtplib import SMTP, SMTPAuthenticationError, SMTPException, SMTPResponseException

from bot.chat import Doubt, Halted, NotSent, Refused, Sent

Ended = Sent | NotSent | Doubt | Refused | Halted

PERMANENT = 500
REFUSED = "the mail server refuses the user or the password"
SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where mail is handed in, and as whom."""

    host: str
    port: int
    security: Literal["starttls", "ssl", "none"]
    sender: str
    """As the reader sees it: `Wijksignaal <post@example.org>`."""
    user: str = ""
    password: str = ""
    timeout: float = SECONDS

    async def check(self) -> None:
        """Connect and log in. `OSError` or `PermissionError` in one plain line."""
        server = self._server()
        try:
            await server.connect()
            await server.quit()
        except SMTPAuthenticationError as fault:
            raise PermissionError(f"{REFUSED} ({fault.code})") from None
        except (SMTPException, OSError) as fault:
            raise OSError(f"{self.host}:{self.port} does not take mail ({_why(fault)})") from None
        finally:
            server.close()

    async def deliver(self, message: EmailMessage) -> Ended:
        """Hand in one message for one reader. Until its last part is sent, nothing arrived for certain."""
        server = self._server()
        try:
            await server.connect()
            await server.mail(parseaddr(self.sender)[1])
            await server.rcpt(str(message["To"]))
        except SMTPAuthenticationError as fault:
            server.close()
            return Halted(f"{REFUSED} ({fault.code})")
        except (SMTPException, OSError) as fault:
            server.close()
            return _refused(fault)
        try:
            return await self._handed_in(server, message)
        finally:
            server.close()

    async def _handed_in(self, server: SMTP, message: EmailMessage) -> Ended:
        try:
            await server.data(message.as_bytes(policy=WIRE))
        except SMTPResponseException as fault:
            return _refused(fault)
        except Exception as fault:  # noqa: BLE001 - what nobody foresaw is a doubt, never an exit
            return Doubt(f"the mail server went away while it took the mail ({type(fault).__name__})")
        return Sent(str(message["Message-ID"]))

    def _server(self) -> SMTP:
        return aiosmtplib.SMTP(
            hostname=self.host,
            port=self.port,
            username=self.user or None,
            password=self.password or None,
            local_hostname="localhost",
            use_tls=self.security == "ssl",
            start_tls=self.security == "starttls",
            timeout=self.timeout,
        )


def _refused(fault: SMTPException | OSError) -> Ended:
    """5xx is for good, the rest may go better later."""
    if isinstance(fault, aiosmtplib.SMTPConnectResponseError):
        return NotSent(_why(fault))
    if isinstance(fault, SMTPResponseException) and fault.code >= PERMANENT:
        return Refused(_why(fault))
    return NotSent(_why(fault))


def _why(fault: SMTPException | OSError) -> str:
    """The kind of fault and its number; never what the server says: it may repeat an address."""
    code = f" {fault.code}" if isinstance(fault, SMTPResponseException) else ""
    return f"{type(fault).__name__}{code}"
