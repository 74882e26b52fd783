"""What somebody said, as far as words tell: a command, a choice of the open question, danger, or just words.

Knows the words of all languages and nothing of people; handlers know people and no words.
"""

import difflib
import re
from collections.abc import Mapping, Sequence

from bot.spelling import folded
from bot.texts import Words
from domain.cleaning import clean
from domain.heard import Aside, Command, Said
from domain.messages import Act, Choice

COMMAND_WORDS = 4
"""A longer message is a signal, unless its first word takes something behind it."""
WITH_REST = (
    Command.MERGE,
    Command.TITLE,
    Command.BEGIN,
    Command.CHANGE,
    Command.REPORT,
    Command.ACTIONS,
    Command.FAST_LANE,
    Command.WITHDRAW,
    Command.WHO,
)
_SIGNAL = re.compile(r"\d{4}-\d{4,}")
"""What `trek in` and `wie` take behind them; "trek in 3 straten" is a signal."""
OF_SIGNAL = frozenset({Command.WITHDRAW, Command.WHO})
ALMOST = 0.8
"""How near a typed text must be to a label to mean it: one typo in five letters."""
SHORTEST_GUESS = 4
SHORTEST_SLIP = 5
"""A command this long may have one typo; "stoep" must never be taken for "stop"."""
AT_ONCE = (Command.STOP, Command.WITHDRAW, Command.CANCEL)
"""These take something away without asking first, so they are never guessed: "stoepen" is not "stoppen"."""
_REST = re.compile(r"\s\d")
_DIGIT = re.compile(r"\d")
"""Of any script: people copy the digits that their phone shows."""
ARABIC = re.compile("[\u0600-\u06ff]")
LIVING_WORDS = 8

_CODE = re.compile(r"(?<![\w-])([A-Za-z0-9_-]{22})(?![\w-])")
"""128 random bits in URL-safe base64."""


def code_in(text: str) -> str | None:
    """A one-time code, alone or inside a link; None when there is none."""
    found = _CODE.search(text.strip())
    if found is None or _is_a_word(found.group(1)):
        return None
    return found.group(1) if len(text.split()) == 1 or text.strip().startswith("/start") else None


def codes_in(text: str) -> tuple[str, ...]:
    """Everything among these words that could be a one-time code."""
    return tuple(found for found in _CODE.findall(text) if not _is_a_word(found))


def _is_a_word(text: str) -> bool:
    # Dutch has words of 22 letters ("kindercarnavalsoptocht"); a random code is written like none of them.
    letters = re.sub("[-_]", "", text)
    return letters.isalpha() and (letters[1:].islower() or letters.isupper())


def understood(words: Words, text: str, choices: Sequence[Choice], language: str) -> Said:
    """The words with what they also mean. Labels are those of the open question, in the reader's language."""
    cleaned = clean(text)
    command, rest = _command(words, cleaned)
    return Said(
        text=cleaned,
        command=command,
        rest=rest,
        act=_chosen(words, cleaned, choices, language),
        continues=_starts(words, "continues", cleaned),
        aside=_aside(words, cleaned) if command is None else None,
        living=len(cleaned.split()) <= LIVING_WORDS and _starts(words, "living", cleaned),
    )


SIGNS = " \t\n.!?,;:\"'()[]\u060c\u061b\u061f\u00ab\u00bb\u201c\u201d\u201e"
"""What people put around a word: also the comma and question mark of Arabic, and other quotation marks."""
ASKING = ("?", "\u061f")
_COMMA = re.compile("[,\u060c]")


def bare(text: str) -> str:
    """The words without the signs around them, folded."""
    return folded(" ".join(text.strip(SIGNS).split()))


def _command(words: Words, text: str) -> tuple[Command | None, str]:
    line = text.removeprefix("/").split("@", 1)[0] if text.startswith("/") else text
    said = "?" if text in ASKING else bare(line)
    if said in words.commands:
        return words.commands[said], ""
    if text.startswith("/") and said in set(Command):
        return Command(said), ""
    taking = _with_rest(words, line)
    if taking is not None or len(said.split()) > COMMAND_WORDS:
        return taking or (None, "")
    meant = (command for one, command in words.commands.items() if _one_slip(said, one))
    return next((command for command in meant if command not in AT_ONCE), None), ""


