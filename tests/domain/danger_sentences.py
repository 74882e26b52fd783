"""The sentences about danger, and how many of them are heard.

`python -m tests.domain.danger_sentences` prints it.
"""

from collections.abc import Iterator
from pathlib import Path

from bot.texts import Words

HERE = Path(__file__).parent / "danger"


def sentences(file: Path) -> Iterator[tuple[str, str]]:
    """Who should be called ("-" for nobody) and the sentence."""
    for line in file.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, _, said = line.partition(": ")
            yield kind, said


def _report(file: Path, words: Words) -> str:
    heard = [(kind, words.dangers.find(said)) for kind, said in sentences(file)]
    dangerous = [(kind, danger) for kind, danger in heard if kind != "-"]
    found = sum(danger is not None for _, danger in dangerous)
    right = sum(danger == kind for kind, danger in dangerous)
    false = sum(danger is not None for kind, danger in heard if kind == "-")
    return (
        f"{file.relative_to(HERE).with_suffix('')}: heard {found}/{len(dangerous)}, right number {right}, "
        f"false alarms {false}/{len(heard) - len(dangerous)}"
    )


if __name__ == "__main__":
    for one in sorted(HERE.rglob("*.txt")):
        print(_report(one, Words()))  # noqa: T201 - what it is for
