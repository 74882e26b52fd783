"""Rounds to show: a usual month, an empty one, one with few people, one that is too long everywhere."""

from dataclasses import replace
from datetime import date

from domain.actions import ActionStatus
from domain.decisions import Outcome
from domain.messages import Text
from domain.report import (
    Answered,
    Counts,
    FastLane,
    Mention,
    Noticed,
    PassedOn,
    Quote,
    ReportAction,
    ReportDecision,
    ReportTopic,
    RoundReport,
)
from domain.rounds import RoundName


def topic(
    rank: int, title: str, people: int, neighbourhoods: Counts, trend: tuple[int, ...] = ()
) -> ReportTopic:
    """A topic with a third of its people heard by professionals."""
    heard = people // 3
    in_a_row = 1 + next((n for n, before in enumerate(reversed(trend)) if before == 0), len(trend))
    return ReportTopic(
        rank=rank,
        title=title,
        people=people,
        messages=people + 3,
        reason=Text(
            "topic-reason",
            {
                "people": people,
                "neighbourhoods": len(neighbourhoods),
                "rounds": in_a_row,
                "copies": 0,
                "urgent": 0,
            },
        ),
        sources=(("bewoner", people - heard), ("uitvraag", heard)),
        neighbourhoods=neighbourhoods,
        trend=trend,
        rounds_in_a_row=in_a_row,
    )


def empty() -> RoundReport:
    """A month in which nobody said anything."""
    return RoundReport(
        district="De Boomgaard",
        slug="boomgaard",
        round=RoundName("2026-10"),
        starts=date(2026, 10, 1),
        ends=date(2026, 10, 31),
        people=0,
        messages=0,
    )


def october() -> RoundReport:
    """The usual month: 148 people, three rounds before it."""
    return replace(
        empty(),
        people=148,
        messages=173,
        topics=(
            topic(1, "Schimmel in flat De Linde", 16, (("Kweepeer", 16),), (5, 9)),
            topic(2, "Parkeren bij De Notenkraker", 14, (("Appelhof", 8), ("Perenpad", 6)), (0, 11)),
            topic(3, "Huisarts is vol", 13, (("Appelhof", 3), ("Perenpad", 4), ("Kersentuin", 6))),
            topic(4, "Donker pad in park De Bongerd", 9, (("Kweepeer", 7), ("Kersentuin", 2)), (4, 0, 6)),
            topic(5, "Jongeren hebben geen plek", 7, (("Kersentuin", 7),), (2,)),
        ),
        neighbourhoods=(
            ("Appelhof", 52),
            ("Perenpad", 41),
            ("Kersentuin", 33),
            ("Kweepeer", 22),
            ("Walnoot", 0),
        ),
        languages=(("nl", 118), ("tr", 14), ("ar", 11), ("pl", 3), ("uk", 2), ("ti", 0)),
        sources=(("bewoner", 96), ("uitvraag", 38), ("gesprek", 14)),
        others=(Mention("Zwerfvuil bij de glasbak", 6), Mention("Bankjes in het park", 6)),
        previous=Answered(reporters=48, answered=47),
        open_actions=(
            ReportAction(
                "Onveilige oversteek Vlierweg",
                "De gemeente verft een zebrapad en zet borden neer",
                "Gemeente, team verkeer",
                ActionStatus.STARTED,
                date(2026, 11, 20),
            ),
            ReportAction(
                "Eenzaamheid in de flats",
                "Koffie-uur op dinsdag in de hal van De Linde",
                "Team Zorg",
                ActionStatus.DELAYED,
                date(2026, 12, 4),
            ),
        ),
        good_news=(Mention("Burenhulp", 9), Mention("Nieuwe speeltuin", 5)),
        quiet_voice=Mention("Wachtlijst voor de taalles", 4),
        checked=True,
    )


