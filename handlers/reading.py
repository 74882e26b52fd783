"""A text as somebody reads it who checks words: whole, as residents will, with what may be hard to read."""

from domain.feedback import Draft, FeedbackKind, update
from domain.messages import Act, Choice, Text, Value, Verb, listed
from domain.people import Role
from domain.plain_words import Found, Reading, Remark
from handlers.sentences import fingerprint
from handlers.turn import Situation

MOST_REMARKS = 6
"""In one message; the rest is counted."""
MOST_WAITING = 10


def screen(situation: Situation, draft: Draft, sentence: str) -> Text:
    """What it is about, the whole text, the figure, the remarks and the question."""
    args: dict[str, Value] = {
        "kind": kind(draft),
        "title": _title(draft),
        "people": draft.people,
        "whole": _whole(draft, sentence),
        "reading": (*_lines(read(situation, sentence)), *_other_readers(situation, draft)),
    }
    return Text("expert-text", args)


def _other_readers(situation: Situation, draft: Draft) -> tuple[Text, ...]:
    """That some read another language; they get this Dutch sentence unless somebody types it for them."""
    others = tuple(Text("report-language", {"code": code}) for code in languages(situation, draft))
    return (Text("expert-other-readers", {"languages": listed(others)}),) if others else ()


def _title(draft: Draft) -> Value:
    """Of its topic; why an answer takes longer is said of all that was promised for one day."""
    if draft.kind is FeedbackKind.NO_NEWS and draft.decided_on is not None:
        return Text("ledger-draft-title", {"on": draft.decided_on})
    return draft.title


def kind(draft: Draft) -> Text:
    """What happened: chosen, started and so on."""
    return Text("expert-kind", {"kind": draft.kind.value})


def choices(situation: Situation, draft: Draft, sentence: str) -> tuple[Choice, ...]:
    """Below the text: let it go out, type it again, or take the simpler words over."""
    seen = f"{draft.id}/{fingerprint(sentence)}"
    go = (
        Choice(Text("expert-clear"), Act(Verb.APPROVE, seen))
        if reads_first(situation)
        else Choice(Text("expert-waive"), Act(Verb.WAIVE, seen))
    )
    better = Choice(Text("expert-improve"), Act(Verb.REWRITE, str(draft.id)))
    adopt = Choice(Text("expert-adopt"), Act(Verb.ADOPT, seen))
    translate = Choice(Text("expert-translate"), Act(Verb.TRANSLATE, seen))
    return (
        go,
        better,
        *([adopt] if read(situation, sentence).replaceable else []),
        *([translate] if languages(situation, draft) else []),
    )


def languages(situation: Situation, draft: Draft) -> tuple[str, ...]:
    """In which other languages on offer some of the reporters wrote."""
    offered = situation.district.languages if situation.district else ()
    return tuple(language for language in draft.languages if language in offered)


def reads_first(situation: Situation) -> bool:
    """Whether this person's yes is enough: an experience expert's, or anybody's where there is none."""
    return Role.EXPERT in situation.person.roles or not situation.experts


def read(situation: Situation, sentence: str) -> Reading:
    """How these words read; buurten and streets of the wijk are no hard words."""
    district = situation.district
    names = (district.name, *district.neighbourhoods, *district.streets) if district else ()
    return situation.plain.read(sentence, names)


def waiting(drafts: tuple[Draft, ...]) -> Text:
    """Which texts wait, for the coordinator."""
    lines = [
        Text("expert-waiting-line", {"rank": rank, "kind": kind(draft), "title": _title(draft)})
        for rank, draft in enumerate(drafts[:MOST_WAITING], 1)
    ]
    if len(drafts) > MOST_WAITING:
        lines.append(Text("expert-waiting-more", {"count": len(drafts) - MOST_WAITING}))
    return Text("expert-waiting", {"count": len(drafts), "lines": tuple(lines)})


def _whole(draft: Draft, sentence: str) -> Value:
    """As the reporters get it, in Dutch; each of them with their own number and words."""
    if draft.kind is FeedbackKind.NO_NEWS:
        # Only the reason is of a person; each reporter reads it with a day of their own.
        return sentence
    whole = update(
        draft.news(sentence), {"number": Text("expert-a-number"), "count": 1}, Text("expert-own-words")
    )
    return Text(whole.key, whole.args, language="nl")


def _lines(reading: Reading) -> tuple[Text, ...]:
    lines = [*_figure(reading), *map(_remark, reading.found[:MOST_REMARKS])]
    if len(reading.found) > MOST_REMARKS:
        lines.append(Text("expert-remarks-more", {"count": len(reading.found) - MOST_REMARKS}))
    return tuple(lines)


def _figure(reading: Reading) -> tuple[Text, ...]:
    if reading.figure is None:
        return ()
    return (Text("expert-figure", {"figure": reading.figure, "ease": reading.ease.value}),)


def _remark(found: Found) -> Text:
    proposed = found.remark is Remark.JARGON and not found.fits
    args: dict[str, Value] = {
        "remark": "advice" if proposed else found.remark.value,
        "words": found.words,
        "number": found.number,
        "simpler": found.simpler,
    }
    return Text("expert-remark", args)
