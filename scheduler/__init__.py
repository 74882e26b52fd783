"""What is due: rounds that end, promises that fall due, reminders, old words that go.

`calendar.py` is pure and says what is due at a moment, given what the data say was done; `ticks.py` asks
and does one unit at a time. Nothing here remembers a timer, so a machine that slept catches up, once.
"""
