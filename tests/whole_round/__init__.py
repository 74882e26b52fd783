"""One whole round through the real program, as a process of its own, on each platform.

`story.py` tells the round once; `on_telegram.py`, `on_matrix.py` and `on_local.py` are the phones of each
platform; `house.py` is the process under test, `lives.py` starts and kills it.
"""
