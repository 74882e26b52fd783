"""The meeting around the answers: its parts and times, breaks, passing on, and one field at a time."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.decisions import Field, Outcome, Plan, TopicOnTable
from domain.events import FieldChanged, OverrunTold, PartBegun, RoundClosed, TopicAnswered
from domain.heard import Command
from domain.meeting import BREAK, Part
from domain.messages import Act, Verb
from handlers import partnership
from handlers.states import Changing, Choosing, GivingReason, Idle, Opening, Planning, PlanPart
from tests.handlers.spoken import (
    CARE,
    COORDINATOR,
    CORPORATION,
    NOW,
    PARTNER,
    PROFESSIONAL,
    RESIDENT,
    ROOM,
    ROUND,
    Dialogue,
    action,
    begun,
    meeting,
    read,
    situation,
)

PLAN = Plan("lampen ophangen", "Team Zorg", CARE.key, "", "bestellen", date(2026, 11, 17), date(2026, 12, 15))


@pytest.fixture
def room() -> Dialogue:
    """The group of the wijkverband, a partner speaking; nobody began yet."""
    return Dialogue(situation(PARTNER, ROOM))


@pytest.fixture
def table() -> Dialogue:
    """The coordinator's own chat, at the table."""
    return Dialogue(situation(COORDINATOR))


def taken_up(topic: TopicOnTable) -> TopicOnTable:
    """The topic with a plan."""
    sentence = "Team Zorg: lampen ophangen."
    return replace(topic, outcome=Outcome.TAKEN_UP, sentence=sentence, plan=PLAN, version=1)


def planned(chat: Dialogue, **changes: object) -> Dialogue:
    """The first of two topics is taken up, the second waits."""
    table = begun(2)
    return chat.given(meeting=replace(table, topics=(taken_up(table.topics[0]), table.topics[1])), **changes)


def later(chat: Dialogue, **span: float) -> Dialogue:
    """The same chat some time on; nothing was asked since."""
    return chat.given(asked_at=chat.now.now, now=chat.now.now + timedelta(**span))


# --- three parts -------------------------------------------------------------------------------


def test_begin_opens_the_top_five_with_its_time(room: Dialogue) -> None:
    """Part 1 shows the five and until when; [Verder] begins to choose, with a time of its own."""
    said = room.presses(Act(Verb.BEGIN, ROUND))
    assert said.startswith(
        "Deel 1 van 3: de top 5. Tot 20:05 uur.\n1. Schimmel in flat De Linde (16 mensen)\n"
    )
    assert said.endswith("[Verder] [Punten geven]")
    assert room.events == [PartBegun(ROUND, Part.TOP_FIVE, NOW + timedelta(minutes=5))]
    chosen = room.given(now=NOW + timedelta(minutes=4)).says("verder")
    assert chosen.startswith("Deel 2 van 3: kiezen. Tot 20:14 uur.\nOnderwerp 1 van 5:")
    assert room.events[-1] == PartBegun(ROUND, Part.CHOOSE, NOW + timedelta(minutes=14))


def test_part_one_said_again_keeps_its_time(room: Dialogue) -> None:
    """`begin` twice, or [Begin] in another chat, starts no clock anew."""
    room.says("begin")
    again = room.given(now=NOW + timedelta(minutes=3)).says("begin")
    assert again.startswith("Deel 1 van 3: de top 5. Tot 20:05 uur.")
    assert len(room.events) == 1


def test_who_only_wants_to_answer_goes_straight_on(room: Dialogue) -> None:
    """`begin 3` asks at once; the parts follow by themselves."""
    assert room.says("begin 3").startswith("Onderwerp 3 van 5: Donker pad")
    room.taps("Nu niet")
    room.says("geen geld")
    following = room.taps("Goed")
    assert following.startswith("Onderwerp 3 heeft een antwoord.\nDeel 2 van 3: kiezen.")
    assert "Onderwerp 1 van 5" in following


