"""Writes the inventory of docs/dpia.md from the schema: per period what is kept of people, in Dutch."""

import re
from pathlib import Path

from sqlalchemy import Table

from storage import schema, vault
from storage.columns import Retention, Words

PAGE = Path(__file__).parents[1] / "docs/dpia.md"
BLOCK = re.compile(r"(<!-- drawn: inventory -->\n).*?(<!-- until here -->)", re.DOTALL)
PERIODS = {
    Retention.WORDS: "woorden: tot 90 dagen na het sluiten van de ronde, hooguit 12 maanden",
    Retention.PERSON: "deelname: tot `wissen`, hooguit 2 jaar na het laatste bericht of het eind van een rol",
    Retention.SENT: "berichten: 7 dagen, en 90 dagen als ze wachten",
    Retention.DEDUP: "nummers van berichten, en wat niet te lezen was: 30 dagen",
    Retention.AUDIT: "wie wat deed: 12 maanden",
    Retention.COUNTS: "aantallen, besluiten en verslagen: 5 jaar",
    Retention.SERVICE: "de dienst zelf: zolang die draait",
}


def inventory() -> str:
    """The table: the codes of people and the words in each class."""
    tables = [*schema.metadata.sorted_tables, vault.addresses]
    lines = [
        "| wat, en hoe lang | met een code van een persoon | met woorden van mensen, zonder code |",
        "| --- | --- | --- |",
    ]
    for kept, said in PERIODS.items():
        here = sorted((one for one in tables if one.info["retention"] is kept), key=lambda one: one.name)
        people = [one.name for one in here if _names_somebody(one)]
        words = [one.name for one in here if one.name not in people and _has_words(one)]
        lines.append(f"| {said} | {_listed(people)} | {_listed(words)} |")
    return "\n".join(lines)


def page() -> str:
    """The whole page with its inventory as the schema has it now."""
    text = PAGE.read_text(encoding="utf-8")
    return BLOCK.sub(lambda found: f"{found[1]}{inventory()}\n{found[2]}", text)


def _names_somebody(table: Table) -> bool:
    return any("wipe" in column.info for column in table.columns)


def _has_words(table: Table) -> bool:
    return any(isinstance(column.type, Words) for column in table.columns)


def _listed(names: list[str]) -> str:
    return ", ".join(f"`{name}`" for name in names) or "-"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
