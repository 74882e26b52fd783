"""Questions of `init`: from an option when it was given, else asked, and never asked with `--yes`."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NoReturn

from rich.console import Console
from rich.prompt import Prompt

from bot.commands.tools import WrongUse

Check = Callable[[str], str]
"""Gives the answer as it will be kept; ValueError says what is wrong with it."""


def anything(answer: str) -> str:
    """No check."""
    return answer


def something(answer: str) -> str:
    """Not nothing."""
    if not answer:
        raise ValueError("this cannot be empty")
    return answer


@dataclass(frozen=True, slots=True)
class Asker:
    """Asks on the terminal, or not at all."""

    console: Console
    quiet: bool
    """`--yes`: what was not given as an option has its default."""

    def ask(
        self,
        option: str,
        given: str | None,
        question: str,
        *,
        default: str | None = None,
        check: Check = anything,
    ) -> str:
        """One answer. `option` is its name on the command line."""
        if given is not None:
            return self._checked(option, given, check)
        if self.quiet:
            return self._checked(option, default, check) if default is not None else self._needed(option)
        while True:
            try:
                return check(self._typed(question, default).strip())
            except ValueError as fault:
                self.console.print(f"  {fault}")

    def list(
        self,
        option: str,
        given: list[str] | None,
        question: str,
        *,
        default: str | None = None,
        check: Check = anything,
    ) -> list[str]:
        """Names, typed with commas between them or given as an option each."""
        joined = ",".join(given) if given else None

        def each(answer: str) -> str:
            return ",".join(check(name) for name in _split(answer)) if answer else check("")

        return _split(self.ask(option, joined, question, default=default, check=each))

    def hidden(self, question: str) -> str:
        """A secret: not shown while it is typed, and never an option."""
        if self.quiet:
            return ""
        return self._typed(question, "", hidden=self.console.is_terminal).strip()

    def _typed(self, question: str, default: str | None, *, hidden: bool = False) -> str:
        try:
            answer = Prompt.ask(
                question, console=self.console, default=default, password=hidden, show_default=bool(default)
            )
        except EOFError:
            self.console.print()
            raise WrongUse("There is nobody to ask. Give every answer as an option, with --yes.") from None
        return answer or ""

    def _checked(self, option: str, answer: str, check: Check) -> str:
        try:
            return check(answer.strip())
        except ValueError as fault:
            raise WrongUse(f"{option}: {answer!r}: {fault}.") from None

    def _needed(self, option: str) -> NoReturn:
        raise WrongUse(f"{option} is needed when nothing is asked (--yes).")


def _split(answer: str) -> list[str]:
    return [name.strip() for name in answer.split(",") if name.strip()]