def test_talk_during_part_one_is_left_alone(room: Dialogue, table: Dialogue) -> None:
    """In the room the bot is silent; at the table the five are shown again, and it is no signal."""
    room.says("begin")
    assert room.says("tja wat vinden we hiervan") == ""
    table.says("begin")
    assert table.says("tja wat vinden we hiervan").startswith("Deel 1 van 3")
    assert table.now.state == Opening()
    assert [type(one) for one in table.events] == [PartBegun]


def test_the_last_answer_leads_to_what_is_told(room: Dialogue) -> None:
    """Part 3 has every sentence as the reporters read it; a number changes one, closing ends the round."""
    room.given(meeting=begun(1))
    room.says("begin")
    room.taps("Nu niet")
    room.says("de gemeente doet het in maart")
    said = room.taps("Goed")
    assert "Deel 3 van 3: wat koppelen we terug? Tot 20:05 uur." in said
    assert (
        "1. Schimmel in flat De Linde (nu niet)\n"
        "Het wijkverband koos uw onderwerp deze keer niet. Waarom niet? De gemeente doet het in maart."
        in said
    )
    assert room.says("1").startswith("Onderwerp 1: Schimmel in flat De Linde. Wat wilt u wijzigen?")
    room.taps("Klaar, verder")
    closed = room.taps("Sluit de ronde")
    assert closed.endswith("Overslaan mag.\n[Eén stap afspreken]")
    assert room.events[-1] == RoundClosed(ROUND)


def test_a_first_step_in_the_past_is_pointed_at(room: Dialogue) -> None:
    """After a long break the last look says that a day has passed; the topic can be changed."""
    table = begun(1)
    room.given(meeting=replace(table, topics=(taken_up(table.topics[0]),)))
    assert "al voorbij" not in room.says("sluit ronde")
    room.given(now=NOW + timedelta(weeks=3), state=Idle())
    room.open = ()
    assert "Let op: de dag van de eerste stap bij onderwerp 1 is al voorbij." in room.says("sluit ronde")


# --- time --------------------------------------------------------------------------------------


def test_running_over_is_said_once(room: Dialogue) -> None:
    """In front of the next question, friendly, and never again in that part."""
    room.given(meeting=begun())
    room.says("begin")
    room.given(now=NOW + timedelta(minutes=11))
    assert room.taps("Nu niet").startswith("De 10 minuten voor het kiezen zijn om. Rustig afmaken mag.")
    assert room.events == [OverrunTold(ROUND)]
    assert room.says("geen geld").startswith("Zo vertellen we het")


def test_nothing_is_said_of_time_to_who_may_not_decide(room: Dialogue) -> None:
    """A refused press tells who can choose, and keeps quiet about the clock."""
    room.given(meeting=begun(), now=NOW + timedelta(minutes=11), person=RESIDENT)
    assert room.presses(Act(Verb.TAKE_UP, "11")).startswith("Kiezen kan iemand")
    assert not room.events


def test_a_meeting_goes_on_a_week_later(room: Dialogue) -> None:
    """It says what is done already, what was being answered, and gives the part its time anew."""
    planned(room)
    room.says("begin")
    room.taps("Nu niet")
    later(room, days=7)
    assert room.says("de koekjes zijn op") == ""
    assert isinstance(room.now.state, GivingReason)
    assert room.says("begin") == (
        "We gaan verder waar we op 3 november stopten. Dit is al klaar:\n"
        "1. Schimmel in flat De Linde: opgepakt.\n"
        "Deel 2 van 3: kiezen. Tot 20:10 uur.\n"
        "Hier waren we mee bezig: 2. Parkeren bij school (15 mensen)\n"
        "Waarom nu niet? In één zin. De melders lezen dit."
    )
    assert room.events[-1] == PartBegun(ROUND, Part.CHOOSE, NOW + timedelta(days=7, minutes=10))
    assert room.says("daar is geen geld voor").startswith("Zo vertellen we het")


