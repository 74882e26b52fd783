"""What to answer: pure functions, `route.step(situation, heard) -> Turn`.

One module per conversation. A handler knows what stands in its `Situation` and fetches nothing; what
it returns is done by `bot/intake.py` in one transaction: state, messages to the outbox, events to the store.
"""
