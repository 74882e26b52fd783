"""What may not be shown of somebody's words, and which words wait for a person: the screening of a text.

It only computes, from rules and from lists that are packaged with it, and may import `domain` only. Quotes go
through `redact` before anybody sees them; the intake asks `held` whether the coordinator reads first.
"""
