"""Takes secrets out of a line: those in use by their value, however written, and others by their shape."""

import base64
import json
import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote, quote_plus

HIDDEN = "[hidden]"
SHORTEST = 6
"""A secret shorter than this would take words out of every line; `check` asks for longer ones."""
SHAPES = re.compile(
    r"""
    \d{5,20}:[\w-]{20,}                                  # a bot token, also inside an address
    | \b(?:syt|syr|mct|mat|mcr)_[\w.~-]{8,}              # what a Matrix server gives out
    | (?<=://)[^/\s@]*:[^/\s@]*(?=@)                     # user:password of an address
    | (?i:bearer|basic)\s+[\w.~+/=-]{8,}
    | (?i:access_token|refresh_token|password|passwd|token|secret|api_key|signature)
      ["']?\s*[=:]\s*["']?[^\s"'&,;)\]}]+
    """,
    re.VERBOSE,
)


class Scrubber:
    """`secrets` are the ones in use."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        written = {form for secret in secrets if len(secret) >= SHORTEST for form in _written(secret)}
        longest_first = sorted(written, key=len, reverse=True)
        self._values = re.compile("|".join(map(re.escape, longest_first))) if written else None

    def clean(self, line: str) -> str:
        """The line without secrets, and without what would make two lines of it."""
        if self._values is not None:
            line = self._values.sub(HIDDEN, line)
        return "".join(one if one.isprintable() else " " for one in SHAPES.sub(HIDDEN, line))


def _written(secret: str) -> Iterator[str]:
    """The ways in which a secret gets into an address, a header or a value."""
    yield secret
    yield from (quote(secret), quote(secret, safe=""), quote_plus(secret))
    yield from (repr(secret)[1:-1], json.dumps(secret)[1:-1])
    raw = secret.encode("utf-8", "surrogateescape")
    yield raw.hex()
    yield from (
        base64.b64encode(raw).decode().rstrip("="),
        base64.urlsafe_b64encode(raw).decode().rstrip("="),
    )
