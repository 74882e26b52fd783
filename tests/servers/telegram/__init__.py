"""Our own Telegram for tests: the Bot API over real HTTP, with people who talk to the bot.

`server.py` is where a test begins. What a person does stands in `people.py` and `groups.py`, what every
person saw in `world.py`, what can go wrong in `faults.py` and `limits.py`. The methods of the Bot API
are in `sending.py`, `media.py`, `editing.py` and `account.py`; `updates.py` is the queue of the bot.
"""
