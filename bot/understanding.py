"""What somebody said, as far as words tell: a command, a choice of the open question, danger, or just words.

Knows the words of all languages and nothing of people; handlers know people and no words.
"""

import difflib
import re
from collections.abc import Sequence

from bot.texts import Words
from domain.cleaning import clean
from domain.heard import Command, Said
from domain.messages import Act, Choice

COMMAND_WORDS = 4
"""A longer message is a signal, unless its first word takes something behind it."""
WITH_REST = (Command.MERGE, Command.TITLE, Command.BEGIN, Command.REPORT, Command.ACTIONS)
ALMOST = 0.8
"""How near a typed word must be to a label or command to mean it: one typo in five letters."""
SHORTEST_GUESS = 4

_CODE = re.compile(r"(?<![\w-])([A-Za-z0-9_-]{22})(?![\w-])")
"""128 random bits in URL-safe base64."""


def code_in(text: str) -> str | None:
    """A one-time code, alone or inside a link; None when there is none."""
    found = _CODE.search(text.strip())
    if found is None or _is_a_word(found.group(1)):
        return None
    return found.group(1) if len(text.split()) == 1 or text.strip().startswith("/start") else None


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
        continues=_continues(words, cleaned),
    )


def _bare(text: str) -> str:
    return " ".join(text.casefold().strip(" \t\n.!?,;:\"'()[]").split())


def _command(words: Words, text: str) -> tuple[Command | None, str]:
    line = text.removeprefix("/").split("@", 1)[0] if text.startswith("/") else text
    said = "?" if text == "?" else _bare(line)
    if said in words.commands:
        return words.commands[said], ""
    if text.startswith("/") and said in set(Command):
        return Command(said), ""
    taking = _with_rest(words, line)
    if taking is not None or len(said.split()) > COMMAND_WORDS:
        return taking or (None, "")
    near = _nearest(said, words.commands)
    return (words.commands[near], "") if near else (None, "")


def _with_rest(words: Words, line: str) -> tuple[Command, str] | None:
    """`titel 3 Lamp kapot`: a word that takes something behind it, a number first."""
    for spelling, command in words.commands.items():
        if command in WITH_REST:
            found = re.fullmatch(rf"{re.escape(spelling)}\s+(\d.*)", line.strip(), re.IGNORECASE | re.DOTALL)
            if found:
                return command, found.group(1)
    return None


def _chosen(words: Words, text: str, choices: Sequence[Choice], language: str) -> Act | None:
    """The choice that was typed: its number, its label, or nearly its label."""
    said = _bare(text)
    number = re.fullmatch(r"(\d{1,2})", said)
    if number and 1 <= int(number.group(1)) <= len(choices):
        return choices[int(number.group(1)) - 1].act
    labels = {_bare(words.say(choice.label, language)): choice.act for choice in choices}
    if said in labels:
        return labels[said]
    near = _nearest(said, labels)
    return labels[near] if near else None


def _nearest(said: str, known: Sequence[str] | dict[str, Command] | dict[str, Act]) -> str | None:
    if len(said) < SHORTEST_GUESS:
        return None
    # A typo is in letters: "over 7 weken" is not nearly "over 6 weken".
    same_numbers = [one for one in known if re.findall(r"\d+", one) == re.findall(r"\d+", said)]
    found = difflib.get_close_matches(said, same_numbers, n=1, cutoff=ALMOST)
    return found[0] if found else None


def _continues(words: Words, text: str) -> bool:
    said = text.casefold()
    starts = (word for language in words.languages for word in words.spellings("continues", language))
    return any(re.match(rf"{re.escape(word)}\b", said) for word in starts)
