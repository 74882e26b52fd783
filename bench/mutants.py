"""How good the tests are: mutmut puts small faults in the code, one at a time, and a test has to fail.

    python -m bench.mutants                       every part
    python -m bench.mutants storage/vault.py      one of them
    python -m bench.mutants --most 0              all faults that mutmut makes, not a draw of them

Nothing is changed in the folder of the project: all happens in a copy. A fault counts as seen when a test
that is meant for that very module fails, hangs or crashes. mutmut makes faults inside functions; what a
module says outside them (tables, statements of SQL) it leaves alone.
"""

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from configparser import ConfigParser
from dataclasses import dataclass
from pathlib import Path

from mutmut.configuration import config, reset_config
from mutmut.mutation.diff_apply import get_diff_for_mutant
from mutmut.mutation.file_mutation import mutate_file_contents
from mutmut.stats import status_by_exit_code
from mutmut.utils.format_utils import get_mutant_name

ROOT = Path(__file__).resolve().parent.parent
EQUIVALENT = ROOT / "bench" / "data" / "equivalent_mutants.json"
"""Faults that are none, each with the reason: nothing that anybody can see changes."""
SEED = 6
MOST = 120
"""Of a part with more faults so many are drawn."""
ENOUGH = 0.85
UNSEEN = ("survived", "no tests")

RIGHTS = (
    "tests/rights/test_table.py",
    "tests/rights/test_page.py",
    "tests/rights/test_verdicts.py",
    "tests/rights/test_deeds.py",
)
OUTBOX = (
    "tests/storage/test_outbox.py",
    "tests/storage/test_turns.py",
    "tests/storage/test_outbox_counts.py",
)
REDACT = ("tests/screening/test_redact.py", "tests/screening/test_sentences.py")
INTAKE = ("tests/bot/test_intake.py", "tests/bot/test_intake_edges.py")

SENDER = ("tests/bot/test_sender_edges.py", "tests/bot/test_sender.py", "tests/bot/test_queues.py")

PARTS: dict[str, tuple[str, ...]] = {
    "bot/pace.py": ("tests/bot/test_pace.py",),
    "domain/policy.py": RIGHTS,
    "domain/deeds.py": RIGHTS,
    "handlers/rights.py": ("tests/rights/test_refusals.py",),
    "screening/redact.py": REDACT,
    "screening/*.py": REDACT,
    "storage/vault.py": ("tests/storage/test_vault.py",),
    "storage/outbox.py": OUTBOX,
    "storage/turns.py": OUTBOX,
    "bot/answered.py": ("tests/bot/test_answered.py",),
    "bot/writing.py": (*INTAKE, "tests/bot/test_pausing.py"),
    "bot/intake.py": INTAKE,
    "bot/sender.py": SENDER,
}
"""Modules, and the tests meant for them; quick ones, on SQLite."""
OTHERS = ("screening/held.py", "screening/redact.py")
"""Not among `screening/*.py`: what is held is no redaction, and `redact` is a part of its own."""
AT_IMPORT = ("storage.turns.x__first_of__",)
"""These run once, when their module is imported: before mutmut can put a fault in their place."""
SETTINGS = {
    "source_paths": (
        "bot",
        "bundling",
        "domain",
        "handlers",
        "locales",
        "reports",
        "scheduler",
        "screening",
        "storage",
        "web",
    ),
    "also_copy": ("docs", "ops", "tools", "bench", "config.example.toml", "README.md"),
    "pytest_add_cli_args": (
        "-p",
        "no:cacheprovider",
        "-p",
        "no:xdist",
        "-p",
        "no:unraisableexception",
        "--timeout=40",
        "-k",
        "not postgres",
    ),
    # Words of the log are for the operator; kill points do nothing in service.
    "do_not_mutate_patterns": (r"\blog\.", r"\breached\("),
}


@dataclass(frozen=True, slots=True)
class Score:
    """What became of the faults of one part."""

    part: str
    made: int
    tried: int
    unseen: tuple[str, ...]
    same: int

    @property
    def share(self) -> float:
        """Of the faults that can be seen."""
        able = self.tried - self.same
        return (able - len(self.unseen)) / able if able else 1.0

    def __str__(self) -> str:
        seen = self.tried - self.same - len(self.unseen)
        return f"| `{self.part}` | {self.made} | {self.tried} | {seen} | {self.same} | {self.share:.0%} |"


