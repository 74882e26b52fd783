"""The coordinator: inviting, sorting topics, seeing what waits, and handing over."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.decisions import Outcome
from domain.events import Invited, SameTopic, TopicTitled
from domain.feedback import Draft, FeedbackKind
from domain.heard import Command, Said
from domain.invitations import Grant, hash_of
from domain.messages import Act, Attachment, Verb
from domain.people import Person
from domain.rounds import RoundStatus
from domain.signals import SignalNumber
from handlers import coordinator
from handlers.states import Idle, Inviting, Planning, PlanPart
from handlers.turn import Overview, TopicNow
from tests.handlers.spoken import (
    COORDINATOR,
    EXPERT,
    NOW,
    PARTNER,
    PROFESSIONAL,
    RESIDENT,
    ROOM,
    Dialogue,
    meeting,
    situation,
)

CODE = "c" * 22
TOPICS = (
    TopicNow("Schimmel flat De Linde", 9, SignalNumber("2026-0001")),
    TopicNow("Parkeren bij school", 6, SignalNumber("2026-0002")),
    TopicNow("Vocht in de berging", 1, SignalNumber("2026-0003")),
)


@pytest.fixture
def chat() -> Dialogue:
    """The coordinator's own chat, with three topics so far."""
    return Dialogue(replace(situation(COORDINATOR), topics=TOPICS))


# --- inviting ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("button", "grant"),
    [
        ("Professional", Grant.PROFESSIONAL),
        ("Vrijwilliger", Grant.VOLUNTEER),
        ("Ervaringsdeskundige", Grant.EXPERT),
        ("Lid van het wijkverband", Grant.PARTNER),
        ("Coordinator", Grant.COORDINATOR),
    ],
)
def test_somebody_is_invited_in_two_steps(chat: Dialogue, button: str, grant: Grant) -> None:
    """As what, and for which organisation; the code is shown once and only its hash is kept."""
    assert chat.says("uitnodigen").startswith("Wie wilt u uitnodigen?")
    assert chat.taps(button) == "Voor wie? Typ de organisatie of de rol, geen naam van een persoon."
    shown = chat.says("Team  Zorg")
    assert shown.startswith(f"Uitnodiging voor Team Zorg, als: {button}.")
    assert CODE in shown
    assert chat.turn.messages[0].attachment == Attachment("qr", CODE)
    invited = Invited(hash_of(CODE), grant, "boomgaard", NOW + timedelta(hours=72), "Team Zorg")
    assert chat.events == [invited]
    assert CODE not in repr(chat.events)


def test_a_group_is_invited_in_one_step(chat: Dialogue) -> None:
    """A group needs no label."""
    chat.says("uitnodigen")
    assert "Typ in de groep deze code: " + CODE in chat.taps("Groep van het wijkverband")
    (event,) = chat.events
    assert isinstance(event, Invited)
    assert (event.grant, event.label) == (Grant.ROOM, "")


def test_a_label_is_short(chat: Dialogue) -> None:
    """Too long or no words is asked again; `annuleer` leaves it."""
    assert chat.presses(Act(Verb.INVITE)).startswith("Wie wilt u uitnodigen?")
    chat.taps("Professional")
    assert chat.says("a" * 61).startswith("Typ de organisatie of de rol, in hooguit 60 tekens.")
    empty = coordinator.said(chat.now, Said("", photo="f"))
    assert empty is not None
    assert empty.state == Inviting(Grant.PROFESSIONAL)
    assert chat.says("annuleer") == "Gestopt. Er is niets veranderd."
    assert chat.now.state == Idle()
    assert not chat.events


@pytest.mark.parametrize("lacking", [{"codes": ()}, {"person": replace(COORDINATOR, district=None)}])
def test_without_a_code_nobody_is_invited(chat: Dialogue, lacking: dict[str, object]) -> None:
    """It says so, and promises nothing."""
    chat.given(state=Inviting(Grant.PARTNER), **lacking)
    assert chat.says("Team Zorg") == "Uitnodigen lukt nu niet. Probeer het later nog eens."
    assert not chat.events


def test_handing_over_asks_first(chat: Dialogue) -> None:
    """The role moves when the other person uses the code, not before."""
    asked = chat.says("draag over")
    assert asked.endswith("[Ja, draag over] [Nee, ik blijf]")
    assert chat.taps("Nee, ik blijf") == "Goed. U blijft coordinator."
    chat.says("draag over")
    assert chat.taps("Ja, draag over").startswith("Voor wie?")
    assert chat.says("Welzijn De Boom").startswith(
        "Uitnodiging om uw rol over te nemen, voor Welzijn De Boom."
    )
    (event,) = chat.events
    assert isinstance(event, Invited)
    assert (event.grant, event.replaces) == (Grant.COORDINATOR, COORDINATOR.key)


