"""The command line: `build(tools)` gives the typer application that `bot/__main__.py` starts."""

from typing import Any

import typer
from typer.core import TyperGroup

from bot.commands import (
    auditing,
    backing_up,
    bundling,
    calendar,
    checking,
    folder,
    health,
    importing,
    inviting,
    keeping,
    ledger,
    models,
    pausing,
    reporting,
    roles,
    rounds,
    screening,
    serving,
    setting_up,
    telling,
    who,
)
from bot.commands.tools import FAILED, IN_USE, WRONG_USE, Complaint, Tools
from bot.config import ConfigError
from storage.locks import StoreInUse

__all__ = ["Tools", "build"]

HELP = """Wijksignaal: residents say in one message what happens in their wijk, and always hear what was done.

\b
A first look, without any account:   wijksignaal demo
A service of your own:               wijksignaal init /srv/wijksignaal
"""


class _Plain(TyperGroup):
    """Faults that somebody can mend end in one plain line each, never in a traceback."""

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401 - typer gives the context of whatever click it carries
        try:
            return super().invoke(ctx)
        except Complaint as fault:
            raise _ended(fault.code, *fault.lines) from fault
        except ConfigError as fault:
            raise _ended(WRONG_USE, *fault.mistakes) from fault
        except StoreInUse as fault:
            raise _ended(IN_USE, f"{fault}. Stop that one first.") from fault
        except BrokenPipeError:
            raise
        except OSError as fault:
            where = f"{fault.filename}: " if fault.filename else ""
            raise _ended(FAILED, f"{where}{fault.strerror or fault}.") from fault


def _ended(code: int, *lines: str) -> typer.Exit:
    for line in lines:
        typer.echo(line, err=True)
    return typer.Exit(code)


def build(tools: Tools) -> typer.Typer:
    """All commands. Every help is plain text, so that it reads well in any terminal and in a file."""
    plain: dict[str, Any] = {
        "cls": _Plain,
        "rich_markup_mode": None,
        "pretty_exceptions_enable": False,
        "no_args_is_help": True,
        "context_settings": {"obj": tools, "help_option_names": ["-h", "--help"]},
    }
    app = typer.Typer(name="wijksignaal", help=HELP, add_completion=False, **plain)
    app.command("demo")(serving.demo)
    app.command("run")(serving.run)
    app.command("init")(setting_up.init)
    app.command("check")(checking.check)
    app.command("invite")(inviting.invite)
    turn = typer.Typer(help="Look at a round of a wijk, or close it.", **plain)
    turn.command("show")(rounds.show)
    turn.command("close")(rounds.close)
    app.add_typer(turn, name="round")
    model = typer.Typer(help="Look at the language model, when there is one.", **plain)
    model.command("show")(models.show)
    model.command("check")(models.check)
    model.command("embed")(models.embed)
    app.add_typer(model, name="model")
    app.command("calendar")(calendar.calendar)
    app.command("report")(reporting.report)
    app.command("feedback")(telling.feedback)
    app.command("poster")(telling.poster_)
    app.command("folder")(folder.folder)
    app.command("ledger")(ledger.ledger)
    app.command("bundle")(bundling.bundle)
    app.command("screen")(screening.screen)
    app.command("import")(importing.import_)
    _add_rights(app, plain)
    _add_care(app)
    return app


def _add_rights(app: typer.Typer, plain: dict[str, Any]) -> None:
    """Who may do what, and who did what."""
    role = typer.Typer(help="Look at the roles of a wijk, or withdraw one.", **plain)
    role.command("list")(roles.listed)
    role.command("withdraw")(roles.withdraw)
    app.add_typer(role, name="role")
    looking = typer.Typer(help="Look up who reported a signal: two people, once.", **plain)
    looking.command("list")(who.listed)
    looking.command("agree")(who.agree)
    looking.command("show")(who.show)
    app.add_typer(looking, name="who")
    app.command("audit")(auditing.audit)


def _add_care(app: typer.Typer) -> None:
    """What keeps a service well."""
    app.command("backup")(backing_up.backup_)
    app.command("restore")(backing_up.restore)
    app.command("wipe")(keeping.wipe)
    app.command("retention")(keeping.retention_)
    app.command("pause")(pausing.pause)
    app.command("resume")(pausing.resume)
    app.command("health")(health.health)
