"""What systemd is told of the service (`Type=notify`): ready, alive, stopping. Silent without systemd."""

import socket
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Notices:
    """`address` is the socket that systemd named in NOTIFY_SOCKET; nothing is sent when there is none."""

    address: str = ""

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> Self:
        """As the environment has it."""
        return cls(environment.get("NOTIFY_SOCKET", ""))

    def ready(self) -> None:
        """People can write now."""
        self._tell("READY=1")

    def alive(self) -> None:
        """Feed the watchdog: one that does not say this for `WatchdogSec` is stuck, and is restarted."""
        self._tell("WATCHDOG=1")

    def stopping(self) -> None:
        """It was asked to end."""
        self._tell("STOPPING=1")

    def _tell(self, state: str) -> None:
        if not self.address.startswith(("/", "@")):
            return
        # A name that begins with @ is one of the kernel, not a file.
        name = f"\0{self.address[1:]}" if self.address.startswith("@") else self.address
        # A systemd that does not listen must not stop the service.
        with (
            suppress(OSError),
            socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_NONBLOCK) as line,
        ):
            line.sendto(state.encode(), name)
