"""Texts, choices and evidence as JSON, and back. Plain ASCII, so every engine takes every character."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from domain.messages import Act, Attachment, Choice, Spoken, Text, Value, Verb
from domain.topics import Evidence


def dump_text(text: Text) -> str:
    """JSON of a text; dates, texts and lists in its arguments come back as what they were."""
    return json.dumps(_plain(text))


def load_text(kept: str) -> Text:
    """The text that `dump_text` kept."""
    return _text(json.loads(kept))


def dump_choices(choices: tuple[Choice, ...]) -> str:
    """JSON of the choices of a question."""
    return json.dumps([_plain_choice(choice) for choice in choices])


def load_choices(kept: str) -> tuple[Choice, ...]:
    """The choices that `dump_choices` kept."""
    return tuple(_choice(parts) for parts in json.loads(kept))


def dump_buttons(choices: tuple[Choice, ...], tokens: tuple[str, ...]) -> str:
    """JSON of choices with the token of each."""
    return json.dumps(
        [[token, *_plain_choice(choice)] for token, choice in zip(tokens, choices, strict=True)]
    )


def load_buttons(kept: str) -> tuple[tuple[Choice, ...], tuple[str, ...]]:
    """The choices and their tokens."""
    rows = json.loads(kept)
    return tuple(_choice(parts) for _, *parts in rows), tuple(token for token, *_ in rows)


def dump_attachment(attachment: Attachment | None) -> str | None:
    """JSON of an attachment, None of none."""
    return None if attachment is None else json.dumps([attachment.what, attachment.about])


def load_attachment(kept: str | None) -> Attachment | None:
    """The attachment that `dump_attachment` kept."""
    return None if kept is None else Attachment(*json.loads(kept))


def dump_evidence(evidence: Evidence) -> str:
    """JSON of what was counted about a topic."""
    return json.dumps({name: _jsonable(getattr(evidence, name)) for name in Evidence.__slots__})


def load_evidence(kept: str) -> Evidence:
    """The evidence that `dump_evidence` kept."""
    return Evidence(**json.loads(kept))


def _jsonable(value: Any) -> Any:  # noqa: ANN401 - whatever stands in a field
    return dict(value) if isinstance(value, Mapping) else value


def _plain(value: Value) -> Any:  # noqa: ANN401 - this is what JSON is
    match value:
        case Text(key, args, language):
            spoken = {"language": language} if language else {}
            return {"key": key, "args": {name: _plain(inner) for name, inner in args.items()}, **spoken}
        case date():
            return {"day": value.isoformat()}
        case Spoken(dutch, others):
            return {"dutch": dutch, "others": dict(others)}
        case tuple():
            return {"lines": [_plain(line) for line in value]}
        case str() | int():
            return value


def _value(kept: Any) -> Value:  # noqa: ANN401 - parsed JSON
    match kept:
        case {"day": day}:
            return date.fromisoformat(day)
        case {"dutch": dutch, "others": others}:
            return Spoken(dutch, others)
        case {"lines": lines}:
            return tuple(_text(line) for line in lines)
        case {"key": _}:
            return _text(kept)
        case str() | int():
            return kept
        case _:
            raise ValueError(f"no argument of a text: {kept!r}")


def _text(kept: Any) -> Text:  # noqa: ANN401 - parsed JSON
    args = {name: _value(value) for name, value in kept["args"].items()}
    return Text(kept["key"], args, kept.get("language", ""))


def _plain_choice(choice: Choice) -> list[Any]:
    return [_plain(choice.label), choice.act.verb.value, choice.act.about]


def _choice(parts: list[Any]) -> Choice:
    label, verb, about = parts
    return Choice(_text(label), Act(Verb(verb), about))
