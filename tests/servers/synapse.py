"""A real Matrix homeserver for tests: Synapse from its own environment, on a free loopback port, with SQLite.

`make test` sets `.venv-synapse` up. The server is started once a session and thrown away after it.
"""

import base64
import hashlib
import hmac
import json
import secrets
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

PYTHON = Path(__file__).parents[2] / ".venv-synapse" / "bin" / "python"
SHARED_SECRET = "shared-secret-of-the-tests"
PASSWORD = "correct horse"
START_SECONDS = 60

_UNLIMITED = "{per_second: 1000, burst_count: 1000}"
_CONFIG = """
server_name: localhost
public_baseurl: http://127.0.0.1:{port}/
listeners:
  - port: {port}
    bind_addresses: ['127.0.0.1']
    type: http
    tls: false
    resources: [{{names: [client], compress: false}}]
database: {{name: sqlite3, args: {{database: '{dir}/homeserver.db'}}}}
log_config: {dir}/log.yaml
media_store_path: {dir}/media
signing_key_path: {dir}/signing.key
registration_shared_secret: {secret}
macaroon_secret_key: {macaroon}
form_secret: {form}
report_stats: false
trusted_key_servers: []
enable_registration: false
presence: {{enabled: false}}
url_preview_enabled: false
# Without this a client that restarts with the same token gets an answer that is two minutes old.
caches: {{sync_response_cache_duration: 0s}}
# bcrypt is slow on purpose; tests log in often.
bcrypt_rounds: 4
rc_message: {free}
rc_registration: {free}
rc_login: {{address: {free}, account: {free}, failed_attempts: {free}}}
rc_joins: {{local: {free}, remote: {free}}}
rc_invites: {{per_room: {free}, per_user: {free}, per_issuer: {free}}}
rc_room_creation: {free}
"""
_LOG_CONFIG = """
version: 1
handlers: {{file: {{class: logging.FileHandler, filename: '{dir}/synapse.log'}}}}
root: {{level: WARNING, handlers: [file]}}
disable_existing_loggers: false
"""


@dataclass
class Synapse:
    """One running homeserver: register people, put a limit on somebody, stop it and start it again."""

    directory: Path
    port: int
    admin_token: str = ""
    _process: "subprocess.Popen[bytes] | None" = field(default=None, repr=False)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start the server and wait until it answers."""
        with (self.directory / "out.log").open("ab") as out:
            settings = str(self.directory / "homeserver.yaml")
            command = [str(PYTHON), "-m", "synapse.app.homeserver", "-c", settings]
            self._process = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT)
        deadline = time.monotonic() + START_SECONDS
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > deadline:
                self.stop()
                pytest.fail(f"Synapse did not start: {(self.directory / 'out.log').read_text()[-2000:]}")
            time.sleep(0.05)

    def stop(self) -> None:
        """Stop the server; `start()` goes on with the same rooms and accounts."""
        if self._process is None:
            return
        self._process.terminate()
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process = None

    def register(self, name: str, *, admin: bool = False) -> str:
        """Make an account with `PASSWORD`; its user id. The name gets a suffix: tests share nobody."""
        return str(self._register(f"{name}-{secrets.token_hex(3)}", admin=admin)["user_id"])

    def limit(self, user_id: str, per_second: int, burst: int) -> None:
        """Let the server hold this account to so many messages (0 and 0: no limit)."""
        path = f"/_synapse/admin/v1/users/{quote(user_id)}/override_ratelimit"
        self.ask("POST", path, {"messages_per_second": per_second, "burst_count": burst}, self._admin())

    def log_out_everywhere(self, user_id: str, device_id: str) -> None:
        """Take the device away on the server's side, as an operator can: its token and keys are gone."""
        self.ask(
            "DELETE", f"/_synapse/admin/v2/users/{quote(user_id)}/devices/{device_id}", None, self._admin()
        )

    def ask(self, method: str, path: str, body: object = None, token: str = "") -> dict[str, Any]:
        """One request to the server, blocking; its JSON answer."""
        data = None if body is None else json.dumps(body).encode()
        headers = {"Content-Type": "application/json"} | (
            {"Authorization": f"Bearer {token}"} if token else {}
        )
        request = urllib.request.Request(self.url + path, data, headers, method=method)  # noqa: S310 - loopback
        with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310 - loopback
            return dict(json.load(answer))

    def _answers(self) -> bool:
        try:
            self.ask("GET", "/_matrix/client/versions")
        except (urllib.error.URLError, OSError):
            return False
        return True

    def _register(self, name: str, *, admin: bool) -> dict[str, Any]:
        path = "/_synapse/admin/v1/register"
        nonce = self.ask("GET", path)["nonce"]
        signed = "\0".join([nonce, name, PASSWORD, "admin" if admin else "notadmin"]).encode()
        mac = hmac.new(SHARED_SECRET.encode(), signed, hashlib.sha1).hexdigest()
        body = {"nonce": nonce, "username": name, "password": PASSWORD, "admin": admin, "mac": mac}
        return self.ask("POST", path, body)

    def _admin(self) -> str:
        if not self.admin_token:
            self.admin_token = self._register(f"admin-{secrets.token_hex(3)}", admin=True)["access_token"]
        return self.admin_token


def free_port() -> int:
    """A port of the loopback that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def made(directory: Path) -> Synapse:
    """A homeserver with its settings and keys in `directory`, not started yet."""
    if not PYTHON.exists():
        pytest.fail(f"{PYTHON} is missing: `make test` sets the Matrix test server up")
    server = Synapse(directory, free_port())
    settings = _CONFIG.format(
        dir=directory, port=server.port, secret=SHARED_SECRET, free=_UNLIMITED,
        macaroon=secrets.token_hex(16), form=secrets.token_hex(16),
    )  # fmt: skip
    (directory / "homeserver.yaml").write_text(settings)
    (directory / "log.yaml").write_text(_LOG_CONFIG.format(dir=directory))
    _make_signing_key(directory / "signing.key")
    return server


def _make_signing_key(path: Path) -> None:
    """The key file that Synapse would otherwise start a second time to make: a name and any 32 bytes."""
    seed = base64.b64encode(secrets.token_bytes(32)).decode().rstrip("=")
    path.write_text(f"ed25519 a_test {seed}\n")


@pytest.fixture(scope="session")
def synapse(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Synapse]:
    """One homeserver for all tests of the session."""
    server = made(tmp_path_factory.mktemp("synapse"))
    server.start()
    yield server
    server.stop()