def test_half_a_plan_is_told_again(room: Dialogue) -> None:
    """What was said of it so far comes with the question."""
    room.given(meeting=begun(), state=Planning(11, PlanPart.OWNER, what="lampen"))
    said = later(room, days=7).says("begin")
    assert "We begonnen op 3 november. Er heeft nog geen onderwerp een antwoord." in said
    assert "Wat we gaan doen: lampen\nWie is eigenaar?" in said


def test_an_answer_at_the_table_may_come_late(table: Dialogue) -> None:
    """In a private chat there is nobody else to talk with: the answer counts after hours too."""
    table.given(meeting=begun(), state=GivingReason(11, Outcome.LATER))
    assert later(table, hours=5).says("in het voorjaar").startswith("Zo vertellen we het")


def test_part_one_broken_off_begins_anew(room: Dialogue) -> None:
    """Nothing was answered: the five are shown again, with a new time."""
    room.says("begin")
    said = room.given(now=NOW + BREAK + timedelta(minutes=1)).says("begin")
    assert said.startswith(
        "We begonnen op 3 november. Er heeft nog geen onderwerp een antwoord.\nDeel 1 van 3"
    )
    assert "Tot 23:06 uur" in said


# --- passing on --------------------------------------------------------------------------------


def test_passing_on_names_whom(room: Dialogue) -> None:
    """To whom, then why; the reporters read both, and the answer keeps them apart."""
    room.given(meeting=begun())
    room.says("begin")
    assert room.taps("Hoort bij een ander").endswith(
        "[het meldpunt van de gemeente] [De corporatie] [Team Zorg] [Iemand anders]"
    )
    assert room.taps("het meldpunt van de gemeente").startswith("Waarom hoort het daar")
    shown = room.says("we vroegen om een nieuwe lamp")
    assert "Dit onderwerp hoort bij het meldpunt van de gemeente." in shown
    room.taps("Goed")
    answer = TopicAnswered(
        11,
        Outcome.REFERRED,
        "We vroegen om een nieuwe lamp.",
        "we vroegen om een nieuwe lamp",
        referred_to="het meldpunt van de gemeente",
    )
    assert room.events == [answer]


def test_whom_can_be_typed(room: Dialogue) -> None:
    """[Iemand anders] says how; a number that is no choice, or a whole story, is asked again."""
    room.given(meeting=begun())
    room.says("begin")
    room.taps("Hoort bij een ander")
    assert room.taps("Iemand anders").startswith("Typ de organisatie zoals de melders die moeten lezen.")
    assert room.says("9").startswith("Bij wie hoort het?")
    assert "80 tekens" in room.says("a" * 81)
    room.says("de provincie")
    assert room.now.state == GivingReason(11, Outcome.REFERRED, to="de provincie")


# --- the plan ----------------------------------------------------------------------------------


def test_the_day_of_the_first_step_can_be_chosen(room: Dialogue) -> None:
    """Two weeks is proposed; another day within them is one tap, or typed."""
    room.given(meeting=begun())
    room.says("begin")
    room.taps("Oppakken")
    for line in ("lampen", "Team Zorg", "geen", "bestellen", "over 6 weken"):
        room.says(line)
    assert room.taps("Andere dag eerste stap").endswith("[Over 1 week] [Over 2 weken]")
    assert room.says("1-12").startswith("De eerste stap is binnen twee weken.")
    assert "De eerste stap is voor 10 november." in room.says("10-11")
    room.taps("Goed")
    (event,) = room.events
    assert isinstance(event, TopicAnswered)
    assert event.plan is not None
    assert event.plan.first_step_on == date(2026, 11, 10)


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        (Field.PARTNERS, "de school", "de school"),
        (Field.FIRST_STEP, "offerte vragen", "offerte vragen"),
        (Field.FIRST_STEP_ON, "over 1 week", "2026-11-10"),
        (Field.CHECK_ON, "5-1", "2027-01-05"),
        (Field.SENTENCE, "er komen lampen", "Er komen lampen."),
    ],
)
def test_one_field_changes_alone(room: Dialogue, field: Field, typed: str, value: str) -> None:
    """Every field of template 2 is asked by itself; the others stay as they are."""
    planned(room)
    before = room.now.meeting.topics[0].value(field) if room.now.meeting else ""
    asked = room.presses(Act(Verb.CHANGE, f"topic/11/{field}"))
    assert asked.startswith("Nu staat er:")
    assert room.says(typed).startswith("Dat staat er nu zo.\nOnderwerp 1")
    assert room.events == [FieldChanged(11, field, before, value)]


