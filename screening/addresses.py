"""Where somebody lives: a postcode, the number of a house after a street, the number of a dwelling."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from screening.seen import TAKEN
from screening.spans import Kind, Span, just_before, matches, overlaps
from screening.words import words

STREET_KINDS = (
    "straat|straatje|laan|laantje|weg|plein|singel|kade|gracht|dreef|plantsoen|pad|park|hof|hofje|dijk|steeg|steegje|markt|baan|"
    "boulevard|wal|werf|burg|brug|erf|oord|zijde|poort|kamp|veld|tuin|hoek|hage|horst|donk|meent|waard|gaarde|rade|akker|weide|wende|"
    "str|ln"
)
HARD_KINDS = (
    "straat|straatje|laan|laantje|weg|plein|singel|kade|gracht|dreef|plantsoen|pad|park|hofje|dijkje|steeg|steegje|markt|"
    "boulevard|hage|meent|gaarde|str|ln"
)
"""Kinds that surnames do not end in: Van Dijk, Nijhof and Verburg are people."""
STREET = re.compile(rf"(?<![^\W\d_])(?:[^\W\d_]{{3,}}(?:-[^\W\d_]+)*(?:{STREET_KINDS})(?![^\W\d_]))")
_MARK = r"(?:\.?,? ?(?:huis)?(?:nummer|nr|no|num)\.? ?|\.?,? )"
_SUFFIX = r"(?:[a-h]-\d{1,3}(?!\d)|(?: ?- ?| )?(?:[a-h](?![\w'])|bis\b(?: [a-c]\b)?|hs\b|rood\b|zwart\b|i{1,3}\b|iv\b)|bis\b(?: [a-c]\b)?| ?[-/] ?\d{1,3}(?!\d)|[ ]?[a-z](?![\w'])(?= |$|[,.]))?"
_NUMBER = rf"(?!(?:19|20)\d\d\b|0)\d{{1,4}}(?![.:,]\d|\d|%|e\b|x\b|-?jarig|-?plus|\. ?(?:kat|pietr)|-\d{{2}}-){_SUFFIX}"
_MORE = rf"(?:(?:,| en| tot(?: en met)?| t/m| of| -|/) ?({_NUMBER}))?"
_WITHOUT_KIND = re.compile(
    r"\b(?:[Tt]egenover|[Nn]aast|[Bb]ij|[Aa]an|[Oo]p|[Vv]oor|[Ii]n|[Vv]an|[Aa]chter|[Nn]aar|[Aa]dres:?|[Ww]onen|[Ww]oon)"
    r"(?: (?:de|het))? ((?:'t )?(?:[A-Z][^\W\d_'-]{2,}[ -])+\d{1,4}(?: ?[a-hA-H](?!\w))?)(?![.:,]?\d|%|e\b)"
)
"""A street whose name does not say so: `tegenover Hoefblad 77`."""
_AT_FIRST = re.compile(r"(?:^|[.!?] )((?:[A-Z][^\W\d_'-]{2,} ){1,3}\d{1,4} ?(?:bis|hs|[a-h])(?!\w))")
_FLOOR = r"(?: ?(?:[a-h](?!\w)|(?:bis|hs|rood|zwart)\b))?"
_SENT_TO = re.compile(
    r"\b(?:woon\w*|won(?:en|end)|bezorg\w*|adres|stuur\w*|sturen|pakje|pakketje|kaartje)\b[^.\d]{0,15}?"
    r"\b(?:op|naar|aan|is) ((?!de |het |een |nummer |nr |dag |kamer |week )[a-z][a-z'-]{3,} \d{1,4}"
    + _FLOOR
    + r")(?![.:,]?\d|%|e\b)"
)
_NOT_A_STREET = re.compile(
    r"(?i)(?:mevrouw|meneer|etage|bus|lijn|tram|metro|groep|klas|week|route|zaal|perron|spoor|vak|blok|gebouw|flat|fase|unit|kamer|lokaal|"
    r"corona|covid|windows|artikel|punt|top|nummer|nr|halte|lift|optie|vraag|toren|sector|jumbo|lidl|albert heijn|"
    r"oranje onder|studio|channel|npo|rtl|radio|ajax|feyenoord|januari|februari|maart|april|mei|juni|juli|augustus|"
    r"september|oktober|november|december)[ -]\d"
)
_POSTCODE = re.compile(
    r"(?<![\d.,-])([1-9]\d{3}) ?([a-z]{2})(?![a-z\d])((?:(?:,? |-)(?:huisnummer |nr\.? ?)?\d{1,4}(?![\d.:]\d?)"
    + _SUFFIX
    + r")?)"
)
_POSTCODE_WORD = re.compile(r"\b(?:postcode|pc|zip|post ?code|kod pocztowy|posta kodu|індекс)\W{0,3}$")
_NAMED_NUMBER = re.compile(
    rf"\b(?:op|van|uit|bij|naast|tegenover|in|onder|boven|en|die|buren|huis|woon|wonen|woont|flat|no|op de)?[ ]?"
    rf"((?:huisnummer|huisnr|nummer|nr)\.? ?[1-9]\d{{0,3}}(?![.:]\d|\d|e\b){_SUFFIX})"
)
_NOT_HOUSES = re.compile(
    r"(?:\b(?:bus|lijn|tram|vraag|punt|signaal|telefoon|kamer|lokaal|groep|halte|route|trein|metro|mijn|een|artikel|regel|prioriteit|"
    r"wens|reden|probleem|ergernis|dit|zaal|container|lantaarnpaal|lantaarn|paal|mast|lift|parkeerplaats|plek|winkel|kliko|06|is|ben|bent|staat|bank)[ -]?$)"
)
_DWELLING = re.compile(
    rf"\b((?:woning|appartement|app\.|apt|apartment|mieszkanie|daire|квартира|kvartira|kv\.|huis(?!vuil)|unit) ?(?:nummer |nr\.? ?|no\.? ?)?"
    rf"\d{{1,4}}(?:\.\d{{1,3}})?(?!\d|[:%]|e\b){_SUFFIX})"
)
_NEIGHBOURS = re.compile(
    rf"(?:\b(?:buren|buurman|buurvrouw|bovenburen|onderburen|bovenbuur\w*|onderbuur\w*|buurt?jes|gezin|familie|bewoners?|bewoonster)|{TAKEN})(?: hier)? "
    rf"(?:op|van) ({_NUMBER})"
)
_UNITS = re.compile(
    r" ?(?:uur|uren|u|min|minuten|dagen|dag|weken|week|maanden|maand|jaar|jaren|keer|x|maal|km|kilometer|meter|m2|cm|graden|procent|%|euro|"
    r"mensen|personen|bewoners|kinderen|gezinnen|huishoudens|auto|auto's|autos|fietsen|scooters|lampen|lantaarns|lantaarnpalen|bankjes|"
    r"banken|bomen|boom|paaltjes|drempels|drempel|containers|bakken|zakken|plekken|parkeerplekken|parkeerplaatsen|ramen|tegels|gaten|"
    r"hoog|etages|etage|verdiepingen|woningen|huizen|ratten|honden|jongens|jongeren|meisjes|ongelukken|aanrijdingen|plaatsen|"
    r"januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|van de|per|op de|dode|nieuwe|grote|kapotte|"
    r"van|losse|volle|oude|onder 1|laadpalen?)\b"
)
_BEGINNING = frozenset(
    {"de", "op", "in", "bij", "aan", "naast", "tegenover", "voor", "van", "achter", "langs", "hier", "ook"}
)
_YEAR = re.compile(r" (?:19|20)\d\d$")
_BEFORE = re.compile(r"(?:(?<!\w)(?:de|van|den|der|dr\.|prof\.|ds\.|mr\.|[A-Z][^\W\d_'-]+|[A-Z]\.)[ ])+$")
"""What is written before the last word of a street: `de Savornin Lohman`laan, `Dr. H. Colijn`straat."""
_OF_MANY = re.compile(r"(?:bus|lijn|tram|groep|klas|deel|fase|blok|vak|top|de|artikel) $")


def addresses(
    small: str, plain: str, streets: Sequence[tuple[int, int]], own: Sequence[tuple[int, int]]
) -> Iterator[Span]:
    """Every postcode and number of a house; `streets` are where places stand, `own` those of the wijk."""
    return chain(
        _postcodes(small, plain),
        _after_streets(small, plain, streets, own),
        _without_kind(small, plain, own),
        matches(_DWELLING, small, Kind.ADDRESS, (1,)),
        _named_numbers(small),
        (
            span
            for span in matches(_NEIGHBOURS, small, Kind.ADDRESS, (1,))
            if not _UNITS.match(small, span.end)
        ),
    )


def _postcodes(small: str, plain: str) -> Iterator[Span]:
    shouting = plain == plain.upper()
    for found in _POSTCODE.finditer(small):
        letters = found[2]
        asked = just_before(_POSTCODE_WORD, small, found.start()) is not None
        capitals = plain[found.start(2) : found.end(2)].isupper() and not shouting
        word = letters in words("between_numbers.txt") or letters in {"sa", "sd", "ss"}
        joined = found.end(1) == found.start(2) or not _SOUNDS & set(letters)
        if (
            asked
            or (capitals and letters not in {"sa", "sd", "ss"})
            or (not word and (joined or found[3] or shouting))
        ):
            yield Span(*found.span(), Kind.ADDRESS)


_SOUNDS = frozenset("aeiouy")
"""Without one of them two letters are no word, and signs of a measure stand in the list."""

_AFTER = re.compile(rf"{_MARK}(?:op )?({_NUMBER}){_MORE}{_MORE}")


def _after_streets(
    small: str, plain: str, streets: Sequence[tuple[int, int]], own: Sequence[tuple[int, int]]
) -> Iterator[Span]:
    for start, end in streets:
        found = _AFTER.match(small, end)
        if found is None or _UNITS.match(small, found.end(1)):
            continue
        if not overlaps((start, end), own):
            # A street that the wijk does not have leads to somebody: it is of no use to who reads it here.
            yield Span(_beginning(plain, start), found.end(1), Kind.ADDRESS)
        for group in (1, 2, 3):
            if found[group] and not (group > 1 and _UNITS.match(small, found.end(group))):
                yield Span(*found.span(group), Kind.ADDRESS)


def _beginning(plain: str, start: int) -> int:
    """Where the name of a street begins; the first word of a sentence belongs to it only as a name or title."""
    before = just_before(_BEFORE, plain, start) if plain[start].isupper() else None
    if before is None:
        return start
    words_before = before[0].split(" ")[:-1]
    at = before.start()
    if at == 0 and words_before[0].lower() in _BEGINNING:
        at += len(words_before[0]) + 1
    return min(at, start)


def _without_kind(small: str, plain: str, own: Sequence[tuple[int, int]]) -> Iterator[Span]:
    for span in chain(
        matches(_WITHOUT_KIND, plain, Kind.ADDRESS, (1,)),
        matches(_AT_FIRST, plain, Kind.ADDRESS, (1,)),
        matches(_SENT_TO, small, Kind.ADDRESS, (1,)),
    ):
        said = small[span.start : span.end]
        if not (
            overlaps(span[:2], own)
            or _NOT_A_STREET.search(said)
            or _YEAR.search(said)
            or _UNITS.match(small, span.end)
        ):
            yield span


def _named_numbers(small: str) -> Iterator[Span]:
    for span in matches(_NAMED_NUMBER, small, Kind.ADDRESS, (1,)):
        first = re.search(r"\d+", small[span.start : span.end])
        alone = first is not None and first[0] == "1"
        if (
            not alone
            and not just_before(_NOT_HOUSES, small, span.start)
            and not _UNITS.match(small, span.end)
        ):
            yield span
