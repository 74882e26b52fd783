"""Dates of birth: a whole date of long ago, or a date beside a word that says so."""

import re
from collections.abc import Iterator
from itertools import chain

from screening.spans import Kind, Span, matches

_MONTH = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|mrt|maart|apr(?:il)?|mei|jun[ie]?|jul[iy]?|aug(?:ustus|ust)?|sep(?:t(?:ember)?)?|"
    r"o[kc]t(?:ober)?|nov(?:ember)?|dec(?:ember)?|january|february|march|may|ocak|subat|mart|nisan|mayis|haziran|temmuz|agustos|"
    r"eylul|ekim|kasim|aralik|stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|wrzesnia|pazdziernika|listopada|"
    r"grudnia|січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня|يناير|فبراير|مارس|"
    r"ابريل|أبريل|مايو|يونيو|يوليو|أغسطس|غشت|سبتمبر|أكتوبر|نوفمبر|ديسمبر)"
)
_NUMERIC = r"(?<!\d)\d{1,2} ?[-/.] ?\d{1,2} ?[-/.] ?(?:\d{4}|\d{2})(?!\d)"
_TURNED = r"(?<!\d)(?:19|20)\d{2}[-/.]?\d{2}[-/.]?\d{2}(?!\d)"
_WRITTEN = rf"(?<!\d)\d{{1,2}}(?:e|ste|de|st|nd|rd|th)? {_MONTH}\.?(?: '?\d{{4}}| '?\d{{2}}(?!\d))?\b"
_ENGLISH = rf"\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}\b"
_ANY = rf"(?:{_NUMERIC}|{_TURNED}|{_WRITTEN}|{_ENGLISH})"
_BORN = re.compile(
    r"\b(?:geb(?:oren|oorte)?\w*|geb\.? ?(?:datum|dat)|gebdat\w*|jarig|verjaardag|born|birth\w*|dogum\w*|dogdum|urodz\w+|ur|"
    r"народ\w+|родив\w*|ولدت|مولود|ازداد|تاريخ الميلاد|تاريخ الازدياد|مواليد)\b[^\d\n]{0,25}?"
    rf"({_ANY})"
)
_LONG_AGO = re.compile(
    rf"((?<!\d)\d{{1,2}} ?[-/.] ?\d{{1,2}} ?[-/.] ?(?:19\d{{2}}|200\d)(?!\d)"
    rf"|(?<!\d)(?:19\d{{2}}|200\d)[-/]\d{{2}}[-/]\d{{2}}(?!\d)"
    rf"|(?<!\d)\d{{1,2}}(?:e|ste|de)? {_MONTH}\.? (?:19\d{{2}}|200\d)\b)"
)
_OF_SOMEBODY = re.compile(
    rf"\b(?:ik ben|moeder|vader|man|vrouw|zoon|dochter|oma|opa|broer|zus|hij|zij|ze)(?: is)? van ({_ANY})"
    rf"|\b(?:ik|moeder|vader|man|vrouw|zoon\w*|dochter\w*|kind\w*|klein\w+|oma|opa|broer\w*|zus\w*|neef\w*|nicht\w*)"
    rf"(?: [^\W\d_]+)? ?\(({_ANY})\)"
)
_DATE = re.compile(_ANY)


def birthdates(small: str) -> Iterator[Span]:
    """Every date that somebody was, or may have been, born on."""
    return chain(
        matches(_BORN, small, Kind.BIRTHDATE, (1,)),
        matches(_OF_SOMEBODY, small, Kind.BIRTHDATE, (1, 2)),
        matches(_LONG_AGO, small, Kind.BIRTHDATE, (1,)),
    )


def dates(small: str) -> list[tuple[int, int]]:
    """All dates: their digits are part of no number."""
    return [found.span() for found in _DATE.finditer(small)]
