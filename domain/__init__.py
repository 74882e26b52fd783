"""The nouns and rules of the cycle: collect, choose, act, report back.

Imports nothing of ours, does no I/O and keeps no time: every moment is an argument. All other rooms
speak in these terms; where a message goes next is decided in `handlers`.
"""