# --- topics ------------------------------------------------------------------------------------


def test_topics_are_listed_with_numbers(chat: Dialogue) -> None:
    """With people, and what can be done with them."""
    said = chat.says("onderwerpen")
    assert said.startswith("De onderwerpen tot nu toe:\n1. Schimmel flat De Linde (9 mensen)\n2. Parkeren")
    assert "3. Vocht in de berging (1 mens)\n" in said
    chat.given(topics=TOPICS * 7)
    assert "\nEn nog 1 onderwerp.\n" in chat.presses(Act(Verb.SHOW_TOPICS))
    chat.given(topics=())
    assert chat.says("onderwerpen") == "Er zijn nog geen onderwerpen in deze ronde."
    assert chat.says("voeg samen 1 2") == "Er zijn nog geen onderwerpen in deze ronde."


@pytest.mark.parametrize("typed", ["voeg samen 1 3", "voeg samen 1 en 3", "samenvoegen 1+3"])
def test_two_topics_become_one(chat: Dialogue, typed: str) -> None:
    """The answer names both, since numbers move when new signals come; it can be undone."""
    said = chat.says(typed)
    assert said.startswith('"Schimmel flat De Linde" en "Vocht in de berging" zijn nu één onderwerp.')
    one, other = SignalNumber("2026-0001"), SignalNumber("2026-0003")
    assert chat.taps("Toch niet") == "Goed, deze twee blijven apart."
    assert chat.events == [SameTopic(one, other, same=True), SameTopic(one, other, same=False)]


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("voeg samen", "Typ twee nummers uit de lijst"),
        ("voeg samen 2", "Typ twee nummers uit de lijst"),
        ("voeg samen 2 2", "Typ twee nummers uit de lijst"),
        ("voeg samen 1 2 3", "Typ twee nummers uit de lijst"),
        ("voeg samen 1 9", "Dat nummer is er niet. Er zijn 3 onderwerpen."),
        ("voeg samen 0 1", "Dat nummer is er niet."),
        ("titel", "Typ het nummer en de nieuwe titel"),
        ("titel 3", "Typ het nummer en de nieuwe titel"),
        ("titel 9 Lamp", "Dat nummer is er niet."),
        ("titel 1 " + "a" * 61, "Die titel heeft 61 tekens. Hooguit 60 past op het verslag."),
    ],
)
def test_what_cannot_be_sorted_is_said(chat: Dialogue, typed: str, answer: str) -> None:
    """A clear answer, and nothing changes."""
    assert chat.says(typed).startswith(answer)
    assert not chat.events


def test_a_topic_gets_a_better_title(chat: Dialogue) -> None:
    """Tied to the signal at its heart, so that it outlives a new bundling."""
    said = chat.says("titel 2 Onveilig  parkeren bij de school")
    assert said == '"Parkeren bij school" heet nu "Onveilig parkeren bij de school".'
    assert chat.events == [TopicTitled(SignalNumber("2026-0002"), "Onveilig parkeren bij de school")]


# --- what waits, and the report ----------------------------------------------------------------


def test_what_waits_is_told_in_words(chat: Dialogue) -> None:
    """Each count with what to do, the most pressing first, and no line for what is zero."""
    chat.given(
        overview=Overview(12, 14, 1, 2, 3, 1, room_bound=False, overdue=1, small_requests=2),
        drafts=(Draft(5, FeedbackKind.CHOSEN, "Lamp", 3, "Er komen lampen."),),
    )
    assert chat.says("wacht") == (
        "Deze ronde vertelden mensen 14 dingen (12 mensen).\n"
        "1 melder wacht langer dan beloofd. Zorg dat die nu iets hoort.\n"
        "1 tekst voor melders wacht op nakijken. Typ controleer.\n"
        "2 kleine vragen wachten op een ja of nee. Typ snel.\n"
        "5 onderwerpen van de top 5 hebben nog geen antwoord. Typ begin.\n"
        "1 bericht kon ik niet lezen. De beheerder kan het bekijken.\n"
        "1 antwoord kon niet verstuurd worden. De beheerder kan het bekijken.\n"
        "2 mensen zijn niet te bereiken. Antwoorden gaan mee als zij terugkomen.\n"
        "3 berichten worden nog verstuurd.\n"
        "Er is nog geen groep van het wijkverband. Typ uitnodigen.\n"
        "[Controleer] [Onderwerpen]"
    )


