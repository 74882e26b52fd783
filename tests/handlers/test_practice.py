"""The practice conversation: one question at a time, each can be skipped, and one step at the end."""

from dataclasses import replace
from datetime import date

import pytest

from domain.events import Event, PracticeAnswered, PracticeDropped, PracticeStepTaken
from domain.heard import Command, Said
from domain.messages import Act, PersonKey, Verb
from domain.people import Person, Role
from domain.practice import Practice, PracticePart, Practices, following
from handlers import practice
from handlers.states import Idle, Practising
from tests.handlers.spoken import CARE, COORDINATOR, NOW, PARTNER, RESIDENT, ROOM, Dialogue, read, situation

DAY = NOW.date()
EXAMPLES = ("Schimmel in flat De Linde", "Parkeren bij school")


class Table(Dialogue):
    """A chat in which every answer is kept, as storage does."""

    def _happened(self, event: Event) -> None:
        super()._happened(event)
        known = self.now.practices or Practices()
        match event:
            case PracticeAnswered(part, words, owner, due):
                begun = known.begun or Practice(1, DAY, PracticePart.EXAMPLE)
                answers = {**begun.answers, part: words} if words else begun.answers
                asks = following(part, skipped=not words)
                kept = replace(
                    begun,
                    answers=answers,
                    asks=asks,
                    owner_key=owner or begun.owner_key,
                    due_on=due or begun.due_on,
                )
                steps = () if asks or not due else (kept,)
                self.now = replace(
                    self.now, practices=replace(known, begun=kept if asks else None, steps=steps)
                )
            case PracticeDropped():
                self.now = replace(self.now, practices=replace(known, begun=None))
            case _:
                pass


@pytest.fixture
def table() -> Table:
    """The coordinator's own chat, with two topics of earlier rounds."""
    return Table(replace(situation(COORDINATOR), practices=Practices(examples=EXAMPLES)))


def test_from_the_example_to_the_step(table: Table) -> None:
    """Eight questions, by button or in words; one message with all of it, and who takes the step hears."""
    asked = table.says("praktijkgesprek")
    assert asked.startswith("(1 van 8) Praktijkgesprek")
    assert asked.endswith("[Schimmel in flat De Linde] [Parkeren bij school] [Overslaan]")
    assert "Hoe hoorden jullie ervan?" in table.says("2")
    assert "Wat is er met die inbreng gedaan?" in table.says("op de koffieochtend")
    assert "Wie was eigenaar" in table.taps("Overslaan")
    assert "teruggekoppeld?" in table.says("de corporatie, tot 500 euro")
    assert "één haalbare stap" in table.says("per brief")
    assert table.says("zelf langsgaan").endswith("[De corporatie] [Team Zorg] [Overslaan]")
    assert "Wanneer" in table.taps("Team Zorg")
    assert table.taps("Over 2 weken") == (
        "Dit was het praktijkgesprek:\n"
        "Voorbeeld: Parkeren bij school.\n"
        "Gehoord: Op de koffieochtend.\n"
        "Eigenaar en ruimte om te beslissen: De corporatie, tot 500 euro.\n"
        "Teruggekoppeld: Per brief.\n"
        "Volgende stap: Zelf langsgaan.\n"
        "Wie: Team Zorg.\n"
        "Uiterlijk 17 november. De stap staat nu bij acties."
    )
    assert table.events[-1] == PracticeAnswered(PracticePart.DAY, "2026-11-17", None, date(2026, 11, 17))
    assert [(one.to, "Zelf langsgaan." in read(one)) for one in table.others] == [(CARE.key, True)]
    assert table.now.state == Idle()


def test_the_closing_question_alone_is_one_step(table: Table) -> None:
    """At the end of a meeting: what, who and when, without an example."""
    assert table.presses(Act(Verb.PRACTICE, "step")).startswith("(1 van 3)")
    assert "(2 van 3)" in table.says("zelf langsgaan")
    assert "(3 van 3)" in table.taps("Team Zorg")
    assert "Volgende stap: Zelf langsgaan." in table.taps("Over 4 weken")
    assert len(table.events) == 3


def test_everything_can_be_skipped(table: Table) -> None:
    """Without a step nobody has to take it, so neither who nor when is asked."""
    table.says("praktijkgesprek")
    for _ in range(5):
        table.taps("Overslaan")
    assert table.taps("Overslaan") == "Het praktijkgesprek is klaar. Alles is overgeslagen."
    assert len(table.events) == 6
    assert table.now.state == Idle()


def test_a_step_without_a_name_or_day_still_has_both(table: Table) -> None:
    """The coordinator takes it, in the middle of two to four weeks."""
    table.says("praktijkgesprek")
    for _ in range(5):
        table.taps("Overslaan")
    table.says("zelf langsgaan")
    table.taps("Overslaan")
    assert "Uiterlijk 24 november." in table.taps("Overslaan")
    assert not table.others
    listed = table.says("acties")
    assert "Stap uit het praktijkgesprek: zelf langsgaan (de coordinator), uiterlijk 24 november." in listed


@pytest.mark.parametrize("typed", ["over 9 weken", "31-2", "3-11", "16-11", "2-12", "ooit"])
def test_the_step_is_taken_within_two_to_four_weeks(table: Table, typed: str) -> None:
    """Another day, or no day at all, is asked again; nothing is lost."""
    begun = Practice(1, DAY, PracticePart.DAY, {PracticePart.STEP: "langsgaan"})
    table.given(practices=Practices(begun), state=Practising(PracticePart.DAY))
    assert table.says(typed).startswith("Kies een dag van 17 november tot en met 1 december")
    assert table.now.state == Practising(PracticePart.DAY)
    assert not table.events
    assert "Uiterlijk 20 november." in table.says("20-11")


