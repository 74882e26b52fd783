"""Running tests against mutants: in the middle of a session of pytest, in a fork of it for each mutant.

All tests run once as they are. That tells which tests reach which line, and how long each takes. Then, for
each mutant, a fork of that very process puts the faulty code in the place of the right one and runs the tests
that reach it, the quick ones first.
"""

import ast
import inspect
import os
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import CodeType, FunctionType

import coverage
import pytest
from _pytest.runner import runtestprotocol

from bench.mutating import Mutant

MOST_SECONDS = 8.0
"""Tests of so many seconds together, as they took without a fault, are run for one mutant."""
PATIENCE = 8
"""So many times as long may they take with it; one that hangs is found out."""
KILLED, SURVIVED = "killed", "survived"


def waited(child: int, seconds: float) -> str:
    """How a fork that runs tests ended: a test that fails, or hangs, has seen the fault."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return SURVIVED if os.waitstatus_to_exitcode(status) == 0 else KILLED
        time.sleep(0.01)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return KILLED


@dataclass
class InForks:
    """A plugin of pytest: what became of each mutant that stands in a function."""

    name: str
    path: Path
    mutants: Sequence[Mutant]
    results: Path
    took: dict[str, float] = field(default_factory=dict)
    reach: dict[int, list[str]] = field(default_factory=dict)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """In the place of the usual loop."""
        self._as_it_is(session)
        items = {item.nodeid: item for item in session.items}
        for at, mutant in enumerate(self.mutants):
            with self.results.open("a") as results:
                results.write(f"{at} {self._one(session, items, mutant)}\n")
        return True

    def _as_it_is(self, session: pytest.Session) -> None:
        tracer = coverage.Coverage(data_file=None, include=[str(self.path)], config_file=False)
        tracer.start()
        for item in session.items:
            tracer.switch_context(item.nodeid)
            session._setupstate.teardown_exact(item)  # noqa: SLF001
            reports = _run(item)
            if all(not one.failed for one in reports):
                self.took[item.nodeid] = sum(one.duration for one in reports)
            else:
                print("fails as it is:", item.nodeid, file=sys.__stderr__)
        tracer.stop()
        self.reach = tracer.get_data().contexts_by_lineno(str(self.path))

    def _tests(self, mutant: Mutant) -> list[str]:
        ids = {one for line in range(mutant.line, mutant.end + 1) for one in self.reach.get(line, ())}
        return within_seconds(ids & set(self.took), self.took)

    def _one(self, session: pytest.Session, items: dict[str, pytest.Item], mutant: Mutant) -> str:
        chosen = self._tests(mutant)
        child = os.fork()
        if child == 0:
            os.setsid()
            self._in_fork(session, [items[one] for one in chosen], mutant)
        return waited(child, 10 + PATIENCE * sum(self.took[one] for one in chosen))

    def _in_fork(self, session: pytest.Session, items: Sequence[pytest.Item], mutant: Mutant) -> None:
        failed = True
        try:
            put_in_place(self.name, mutant)
            failed = any(_fails(session, item) for item in items)
        finally:
            os._exit(1 if failed else 0)


def within_seconds(ids: set[str], took: dict[str, float]) -> list[str]:
    """The quick ones first, as many as the time allows."""
    chosen: list[str] = []
    spent = 0.0
    for one in sorted(ids, key=lambda one: (took[one], one)):
        spent += took[one]
        if chosen and spent > MOST_SECONDS:
            break
        chosen.append(one)
    return chosen


def _fails(session: pytest.Session, item: pytest.Item) -> bool:
    session._setupstate.teardown_exact(item)  # noqa: SLF001
    return any(one.failed for one in _run(item))


def _run(item: pytest.Item) -> list[pytest.TestReport]:
    """Its own fixtures end here: a fork that inherits an open store, without its thread, would hang."""
    return runtestprotocol(item, log=False, nextitem=item.parent)  # type: ignore[arg-type]


def put_in_place(name: str, mutant: Mutant) -> None:
    """The code of one function, in every place that has it already."""
    found: object = sys.modules[name]
    for part in mutant.within.split("."):
        found = inspect.getattr_static(found, part)
    if isinstance(found, property):
        found = found.fget
    function = inspect.unwrap(found)  # type: ignore[arg-type]
    if not isinstance(function, FunctionType):
        raise TypeError(f"{mutant.within} is no function")
    function.__code__ = _code(compile(mutant.tree, name, "exec"), mutant.within.split("."))


def _code(code: CodeType, parts: Sequence[str]) -> CodeType:
    for part in parts:
        code = next(one for one in _inner(code) if one.co_name == part)
    return code


def _inner(code: CodeType) -> Iterator[CodeType]:
    return (one for one in code.co_consts if isinstance(one, CodeType))


def functions(source: str) -> set[str]:
    """The functions of a module, and the methods of its classes, whose code can be put in place."""

    def within(body: Sequence[ast.stmt], before: str) -> Iterator[str]:
        for node in body:
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield before + node.name
            elif isinstance(node, ast.ClassDef):
                yield from within(node.body, f"{before}{node.name}.")

    return set(within(ast.parse(source).body, ""))
