"""A backup as one file: a tar with a manifest first, which names every other part with its checksum.

It is made beside its final name and put there whole. A part that is missing, damaged or unknown is a backup
that is refused; so is one of a newer program.
"""

import hashlib
import json
import os
import tarfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from io import BytesIO
from pathlib import Path, PurePosixPath
from shutil import copyfileobj, rmtree
from tempfile import mkdtemp
from typing import IO

FORMAT = 1
MANIFEST = "manifest.json"
_NAME = "wijksignaal-{:%Y%m%dT%H%M%SZ}.tar"
_PATTERN = "wijksignaal-????????T??????Z.tar"
_PARTIAL = ".wijksignaal-"
_LARGEST_MANIFEST = 1 << 20
_BLOCK = 1 << 20


class BadBackup(Exception):
    """It cannot be restored; the message says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Part:
    """One file of a backup."""

    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup is, and of when."""

    made_at: datetime
    program: str
    engine: str
    schema: Mapping[str, str]
    """The revision of each store."""
    parts: Mapping[str, Part]
    format: int = FORMAT


def name_at(now: datetime) -> str:
    """How a backup of this moment is called."""
    return _NAME.format(now)


@contextmanager
def workplace(folder: Path) -> Iterator[Path]:
    """A private folder in which parts are made; it goes, whatever happens."""
    made = Path(mkdtemp(prefix=_PARTIAL, dir=folder))
    try:
        yield made
    finally:
        rmtree(made, ignore_errors=True)


def write(parts: Path, manifest: Manifest, out: Path) -> Manifest:
    """All files below `parts` as one file, durably, readable by its owner alone, or nothing at all."""
    files = sorted(path for path in parts.rglob("*") if path.is_file())
    named = {path.relative_to(parts).as_posix(): _part(path) for path in files}
    whole = replace(manifest, parts=named)
    beside = parts.with_name(f"{parts.name}.tar")
    try:
        handle = os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(handle, "wb") as file:
            _pack(file, parts, whole)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(out)
        sync_folder(out.parent)
    finally:
        beside.unlink(missing_ok=True)
    return whole


def is_something_else(path: Path) -> bool:
    """Whether something has this name that is no backup, so that it may not be replaced by one."""
    if not path.is_file():
        return os.path.lexists(path)
    try:
        with tarfile.open(path, mode="r:") as tar:
            _manifest(tar, path)
    except BadBackup:
        return False
    except (tarfile.TarError, EOFError, KeyError, ValueError, TypeError):
        return path.stat().st_size > 0
    return False


def _pack(file: IO[bytes], parts: Path, manifest: Manifest) -> None:
    with tarfile.open(fileobj=file, mode="w", format=tarfile.PAX_FORMAT) as tar:
        told = json.dumps(asdict(manifest) | {"made_at": manifest.made_at.isoformat()}, indent=1).encode()
        head = tarfile.TarInfo(MANIFEST)
        head.size, head.mode = len(told), 0o600
        tar.addfile(head, BytesIO(told))
        for name in manifest.parts:
            tar.add(parts / name, name, filter=_plain)


def _plain(member: tarfile.TarInfo) -> tarfile.TarInfo:
    """Without the names of who made it."""
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    member.mode = 0o600
    return member


def unpack(backup: Path, into: Path) -> Manifest:
    """Every part of a backup, checked, in this folder. Raises BadBackup."""
    try:
        with tarfile.open(backup, mode="r:") as tar:
            manifest = _manifest(tar, backup)
            for name, part in manifest.parts.items():
                _take(tar, name, part, into)
    except (tarfile.TarError, EOFError, KeyError, ValueError, TypeError, UnicodeDecodeError) as fault:
        raise BadBackup(
            f"{backup}: is no whole backup of this program ({type(fault).__name__}). Take another one."
        ) from fault
    return manifest


def _manifest(tar: tarfile.TarFile, backup: Path) -> Manifest:
    head = tar.next()
    file = tar.extractfile(head) if head is not None and head.name == MANIFEST else None
    if head is None or file is None or head.size > _LARGEST_MANIFEST:
        raise KeyError(MANIFEST)
    told = json.loads(file.read())
    if told["format"] > FORMAT:
        raise BadBackup(
            f"{backup}: was made by a newer version ({told['program']}). Install that version first."
        )
    parts = {name: Part(**part) for name, part in told["parts"].items()}
    return Manifest(**told | {"made_at": datetime.fromisoformat(told["made_at"]), "parts": parts})


def _take(tar: tarfile.TarFile, name: str, part: Part, into: Path) -> None:
    inside = PurePosixPath(name)
    if inside.is_absolute() or ".." in inside.parts:
        raise BadBackup(f"{name}: leads out of the backup. Do not trust this file; take another one.")
    there = into / name
    there.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    packed = tar.extractfile(name)
    if packed is None:
        raise KeyError(name)
    handle = os.open(there, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "wb") as file, packed:
        copyfileobj(packed, file, _BLOCK)
        file.flush()
        os.fsync(file.fileno())
    if _part(there) != part:
        raise BadBackup(f"{name}: is damaged in this backup (its checksum differs). Take another one.")


def remove_older(folder: Path, before: datetime) -> list[Path]:
    """Take away backups of before this moment, and what a killed run left; gives what went."""
    gone = [path for path in folder.glob(_PATTERN) if path.name < name_at(before)]
    for path in gone:
        path.unlink()
    return gone


def remove_unfinished(folder: Path) -> None:
    """What runs left that were killed. Only while no other one runs."""
    for path in folder.glob(f"{_PARTIAL}*"):
        if path.is_dir():
            rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)


def _part(path: Path) -> Part:
    with path.open("rb") as file:
        return Part(path.stat().st_size, hashlib.file_digest(file, "sha256").hexdigest())


def sync_folder(folder: Path) -> None:
    """Names in it are on the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
