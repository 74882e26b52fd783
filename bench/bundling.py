"""Play a round through the product's own functions: people answer, a coordinator sorts, and marks are given.

    python -m bench.bundling bench/data/corpus_a.jsonl --round 2026-10 --taps 80 --seed 1 -o PREDICTED.json

Nothing but the simulated people (`bundling_people.py`) and the marks (`bundling_judge.py`) looks at a label.
"""

import argparse
import json
import random
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bench.bundling_judge import Marks, counts, marks
from bench.bundling_people import NOTHING, People
from bot.texts import Words
from bundling.bundle import Known
from bundling.cards import File, Kept, Shown, seconds
from bundling.desk import Desk, arrange, by_people, by_score, desk, face, likely, positions, tied
from bundling.items import RESIDENT, Links
from bundling.places import PlaceNames
from bundling.rows import parse_row
from bundling.settled import settled
from bundling.sorting import State, apply, begin, more, next_card
from domain.topics import SignalKey

Row = Mapping[str, Any]
_AGAIN = 8
"""Topics are made anew after so many signals; between, a signal joins by its answer or stands alone."""
_MISSING = {
    "round": "",
    "source": RESIDENT,
    "flags": (),
    "sentiment": "neg",
    "question": None,
    "respondent": None,
}


@dataclass(frozen=True, slots=True)
class Played:
    """What a session cost and what came of it."""

    marks: Marks
    taps: int
    seconds: float
    suggested: float
    said_at: int | None
    true_when_said: bool | None
    slowest: float
    state: State


def read(path: Path) -> list[Row]:
    """Rows in the format of corpus A; what a simpler file leaves out gets its plain meaning."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [{**_MISSING, **row, "topic": row["topic"].replace("noise", "NOISE")} for row in rows]


def lay_out(rows: Sequence[Row], names: PlaceNames, *, ranked_by_people: bool) -> Desk:
    """The desk of these rows; danger is heard with the product's own words."""
    words = Words()
    items = [parse_row(row, line) for line, row in enumerate(rows, 1)]
    heard = [replace(item, danger=words.dangers.find(item.text) is not None) for item in items]
    return desk(heard, Known(place=names), by_people if ranked_by_people else by_score)


def labels(rows: Sequence[Row]) -> dict[SignalKey, str]:
    """What the simulated people know."""
    return {row["id"]: row["topic"] if counts(row) else NOTHING for row in rows}


def arrivals(table: Desk, crowd: People, resident: float, logged: float) -> tuple[Links, float]:
    """Signals come in one by one; who answers is asked 'is it one of these?'."""
    said: list[Kept] = []
    groups: list[list[int]] = []
    known: set[str] = set()
    hits: list[bool] = []
    for index, item in enumerate(table.items):
        if index % _AGAIN == 0 and index:
            earlier = table.first(index)
            same = positions(earlier, (pair for one in said for pair in one.same))
            apart = positions(earlier, (pair for one in said for pair in one.apart))
            groups = arrange(earlier, tied(earlier, same, frozenset()), apart)
        answer = _asked(table, index, groups)
        rate = resident if item.source == RESIDENT else logged
        label = crowd.labels[item.id]
        joined = None
        if crowd.dice.random() < rate and answer is not None:
            kept, hit = crowd.resident(answer)
            said.append(kept)
            hits += [hit] if label and label in known else []
            joined = kept.same[0][1] if kept.same else None
        home = next((group for group in groups if joined is not None and table.where[joined] in group), None)
        groups.append([index]) if home is None else home.append(index)
        known.add(label)
    links = Links(
        tuple(pair for one in said for pair in one.same), tuple(pair for one in said for pair in one.apart)
    )
    return links, sum(hits) / max(1, len(hits))


def _asked(table: Desk, index: int, groups: Sequence[list[int]]) -> File | None:
    near = likely(table.likeness[index, :index], groups)
    if not near:
        return None
    shown = [groups[number] for number in near]
    topics = tuple(
        Shown(table.items[face(table.likeness, g)].id, tuple(table.items[i].id for i in g)) for g in shown
    )
    return File(table.items[index].id, topics)


