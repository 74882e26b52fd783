"""`gegevens`: everything that is kept of a person, out of both stores."""

from typing import Any

from domain.messages import PersonKey
from storage import privacy, vault
from storage.engine import Store


async def everything_of(store: Store, person: PersonKey) -> dict[str, list[dict[str, Any]]]:
    """By table, fit for JSON; nothing of anybody else."""
    async with store.read() as connection:
        kept = await privacy.everything_of(connection, person)
    async with store.vault_begin() as safe:
        address = await vault.of(safe, person)
    return {**kept, vault.addresses.name: [] if address is None else [address]}