def test_it_is_broken_off_and_taken_up(table: Table) -> None:
    """`annuleer` keeps the answers; later it goes on in another chat, or from the beginning."""
    table.says("praktijkgesprek")
    table.says("het paadje")
    assert table.says("annuleer").startswith("Gestopt. De antwoorden zijn bewaard.")
    again = Table(replace(situation(COORDINATOR, ROOM), practices=table.now.practices))
    assert again.says("praktijkgesprek").endswith("[Ga verder] [Begin opnieuw]")
    assert "(2 van 8)" in again.taps("Ga verder")
    assert "(1 van 8)" in again.taps("Begin opnieuw")
    assert again.events == [PracticeDropped()]
    assert "(1 van 8)" in again.taps("Ga verder")


def test_two_who_answer_at_once_do_not_overwrite(table: Table) -> None:
    """In the room and in a chat at the same time: the second one gets the question that is open now."""
    table.says("praktijkgesprek")
    begun = Practice(1, DAY, PracticePart.DONE, {PracticePart.EXAMPLE: "het paadje"})
    table.given(practices=Practices(begun, examples=EXAMPLES))
    assert table.says("de stoep").startswith("Die vraag is al beantwoord. Dit is de volgende.\n(3 van 8)")
    assert table.presses(Act(Verb.PRACTICE, "example/1")).startswith("Die vraag is al beantwoord.")
    assert table.presses(Act(Verb.PRACTICE, "skip/step")).startswith("Die vraag is al beantwoord.")
    assert not table.events


def test_a_button_of_an_example_that_is_gone(table: Table) -> None:
    """A list that became shorter: the question is skipped rather than answered with something else."""
    table.says("praktijkgesprek")
    table.given(practices=Practices())
    table.presses(Act(Verb.PRACTICE, "example/1"))
    assert table.events == [PracticeAnswered(PracticePart.EXAMPLE, "")]


def test_who_was_invited_gets_the_reminder_also_by_name(table: Table) -> None:
    """The label typed is the button; anybody else is kept as typed."""
    begun = Practice(1, DAY, PracticePart.OWNER, {PracticePart.STEP: "langsgaan"})
    for typed, label, key in (("team zorg", CARE.label, CARE.key), ("de school", "de school", None)):
        table.given(practices=Practices(begun), state=Practising(PracticePart.OWNER))
        table.says(typed)
        assert table.events[-1] == PracticeAnswered(PracticePart.OWNER, label, key)


def test_in_the_room_whoever_decides_answers(table: Table) -> None:
    """Others talk through it; only the coordinator begins it."""
    table.given(person=PARTNER, room=ROOM)
    assert table.says("praktijkgesprek") == "Dat kan alleen de coordinator van de wijk."
    table.given(state=Practising(PracticePart.EXAMPLE))
    table.given(person=RESIDENT)
    assert table.says("mooi weer") == ""
    assert table.now.state == Practising(PracticePart.EXAMPLE)
    assert "alleen iemand van het wijkverband" in table.presses(Act(Verb.PRACTICE, "skip/example"))
    assert table.now.state == Practising(PracticePart.EXAMPLE)
    table.given(person=PARTNER)
    assert "(2 van 8)" in table.says("het paadje")


def test_a_long_answer_is_asked_again(table: Table) -> None:
    """So is a picture; somebody whose role ended is told so."""
    table.says("praktijkgesprek")
    for answer in ("x" * 301, "👍"):
        assert table.says(answer) == "Typ een kort antwoord, van hooguit 300 tekens."
    turn = practice.said(table.now, Said("", photo="f"))
    assert turn is not None
    assert turn.state == Practising(PracticePart.EXAMPLE)
    table.given(person=RESIDENT)
    assert "alleen iemand van het wijkverband" in table.says("het paadje")
    assert table.now.state == Idle()


def test_only_who_takes_the_step_says_that_it_was_taken(table: Table) -> None:
    """Or the coordinator; once. A reminder has the button."""
    step = Practice(4, DAY, None, {PracticePart.STEP: "langsgaan"}, CARE.key, date(2026, 11, 24))
    table.given(practices=Practices(steps=(step,)))
    assert read(practice.reminder(step, CARE.key)).endswith("[Gedaan]")
    other = Person(PersonKey("p:other"), district="boomgaard", roles=frozenset({Role.PARTNER}), known=True)
    table.given(person=other)
    assert "[Gedaan]" not in table.says("acties")
    assert table.presses(Act(Verb.PRACTICE, "taken/4")).startswith("Alleen wie de stap neemt")
    for who in (replace(other, key=CARE.key), COORDINATOR):
        table.given(person=who)
        assert "[Gedaan]" in table.says("acties")
        assert table.taps("Gedaan").startswith("Mooi, de stap is gezet.")
    assert table.events == [PracticeStepTaken(4)] * 2
    table.given(practices=Practices())
    assert table.taps("Gedaan") == "Deze stap is al gezet."


def test_to_a_resident_it_is_an_ordinary_word(table: Table) -> None:
    """Without a role the word belongs to nobody here; more words neither."""
    table.given(person=RESIDENT)
    assert practice.commanded(table.now, Command.PRACTICE, "") is None
    table.given(person=COORDINATOR)
    assert practice.commanded(table.now, Command.PRACTICE, "morgen") is None
    assert practice.commanded(table.now, Command.CANCEL, "") is None
    assert practice.pressed(table.now, Act(Verb.WIPE)) is None
