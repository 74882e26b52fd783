"""What is kept: all SQL of the service, one module per group of tables.

Two stores: the wijk's own (`schema`), which knows people by a key only, and the vault (`vault.py`), which
maps that key to an address. Imports `domain` only. What a turn changed comes in through `apply.py`, in the
transaction of that turn; what has to be said waits in `outbox.py` for the sender.

- The store itself: `engine`, `sqlite`, `faults`, `locks`, `migrate`, `schema`, `columns`, `codec`, `states`,
  `points`.
- How long, and out for good: `retention`, `periods`, `keeping`; `privacy`, `disclosure`, `erasure`,
  `rewriting`, `journal`, `settling`, `leavers`; `pauses`.
- Backups: `backup`, `archive`, `postgres`; `restoring`, `restored`, `aside`.
- In and out: `apply`, `inbox`, `conversations`, `buttons`, `cards`, `outbox`, `turns`, `waiting`, `mail`,
  `vault`, `account`.
- People and what they say: `people`, `invitations`, `strangers`, `crowds`, `wrote`, `who_reported`, `quiet`,
  `contact`; `signals`, `photos`, `imports`,
  `links`, `continuing`, `vectors`, `held`, `counting`, `quotes`.
- A round: `rounds`, `sorting`, `reports`.
- The meeting and acting: `meetings`, `decisions`, `closing`; `acting`, `actions`, `fast_lane`, `practice`,
  `noticing`.
- Telling: `feedback`, `spoken`, `owed`, `updates`, `telling`; `promises`, `debts`, `ledger`.
- The wijk: `agreements`, `folder`, `calendar_entries`.
"""