def test_nothing_waits(chat: Dialogue) -> None:
    """Said in one line, whether the round is answered, closed or was never there."""
    answered = tuple(replace(topic, outcome=Outcome.LATER) for topic in meeting().topics)
    tables = (None, meeting(status=RoundStatus.CLOSED), replace(meeting(), topics=answered))
    for table in tables:
        chat.given(overview=Overview(room_bound=True), meeting=table)
        assert chat.says("wacht") == (
            "Deze ronde kwam er nog niets binnen.\nEr wacht niets op u.\n[Onderwerpen]"
        )
    chat.given(overview=None)
    assert chat.says("wacht").endswith("Typ uitnodigen.\n[Onderwerpen]")


def test_the_report_comes_again(chat: Dialogue) -> None:
    """With Begin as long as there is something to choose; also for partners, also in the room."""
    file = "Het hele verslag, om te printen of door te sturen."
    assert chat.says("verslag") == f"Het verslag van de laatste ronde.\n{file}\n[Begin]"
    sent = [one.attachment.what for one in chat.turn.messages if one.attachment]
    assert sent == ["report-picture", "report"]
    chat.given(report_page="https://wijk.example/r")
    assert chat.says("verslag").endswith(f"{file}\nBekijk op de pagina: https://wijk.example/r\n[Begin]")
    chat.given(person=PARTNER, room=ROOM, state=Planning(11, PlanPart.WHAT))
    assert chat.presses(Act(Verb.SHOW_REPORT)).startswith("Het verslag")
    assert chat.now.state == Planning(11, PlanPart.WHAT)
    chat.given(meeting=meeting(status=RoundStatus.CLOSED))
    assert "[Begin]" not in chat.says("verslag")
    chat.given(meeting=None)
    assert chat.says("verslag") == (
        "Er ligt nu geen verslag op tafel. Deze ronde loopt tot en met 30 november, daarna komt het verslag."
    )
    chat.given(district=None)
    assert chat.says("verslag") == "Er ligt nu geen verslag op tafel."


# --- who may, and where ------------------------------------------------------------------------


@pytest.mark.parametrize("who", [PARTNER, PROFESSIONAL, EXPERT])
@pytest.mark.parametrize(
    "word", ["onderwerpen", "voeg samen 1 2", "titel 1 Lamp", "wacht", "uitnodigen", "draag over"]
)
def test_only_the_coordinator(chat: Dialogue, who: Person, word: str) -> None:
    """Whoever has another role gets one friendly line."""
    chat.given(person=who)
    assert chat.says(word) == "Dat kan alleen de coordinator van de wijk."
    assert not chat.events


def test_buttons_are_for_the_coordinator_too(chat: Dialogue) -> None:
    """A button of before the role ended does nothing; nor does the label that was asked."""
    chat.given(person=EXPERT)
    acts = (
        Act(Verb.INVITE, "partner"),
        Act(Verb.HAND_OVER),
        Act(Verb.OTHER_TOPIC, "2026-0001+2026-0002"),
        Act(Verb.SHOW_TOPICS),
    )
    for act in acts:
        assert chat.presses(act) == "Dat kan alleen de coordinator van de wijk."
    told = "Dat kan alleen iemand van het wijkverband, of de coordinator."
    assert chat.presses(Act(Verb.SHOW_REPORT)) == told
    chat.given(state=Inviting(Grant.PARTNER))
    assert chat.says("Team Zorg") == "Dat kan alleen de coordinator van de wijk."
    assert chat.now.state == Idle()
    assert not chat.events


def test_not_in_the_group(chat: Dialogue) -> None:
    """Codes and topics stay in the coordinator's own chat."""
    chat.given(room=ROOM)
    for word in ("uitnodigen", "onderwerpen", "wacht"):
        assert chat.says(word) == "Dat doen we in uw eigen chat met mij, niet in de groep."
    assert chat.presses(Act(Verb.INVITE, "partner")).startswith("Dat doen we in uw eigen chat")


def test_other_words_and_buttons_are_not_ours(chat: Dialogue) -> None:
    """A resident who says these words says something else."""
    resident = replace(chat.now, person=RESIDENT)
    for command in (Command.TOPICS, Command.MERGE, Command.WAITING, Command.REPORT, Command.INVITE):
        assert coordinator.commanded(resident, command, "") is None
    assert coordinator.commanded(chat.now, Command.WAITING, "even") is None
    assert coordinator.commanded(chat.now, Command.CANCEL, "") is None
    assert coordinator.commanded(chat.now, Command.STATUS, "") is None
    assert coordinator.said(chat.now, Said("een lamp kapot")) is None
    for act in (Act(Verb.OTHER_TOPIC), Act(Verb.KEEP), Act(Verb.WIPE)):
        assert coordinator.pressed(chat.now, act) is None
