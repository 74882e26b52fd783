"""What the operator types: one module per command; `bot/command_line.py` puts them together.

A command reads settings, opens the store, does one thing and says in plain lines how it went. It may import
every room, but not the command line itself. Words for the operator are English and stand here.
"""