def few() -> RoundReport:
    """Four people about two topics, in the first month of a wijk."""
    return replace(
        empty(),
        people=4,
        messages=6,
        topics=(
            topic(1, "Lamp kapot bij de fietstunnel", 3, (("Appelhof", 3),)),
            topic(2, "Стоянка біля школи завжди переповнена", 1, (("Perenpad", 1),)),
        ),
        neighbourhoods=(("Appelhof", 3), ("Perenpad", 1), ("Kersentuin", 0)),
        languages=(("nl", 3), ("uk", 1)),
        sources=(("bewoner", 4),),
    )


def decided() -> RoundReport:
    """The usual month after the meeting: every topic has its answer."""
    usual = october()
    plan = ReportDecision(
        Outcome.TAKEN_UP,
        "De corporatie meet in alle woningen en begint in portiek 3.",
        "Woningcorporatie",
        "Lijst van woningen met vocht",
        date(2026, 11, 14),
        date(2026, 12, 18),
    )
    no = ReportDecision(Outcome.NOT_NOW, "De gemeente herstelt deze straat in maart al.")
    decisions = (plan, no, replace(no, outcome=Outcome.LATER), replace(no, outcome=Outcome.REFERRED), no)
    topics = tuple(
        replace(one, decision=decision) for one, decision in zip(usual.topics, decisions, strict=True)
    )
    return replace(usual, topics=topics)


LONG = "Wateroverlast en verzakte stoeptegels in de hele Burgemeester van der Boomgaardstraat na een regenbui"
SCRIPTS = (
    LONG,
    "الرطوبة والعفن في شقق بناية دي ليندا منذ ثلاثة أشهر",
    "Gürültü: gençler gece geç saatlere kadar ığdır parkında bağırıyor",
    "Темний прохід через парк, увечері страшно йти з дітьми",
    "Zgłoszenie: śmieci przy kontenerach 🗑 #$*_`<b> 中文",
)


def crowded() -> RoundReport:
    """Everything at its longest: scripts, campaigns, decisions, lists."""
    usual = october()
    names = tuple((f"Buurt met een heel lange naam nummer {n}", 3 + n) for n in range(14))
    plan = replace(decided().topics[0].decision or ReportDecision(Outcome.LATER, ""), sentence=LONG * 4)
    trend = (3, 120, 200, 300, 400, 500, 600)
    topics = tuple(
        replace(
            topic(n + 1, title, 900 - 100 * n, names, trend), campaign=30, decision=plan if n % 2 else None
        )
        for n, title in enumerate(SCRIPTS)
    )
    action = replace(usual.open_actions[0], title=LONG, what=LONG * 2, owner=LONG)
    return replace(
        usual,
        people=12_480,
        messages=31_004,
        topics=topics,
        neighbourhoods=names,
        others=tuple(Mention(LONG * 2, 90) for _ in range(2)),
        good_news=tuple(Mention(LONG, 9) for _ in range(5)),
        quiet_voice=Mention(LONG * 3, 4),
        open_actions=(action,) * 11,
        checked=False,
        model=True,
    )


ARABIC = Quote("الرطوبة في غرفة الأطفال منذ ثلاثة أشهر ولا أحد يأتي، الرقم 12", "ar")
UKRAINIAN = Quote("Увечері там зовсім темно, з дітьми я туди не йду.", "uk")
DUTCH = Quote("smorgens pikkedonker met de kinderen, dat kan toch niet", "nl")


def three() -> RoundReport:
    """Three signals of three people in the first month of a wijk, one topic each."""
    topics = tuple(
        topic(rank, title, 1, ((buurt, 1),))
        for rank, (title, buurt) in enumerate(
            (
                ("Lamp kapot bij de fietstunnel", "Appelhof"),
                ("Geen bankje bij de bushalte", "Perenpad"),
                ("Wachttijd bij de huisarts", "Appelhof"),
            ),
            1,
        )
    )
    return replace(
        few(), people=3, messages=3, topics=topics, languages=(("nl", 3),), sources=(("bewoner", 3),)
    )


