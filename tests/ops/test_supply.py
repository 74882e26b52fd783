"""What the service is made of is listed whole; an audit that could not look never says that all is well."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.project.tree import ROOT
from tools.audit import HOLES, NOT_LOOKED, WELL, verdict
from tools.sbom import listed

LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
CLEAN = {"name": "uvicorn", "version": "0.54.0", "vulns": []}
HOLED = {"name": "idna", "version": "3.3", "vulns": [{"id": "CVE-2024-3651", "fix_versions": ["3.7"]}]}
UNKNOWN = {"name": "segno", "skip_reason": "not found"}


def test_the_list_is_the_lock() -> None:
    """Every package of requirements.lock with its version and its hashes, and no other; twice the same."""
    found = listed()
    packages = {f"{one['name']}=={one['version']}": one for one in found["components"]}
    assert set(packages) == set(re.findall(r"^(\S+==\S+)", LOCK, re.MULTILINE))
    hashes = {
        one["content"]
        for package in packages.values()
        for place in package["externalReferences"]
        for one in place["hashes"]
    }
    assert hashes == set(re.findall(r"sha256:([0-9a-f]{64})", LOCK))
    assert listed() == found
    assert found["metadata"]["component"]["name"] == "wijksignaal"


def test_the_list_is_written(tmp_path: Path) -> None:
    """`make sbom` writes it as a file that says what it is."""
    out = tmp_path / "build/sbom.json"
    subprocess.run([sys.executable, "-m", "tools.sbom", out], cwd=ROOT, check=True)
    assert '"bomFormat": "CycloneDX"' in out.read_text()


@pytest.mark.parametrize(
    ("answers", "code", "said"),
    [
        ([[CLEAN]], WELL, "no known hole in 1 packages"),
        ([[CLEAN, HOLED]], HOLES, "idna 3.3: CVE-2024-3651, mended in 3.7"),
        ([None, [HOLED]], HOLES, "idna 3.3"),
        ([[UNKNOWN], [CLEAN]], WELL, "no known hole"),
        ([[UNKNOWN], None], NOT_LOOKED, "NOT LOOKED: no advisory service"),
        ([[CLEAN, UNKNOWN]], NOT_LOOKED, "NOT LOOKED at 1 packages: segno"),
        ([None, None], NOT_LOOKED, "NOT LOOKED"),
    ],
)
def test_the_verdict_of_the_audit(
    answers: list[list[dict[str, object]] | None], code: int, said: str
) -> None:
    """Holes fail; packages that nobody knows, or no answer at all, are never called well."""
    given = [None if packages is None else {"dependencies": packages} for packages in answers]
    found, lines = verdict(given)
    assert found == code
    assert lines[0].startswith(said)
