"""How good the tests are: small faults are put in the code, one at a time, and a test has to fail.

    python -m bench.mutants                              all modules
    python -m bench.mutants storage/vault.py --show      one, and what survived

Nothing is changed in the folder of the project: all happens in a copy. Which faults are taken is drawn with a
seed; what only computes gets all that can be made in its functions. Words of the log, docstrings and types
are left alone, and so are the kill points, which do nothing in service.
"""

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from bench.mutant_runs import KILLED, SURVIVED, InForks, functions, waited
from bench.mutating import Mutant, mutants

ROOT = Path(__file__).resolve().parent.parent
EQUIVALENT = ROOT / "bench" / "data" / "equivalent_mutants.json"
"""Faults that are none, each with the reason: nothing that anybody can see changes."""
SEED = 6
ENOUGH = 0.85
QUICK = (
    "-q",
    "-p",
    "no:cacheprovider",
    "-p",
    "no:randomly",
    "-p",
    "no:xdist",
    "-k",
    "not postgres",
    "--timeout=60",
)

INTAKE = ("tests/bot/test_intake.py", "tests/bot/test_intake_edges.py")
SENDER = ("tests/bot/test_sender.py", "tests/bot/test_queues.py")
OUTBOX = (
    "tests/storage/test_outbox.py",
    "tests/storage/test_turns.py",
    "tests/storage/test_outbox_counts.py",
)
RIGHTS = (
    "tests/rights/test_table.py",
    "tests/rights/test_page.py",
    "tests/rights/test_verdicts.py",
    "tests/rights/test_deeds.py",
)


@dataclass(frozen=True, slots=True)
class Part:
    """A module, the tests meant for it, and how many faults are drawn: in functions, and elsewhere."""

    path: str
    tests: tuple[str, ...]
    inside: int | None = None
    elsewhere: int = 10

    @property
    def name(self) -> str:
        """As it is imported."""
        return self.path.removesuffix(".py").replace("/", ".")


PARTS = (
    Part("bot/pace.py", ("tests/bot/test_pace.py",)),
    Part("domain/policy.py", RIGHTS, elsewhere=20),
    Part("domain/deeds.py", RIGHTS),
    Part("handlers/rights.py", ("tests/rights/test_refusals.py",)),
    Part("screening/redact.py", ("tests/screening/test_redact.py", "tests/screening/test_sentences.py")),
    Part("storage/vault.py", ("tests/storage/test_vault.py",)),
    Part("storage/outbox.py", OUTBOX, inside=40),
    Part("storage/turns.py", OUTBOX, elsewhere=20),
    Part("bot/answered.py", ("tests/bot/test_answered.py",), inside=60),
    Part("bot/writing.py", INTAKE, inside=40),
    Part("bot/sender.py", SENDER, inside=40),
    Part("bot/intake.py", INTAKE, inside=40),
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one fault."""

    part: Part
    mutant: Mutant
    ended: str

    @property
    def name(self) -> str:
        """By which it is known from one version to the next: lines move."""
        return f"{self.part.path} {self.mutant.within}: {self.mutant.what}"


def drawn(part: Part, source: str) -> tuple[list[Mutant], list[Mutant]]:
    """The faults of a module that are tried: in its functions, and elsewhere."""
    able = functions(source)
    every = mutants(source)
    inside = [one for one in every if one.within in able]
    elsewhere = [one for one in every if one.within not in able]
    return _some(inside, part.inside), _some(elsewhere, part.elsewhere)


def _some(every: list[Mutant], most: int | None) -> list[Mutant]:
    if most is None or most >= len(every):
        return every
    return sorted(random.Random(SEED).sample(every, most), key=lambda one: one.line)


def copied(folder: Path) -> Path:
    """The project as it is now, in a folder of its own."""
    names = subprocess.run(
        ["git", "ls-files", "-z", "-co", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split("\0")
    for name in names:
        if name and (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, folder / name)
    return folder


def tried(part: Part, folder: Path) -> list[Outcome]:
    """Every fault of one module that is drawn."""
    path = folder / part.path
    source = path.read_text()
    inside, elsewhere = drawn(part, source)
    tests = tuple(one for one in part.tests if (folder / one).exists())
    ended = _inside(part, path, inside, tests)
    for mutant in elsewhere:
        path.write_text(mutant.source)
        ended.append(_fresh(tests))
    path.write_text(source)
    return [Outcome(part, mutant, end) for mutant, end in zip([*inside, *elsewhere], ended, strict=True)]


def _inside(part: Part, path: Path, inside: Sequence[Mutant], tests: Sequence[str]) -> list[str]:
    results = path.with_suffix(".mutants")
    results.write_text("")
    child = os.fork()
    if child == 0:
        _quiet()
        plugin = InForks(part.name, path, inside, results)
        os._exit(int(pytest.main([*QUICK, *tests], plugins=[plugin])))
    os.waitpid(child, 0)
    lines = results.read_text().splitlines()
    if len(lines) != len(inside):
        raise SystemExit(f"{part.path}: the tests ended before every fault was tried")
    return [line.split()[1] for line in lines]


def _fresh(tests: Sequence[str]) -> str:
    """With a module that is wrong from its import on."""
    child = os.fork()
    if child == 0:
        os.setsid()
        _quiet()
        os._exit(int(pytest.main([*QUICK, "-x", *tests])))
    return waited(child, 240)


def _quiet() -> None:
    sink = os.open(os.devnull, os.O_WRONLY)
    os.dup2(sink, 1)
    os.dup2(sink, 2) if not os.environ.get("MUTANTS_LOUD") else None


def told(part: Part, outcomes: Sequence[Outcome], known: dict[str, str], *, show: bool) -> tuple[int, int]:
    """One line of the table; how many were killed, and how many could be."""
    survivors = [one for one in outcomes if one.ended == SURVIVED]
    same = [one for one in survivors if one.name in known]
    killed, able = sum(one.ended == KILLED for one in outcomes), len(outcomes) - len(same)
    print(f"| {part.path} | {len(outcomes)} | {killed} | {len(same)} | {killed / able:.0%} |", flush=True)
    for one in survivors:
        if show and one.name not in known:
            print(f"    line {one.mutant.line}: {one.name}", flush=True)
    return killed, able


def main() -> None:
    """Try them, and say how many were seen; fails when a module has fewer than 85 of a hundred."""
    asked = argparse.ArgumentParser()
    asked.add_argument("modules", nargs="*")
    asked.add_argument("--show", action="store_true", help="also what survived")
    given = asked.parse_args()
    known = json.loads(EQUIVALENT.read_text())
    parts = [part for part in PARTS if part.path in given.modules or not given.modules]
    print("| module | faults | seen | no fault at all | score |\n| --- | --- | --- | --- | --- |")
    poor = []
    with tempfile.TemporaryDirectory() as name:
        folder = copied(Path(name).resolve())
        os.chdir(folder)
        sys.path[:] = [str(folder) if one in ("", str(ROOT)) else one for one in sys.path]
        for part in parts:
            killed, able = told(part, tried(part, folder), known, show=given.show)
            if killed < ENOUGH * able:
                poor.append(part.path)
    if poor:
        sys.exit(f"fewer than {ENOUGH:.0%} of the faults were seen in: {', '.join(poor)}")


if __name__ == "__main__":
    main()
