"""The long tests: the real process killed again and again, and power that fails, while people go on talking.

`python -m tests.endure.kills` and `python -m tests.endure.power` run as long as one wants; the tests here are
short runs of the same.
"""
