"""Pages over HTTP: the phones of the demo, health, and what the program hangs beside it.

Knows the rest of the house only by the protocols in `web/stage.py`; `bot/__main__.py` puts it together. A tap
on a page goes to the local platform, and from there to the bot like a message of any other platform.
"""
