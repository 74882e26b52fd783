"""Telegram: the only package that knows it.

`account.py` is the chat (`bot/chat.py`); `updates.py` reads what comes in, `outcomes.py` sorts how sending
ends, `polling.py` fetches, `layout.py` cuts texts and lays out buttons, `wire.py` carries the requests.
Of the library only its types and `telegram.Bot` are used: its own loops acknowledge before we kept anything.
"""
