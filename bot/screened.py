"""What waits for the coordinator and what can be quoted, gathered for the steps that are about it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from bot.texts import Words
from domain.districts import District
from domain.heard import Heard, meant
from domain.policy import Deed
from domain.quotes import GAP, Proposal, QuotingNow
from domain.signals import SignalNumber
from handlers import held, quotes
from handlers.rights import has
from handlers.turn import Situation
from screening.held import held as reasons_in
from screening.redact import redact
from storage import held as waiting
from storage import photos
from storage import quotes as kept
from storage.engine import Connection

PROPOSED = 6
"""Sentences of one topic: who skips so many will not find a better one."""
SHORTEST, LONGEST = 20, 200
"""Characters of a quote."""
TELLING = 60
"""Characters in which something can be told; shorter ones say less."""
_SENTENCE = re.compile(r"[^.!?…\n]+(?:[.!?…]+|\n|$)")


async def with_screened(
    connection: Connection, situation: Situation, heard: Heard, words: Words
) -> Situation:
    """The same situation, with the words of people for who may read them in this very step."""
    district = situation.district
    act, command = meant(heard)
    if district is None or situation.room:
        return situation
    if has(situation, Deed.READ_HELD) and held.concerns(situation, command, act):
        found = await waiting.waiting(connection, district.slug)
        pictures = await photos.kept_with(connection, [one.number for one in found])
        situation = replace(situation, held=found, pictures={**situation.pictures, **pictures})
    if has(situation, Deed.APPROVE_QUOTE) and quotes.concerns(situation, command, act):
        situation = replace(situation, quoting=await _quoting(connection, district, words))
    return situation


async def _quoting(connection: Connection, district: District, words: Words) -> QuotingNow | None:
    name = await kept.round_to_quote(connection, district.slug)
    if name is None:
        return None
    rows = await kept.said(connection, district.slug, name)
    approved = await kept.approved_of(connection, district.slug, name)
    return QuotingNow(tuple(proposals(rows, district.places, words)), approved)


def proposals(rows: Iterable[Any], places: Sequence[str], words: Words) -> Iterator[Proposal]:
    """The most telling sentences of each topic, one a person, without what leads to anybody."""
    for _, said in groupby(rows, key=lambda row: row.rank):
        offered: list[tuple[int, Proposal]] = []
        voices: set[str] = set()
        for place, row in enumerate(said):
            voice = row.respondent or row.person
            one = None if voice in voices else _proposal(row, places, words)
            if one is not None:
                voices.add(voice)
                offered.append((place + _dull(one.text), one))
        yield from (one for _, one in sorted(offered, key=lambda pair: pair[0])[:PROPOSED])


def _proposal(row: Any, places: Sequence[str], words: Words) -> Proposal | None:  # noqa: ANN401 - of storage.quotes
    """The sentence of a signal that tells most; None when it has none that may be shown."""
    if words.dangers.find(row.text) is not None or reasons_in(row.text, row.language):
        return None
    safe = redact(row.text, row.language, places).text
    fitting = [one for one in _sentences(safe) if _fits(one)]
    if not fitting:
        return None
    best = min(fitting, key=_dull)
    return Proposal(row.id, row.rank, row.title, SignalNumber(row.number), best, row.language)


def _sentences(safe: str) -> list[str]:
    """All of it when it is short, or each of its sentences when it is not, or has gaps."""
    whole = " ".join(safe.split())
    if len(whole) <= LONGEST and GAP not in whole:
        return [whole]
    # The mark has a sign in it that could end a sentence.
    marked = safe.replace(GAP, "\ue000")
    return [
        whole,
        *(" ".join(found[0].split()).replace("\ue000", GAP) for found in _SENTENCE.finditer(marked)),
    ]


def _fits(sentence: str) -> bool:
    said = sentence.replace(GAP, "").strip()
    return len(said) >= SHORTEST and len(sentence) <= LONGEST


def _dull(sentence: str) -> int:
    """How much less it tells: every gap, and every ten characters that it is too short."""
    return 3 * sentence.count(GAP) + max(0, TELLING - len(sentence)) // 10
