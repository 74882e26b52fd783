"""A language model that says what texts mean: optional, apart from the service, and never waited for long.

`encoder.py` is the one interface. `process.py` runs a model of this machine in a process of its own
(`worker.py`), without network and without files; `endpoint.py` asks a server of the operator. `meaning.py`
reads signals beside the intake and keeps what came out. Without a model nothing of this runs.
"""
