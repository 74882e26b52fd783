"""What to answer: pure functions, `route.step(situation, heard) -> Turn`.

One module per conversation. A handler knows what stands in its `Situation` and fetches nothing; what
it returns is done by `bot/intake.py` in one transaction: state, messages to the outbox, events to the store.

- For all: `route`, `turn`, `states`; `sentences`, `moments` and `places` read what was typed.
- Residents: `arrival`, `welcome`, `joining`, `resident`, `receipts`, `effect`, `privacy`, `disclosing`,
  `rules`, `quiet`, `danger`.
- Who logs for others: `professional`, `volunteer`.
- Before the report: `coordinator`, `sorting`, `cards`, `held`, `pictures`, `quotes`.
- The meeting: `partnership` leads to `agenda`, `table`, `answering`, `planning`, `reasons`, `changing` and
  `scoring`.
- Acting: `owner`, `action_list`, `reminders`; `fast_lane`, `small_requests`; `practice`.
- Telling: `expert`, `reading`, `speaking`; `retelling`, `promises`.
- Rights: `rights` asks the table, `ways` says what leads to what; `who` looks up who reported.
- Agreements: `agreeing`, `agreements`, `folder`.
"""
