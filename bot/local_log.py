"""A durable list of lines: what the local platform knows survives `kill -9`.

JSON lines and no database, for only `storage` knows databases and a platform may not import it.
"""

import os
from collections.abc import Iterator
from pathlib import Path


class Log:
    """Lines are only ever added. A line is there whole, on disk, when `append` returns, or not at all."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._path = path
        self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        self._length = self._whole()
        os.ftruncate(self._file, self._length)
        sync_folder(path.parent)

    def lines(self) -> Iterator[bytes]:
        yield from self._path.read_bytes().splitlines()

    def append(self, line: bytes) -> None:
        """Blocks for the one fsync, on purpose: nothing can be cancelled between disk and memory."""
        try:
            self._write(line.replace(b"\n", b" ") + b"\n")
        except OSError:
            # A full disk leaves half a line, to which the next one would be glued.
            os.ftruncate(self._file, self._length)
            raise

    def clear(self) -> None:
        os.ftruncate(self._file, 0)
        os.fsync(self._file)
        self._length = 0

    def close(self) -> None:
        os.close(self._file)

    def _write(self, line: bytes) -> None:
        done = 0
        while done < len(line):
            done += os.pwrite(self._file, line[done:], self._length + done)
        os.fsync(self._file)
        self._length += len(line)

    def _whole(self) -> int:
        """How far the file consists of whole lines; a line cut off by a crash was promised to nobody."""
        return self._path.read_bytes().rfind(b"\n") + 1


def write_durably(path: Path, data: bytes) -> None:
    """The whole file or no file, also after a loss of power."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f"{path.name}.half")
    with half.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    half.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in this folder durable."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