def play(table: Desk, rows: Sequence[Row], asked: argparse.Namespace) -> Played:
    """Residents answer, then the coordinator sorts until the taps are used or no card is worth one."""
    crowd = People(labels(rows), asked.wrong, random.Random(asked.seed))
    links, suggested = arrivals(table, crowd, asked.answer_rate, asked.logged_rate)
    state = begin(table, links)
    taps, spent, slowest, said_at, true = 0, 0.0, 0.0, None, None
    words = {item.id: len(item.text.split()) for item in table.items}
    while True:
        if said_at is None and settled(state).stands:
            said_at, true = taps, is_true(rows, state)
        start = time.perf_counter()
        card = next_card(state) if taps < asked.taps else None
        slowest = max(slowest, time.perf_counter() - start)
        if card is None:
            break
        while card is not None:
            taps, spent = taps + 1, spent + seconds(card, words)
            answer = crowd.coordinator(card)
            if answer is not None:
                state = apply(state, card, answer)
                break
            card = more(state, card) if isinstance(card, File) else None
    return Played(marks(rows, state.topics), taps, spent, suggested, said_at, true, slowest, state)


def is_true(rows: Sequence[Row], state: State) -> bool:
    """Whether the five are those of the labels: each topic by what most of it is about, ties are equal."""
    known = labels(rows)
    members: dict[str, list[int]] = defaultdict(list)
    for index, item in enumerate(state.desk.items):
        members[known[item.id]].append(index)
    count = {label: state.desk.weight(inside) for label, inside in members.items() if label}
    least = sorted(count.values(), reverse=True)[:5][-1]
    main = []
    for topic in state.topics[:5]:
        inside = [known[key] for key in topic if known[key]]
        main.append(max(sorted(set(inside)), key=inside.count) if inside else NOTHING)
    return len(set(main)) == 5 and all(count.get(label, 0) >= least for label in main)


def parse() -> argparse.Namespace:
    """The options of the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("rows", type=Path)
    parser.add_argument("--round", dest="round_")
    parser.add_argument("--answer-rate", type=float, default=0.5)
    parser.add_argument("--logged-rate", type=float, default=0.9)
    parser.add_argument("--wrong", type=float, default=0.05)
    parser.add_argument("--taps", type=int, default=80)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--no-model", action="store_true", help="there is none yet: it is always so")
    parser.add_argument("--wijk", type=Path, help="JSON: streets, neighbourhoods and others, lists of names")
    parser.add_argument("--rank", choices=("people", "score"), default="people")
    parser.add_argument("-o", "--out", type=Path)
    return parser.parse_args()


def names(path: Path | None) -> PlaceNames:
    """What the settings of the wijk know by name."""
    told = json.loads(path.read_text(encoding="utf-8")) if path else {}
    return PlaceNames(*(tuple(told.get(key, ())) for key in ("streets", "neighbourhoods", "others")))


def main() -> None:
    """One line a round, and the topics of the last one in a file."""
    asked = parse()
    rounds: dict[str, list[Row]] = defaultdict(list)
    for row in read(asked.rows):
        if asked.round_ in (None, row["round"]):
            rounds[row["round"]].append(row)
    for name, rows in sorted(rounds.items()):
        table = lay_out(rows, names(asked.wijk), ranked_by_people=asked.rank == "people")
        played = play(table, rows, asked)
        print(report(name, played), flush=True)
        if asked.out:
            topics = [{"title": "", "signals": list(topic)} for topic in played.state.topics]
            asked.out.write_text(json.dumps({"topics": topics}, ensure_ascii=False), encoding="utf-8")


def report(name: str, played: Played) -> str:
    """One line that people can read."""
    got = played.marks
    stands = "not said" if played.said_at is None else f"at {played.said_at}, {played.true_when_said}"
    return (
        f"{name or '-':8} taps {played.taps:3} seconds {played.seconds:4.0f} found {got.found} "
        f"clean {got.clean} B3 {got.b3:.2f} urgent {got.urgent} suggested {played.suggested:.2f} "
        f"staat vast: {stands}; slowest card {played.slowest:.2f} s"
    )


if __name__ == "__main__":
    main()
