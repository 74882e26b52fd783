"""Real servers for tests: PostgreSQL, Synapse, and one that speaks like the Bot API of Telegram."""
