"""Wijken to show: one where nothing was decided yet, a usual one, one that is too long everywhere."""

from dataclasses import replace
from datetime import UTC, date, datetime

from domain.actions import ActionStatus
from domain.agreements import Part, Rung, Version
from domain.decisions import Outcome
from domain.folder import AnsweredRound, Door, WijkPage
from domain.people import Role
from domain.report import Answered, Noticed
from domain.rounds import RoundName
from domain.telling import RoundFeedback, TopicFeedback

TELEGRAM = Door("telegram", "https://t.me/wijksignaal_bot?start=boomgaard")
MATRIX = Door("matrix", "https://matrix.to/#/@wijksignaal:example.org")
AGREED = datetime(2026, 9, 3, 12, 0, tzinfo=UTC)


def empty() -> WijkPage:
    """A wijk that begins: nothing was decided, nothing agreed, and there is no link."""
    return WijkPage(
        district="De Boomgaard",
        slug="boomgaard",
        contact="",
        today=date(2026, 10, 5),
        collects_until=date(2026, 10, 31),
        promise_on=date(2026, 11, 8),
    )


def housing() -> Version:
    """An agreement with every part."""
    return Version(
        9,
        {
            Part.QUESTION: "Hoe worden de flats aan de Lindelaan weer droog, voor de gezinnen die er wonen?",
            Part.RESULT: "Voor de winter heeft geen woning meer schimmel.",
            Part.FORM: "Buurtgesprekken in De Notenkraker, elke maand. Het welzijnswerk organiseert ze.",
            Part.EFFECT: "Het wijkverband, elke eerste dinsdag. De corporatie beslist over het geld.",
            Part.FEEDBACK: "Elke melder hoort het binnen 5 weken in de chat. De coordinator zorgt ervoor.",
            Part.INFLUENCE: "Welke portieken het eerst aan de beurt zijn.",
            Part.NO_INFLUENCE: "De huur. Die staat in de wet.",
            Part.RUNG: Rung.ADVISE.value,
        },
        AGREED,
        Role.COORDINATOR,
        Part.RUNG,
        AGREED,
        Role.COORDINATOR,
    )


def path() -> TopicFeedback:
    """Taken up and done; most reporters notice it."""
    return TopicFeedback(
        rank=1,
        title="Donker pad door park De Bongerd",
        people=16,
        outcome=Outcome.TAKEN_UP,
        sentence="De gemeente plaatst 2 nieuwe lampen langs het pad.",
        owner="Jamila - gemeente",
        status=ActionStatus.DONE,
        news="De lampen hangen er sinds 12 januari.",
        noticed=Noticed(yes=9, some=3, no=0),
    )


def october() -> RoundFeedback:
    """A usual round: one done, one running, one not now, one passed on."""
    topics = (
        path(),
        TopicFeedback(
            rank=2,
            title="Schimmel in flat De Linde",
            people=14,
            outcome=Outcome.TAKEN_UP,
            sentence="De corporatie meet in alle woningen en begint in portiek 3.",
            owner="De corporatie",
            first_step_on=date(2026, 12, 18),
            check_on=date(2027, 1, 15),
            status=ActionStatus.STARTED,
            news="De eerste 12 woningen zijn gemeten.",
        ),
        TopicFeedback(
            rank=3,
            title="Stoep kapot Pruimenlaan",
            people=7,
            outcome=Outcome.NOT_NOW,
            sentence="De gemeente repareert de stoepen van uw straat in maart al.",
        ),
        TopicFeedback(
            rank=4,
            title="Huisarts is vol",
            people=4,
            outcome=Outcome.REFERRED,
            sentence="De huisartsen zoeken zelf een nieuwe dokter. Wij vragen in januari hoe het gaat.",
            referred_to="de huisartsen",
        ),
    )
    return RoundFeedback(
        "De Boomgaard",
        "boomgaard",
        RoundName("2026-10"),
        date(2026, 10, 31),
        148,
        topics,
        date(2027, 1, 15),
        waiting=1,
    )


def usual() -> WijkPage:
    """A wijk after its first round."""
    return replace(
        empty(),
        contact="Bel de wijkcoordinator: 010 - 123 45 67, op werkdagen van 9 tot 12 uur.",
        today=date(2027, 1, 20),
        collects_until=date(2027, 1, 31),
        promise_on=date(2027, 2, 8),
        choosing=date(2026, 12, 31),
        told=(october(),),
        answered=AnsweredRound(date(2026, 10, 31), Answered(48, 47)),
        agreements=(("housing", housing()),),
        doors=(TELEGRAM, MATRIX),
        address="https://wijk.example.org/wijk/boomgaard",
    )


def much() -> WijkPage:
    """Six rounds, five topics each with titles of 60 characters, names in Arabic, eight agreements."""
    titles = (
        "Schimmel en vocht in de slaapkamers van flat De Linde aan de",
        "حديقة الأطفال بجانب مدرسة النوتنكراكر مكسورة منذ شهر كامل",
        "Hardrijden en gevaarlijk oversteken op de Vlierweg bij de sc",
        "Verkeersveiligheidsmaatregelenoverleg Kweepeer-Noordoostzijd",
        'Het <b>plein</b> & de "banken" bij het winkelcentrum \'t Hoef',
    )
    statuses = (*(one for one in ActionStatus), None)
    rounds = tuple(
        RoundFeedback(
            "De Boomgaard en omstreken van Kweepeer-Noordoost",
            "boomgaard",
            RoundName(f"2026-{month:02}"),
            date(2026, month, 28),
            1_480,
            tuple(
                TopicFeedback(
                    rank=rank,
                    title=title,
                    people=120 - 20 * rank,
                    outcome=Outcome.TAKEN_UP if statuses[(rank + month) % 6] else Outcome.LATER,
                    sentence="Wij doen dit samen met bewoners. " * 11,
                    owner="مركز الحي - بيت الجيران"
                    if rank == 2
                    else "Team Zorg en Welzijn Kweepeer-Noordoost",
                    first_step_on=date(2026, 12, 1),
                    check_on=date(2027, 1, 15),
                    status=statuses[(rank + month) % 6],
                    news="Er is hard gewerkt en het is bijna klaar." if rank % 2 else "",
                    noticed=Noticed(40, 30, 20, 10),
                )
                for rank, title in enumerate(titles, 1)
            ),
        )
        for month in range(9, 3, -1)
    )
    themes = ("housing", "traffic", "care", "safety", "together", "Honden", "لقاء الجيران", "work")
    return replace(
        usual(),
        district="De Boomgaard en omstreken van Kweepeer-Noordoost",
        told=rounds,
        agreements=tuple((theme, housing()) for theme in themes),
    )
