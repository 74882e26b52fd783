"""A round as chat text, PDF, picture, plain text and data, and the QR code that leads to the bot.

Pure: a `domain.report.RoundReport` and the words of a reader come in, text or bytes go out. It imports
`domain` only; who gets a report is decided in `scheduler` and `handlers`, sending is done in `bot`.
"""
