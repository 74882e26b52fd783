"""One place is kept for people who are seldom heard."""

from bundling.quiet import quiet_voice
from domain.messages import Text
from domain.topics import Evidence, Topic


def topic(name: str, people: int, language: str) -> Topic:
    """A topic of people who all speak one language."""
    counts = {language: people}
    return Topic(
        Text(name), (name,), Evidence(people, people, float(people), {}, {}, counts), people, Text("x")
    )


TEN = [topic(f"t{n}", 20 - n, "nl") for n in range(10)]


def test_the_first_topic_of_people_heard_less_is_the_quiet_voice() -> None:
    """Outside the first ten, three people of a language seldom heard go before more of a common one."""
    lower = [topic("dutch", 8, "nl"), topic("two", 2, "tr"), topic("quiet", 3, "tr"), topic("later", 3, "tr")]
    found = quiet_voice([*TEN, *lower])
    assert found is not None
    assert found.signals == ("quiet",)


def test_nobody_is_heard_less_when_all_speak_alike() -> None:
    """Without groups that are heard less there is no quiet voice, nor in a short list or an empty one."""
    assert quiet_voice([*TEN, topic("more", 9, "nl")]) is None
    assert quiet_voice([topic("quiet", 3, "tr"), *TEN[:5]]) is None
    assert quiet_voice([]) is None


def test_a_topic_in_the_first_ten_needs_no_help() -> None:
    """Who stands high is heard already."""
    assert quiet_voice([topic("quiet", 3, "tr"), *TEN]) is None
