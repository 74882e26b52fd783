"""One round, from the first message to the answer after "done". Told once, played on every platform.

Whatever is said here is what a person could say; whatever is waited for is what a person must hear.
"""

import re
from dataclasses import dataclass
from datetime import datetime

from domain.districts import NETHERLANDS
from tests.whole_round.cast import GROUP
from tests.whole_round.stage import Line, Stage

STARTS = datetime(2026, 10, 5, 10, tzinfo=NETHERLANDS)
ROUND = "2026-10"
LAMP = "die lantaarn bij het paadje achter de flat is al weken stuk, smorgens pikkedonker met de kinderen"
LAMP_TOO = "de lantaarn bij het paadje achter de flat is stuk, het is daar pikkedonker"
DOCTOR = "huisarts neemt niemand meer aan, ze rijdt nu naar de stad"
HELP = "helpen elkaar met boodschappen"
BENCHES = "te weinig bankjes op het plein voor ouderen"
REFUSE = "containers bij de winkels zijn altijd vol, overal zakken op straat"
HARBOUR = "overal ligt glas op straat en niemand ruimt het op"
STILL_DARK = "bij de tweede paal is het nog donker"
SAID = (LAMP, LAMP_TOO, DOCTOR, HELP, BENCHES, HARBOUR, STILL_DARK)
"""Every signal that stands at the end; the containers were withdrawn."""

NEWS = "Nieuws over uw signaal"
CHOSEN, STARTED, DONE = "koos dit onderwerp", "De actie is gestart", "Het is gelukt"
NOT_CHOSEN, NO_NEWS = "deze keer niet", "Wij beloofden u vandaag nieuws"
CODE = re.compile(r"(?<![\w-])([A-Za-z0-9_-]{22})(?![\w-])")


@dataclass(frozen=True)
class Meeting:
    """What was decided on the table of the wijkverband."""

    topics: int
    chosen: int


def morning(month: int, day: int) -> datetime:
    """When what is due on this day has just been done."""
    return datetime(2026, month, day, 9, 5, tzinfo=NETHERLANDS)


async def whole_round(stage: Stage, code: str) -> Meeting:
    """Everything; `code` is the operator's invitation for the coordinator."""
    await people_come(stage, code)
    await people_say(stage)
    await stage.until(morning(11, 1))
    meeting = await the_table(stage)
    await the_check(stage, meeting.topics)
    await the_first_step(stage)
    await the_end(stage)
    return meeting


# --- who takes part -------------------------------------------------------------------------------


async def people_come(stage: Stage, code: str) -> None:
    """The coordinator by the operator's code, all others by the coordinator's."""
    await stage.opens("marit", "U bent nu coordinator van De Boomgaard", payload=code)
    for who, grant, label, welcome in (
        ("sanne", "Professional", "wijkverpleging", "U bent nu professional"),
        ("bep", "Vrijwilliger", "buurthuis", "U bent nu vrijwilliger"),
        ("lies", "Ervaringsdeskundige", "bewonersgroep", "U bent nu ervaringsdeskundige"),
        ("jamila", "Lid van het wijkverband", "Jamila - corporatie", "U zit nu in het wijkverband"),
    ):
        await stage.says("marit", "uitnodigen", "Wie wilt u uitnodigen?")
        await stage.chooses("marit", grant, "Voor wie?")
        invitation = await stage.says("marit", label, f"Uitnodiging voor {label}")
        await stage.opens(who, welcome, payload=code_of(invitation))
    await stage.says("marit", "uitnodigen", "Wie wilt u uitnodigen?")
    room = await stage.chooses("marit", "Groep van het wijkverband", "Typ in de groep deze code")
    await stage.gathers()
    await stage.says(
        "marit", code_of(room), "Deze groep hoort nu bij het wijkverband van De Boomgaard", room=GROUP
    )


def code_of(line: Line) -> str:
    """The one-time code in a message, as somebody would copy it."""
    found = CODE.search(line.text)
    assert found, line.text
    return found[1]


# --- what they say --------------------------------------------------------------------------------


async def people_say(stage: Stage) -> None:
    """With a link and without, by a professional, a volunteer and a respondent; one takes it back."""
    await stage.opens("fred", "wat er speelt in", payload="boomgaard")
    await stage.opens("anna", "wat er speelt in", payload="boomgaard")
    await gives(stage, "anna", LAMP, "Kweepeer-Noord")
    await gives(stage, "ben", LAMP_TOO, "Kweepeer-Noord", lives_in="De Boomgaard")
    await gives(stage, "dirk", REFUSE, "Perenpad", lives_in="De Boomgaard")
    await stage.chooses("dirk", "Trek in", "is ingetrokken en gewist")
    await gives(stage, "eva", HARBOUR, "Kade", lives_in="De Haven")
    await stage.until(morning(10, 6))
    await the_survey(stage)
    await stage.says("bep", "gesprek", "Waar was het gesprek?")
    await stage.says("bep", "de koffieochtend", "Met hoeveel mensen")
    await stage.says("bep", "6", "Wat hoorde u?")
    await stage.says("bep", BENCHES, "Nog een signaal?")
    await stage.chooses("bep", "Klaar", "1 signaal uit een gesprek met 6 mensen")


