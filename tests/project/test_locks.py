"""What is installed is pinned, and every file says the same about it."""

import re
import tomllib
from pathlib import Path

import pytest

from tests.project.tree import ROOT, settings

LOCKS = [
    "requirements.lock",
    "requirements-dev.lock",
    "requirements-model.lock",
    "tests/servers/synapse.lock",
]
PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*)==([^\s;\\]+)", re.MULTILINE)


def _pins(lock: str) -> dict[str, str]:
    return dict(PIN.findall((ROOT / lock).read_text(encoding="utf-8")))


def _named(requirement: str) -> tuple[str, str]:
    name, _, version = requirement.partition(";")[0].strip().partition("==")
    return re.sub(r"\[.*\]", "", name).replace(".", "-").lower(), version


def _resolved() -> dict[str, str]:
    packages = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))["package"]
    return {package["name"]: package["version"] for package in packages}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_held_to_its_hash(lock: str) -> None:
    """Each requirement names one version and at least one hash, and no other place to get it from."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    blocks = re.split(r"\n(?=\S)", text)
    assert _pins(lock)
    assert [b.split()[0] for b in blocks if PIN.match(b) and "--hash=sha256:" not in b] == []
    assert not re.search(r"https?://|--(extra-)?index-url|--find-links", text)


@pytest.mark.parametrize("group", ["dependencies", "build", "dev"])
def test_the_locks_follow_pyproject(group: str) -> None:
    """What pyproject.toml names has exactly that version in uv.lock and in the requirements."""
    project = settings()["project"]
    wanted = project["dependencies"] if group == "dependencies" else settings()["dependency-groups"][group]
    installed = _pins("requirements-dev.lock" if group == "dev" else "requirements.lock")
    for name, version in map(_named, wanted):
        assert _resolved()[name] == version, "say `make lock`"
        assert installed[name] == version, "say `make lock`"


def test_developers_run_what_users_run() -> None:
    """The lock of developers holds everything of the lock of users, in the same versions, as in uv.lock."""
    users, developers = _pins("requirements.lock"), _pins("requirements-dev.lock")
    assert users.items() <= developers.items()
    assert developers.items() <= _resolved().items()


def test_the_build_is_pinned_like_the_rest() -> None:
    """The build system that pip would fetch is the one in the lock."""
    builder = settings()["build-system"]["requires"]
    assert set(builder) <= set(settings()["dependency-groups"]["build"])


def test_the_model_is_the_pinned_one() -> None:
    """The lock of the extra holds what users run and the model, with the very wheel that was looked at."""
    (wanted,) = settings()["project"]["optional-dependencies"]["model"]
    with_model = _pins("requirements-model.lock")
    assert with_model == {**_pins("requirements.lock"), **dict([_named(wanted)])}
    wheel = "f4b89df32a0b5f7c7e16c486a1947452320c18752c9fdd5cca34ce5562cbda28"
    assert f"--hash=sha256:{wheel}" in (ROOT / "requirements-model.lock").read_text(encoding="utf-8")


def test_synapse_is_the_pinned_one() -> None:
    """The Matrix server of the tests is what its one-line list asks for."""
    name, version = _named(Path(ROOT / "tests/servers/synapse.in").read_text(encoding="utf-8").strip())
    assert _pins("tests/servers/synapse.lock")[name] == version
