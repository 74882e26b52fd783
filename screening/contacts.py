"""Where somebody can be found on the internet: mail, links and names of accounts."""

import re
from collections.abc import Iterator
from itertools import chain

from screening.spans import Kind, Span, matches

_AT = r"(?: ?@ ?|\(at\)|\[at\]| \(at\) | at (?=\S+(?:\.| dot | punt )[a-z]{2,}\b)| ?apenstaartje ?)"
_EMAIL = re.compile(
    rf"(?<![\w.+-])[^\W_](?:[\w.+-]*[\w+-])?{_AT}\w[\w-]*(?:(?: ?\.| punt | dot )[\w-]+)*(?:\.| punt | dot )[^\W\d_]{{2,}}"
)
_ENDS = (
    "nl|com|org|net|eu|be|info|io|example|tv|app|online|site|shop|pl|ua|tr|ma|uk|edu|gov|amsterdam|frl|gg|link|page|club|"
    "dev|biz|email|chat|blog"
)
_SHORT_ENDS = "de|nu|me|be|to|ly|gl|fr|es|it|us|in|cc|ee|ai|co|gd|id"
_HOST = r"(?<![\w@.])[a-z\d][a-z\d-]*(?:\.[a-z\d-]+)*"
_URL = re.compile(
    rf"(?<!\w)https?:/{{1,2}}\S+|(?<!\w)www\.\S+|{_HOST}\.(?:{_ENDS})(?![\w.-]*@)(?:[/?#]\S*|\b(?!\.\w))"
    rf"|{_HOST}\.(?:{_SHORT_ENDS})/\S+"
)
_HANDLE = re.compile(r"(?<![\w.@/])@[^\W\d]?[\w.]{1,40}\w")
_NAMED = re.compile(
    r"\b(?:insta(?:gram)?|snap(?:chat)?|tiktok|twitter|telegram|discord|facebook|signal)(?:[ :]+(?:is|naam|heet ik|als))*[ :]{1,3}"
    r"(?=\S*[_\d])([a-z][\w.]{3,40})"
)
_TAIL = ".,;:!?)]}'\"»”"


def contacts(small: str) -> Iterator[Span]:
    """Every address of mail, link and account; signs that end a sentence stay."""
    return chain(
        matches(_EMAIL, small, Kind.EMAIL),
        (_without_tail(small, span) for span in matches(_URL, small, Kind.URL)),
        matches(_HANDLE, small, Kind.HANDLE),
        matches(_NAMED, small, Kind.HANDLE, (1,)),
    )


def _without_tail(small: str, span: Span) -> Span:
    said = small[span.start : span.end]
    return span._replace(end=span.start + len(said.rstrip(_TAIL)))