SIXTY = (
    "Te hard rijden op de Vlierweg bij de oversteek van de school",
    "Schimmel en vocht in de slaapkamers van flat De Linde noord",
    "Wachtlijst van een half jaar voor de taalles in het buurthuis",
    "Jongeren hebben geen plek om af te spreken na acht uur savonds",
    "Zwerfvuil en grof vuil naast de containers op het Elzenplein",
)
"""Titles of sixty characters."""


def sixty() -> RoundReport:
    """The usual month with long titles."""
    usual = october()
    topics = tuple(replace(one, title=title) for one, title in zip(usual.topics, SIXTY, strict=True))
    return replace(usual, topics=topics)


def quoted() -> RoundReport:
    """The usual month with approved quotes in three languages."""
    usual = october()
    first, second, third, fourth, fifth = usual.topics
    topics = (
        replace(first, quotes=(ARABIC,)),
        second,
        replace(third, quotes=(Quote("Doktor yeni hasta almıyor", "tr"),)),
        replace(fourth, quotes=(UKRAINIAN, DUTCH)),
        fifth,
    )
    return replace(usual, topics=topics)


def twelve() -> RoundReport:
    """The usual month in a wijk of twelve buurten, two of them silent and two with few people."""
    names = (
        ("Appelhof", 31), ("Perenpad", 24), ("Kersentuin", 19), ("Kweepeer-Noord", 17), ("Kweepeer-Zuid", 14),
        ("Walnootsingel", 12), ("Pruimenlaan en omgeving", 11), ("Elzenplein", 9), ("De Bongerd", 7),
        ("Vruchtenbuurt-Oost", 3), ("Vlierkwartier", 1), ("Bedrijvenpark De Mispel", 0),
    )  # fmt: skip
    return replace(october(), neighbourhoods=names)


def everything(*, decided_too: bool = False) -> RoundReport:
    """Everything filled at once: long titles, quotes, twelve buurten, actions and all cards."""
    quotes = ((ARABIC, DUTCH), (DUTCH,), (UKRAINIAN,), (ARABIC, UKRAINIAN), (DUTCH, ARABIC))
    answers = decided().topics
    topics = tuple(
        replace(
            one,
            quotes=said,
            campaign=6 if one.rank == 1 else 0,
            decision=answer.decision if decided_too else None,
        )
        for one, said, answer in zip(sixty().topics, quotes, answers, strict=True)
    )
    if decided_too:
        fourth = topics[3].decision or ReportDecision(Outcome.REFERRED, "")
        referred = replace(fourth, referred_to="Gemeente, afdeling openbare ruimte")
        first = topics[0].decision or ReportDecision(Outcome.TAKEN_UP, "")
        topics = (
            replace(topics[0], decision=replace(first, partners="huurdersvereniging, Team Zorg")),
            *topics[1:3],
            replace(topics[3], decision=referred),
            topics[4],
        )
    running = october().open_actions
    return replace(
        twelve(),
        topics=topics,
        previous=Answered(reporters=48, answered=47, in_time=45, median_days=11),
        open_actions=(
            replace(running[0], partners="school, politie", noticed=Noticed(14, 6, 5, 0)),
            replace(running[1], partners="huurdersvereniging"),
            ReportAction(
                "Lampen bij flat De Linde",
                "De corporatie plaatst twee nieuwe lampen bij de ingang",
                "Woningcorporatie",
                ActionStatus.DONE,
                date(2026, 10, 16),
                noticed=Noticed(2, 1, 1, 0),
            ),
        ),
        passed_on=(
            PassedOn("Losse stoeptegels in de Pruimenlaan", 7, "Gemeente, meldpunt openbare ruimte"),
            PassedOn("Bus rijdt niet meer na acht uur", 5, "Vervoerder"),
        ),
        fast_lane=FastLane(yes=4, no=1, waiting=2, late=1),
        skipped_asks=23,
    )


def after_the_meeting() -> RoundReport:
    """The same when all is decided."""
    return everything(decided_too=True)
