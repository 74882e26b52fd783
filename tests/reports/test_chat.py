"""The report in the chat."""

from dataclasses import replace

import pytest

from domain.messages import Text
from domain.report import RoundReport
from reports.chat import LONGEST, chat_text
from reports.wording import Say
from tests.reports import examples
from tests.reports.conftest import say_in


def _units(words: str) -> int:
    return len(words.encode("utf-16-le")) // 2


def test_a_usual_month_is_one_message(report: RoundReport, say: Say) -> None:
    """Who was heard, the five in order, and the agenda stand in one message."""
    (message,) = chat_text(report, say)
    words = say(message)
    assert words.startswith(
        "Ronde oktober 2026, De Boomgaard. 148 mensen, 4 buurten, 5 talen.\n\n1. Schimmel"
    )
    assert [words.index(f"\n{topic.rank}. {topic.title}\n") for topic in report.topics] == sorted(
        words.index(topic.title) - 4 for topic in report.topics
    )
    assert (
        "1. Schimmel in flat De Linde\n"
        "16 verschillende buurtgenoten uit 1 buurt, derde ronde op rij. Eerder 5, 9, nu 16.\n"
        "Buurten: Kweepeer. Via: bewoners zelf 11, professionals 5.\n"
    ) in words
    assert "Stille stem: Wachtlijst voor de taalles (4 mensen, zelden gehoord)." in words
    assert "Vorige ronde: 47 van de 48 melders kregen antwoord." in words
    assert "Agenda: top 5 (5 min), kiezen (10 min), wat koppelen we terug (5 min)." in words


def test_small_groups_have_no_number(report: RoundReport, say: Say) -> None:
    """A buurt with three people says so in words; two buurten of which one is small have no number at all."""
    words = say(chat_text(report, say)[0])
    assert "Buurten: Kersentuin 6, Appelhof minder dan 5, Perenpad minder dan 5." in words
    assert "Buurten: Kersentuin, Kweepeer." in words


def test_a_group_too_small_to_split_is_one_number(say: Say) -> None:
    """Of three people from one buurt the buurt is not told."""
    words = say(chat_text(examples.few(), say)[0])
    assert "1. Lamp kapot bij de fietstunnel\n" in words
    assert "Appelhof" not in words


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("round_", [examples.october, examples.crowded, examples.decided, examples.few])
def test_no_message_is_too_long(round_: object, language: str) -> None:
    """Every message fits every platform, and every piece has its words."""
    assert callable(round_)
    said = [say_in(language)(text) for text in chat_text(round_(), say_in("nl"))]
    assert all(_units(words) < 2_500 for words in said)
    assert not [words for words in said if "{" in words]


def test_a_long_report_is_split_between_topics(say: Say) -> None:
    """The first message starts with the header, and each topic stands in one message as a whole."""
    said = [say(text) for text in chat_text(examples.crowded(), say)]
    assert len(said) > 1
    assert said[0].startswith("Ronde oktober 2026")
    assert all(_units(words) <= LONGEST for words in said)
    assert [words[:2] for words in said[1:]] == ["3.", "5."]


def test_a_month_without_signals(say: Say) -> None:
    """Nothing came in: it says so, and the agenda asks how to hear more people."""
    words = say(chat_text(examples.empty(), say)[0])
    assert words.startswith("Ronde oktober 2026, De Boomgaard. Er kwamen geen signalen binnen.")
    assert "hoe horen we meer mensen (10 min)" in words


def test_what_no_person_saw_is_provisional(report: RoundReport, say: Say) -> None:
    """Only a report that nobody looked at is called provisional."""
    assert "Voorlopig" not in say(chat_text(report, say)[0])
    assert "Voorlopig, niet nagekeken." in say(chat_text(replace(report, checked=False), say)[0])


def test_copies_are_told(report: RoundReport, say: Say) -> None:
    """Many people with the same words are marked; how many is told only of groups that may be told."""
    first = replace(report.topics[0], campaign=9)
    nearly_all = replace(report.topics[1], campaign=12)
    words = say(chat_text(replace(report, topics=(first, nearly_all)), say)[0])
    assert "Let op: 9 mensen stuurden bijna dezelfde woorden." in words
    assert "Let op: een aantal mensen stuurde bijna dezelfde woorden." in words
    assert "12 mensen stuurden" not in words


def test_a_topic_that_comes_back(report: RoundReport, say: Say) -> None:
    """After a round without it a topic has its earlier numbers."""
    back = replace(report.topics[0], trend=(6, 0), rounds_in_a_row=1)
    assert "Eerder 6, 0, nu 16." in say(chat_text(replace(report, topics=(back,)), say)[0])


def test_people_of_two_sources(report: RoundReport, say: Say) -> None:
    """Of people who were heard in two ways both ways are told."""
    both = replace(report.topics[0], sources=(("bewoner", 16), ("uitvraag", 7)))
    assert "Via: bewoners zelf 16, professionals 7." in say(
        chat_text(replace(report, topics=(both,)), say)[0]
    )


def test_the_sentence_of_the_ranking_names_no_small_group(report: RoundReport, say: Say) -> None:
    """Two people who tell of danger are not counted aloud; nine of sixteen are."""
    usual = report.topics[0]
    args = {**usual.reason.args, "copies": 13}
    few, many = (replace(usual, reason=Text("topic-reason", {**args, "urgent": n})) for n in (2, 9))
    assert "over gevaar" not in say(chat_text(replace(report, topics=(few,)), say)[0])
    words = say(chat_text(replace(report, topics=(many,)), say)[0])
    assert "van wie 9 over gevaar vertellen" in words
    assert "13 gelijkluidende" not in words


def test_decisions_end_the_agenda(say: Say) -> None:
    """When all five have an answer, each is told and there is nothing left to choose."""
    words = "\n".join(say(text) for text in chat_text(examples.decided(), say))
    assert "Besluit: Opgepakt. De corporatie meet in alle woningen" in words
    assert "Eigenaar: Woningcorporatie." in words
    assert words.count("Besluit: ") == 5
    assert "Agenda" not in words


def test_words_of_people_stay_words(report: RoundReport, say: Say) -> None:
    """A title that looks like a placeable is shown as it was typed."""
    odd = replace(report.topics[0], title="{ $people } *vet* <b>", reason=Text("report-topic-new"))
    assert "1. { $people } *vet* <b>\n" in say(chat_text(replace(report, topics=(odd,)), say)[0])


def test_a_full_round_is_a_few_messages(say: Say) -> None:
    """One quote a topic, in its own language; the link stands under the header; each message fits."""
    said = [say(text) for text in chat_text(examples.everything(), say, "https://wijk.example/report/x")]
    words = "\n".join(said)
    assert len(said) <= 3
    assert said[0].splitlines()[1] == "Bekijk op de pagina: https://wijk.example/report/x"
    assert words.count("(Arabisch)") == 2
    assert "Wij stelden 23 vragen niet" in words
