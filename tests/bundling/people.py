"""Short ways to write what people say, for the tests of this room."""

from bundling.items import RESIDENT, Item
from domain.topics import SignalKey, Topic


def said(text: str, key: SignalKey, reporter: str = "", **more: str) -> Item:
    """A signal; without a reporter each signal has one of its own."""
    return Item(
        id=key,
        text=text,
        reporter=reporter or f"r{key}",
        source=more.get("source", RESIDENT),
        neighbourhood=more.get("buurt", ""),
        language=more.get("lang", ""),
        respondent=more.get("respondent", ""),
    )


def all_said(*texts: str, start: int = 1) -> list[Item]:
    """A signal for each text, numbered from `start`."""
    return [said(text, number) for number, text in enumerate(texts, start)]


def together(topics: tuple[Topic, ...]) -> set[frozenset[SignalKey]]:
    """The topics as sets of ids: what stands with what."""
    return {frozenset(topic.signals) for topic in topics}
