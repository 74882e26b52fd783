"""Looks for known holes in the packages of the service, and says plainly when it could not look.

    python -m tools.audit [--ci]

Ends with 0 when every package was looked up and none has a hole, 1 with the holes, 3 when it could not look.
With --ci not being able to look is said, and is no failure: a service that is away says nothing of the code.
(pip-audit alone ends well then too, and says that there are no holes: it counts only what it could ask.)
"""

import json
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
WELL, HOLES, NOT_LOOKED = 0, 1, 3
SERVICES = ("pypi", "osv")
ASK = ("--disable-pip", "--require-hashes", "--progress-spinner=off", "--timeout=5", "--format=json")


@dataclass(frozen=True, slots=True)
class Findings:
    """What a service said: package and hole, and which packages it does not know."""

    holes: tuple[str, ...]
    unknown: tuple[str, ...]
    known: int


def findings(answer: Mapping[str, Any]) -> Findings:
    """The answer of pip-audit, sorted."""
    packages = answer["dependencies"]
    holes = [
        f"{one['name']} {one['version']}: {hole['id']}, mended in {', '.join(hole['fix_versions']) or '?'}"
        for one in packages
        for hole in one.get("vulns", ())
    ]
    unknown = [one["name"] for one in packages if "skip_reason" in one]
    return Findings(tuple(holes), tuple(unknown), len(packages) - len(unknown))


def verdict(answers: Iterable[Mapping[str, Any] | None]) -> tuple[int, list[str]]:
    """The exit code and what to say, from the first service that knew anything; None did not answer."""
    for answer in answers:
        found = findings(answer) if answer else None
        if found is None or not found.known:
            continue
        if found.holes:
            return HOLES, list(found.holes)
        if found.unknown:
            return NOT_LOOKED, [f"NOT LOOKED at {len(found.unknown)} packages: {', '.join(found.unknown)}"]
        return WELL, [f"no known hole in {found.known} packages"]
    return NOT_LOOKED, [
        "NOT LOOKED: no advisory service can be reached from here. Say `make audit` where one can."
    ]


def asked(service: str) -> dict[str, Any] | None:
    """What pip-audit has to say of requirements.lock; None when the service does not answer."""
    command = [str(Path(sys.executable).with_name("pip-audit")), "--vulnerability-service", service, *ASK]
    said = subprocess.run(  # noqa: S603 - a program of the development packages
        [*command, "--requirement", str(ROOT / "requirements.lock")],
        capture_output=True,
        text=True,
        check=False,
    )
    try:
        answer: dict[str, Any] = json.loads(said.stdout)
    except ValueError:
        return None
    return answer


if __name__ == "__main__":
    code, lines = verdict(map(asked, SERVICES))
    print(*(f"audit: {line}" for line in lines), sep="\n")
    sys.exit(WELL if code == NOT_LOOKED and "--ci" in sys.argv else code)
