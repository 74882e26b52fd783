"""Numbers that lead to a person: citizen service numbers, bank accounts, telephones, and numbers of files."""

import re
from collections.abc import Iterator
from itertools import chain

from screening.spans import Kind, Span, matches

_GAP = r"[ .\-/()]{0,3}"
_BSN_WORD = re.compile(
    r"\b(?:bsn|b\.s\.n\.?|sofi(?:[ -]?nummer)?|burger ?service ?(?:nummer|nr)?)\b"
    rf"(?:\W|nummer|nr|is|van|mij\w*|en|man|vrouw|zijn){{0,8}}?(\d(?:{_GAP}\d){{7,8}})(?!\d)"
)
_NINE = re.compile(r"(?<![\d+])(?<!\d[.,])\d(?:[ .\-]?\d){8}(?![.,]?\d)")
_IBAN = re.compile(r"(?<![a-z\d])(?=([a-z]{2}[ .\-]?\d{2}(?:[ .\-]{0,2}[a-z\d]){11,30}))")
"""Looked at from every word: an amount before it ("de 25 euro naar") begins like one as well."""
_IBAN_LENGTHS = {
    **dict.fromkeys(("no",), 15),
    **dict.fromkeys(("be",), 16),
    **dict.fromkeys(("nl", "dk", "fi", "fo", "gl", "sd"), 18),
    **dict.fromkeys(("mk", "si"), 19),
    **dict.fromkeys(("at", "ba", "ee", "kz", "lt", "lu", "xk"), 20),
    **dict.fromkeys(("ch", "hr", "li", "lv"), 21),
    **dict.fromkeys(("bg", "de", "gb", "ge", "ie", "me", "rs", "bh", "va"), 22),
    **dict.fromkeys(("gi", "il", "ae", "iq"), 23),
    **dict.fromkeys(("ad", "cz", "es", "md", "pk", "ro", "sa", "se", "sk", "tn", "vg"), 24),
    **dict.fromkeys(("pt", "ly"), 25),
    **dict.fromkeys(("is", "tr"), 26),
    **dict.fromkeys(("fr", "gr", "it", "mc", "sm", "mr"), 27),
    **dict.fromkeys(("al", "az", "by", "cy", "do", "gt", "hu", "lb", "pl"), 28),
    **dict.fromkeys(("br", "eg", "ps", "qa", "ua"), 29),
    **dict.fromkeys(("jo", "kw", "mu"), 30),
    **dict.fromkeys(("mt", "sc"), 31),
}
_DUTCH_IBAN = re.compile(r"nl\d{2}[a-z]{4}\d{8,12}")
_MOBILE = r"(?:0|\bo)[ .\-/*_]{0,3}6(?:[ .\-/()*_]{0,3}\d){7,9}"
_FIXED = r"\(?0[1-57-9]\d{0,2}\)?(?:[ .\-/()]{0,3}\d){6,8}"
_ABROAD = r"(?:\+|\b00)[ ]?[1-9]\d{0,2}(?:[ .\-/()]{0,3}\d){6,12}"
_WITHOUT_PLUS = r"31[ .\-]?(?:\(0\))?6(?:[ .\-]{0,3}\d){8}"
_PHONE = re.compile(rf"(?<![\d+])(?<!\d[.,])(?:{_ABROAD}|{_MOBILE}|{_WITHOUT_PLUS}|{_FIXED})(?!\d)")
_SERVICE = re.compile(r"\D*(?:0800|0900)\D*(?:2000|8844|0113|5010|6050)\D*")
"""Help lines that everybody may know."""
_PHONE_WORD = re.compile(
    r"\b(?:tel(?:efoon)?(?:nummer|nr)?|mobiel|bel(?:len)?(?: me| mij| ons)?(?: op)?|app(?:en)?|whatsapp|phone|call|telefon\w*"
    r"|numer|телефон\w*|тел|номер|هاتف|رقمي|رقم الهاتف|الهاتف|ara\w*)\b[^\w\n+(]{0,3}(\+?\d(?:[ .\-/()]{0,2}\d){5,13})(?!\d)"
)
_SPELLED = (
    "nul|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|\\w+tien|(?:\\w+en)?(?:twintig|\\w+tig)"
)
_SPOKEN = re.compile(rf"\b(?:nul[ -]?(?:zes|6)|06)(?:[ ,.-]+(?:{_SPELLED}|\d+)\b){{3,10}}")
_FILES = (
    r"klant|klacht|dossier|zaak|polis|contract|lid|huurder|huur|relatie|rekening|melding|meld|aanvraag|paspoort|rijbewijs|"
    r"patient(?:en)?|factuur|order|pas|kaart|burger|inschrijf|registratie|client(?:en)?|debiteur|kenmerk|referentie|id|v|"
    r"vreemdelingen|bestel|account|document|customer|client|case|passport|account|reference|numer klienta"
)
_FILE = re.compile(
    rf"\b(?:{_FILES})s?(?:[ -]?(?:nummer|nr|num|no|number)\b\.?|\.? ?(?:nr|no)\b\.?|kenmerk\b)"
    r"(?: (?:is|van \w+ is|luidt))?[ :=#]{0,3}([a-z]{0,3}[\-/.]?\d[a-z\d\-/.]{1,20}[a-z\d])"
)
_FILE_ALONE = re.compile(
    r"\b(?:dossier|kenmerk|ref(?:erentie)?\.?|zaak|meldings?(?:nr)?|klacht|polis)[ :#]{1,3}"
    r"((?:[a-z]{1,3}[\-/]?)?\d[\d/\-]{4,}\d)(?!\d)"
)
_LETTERS_AND_DIGITS = re.compile(
    r"\b(?:paspoort|rijbewijs|id|document|passport)[ -]?(?:nummer|nr|kaart|number)?\b[ :=]{0,3}"
    r"(?=[a-z]*\d)([a-z\d]{7,12})\b"
)
_ACCOUNT_WORD = re.compile(
    r"\b(?:rekening|giro|postbank|rek\.? ?nr\.?|t\.?n\.?v\.?)[ :]{1,3}(\d[\d .]{4,12}\d)(?!\d)"
)
_SECRET = re.compile(
    r"\b(?:wachtwoord|password|pincode|pin|toegangscode|inlogcode|haslo|sifre|parola|пароль)\b(?: is| was)?[ :=]{1,3}"
    r"((?=\S*\d)\S*[\w])"
)
_LONG = re.compile(r"(?<![\d.,+€$\-])(?<!€ )\d{7,}(?![.,]?\d)(?! ?(?:euro|eur|km|mensen|x)\b)")


