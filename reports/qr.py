"""QR codes: an invitation, a poster, the link to the bot."""

import io

import segno

MODULE = 10
"""Pixels of one small square: a code of a usual link is about 400 pixels wide, good on every phone."""


def qr_png(url: str) -> bytes:
    """A black and white PNG with the quiet border that the standard asks for."""
    out = io.BytesIO()
    segno.make_qr(url, error="m").save(out, kind="png", scale=MODULE, border=4)
    return out.getvalue()


def qr_svg(url: str) -> str:
    """The same code as lines, sharp at any size, black on white also in the dark."""
    code = segno.make_qr(url, error="m")
    return str(code.svg_inline(border=4, dark="#000", light="#fff", omitsize=True, svgclass="qr"))