def test_another_what_asks_for_the_sentence(room: Dialogue) -> None:
    """The sentence to the reporters has to fit: it is proposed anew, and can be adjusted."""
    planned(room)
    room.says("wijzig 1")
    room.says("1")
    said = room.says("twee lampen ophangen")
    assert "Past de zin nog? Zo lezen de 16 melders het:\nWat gaan we doen? Team Zorg: twee lampen" in said
    room.taps("Aanpassen")
    room.says("er komen twee lampen")
    assert room.events == [
        FieldChanged(11, Field.WHAT, "lampen ophangen", "twee lampen ophangen"),
        FieldChanged(11, Field.SENTENCE, "Team Zorg: lampen ophangen.", "Er komen twee lampen."),
    ]


def test_a_sentence_of_their_own_is_kept_with_another_what(room: Dialogue) -> None:
    """Words that somebody wrote are shown as they stand, and are good with one tap."""
    table = begun(1)
    own = replace(taken_up(table.topics[0]), sentence="Er komt licht.")
    room.given(meeting=replace(table, topics=(own,)))
    room.presses(Act(Verb.CHANGE, "topic/11/what"))
    assert "Wat gaan we doen? Er komt licht." in room.says("twee lampen")
    assert room.taps("Goed").startswith("Dat staat er nu zo.")
    assert [type(one) for one in room.events] == [FieldChanged]


def test_a_new_owner_hears_and_the_old_one_too(room: Dialogue) -> None:
    """The plan goes to who owns it now; the sentence that named the old owner is looked at."""
    planned(room)
    room.presses(Act(Verb.CHANGE, "topic/11/owner"))
    assert "Past de zin nog?" in room.taps("De corporatie")
    assert room.events == [FieldChanged(11, Field.OWNER, "Team Zorg", "De corporatie", CORPORATION.key)]
    assert [one.to for one in room.others] == [CORPORATION.key]
    room.taps("Goed")
    room.presses(Act(Verb.CHANGE, "topic/11/owner"))
    assert room.taps("Iemand anders") == "Typ de organisatie of rol van de eigenaar."
    room.says("Fietsersbond")
    assert room.events[-1] == FieldChanged(11, Field.OWNER, "De corporatie", "Fietsersbond")


def test_a_day_that_cannot_be_is_asked_again(room: Dialogue) -> None:
    """31 February, and a first step after two weeks, are refused with the days that can be."""
    planned(room)
    room.presses(Act(Verb.CHANGE, "topic/11/first_step_on"))
    assert room.says("31-2").startswith("Die datum snap ik niet.")
    assert room.says("1-12").startswith("De eerste stap is binnen twee weken.")
    room.presses(Act(Verb.CHANGE, "topic/11/check_on"))
    assert room.taps("Andere datum").startswith("Typ de datum zo: 15-1.")
    assert not room.events


def test_whom_and_why_can_be_changed_too(room: Dialogue) -> None:
    """What was passed on has two fields; what was simply not chosen has one."""
    table = begun(2)
    one = replace(
        table.topics[0], outcome=Outcome.REFERRED, referred_to="de stad", sentence="Vraag.", version=1
    )
    two = replace(table.topics[1], outcome=Outcome.LATER, sentence="In mei.", version=1)
    room.given(meeting=replace(table, topics=(one, two)))
    assert "1. Bij wie het hoort: de stad\n2. Zin aan de melders: Vraag." in room.says("wijzig 1")
    room.says("1")
    room.taps("Team Zorg")
    assert room.events == [FieldChanged(11, Field.REFERRED_TO, "de stad", "Team Zorg")]
    assert "1. Zin aan de melders: In mei." in room.says("wijzig 2")


