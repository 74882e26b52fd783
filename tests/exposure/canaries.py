"""Words and numbers that stand for people, and the search for them in whatever comes out.

All of them are made on one stem, so that one look finds any of a thousand. What is searched is first taken
apart: archives, papers, pictures, mails, and text written in another way.
"""

import base64
import binascii
import email
import email.policy
import html
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

import zxingcpp
from PIL import Image
from pypdf import PdfReader

STEM = "zeekoet"
"""In every name that somebody gives themselves, a file or a device."""
SAID = "purperreiger"
"""In the words of every signal, with a number: who knows them knows who said it."""
TAKEN_OUT = "roerdomp"
"""In the parts of words that redaction has to take out."""
FIRST_ID, FIRST_PHONE, FIRST_SAID_PHONE = 7_310_400_001, 673_104_001, 684_205_001
DEEP = 3
"""So many times what was taken apart is taken apart again."""
LONG = 300_000
"""A longer piece is not decoded twice."""

_ENCODED = re.compile(rb"[A-Za-z0-9+/_-]{16,}")
_HEX = re.compile(rb"(?:[0-9a-fA-F]{2}){8,}")
_ESCAPED = re.compile(rb"\\u([0-9a-fA-F]{4})")
_STEMS = tuple(stem.encode() for stem in (STEM, SAID, TAKEN_OUT))
_LOOK = re.compile(rb"(?i)[^\n]{0,20}(?:%s)[^\n]{0,30}" % b"|".join(_STEMS))
_BEGINNINGS = (b"7310", b"6731", b"6842")
_NUMBER = re.compile(rb"(?=(7310\d{6}|6731\d{5}|6842\d{5}))")
"""Also in the middle of a row of digits."""
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Mark:
    """One person with their canaries."""

    n: int

    @property
    def id(self) -> int:
        return FIRST_ID + self.n

    @property
    def phone(self) -> str:
        return f"0{FIRST_PHONE + self.n}"

    def name(self, what: str) -> str:
        return f"{STEM.title()}{what}{self.n}"

    @property
    def said(self) -> str:
        return f"{SAID}{self.n}"

    @property
    def redactable(self) -> str:
        """A sentence with what must not be read by anybody but the coordinator."""
        forms = (
            f"Mail mij op {TAKEN_OUT}{self.n}@example.org.",
            f"Bel mij op 0{FIRST_SAID_PHONE + self.n}.",
            f"Mijn naam is {TAKEN_OUT.title()} Jansen.",
            f"Zie https://example.org/{TAKEN_OUT}{self.n} voor foto's.",
            f"Ik ben @{TAKEN_OUT}{self.n} op internet.",
        )
        return forms[self.n % len(forms)]


@dataclass(frozen=True, slots=True)
class Hits:
    """What was found: of who reported, and of what was said."""

    who: tuple[str, ...]
    words: tuple[str, ...]


def search(data: bytes, people: int) -> Hits:
    """The canaries in these bytes, however they are written."""
    who: set[str] = set()
    words: set[str] = set()
    for view in views(data):
        for one in _said(view):
            (who if STEM.encode() in one.lower() else words).add(one.decode(errors="replace"))
        numbers = _numbers(view)
        who |= {f"id {one}" for one in numbers if 0 <= one - FIRST_ID < people}
        who |= {f"phone {one}" for one in numbers if 0 <= one - FIRST_PHONE < people}
        words |= {f"number {one}" for one in numbers if 0 <= one - FIRST_SAID_PHONE < people}
    return Hits(tuple(sorted(who)), tuple(sorted(words)))


def _said(view: bytes) -> list[bytes]:
    """Each stem with what stands around it; most views have none, and that is seen soon."""
    small = view.lower()
    return _LOOK.findall(view) if any(stem in small for stem in _STEMS) else []


def _numbers(view: bytes) -> set[int]:
    there = any(beginning in view for beginning in _BEGINNINGS)
    return {int(one) for one in _NUMBER.findall(view)} if there else set()


def views(data: bytes) -> Iterator[bytes]:
    """The bytes, and everything that they hold in another form."""
    for leaf in _leaves(data, DEEP):
        yield leaf
        for form in _forms(leaf):
            if form != leaf:
                yield form
                yield from _forms(form) if len(form) < LONG else ()


def _leaves(data: bytes, deep: int) -> Iterator[bytes]:
    """An archive, paper, picture or mail, and what is in it."""
    yield data
    if deep:
        for inner in _inside(data):
            yield from _leaves(inner, deep - 1)


def _forms(data: bytes) -> Iterator[bytes]:
    yield data.replace(b"\0", b"")  # UTF-16 of both ends
    yield data.replace(b"\r\n ", b"").replace(b"=\r\n", b"").replace(b"=\n", b"")  # folded lines
    yield unquote_to_bytes(data)
    yield html.unescape(data.decode("utf-8", "replace")).encode() if b"&" in data else data
    yield _ESCAPED.sub(lambda found: chr(int(found[1], 16)).encode("utf-8", "replace"), data)
    yield b"\n".join(_decoded(data))


def _inside(data: bytes) -> Iterator[bytes]:
    if data[:2] == b"PK":
        yield from _archive(data)
    if data[:5] == b"%PDF-":
        yield from _paper(data)
    if data[:4] in {b"\x89PNG", b"\xff\xd8\xff\xe0"}:
        yield from _picture(data)
    if b"MIME-Version" in data[:2_000]:
        yield from _mail(data)


def _decoded(data: bytes) -> Iterator[bytes]:
    for run in _ENCODED.findall(data):
        for start in range(4):
            part = run[start : start + (len(run) - start) // 4 * 4]
            try:
                yield base64.b64decode(part, altchars=b"-_" if b"-" in part or b"_" in part else None)
            except binascii.Error:
                continue
    for run in _HEX.findall(data):
        yield bytes.fromhex(run.decode())
        yield bytes.fromhex((b"0" + run[:-1]).decode())


def _archive(data: bytes) -> Iterator[bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as folder:
        for entry in folder.infolist():
            yield entry.filename.encode() + b"\n" + entry.comment
            yield folder.read(entry)


def _paper(data: bytes) -> Iterator[bytes]:
    reader = PdfReader(io.BytesIO(data))
    yield "\n".join(page.extract_text() for page in reader.pages).encode()
    yield str(reader.metadata).encode()
    for stream in _STREAM.findall(data):
        try:
            yield zlib.decompress(stream.strip(b"\r\n"))
        except zlib.error:
            continue


def _picture(data: bytes) -> Iterator[bytes]:
    with Image.open(io.BytesIO(data)) as picture:
        yield repr([picture.info, list(picture.getexif().items())]).encode()
        if picture.width * picture.height < 4_000_000:
            for code in zxingcpp.read_barcodes(picture):
                yield code.text.encode()


def _mail(data: bytes) -> Iterator[bytes]:
    for part in email.message_from_bytes(data, policy=email.policy.default).walk():
        yield "\n".join(f"{name}: {value}" for name, value in part.items()).encode()
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes):
            yield payload
