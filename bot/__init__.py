"""Messages in and out; the program starts here (`bot/__main__.py`).

`chat.py` is the port, one module per platform behind it. `intake.py` takes an event through a pure step
of `handlers` into one transaction; `sender.py` empties the outbox; `texts.py` makes words.
"""
