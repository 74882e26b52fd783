"""Feedback of rounds, to be shown in every shape."""

from dataclasses import replace
from datetime import date

from domain.actions import ActionStatus
from domain.decisions import Outcome
from domain.report import Noticed
from domain.rounds import RoundName
from domain.telling import RoundFeedback, TopicFeedback
from reports.feedback import Ways

LINK = "https://t.me/wijksignaal_bot?start=boomgaard"
WAYS = Ways(LINK, "Buurthuis De Boomgaard, dinsdag van 10 tot 12 uur")

MOULD = TopicFeedback(
    1,
    "Schimmel in flat De Linde",
    16,
    Outcome.TAKEN_UP,
    "De corporatie meet in alle woningen en begint in portiek 3.",
    owner="De woningcorporatie",
    first_step_on=date(2026, 11, 18),
    check_on=date(2027, 1, 15),
    status=ActionStatus.STARTED,
    news="In 12 van de 40 woningen is gemeten.",
    noticed=Noticed(yes=8, no=6),
)
PARKING = TopicFeedback(
    2,
    "Parkeren bij de school",
    14,
    Outcome.TAKEN_UP,
    "De gemeente zet borden neer en praat met de school.",
    owner="De gemeente",
    first_step_on=date(2026, 11, 18),
    check_on=date(2027, 1, 8),
    status=ActionStatus.PLANNED,
)
DOCTOR = TopicFeedback(
    3,
    "Huisarts is vol",
    9,
    Outcome.REFERRED,
    "De huisartsen zoeken zelf een dokter.",
    referred_to="Team Zorg",
)
STONE = TopicFeedback(4, "Stoep kapot", 5, Outcome.NOT_NOW, "De gemeente maakt de stoep in maart al.")
BUS = TopicFeedback(5, "Bus op zondag", 3, Outcome.LATER, "In het voorjaar praten wij met de busdienst.")


def october() -> RoundFeedback:
    """Five topics, two of them taken up."""
    topics = (MOULD, PARKING, DOCTOR, STONE, BUS)
    ends = date(2026, 10, 31)
    return RoundFeedback(
        "De Boomgaard", "boomgaard", RoundName("2026-10"), ends, 148, topics, date(2027, 1, 8)
    )


def nothing() -> RoundFeedback:
    """Nobody said anything."""
    return replace(october(), people=0, topics=())


def waiting() -> RoundFeedback:
    """One answer is approved, four wait for a check."""
    return replace(october(), topics=(STONE,), waiting=4)


def impossible() -> RoundFeedback:
    """What was taken up did not work out."""
    failed = replace(
        MOULD, status=ActionStatus.IMPOSSIBLE, news="Het dak moet eerst gemaakt worden.", check_on=None
    )
    return replace(october(), topics=(failed,))


def crowded() -> RoundFeedback:
    """Everything as long as it may be."""
    long = "Dit is een zin van het wijkverband die zo lang is als hij mag zijn. " * 6
    topics = tuple(
        replace(
            topic,
            title=f"Een heel lange titel van zestig tekens over onderwerp {topic.rank}",
            sentence=long[:400],
            news=long[:400],
        )
        for topic in (MOULD, PARKING, replace(MOULD, rank=3), STONE, DOCTOR)
    )
    return replace(october(), topics=topics, waiting=0)