def numbers(small: str) -> Iterator[Span]:
    """Every such number; `small` is the text in small letters."""
    return chain(
        matches(_FILE, small, Kind.ACCOUNT, (1,)),
        matches(_FILE_ALONE, small, Kind.ACCOUNT, (1,)),
        matches(_BSN_WORD, small, Kind.BSN, (1,)),
        _ibans(small),
        _phones(small),
        (span for span in matches(_NINE, small, Kind.BSN) if is_bsn(_digits(small[span.start : span.end]))),
        matches(_LETTERS_AND_DIGITS, small, Kind.ACCOUNT, (1,)),
        matches(_ACCOUNT_WORD, small, Kind.ACCOUNT, (1,)),
        matches(_SECRET, small, Kind.ACCOUNT, (1,)),
        matches(_LONG, small, Kind.ACCOUNT),
    )


def is_bsn(digits: str) -> bool:
    """The check of eleven of a citizen service number."""
    if len(digits) != 9 or len(set(digits)) == 1:  # noqa: PLR2004 - nine digits, as the law has it
        return False
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True)) % 11 == 0


def is_iban(account: str) -> bool:
    """The check by 97 of an IBAN without spaces."""
    turned = account[4:] + account[:4]
    return turned.isascii() and int("".join(str(int(one, 36)) for one in turned)) % 97 == 1


def _digits(text: str) -> str:
    return "".join(one for one in text if one.isdigit())


def _ibans(small: str) -> Iterator[Span]:
    for found in _IBAN.finditer(small):
        ends = [at for at in range(found.start() + 15, found.end(1) + 1) if small[at - 1].isalnum()]
        for end in sorted(ends, key=lambda at: -at):
            if _looks_iban("".join(one for one in small[found.start() : end] if one.isalnum())):
                yield Span(found.start(), end, Kind.IBAN)
                break


def _looks_iban(account: str) -> bool:
    # A Dutch one with a slip of the fingers is one all the same.
    numeric = 2 * sum(one.isdigit() for one in account) > len(account)
    return bool(_DUTCH_IBAN.fullmatch(account)) or (
        numeric and len(account) == _IBAN_LENGTHS.get(account[:2]) and is_iban(account)
    )


def _phones(small: str) -> Iterator[Span]:
    found = chain(
        matches(_PHONE, small, Kind.PHONE),
        matches(_PHONE_WORD, small, Kind.PHONE, (1,)),
        matches(_SPOKEN, small, Kind.PHONE),
    )
    return (span for span in found if not _SERVICE.fullmatch(small[span.start : span.end]))
