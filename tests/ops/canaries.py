"""Words that stand for people and secrets: found nowhere else, and looked for in every way of writing."""

import base64
import json
from collections.abc import Iterable, Iterator
from urllib.parse import quote, quote_plus


def told(haystack: bytes, canaries: Iterable[str]) -> list[str]:
    """The canaries of which some form stands in these bytes."""
    small = haystack.lower()
    return [one for one in canaries if any(form in small for form in forms(one))]


def forms(canary: str) -> Iterator[bytes]:
    """Raw and encoded, in small letters: as text, in an address, in JSON, in Python, as hex and as base64."""
    for said in (canary, quote(canary), quote_plus(canary), json.dumps(canary)[1:-1], ascii(canary)[1:-1]):
        yield said.lower().encode()
    raw = canary.encode()
    yield from (raw.hex().encode(), raw[::-1].lower(), canary.encode("utf-16-le").lower())
    for before in range(3):
        # Base64 of it wherever it begins in what was encoded; the ends depend on what stands beside it.
        inner = base64.b64encode(bytes(before) + raw)[4 if before else 0 : -4]
        yield inner.lower()