def test_two_who_change_the_same_field_are_asked(room: Dialogue, table: Dialogue) -> None:
    """The second hears what it reads now, and says which it has to be."""
    planned(room)
    planned(table)
    for chat in (room, table):
        chat.presses(Act(Verb.CHANGE, "topic/11/partners"))
    room.says("de school")
    said = table.given(meeting=room.now.meeting).says("de kerk")
    assert said == (
        "Iemand anders wijzigde dit net ook.\nNu staat er: de school\nU gaf: de kerk\nWat moet er staan?\n"
        "[Zet mijn antwoord erin] [Laat het zoals het is]"
    )
    assert not table.events
    table.taps("Zet mijn antwoord erin")
    assert table.events == [FieldChanged(11, Field.PARTNERS, "de school", "de kerk")]


def test_the_first_answer_can_be_left(table: Dialogue) -> None:
    """Nothing is kept of the second one then."""
    planned(table, state=Changing(11, Field.PARTNERS, before="niemand", value="de kerk"))
    assert table.presses(Act(Verb.KEEP, "topic/11")).startswith("Onderwerp 1")
    assert not table.events


def test_another_field_at_the_same_time_is_no_conflict(room: Dialogue, table: Dialogue) -> None:
    """Each keeps what the other gave."""
    planned(room)
    planned(table)
    room.presses(Act(Verb.CHANGE, "topic/11/partners"))
    table.presses(Act(Verb.CHANGE, "topic/11/first_step"))
    room.says("de school")
    said = table.given(meeting=room.now.meeting).says("bellen")
    assert "3. Wie meedoet: de school\n4. Eerste stap: bellen" in said


def test_a_field_of_an_answer_that_is_gone(table: Dialogue) -> None:
    """Somebody chose [Nu niet] meanwhile: there is no owner to change any more."""
    planned(table)
    table.presses(Act(Verb.CHANGE, "topic/11/owner"))
    topics = table.now.meeting.topics if table.now.meeting else ()
    dropped = replace(topics[0], outcome=Outcome.NOT_NOW, plan=None, sentence="Nee.", version=2)
    table.given(meeting=replace(begun(2), topics=(dropped, topics[1])))
    assert table.says("Fietsersbond").startswith("Onderwerp 1 heeft al een antwoord.")
    table.given(state=Changing(11, Field.OWNER, before="Team Zorg"))
    assert table.presses(Act(Verb.SET_OWNER, f"topic/11/{CARE.key}")).startswith("Onderwerp 1 heeft al")
    assert not table.events


def test_odd_words_and_buttons_while_changing(room: Dialogue, table: Dialogue) -> None:
    """Talk is left alone in the room and answered at the table; numbers and long stories are asked again."""
    for chat in (room, table):
        planned(chat)
        chat.says("wijzig 1")
    assert room.says("wat een gedoe") == ""
    assert table.says("wat een gedoe").startswith("Onderwerp 1: Schimmel")
    room.presses(Act(Verb.CHANGE, "topic/11/what"))
    assert room.says("77").startswith("Nu staat er: lampen ophangen")
    assert "300 tekens" in room.says("a" * 301)
    assert room.presses(Act(Verb.APPROVE, "topic/11")).startswith("Onderwerp 1 heeft al een antwoord.")
    assert room.says("wijzig 9").startswith("Dat nummer is er niet.")
    assert room.says("wijzig 2").startswith("Onderwerp 2 van 2")
    assert not room.events


def test_only_who_decides_changes(room: Dialogue) -> None:
    """Others hear who can; a resident's own words stay a signal."""
    planned(room, person=PROFESSIONAL)
    assert room.says("wijzig 1").startswith("Kiezen kan iemand")
    assert room.presses(Act(Verb.CHANGE, "topic/11/what")).startswith("Kiezen kan iemand")
    resident = planned(Dialogue(situation(RESIDENT)))
    assert "is bewaard" in resident.says("wijzig 1 van de borden in de straat")


