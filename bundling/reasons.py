"""Why a topic stands where it stands, in one sentence that anybody can check."""

from domain.messages import Text
from domain.topics import Evidence

_COPIES_SHOWN = 3


def reason(found: Evidence) -> Text:
    """People, buurten, rounds in a row, copies and hazards; what is nothing special is not said."""
    return Text(
        "topic-reason",
        {
            "people": found.people,
            "neighbourhoods": len(found.neighbourhoods),
            "rounds": found.rounds_before + 1,
            "copies": found.campaign if found.campaign >= _COPIES_SHOWN else 0,
            "urgent": found.urgent if found.urgent > 1 else 0,
        },
    )
