"""Writes the list of everything that the service is made of (CycloneDX), the same for the same lock.

    python -m tools.sbom build/sbom.json

The packages, their versions and hashes come from uv.lock, which requirements.lock is made of too.
"""

import json
import subprocess
import sys
import uuid
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
EXPORT = ("export", "--quiet", "--frozen", "--no-default-groups", "--group", "build")
KIND = ("--format", "cyclonedx1.5", "--preview-features", "sbom-export")
NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "wijksignaal")


def listed() -> dict[str, Any]:
    """The list. Its number is made of its content and its moment is left out, so that it stays the same."""
    uv = Path(sys.executable).with_name("uv")
    told = subprocess.run([uv, *EXPORT, *KIND], cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603 - ours
    found: dict[str, Any] = json.loads(told.stdout)
    del found["metadata"]["timestamp"], found["serialNumber"]
    number = uuid.uuid5(NAMESPACE, json.dumps(found, sort_keys=True))
    return {"serialNumber": f"urn:uuid:{number}", **found}


if __name__ == "__main__":
    out = Path(sys.argv[1])
    out.parent.mkdir(exist_ok=True)
    out.write_text(json.dumps(listed(), indent=2) + "\n", encoding="utf-8")
