"""What is kept: all SQL of the service, one module per group of tables.

Two stores: the wijk's own (`schema`), which knows people by a key only, and the vault (`vault.py`), which
maps that key to an address. Imports `domain` only. What a turn changed comes in through `apply.py`, in the
transaction of that turn; what has to be said waits in `outbox.py` for the sender.
"""
