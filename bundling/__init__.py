"""From short texts to ranked topics with a title and a reason: pure, without a model, the same every time.

`bundle.py` walks the whole way, `near.py` answers "is it one of these?", `rows.py` serves the command,
`beside.py` lets it be done while people are answered;
the pieces (text, similarity, clusters, ranking, titles) know nothing of each other's inside.
Imports domain only.
"""