async def gives(
    stage: Stage, who: str, words: str, neighbourhood: str, lives_in: str = "", *, other: bool = False
) -> None:
    """One signal of a resident, and the one or two questions after it."""
    if lives_in:
        await stage.says(who, words, "In welke wijk is dit?")
        await stage.chooses(who, lives_in, "is bewaard")
    else:
        asked = await stage.says(who, words, "is bewaard", "In welke wijk")
        if "In welke wijk" in asked.text:
            await stage.chooses(who, "De Boomgaard", "is bewaard")
    await stage.hears(who, "In welke buurt is dit?")
    answer = await stage.chooses(who, neighbourhood, "Dank u", "Gaat het over hetzelfde?")
    if "hetzelfde" in answer.text and other:
        await stage.chooses(who, "Iets anders", "Dank u.")
    elif "hetzelfde" in answer.text:
        await stage.chooses(who, answer.labels[0], "Dat zeggen nu 2 mensen")


async def the_survey(stage: Stage) -> None:
    """The two fixed questions; the respondent takes the code along and follows the answer."""
    await stage.says("sanne", "uitvraag", "Vraag 1")
    await stage.says("sanne", HELP, "Vraag 2")
    await stage.says("sanne", DOCTOR, "Dat was de 1e deze ronde")
    shown = await stage.chooses("sanne", "Code voor de bewoner", "Laat dan deze code zien")
    await stage.hears("sanne", "Nog een bewoner?")
    await stage.chooses("sanne", "Klaar", "Klaar. Deze ronde: 1")
    await stage.opens("cees", "U hoort van ons wat er gebeurt met signaal", payload=code_of(shown))


# --- the table -------------------------------------------------------------------------------------


async def the_table(stage: Stage) -> Meeting:
    """The report comes in the room and at the coordinator; every topic gets an answer, then it is closed."""
    for chat in (GROUP, "marit"):
        await the_report(stage, chat)
    topics = chosen = 0
    await stage.chooses("jamila", "Begin", "Deel 1 van 3", room=GROUP)
    asked = await stage.chooses("marit", "Verder", "Onderwerp 1 van", room=GROUP)
    while "Zo horen de melders het" not in asked.text:
        topics += 1
        lamp = "2 mensen" in asked.text
        chosen += lamp
        asked = await (taken_up(stage) if lamp else not_now(stage))
    await stage.chooses("marit", "Sluit de ronde", "De ronde is gesloten", room=GROUP)
    return Meeting(topics, chosen)


async def the_report(stage: Stage, chat: str) -> None:
    """On paper and in words."""
    paper = await stage.hears(chat, "om te printen")
    assert (await stage.phones.file(paper)).startswith(b"%PDF"), paper
    text = await stage.hears(chat, "1. ")
    assert "oktober 2026" in text.text, text
    assert "De Boomgaard" in text.text, text


async def taken_up(stage: Stage) -> Line:
    """What, who, with whom, the first step, when we look, and the sentence back; the next question."""
    await stage.chooses("jamila", "Oppakken", "Wat gaan we doen?", room=GROUP)
    await stage.says("jamila", "de gemeente zet twee lampen", "Wie is eigenaar?", room=GROUP)
    await stage.chooses("jamila", "Jamila - corporatie", "Wie doet er nog meer mee?", room=GROUP)
    await stage.says("marit", "de gemeente", "Wat is de eerste stap", room=GROUP)
    await stage.says("jamila", "een aanvraag sturen", "Wanneer kijken we of het werkt?", room=GROUP)
    await stage.chooses("jamila", "Over 6 weken", "Zo vertellen we het aan", room=GROUP)
    asked = await stage.chooses("jamila", "Goed", "heeft een antwoord", room=GROUP)
    await stage.hears("jamila", "U bent eigenaar van een actie")
    return asked


async def not_now(stage: Stage) -> Line:
    """The reason, and the next question."""
    await stage.chooses("marit", "Nu niet", "Waarom nu niet?", room=GROUP)
    await stage.says("marit", "De gemeente doet dit in maart al.", "Zo vertellen we het aan", room=GROUP)
    return await stage.chooses("marit", "Goed", "heeft een antwoord", room=GROUP)


# --- what is told -----------------------------------------------------------------------------------


async def the_check(stage: Stage, texts: int) -> None:
    """The experience expert reads every text before anybody else does."""
    await stage.hears("lies", "Er wacht een tekst voor bewoners")
    shown = await stage.chooses("lies", "Controleer", "Is dit duidelijk?")
    approved = 0
    while "Is dit duidelijk?" in shown.text:
        shown = await stage.chooses("lies", "Duidelijk", "Dank u. De")
        approved += 1
    assert approved >= texts


async def the_first_step(stage: Stage) -> None:
    """Two days before it, the owner is reminded; what they say reaches the reporters after the check."""
    for who in ("anna", "ben"):
        await stage.hears(who, CHOSEN)
    await stage.until(morning(11, 13))
    await stage.hears("jamila", "De eerste stap bij")
    await stage.chooses("jamila", "Gestart", "Goed om te horen")
    await stage.says("jamila", "De aanvraag is verstuurd.", "Uw zin wordt eerst nagekeken")
    await the_check(stage, 1)


async def the_end(stage: Stage) -> None:
    """Before the promised day the owner is asked; it worked: do the reporters notice?"""
    for who in ("anna", "ben"):
        await stage.hears(who, STARTED)
    await stage.until(morning(12, 10))
    await stage.hears("jamila", "horen binnenkort van ons")
    await stage.chooses("jamila", "Gelukt", "Wat is er klaar")
    await stage.says("jamila", "De lampen hangen er sinds gisteren.", "Uw zin wordt eerst nagekeken")
    await the_check(stage, 1)
    for who in ("anna", "ben"):
        await stage.hears(who, DONE)
    await stage.chooses("anna", "Ja", "Dank u.")
    await stage.chooses("ben", "Nee", "Wat is er nog niet goed?")
    await stage.says("ben", STILL_DARK, "is bewaard")
