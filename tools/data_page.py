"""Writes docs/data.md from the schema: what is kept, how long, and what `wissen` does with it."""

from pathlib import Path

from sqlalchemy import Column, Table

from storage import schema, vault
from storage.columns import Retention, Wipe

PAGE = Path(__file__).parents[1] / "docs/data.md"
HEAD = """\
# What is kept

Written from the schema by `make format`; change the schema, not this page.

Two stores. The **wijk's store** knows people by a key only: an HMAC of platform and user id, made with a
secret that stands in neither store. The **vault** maps that key to the address to write to. No names,
usernames or phone numbers are stored in either.
"""
PERIODS = {
    Retention.WORDS: "Words are kept until 90 days after their round closed, and 12 months at most.",
    Retention.COUNTS: "Counts, decisions and reports are kept for 5 years.",
    Retention.SENT: "Sent texts and buttons are kept for 7 days, and 90 days where they wait.",
    Retention.DEDUP: "Ids of events are kept for 30 days.",
    Retention.AUDIT: "Who did what, by role, is kept for 12 months.",
    Retention.PERSON: "As long as somebody takes part; gone with `wissen`.",
    Retention.SERVICE: "Nothing of people; kept as long as the service runs.",
}
WIPED = {Wipe.ROW: "the row goes", Wipe.BLANK: "the key goes"}


def page() -> str:
    """The whole page."""
    parts = [HEAD, "## How long\n", *(f"- `{name}`: {said}" for name, said in PERIODS.items()), ""]
    parts += ["## The wijk's store\n", *_overview(list(schema.metadata.sorted_tables))]
    parts += ["## The vault\n", *_overview([vault.addresses])]
    return "\n".join(parts)


def _overview(tables: list[Table]) -> list[str]:
    lines = ["| table | holds | kept | columns | with `wissen` |", "| --- | --- | --- | --- | --- |"]
    return [*lines, *(_line(table) for table in sorted(tables, key=lambda table: table.name)), ""]


def _line(table: Table) -> str:
    columns = ", ".join(f"`{column.name}`" for column in table.columns)
    info = table.info
    return f"| `{table.name}` | {info['holds']} | `{info['retention']}` | {columns} | {_wiped(table)} |"


def _wiped(table: Table) -> str:
    people = [f"`{column.name}`: {WIPED[column.info['wipe']]}" for column in table.columns if _names(column)]
    hangs = any(key.column.table.name == "signals" for key in table.foreign_keys)
    return "; ".join([*people, *(["goes with its signal"] if hangs else [])]) or "-"


def _names(column: Column[object]) -> bool:
    return "wipe" in column.info


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
