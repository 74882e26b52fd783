"""The cycle as a model: what may happen in a wijk, by chance and on one seed, against the promises.

`world.py` is the house and everything around it, `rules.py` what happens, `promises.py` what must hold after
each step, `dump.py` what is compared between the engines.
"""
