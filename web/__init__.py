"""Pages over HTTP: the phones of the demo, the report and the page of a wijk, health.

Knows who makes the pages by protocols only (`stage.py`, `wijk.py`); `bot/__main__.py` puts it together. A tap
on a page goes to the local platform, and from there to the bot like a message of any other platform.
"""