def copied(folder: Path) -> Path:
    """The project as it is now, in a folder of its own."""
    listed = ["git", "ls-files", "-z", "-co", "--exclude-standard"]
    names = subprocess.run(listed, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for name in names.split("\0"):
        if name and (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, folder / name)
    return folder


def settle(part: str) -> None:
    """Say to mutmut what it is about now, in `setup.cfg`; what it knows of another part goes."""
    shutil.rmtree("mutants", ignore_errors=True)
    about = {
        **SETTINGS,
        "only_mutate": (part,),
        "do_not_mutate": () if part in OTHERS else OTHERS,
        "pytest_add_cli_args_test_selection": PARTS[part],
    }
    written = ConfigParser(interpolation=None)
    written["mutmut"] = {name: "\n" + "\n".join(values) for name, values in about.items() if values}
    with Path("setup.cfg").open("w") as file:
        written.write(file)
    reset_config()


def faults(part: str) -> dict[str, Path]:
    """Every fault that mutmut makes in the modules of a part, by name."""
    return {
        get_mutant_name(module, name): module
        for module in sorted(Path().glob(part))
        if config().should_mutate(module)
        for name in mutate_file_contents(str(module), module.read_text()).mutant_names
        if not get_mutant_name(module, name).startswith(AT_IMPORT)
    }


def drawn(every: Sequence[str], most: int) -> list[str]:
    """These or, when they are too many, some of them; always the same ones."""
    return list(every) if not most or len(every) <= most else random.Random(SEED).sample(every, most)


def tried(part: str, most: int, known: dict[str, str], at_once: int) -> Score:
    """Try the faults of a part; mutmut writes beside its copy of each module what became of them."""
    settle(part)
    made = faults(part)
    names = drawn(list(made), most)
    command = [sys.executable, "-m", "mutmut", "run", "--max-children", str(at_once), *names]
    subprocess.run(command, check=True, stdout=sys.stderr)
    ended = {key: code for module in set(made.values()) for key, code in _kept(module).items()}
    unseen = [told(made[name], name) for name in names if status_by_exit_code[ended[name]] in UNSEEN]
    real = tuple(one for one in unseen if one not in known)
    return Score(part, len(made), len(names), real, len(unseen) - len(real))


def _kept(module: Path) -> dict[str, int | None]:
    kept: dict[str, int | None] = json.loads(Path(f"mutants/{module}.meta").read_text())["exit_code_by_key"]
    return kept


def told(module: Path, name: str) -> str:
    """A fault as it is known from one version to the next: numbers and lines move."""
    within = (
        name.rpartition(".")[2]
        .partition("__mutmut_")[0]
        .removeprefix("x_")
        .removeprefix("xǁ")
        .replace("ǁ", ".")
    )
    return f"{module} {within}: {' '.join(_changed(get_diff_for_mutant(name, path=module)))}"


def _changed(diff: str) -> Iterator[str]:
    for line in diff.splitlines():
        if line.startswith(("-", "+")) and not line.startswith(("---", "+++")):
            yield f"{line[0]} {line[1:].strip()}"


def main() -> None:
    """Try them, and say how many were seen; fails when a part has fewer than 85 of a hundred."""
    asked = argparse.ArgumentParser()
    asked.add_argument("parts", nargs="*", choices=[*PARTS, []])
    asked.add_argument("--most", type=int, default=MOST, help="faults of a part; 0 for all")
    asked.add_argument("--at-once", type=int, default=1)
    given = asked.parse_args()
    known = json.loads(EQUIVALENT.read_text())
    print("| part | faults | tried | seen | no fault at all | score |\n| --- | --- | --- | --- | --- | --- |")
    poor = []
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(copied(Path(folder).resolve()))
        for part in given.parts or PARTS:
            score = tried(part, given.most, known, given.at_once)
            print(score, *score.unseen, sep="\n    ", flush=True)
            poor += [part] if score.share < ENOUGH else []
        os.chdir(ROOT)
    if poor:
        sys.exit(f"fewer than {ENOUGH:.0%} of the faults were seen in: {', '.join(poor)}")


if __name__ == "__main__":
    main()
