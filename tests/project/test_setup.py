"""Setting up on a machine where something is missing says what to do, and leaves nothing half made."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.project.tree import ROOT


class Machine:
    """A machine that has only the programs it is given."""

    def __init__(self, folder: Path) -> None:
        self.programs = folder / "programs"
        self.programs.mkdir()
        self.venv = folder / "venv"
        for name in ("bash", "cat", "env", "dirname"):
            (self.programs / name).symlink_to(shutil.which(name) or pytest.fail(f"no {name} here"))

    def has(self, program: str, script: str) -> None:
        """Give it a program of our own making."""
        path = self.programs / program
        path.write_text(f"#!{self.programs / 'bash'}\n{script}\n", encoding="utf-8")
        path.chmod(0o755)

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run a script of tools/ on it."""
        environment = {"PATH": str(self.programs), "LC_ALL": "C"}
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, cwd=ROOT)

    def make_environment(self) -> subprocess.CompletedProcess[str]:
        """Run what `make demo` runs first."""
        return self.run("tools/venv.sh", str(self.venv), "requirements.lock")


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A machine with a shell and little else."""
    return Machine(tmp_path)


def test_without_python_it_says_which_to_install(machine: Machine) -> None:
    """No python3: the words name the versions and the package of Debian."""
    done = machine.make_environment()
    assert done.returncode == 1
    assert "Install Python 3.11" in done.stderr


@pytest.mark.parametrize("version", ["2.7", "3.9", "3.10", "3.14"])
def test_a_python_of_another_version_is_named(machine: Machine, version: str) -> None:
    """A Python that is too old or too new is refused with its version, before anything is made."""
    machine.has("python3", f"echo {version}")
    done = machine.make_environment()
    assert done.returncode == 1
    assert f"is Python {version}" in done.stderr
    assert "PYTHON=" in done.stderr
    assert not machine.venv.exists()


def test_without_venv_it_says_which_package_is_missing(machine: Machine) -> None:
    """Debian's python3 without python3-venv: the words name the package."""
    machine.has("python3", 'case "$2" in *ensurepip*) exit 1 ;; *) echo 3.11 ;; esac')
    done = machine.make_environment()
    assert done.returncode == 1
    assert "apt-get install python3-venv" in done.stderr


def test_without_chromium_and_root_it_says_how_to_get_it(machine: Machine) -> None:
    """The tests' own programs are not skipped silently: who is not root reads what to install."""
    machine.has("id", "echo 1000")
    machine.has("apt-get", "exit 3")
    done = machine.run("tools/system.sh")
    assert done.returncode == 1
    assert "chromium" in done.stderr
    assert "sudo apt-get install" in done.stderr


def test_a_failed_installation_is_not_taken_for_a_good_one(machine: Machine) -> None:
    """As root, when apt-get fails, so does the target."""
    machine.has("id", "echo 0")
    machine.has("apt-get", "exit 100")
    assert machine.run("tools/system.sh").returncode == 100


def test_all_is_well_when_all_is_there() -> None:
    """On the machine that runs the tests nothing is missing, and nothing is said."""
    done = subprocess.run(
        ["tools/system.sh"], env=dict(os.environ), capture_output=True, check=False, cwd=ROOT
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_ci_is_what_anybody_runs() -> None:
    """`.ci/run` calls `make test` and knows nothing more."""
    lines = (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()
    commands = [line for line in lines if line and not line.startswith(("#", "set ", "cd "))]
    assert commands == ["make test"]
