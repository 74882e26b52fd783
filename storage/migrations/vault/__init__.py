"""The history of the vault."""