def _letters(word: str) -> int:
    """How much of a word tells which it is. Arabic writes no short vowels, and its article says nothing."""
    return len(word.removeprefix("ال")) - 1 if ARABIC.match(word) else len(word)


def _one_slip(said: str, known: str) -> bool:
    """One letter too many, too few or wrong, or two changed places; the first letter is right."""
    if min(_letters(said), _letters(known)) < SHORTEST_SLIP or said[0] != known[0]:
        return False
    at = next(
        (n for n, (a, b) in enumerate(zip(said, known, strict=False)) if a != b), min(len(said), len(known))
    )
    one, other = said[at:], known[at:]
    swapped = one[:2] == other[:2][::-1] and one[2:] == other[2:]
    return swapped or one[1:] in {other, other[1:]} or one == other[1:]


def _with_rest(words: Words, line: str) -> tuple[Command, str] | None:
    """`titel 3 Lamp kapot`: a word that takes something behind it, a number first."""
    said = line.strip()
    if _REST.search(said) is None:
        # Nearly always, and quick: no word has a number behind it.
        return None
    for spelling, command in words.commands.items():
        if command in WITH_REST:
            found = re.fullmatch(rf"{re.escape(spelling)}\s+(\d.*)", said, re.IGNORECASE | re.DOTALL)
            if found and (command not in OF_SIGNAL or _SIGNAL.fullmatch(found.group(1))):
                return command, _DIGIT.sub(lambda digit: str(int(digit[0])), found.group(1))
    return None


def _chosen(words: Words, text: str, choices: Sequence[Choice], language: str) -> Act | None:
    """The choice that was typed: its number, its label, or nearly its label."""
    if not choices:
        return None
    said = bare(text)
    number = re.fullmatch(r"(\d{1,2})", said)
    if number and 1 <= int(number.group(1)) <= len(choices):
        return choices[int(number.group(1)) - 1].act
    labels = {bare(words.say(choice.label, language)): choice.act for choice in choices}
    if said in labels:
        return labels[said]
    found = _agreeing(words, text, labels) or _beginning(_without_polite(words, said), labels)
    found = found or _nearest(said, labels)
    return labels[found] if found else None


_AGREEING = {Aside.YES: {Aside.YES, Aside.THANKS}, Aside.NO: {Aside.NO}}
"""What a label may say for a yes (also "Goed") and for a no. A thank you never presses a button."""


def _agreeing(words: Words, text: str, labels: Mapping[str, Act]) -> str | None:
    """A yes ("ja hoor") means the one label that says yes, whatever language it is said in."""
    aside = _aside(words, text)
    if aside not in _AGREEING:
        return None
    meant = [label for label in labels if _aside(words, _COMMA.split(label)[0]) in _AGREEING[aside]]
    return meant[0] if len(meant) == 1 else None


def _beginning(said: str, labels: Mapping[str, Act]) -> str | None:
    """The beginning of a label ("kweepeer") is enough, as long as no other begins like it."""
    meant = [label for label in labels if said and re.match(rf"{re.escape(said)}(?!\w)", label)]
    return meant[0] if len(meant) == 1 else None


def _nearest(said: str, known: Mapping[str, Act]) -> str | None:
    if len(said) < SHORTEST_GUESS:
        return None
    # A typo is in letters: "over 7 weken" is not nearly "over 6 weken".
    same_numbers = [one for one in known if re.findall(r"\d+", one) == re.findall(r"\d+", said)]
    found = difflib.get_close_matches(said, same_numbers, n=1, cutoff=ALMOST)
    return found[0] if found else None


def _starts(words: Words, key: str, text: str) -> bool:
    return words.begins[key].match(folded(text)) is not None


def _aside(words: Words, text: str) -> Aside | None:
    """Whether this only greets, thanks, says yes or no, or is no words at all."""
    said = " ".join(re.sub(r"[\W_]+", " ", folded(text)).split())
    if text.startswith("/") and len(text.split()) == 1:
        return Aside.UNKNOWN_COMMAND
    if not said:
        return Aside.WORDLESS if text else None
    if said.replace(" ", "").isdecimal():
        return Aside.NUMBER
    return words.asides.get(said) or words.asides.get(_without_polite(words, said))


def _without_polite(words: Words, said: str) -> str:
    for polite in words.phrases["polite"]:
        said = said.removesuffix(f" {polite}").removeprefix(f"{polite} ")
    return said