def test_a_plan_in_the_making_is_not_left_for_a_change(room: Dialogue) -> None:
    """[Wijzig] of another topic says the open question again."""
    planned(room, state=Planning(12, PlanPart.OWNER, what="lampen"))
    assert room.presses(Act(Verb.CHANGE, "topic/11")).startswith("Wie is eigenaar?")


def test_a_slip_is_mended_right_after_the_answer(room: Dialogue) -> None:
    """Below the next question stands the way to the answer just given."""
    room.given(meeting=begun(2))
    room.says("begin")
    room.taps("Later")
    room.says("in mei")
    assert room.taps("Goed").endswith("[Hoort bij een ander] [Wijzig onderwerp 1]")
    assert room.says("wijzig onderwerp 1").startswith("Onderwerp 1: Schimmel")


def test_every_question_can_be_left(room: Dialogue) -> None:
    """`annuleer` works in part 1 and while changing; [Ga verder] leads back."""
    planned(room)
    for state in (Opening(), Changing(11), Changing(11, Field.WHAT, "lampen ophangen")):
        assert room.given(state=state).says("annuleer").startswith("Gestopt.")
        assert room.now.state == Idle()
    assert room.taps("Ga verder").startswith("Onderwerp 2 van 2")
    assert room.now.state == Choosing(12)


def test_what_left_the_table_while_changing(room: Dialogue, table: Dialogue) -> None:
    """The round closed elsewhere: every question and button of the change says what goes on now."""
    waits = "Er is nu niets om te kiezen."
    for chat in (room, table):
        chat.given(meeting=None, state=Changing(11, Field.WHAT, "lampen"))
        assert chat.says("twee lampen").startswith(waits)
        assert chat.says("wijzig 1").startswith(waits)
        for verb in (Verb.CHANGE, Verb.APPROVE):
            assert chat.presses(Act(verb, "topic/11")).startswith(waits)
        assert chat.presses(Act(Verb.GO_ON, ROUND)).startswith(waits)
    room.given(meeting=begun())
    assert room.presses(Act(Verb.GO_ON, "2026-09")).startswith(waits)


def test_odd_buttons_below_a_change(table: Dialogue) -> None:
    """A button of another question, an owner who is gone, and words where a yes is asked."""
    planned(table, state=Changing(11, Field.OWNER, before="Team Zorg"))
    assert table.presses(Act(Verb.SET_OWNER, "topic/11/p:gone")).startswith("Onderwerp 1 heeft al")
    for act in (Act(Verb.SKIP, "topic/11"), Act(Verb.REFER_TO, "topic/11/de stad")):
        table.given(state=Changing(11, Field.OWNER, before="Team Zorg"))
        assert table.presses(act).startswith("Onderwerp 1 heeft al")
    conflict = Changing(11, Field.PARTNERS, before="", value="de kerk")
    assert table.given(state=conflict).says("wacht even").startswith("Iemand anders wijzigde dit net ook.")
    assert table.given(state=conflict).presses(Act(Verb.SKIP, "topic/11")).startswith("Onderwerp 1 heeft al")
    nobody = table.given(state=Changing(11, Field.PARTNERS)).presses(Act(Verb.SKIP, "topic/11"))
    assert nobody.startswith("Dat staat er nu zo.")
    assert (
        table.given(state=Planning(12, PlanPart.WHAT))
        .presses(Act(Verb.SKIP, "topic/12"))
        .startswith("Wat gaan")
    )
    assert not table.events


def test_a_number_for_a_day_is_a_number_of_weeks(room: Dialogue) -> None:
    """Where a day is asked, a number alone is no choice that is missing."""
    planned(room, state=Changing(11, Field.CHECK_ON, before="2026-12-15"))
    room.says("7")
    assert room.events == [FieldChanged(11, Field.CHECK_ON, "2026-12-15", "2026-12-22")]


# --- the calendar ------------------------------------------------------------------------------


@pytest.mark.parametrize("who", [PARTNER, PROFESSIONAL, COORDINATOR])
def test_everybody_with_a_role_gets_the_calendar(who: object) -> None:
    """`kalender` brings the file, in the room or in private, and disturbs no question."""
    chat = Dialogue(situation(PARTNER)).given(person=who, meeting=meeting())
    assert chat.says("kalender").startswith("Open dit bestand")
    (message,) = chat.turn.messages
    assert message.attachment is not None
    assert (message.attachment.what, message.attachment.about) == ("calendar", "boomgaard")
    resident = Dialogue(situation(RESIDENT))
    assert partnership.commanded(resident.now, Command.CALENDAR, "") is None
    assert partnership.commanded(chat.now, Command.CALENDAR, "van mei") is None


def test_the_room_hears_of_a_close_at_the_table(table: Dialogue) -> None:
    """The closing question is asked where the round was closed; the room gets the news."""
    one = begun(1)
    table.given(meeting=replace(one, topics=(taken_up(one.topics[0]),)))
    table.says("sluit ronde")
    assert table.taps("Sluit de ronde").count("Eén stap afspreken") == 1
    assert [read(message) for message in table.others if message.to == ROOM] == [
        "De ronde is gesloten. De zinnen worden nog nagekeken, daarna horen alle melders het. Dank u wel."
    ]


def test_a_word_of_a_button_is_no_plan(table: Dialogue) -> None:
    """Two people answer at once: "goed" or "oppakken" comes too late, and must not become what is done."""
    table.given(meeting=begun(2))
    table.says("begin")
    table.taps("Oppakken")
    for late in ("goed", "oppakken", "nu niet", "verder", "ja hoor", "goedemorgen"):
        assert table.says(late).startswith("Wat gaan we doen?")
    assert table.says("lampen ophangen").startswith("Wie is eigenaar?")


def test_nobody_else_takes_part(table: Dialogue) -> None:
    """A plain "nee" answers who else takes part."""
    table.given(meeting=begun(2))
    table.says("begin")
    table.taps("Oppakken")
    table.says("lampen ophangen")
    table.taps("Team Zorg")
    assert table.says("nee").startswith("Wat is de eerste stap")


def test_a_name_has_no_number(table: Dialogue) -> None:
    """All reporters read the owner: a number to call or an address of mail stands in no name."""
    table.given(meeting=begun(2))
    table.says("begin")
    table.taps("Oppakken")
    table.says("lampen ophangen")
    for name in ("Jan de Vries 06-12345678", "jan@zorg.example"):
        assert table.says(name).startswith("Typ alleen een organisatie of rol")
    assert table.says("Gebiedsteam 1012").startswith("Wie doet er nog meer mee?")


def test_whom_it_belongs_to_has_no_number(table: Dialogue) -> None:
    """Neither has the organisation that a topic is passed on to, asked for or changed."""
    table.given(meeting=begun(2))
    table.says("begin")
    table.taps("Hoort bij een ander")
    assert table.says("meldpunt 14020 12345").startswith("Typ alleen een organisatie of rol")
    assert table.says("het meldpunt").startswith("Waarom hoort het daar")
    planned(table)
    table.presses(Act(Verb.CHANGE, "topic/11/owner"))
    assert table.says("Jan 0612345678").startswith("Typ alleen een organisatie of rol")


def test_an_owner_hears_that_their_action_changed(table: Dialogue) -> None:
    """Who owned it already is not told again that they do, but what is different."""
    planned(table, person=COORDINATOR)
    table.presses(Act(Verb.CHANGE, "topic/11/first_step"))
    table.says("twee lampen bestellen")
    assert [read(one).split("\n")[0] for one in table.others] == [
        "U bent eigenaar van een actie van het wijkverband."
    ]
    mine = replace(action(), topic=11, owner_key=CARE.key)
    planned(table, person=COORDINATOR, actions=(mine,))
    table.presses(Act(Verb.CHANGE, "topic/11/first_step"))
    table.says("drie lampen bestellen")
    assert read(table.others[-1]).startswith("Uw actie is veranderd. Zo staat het nu.\n")
