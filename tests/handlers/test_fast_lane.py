"""The fast lane: one sentence of the coordinator, one answer of whoever decides first."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.events import FastLaneAnswered, FastLaneLeft, PutInFastLane
from domain.fast_lane import Lane, LaneSignal, LaneState, SmallRequest
from domain.heard import Command, Said
from domain.messages import Act, Kind, Verb
from domain.people import Person, Role
from domain.signals import number_of
from handlers import fast_lane
from handlers.sentences import fingerprint
from handlers.states import AnsweringFast, Describing, Idle
from tests.handlers.spoken import (
    CARE,
    COORDINATOR,
    CORPORATION,
    EXPERT,
    NOW,
    PARTNER,
    RESIDENT,
    ROOM,
    Dialogue,
    read,
    situation,
)

BENCH, BIN = number_of(2026, 12), number_of(2026, 13)
WORDS = "Kan er een bankje bij de bushalte? Mijn moeder Truus van 84 kan niet staan."
SIGNALS = (
    LaneSignal(BIN, "geen prullenbak bij het speelveld", NOW - timedelta(days=1)),
    LaneSignal(BENCH, WORDS, NOW - timedelta(days=2)),
)
REQUEST = SmallRequest(BENCH, "Een bankje bij de bushalte.", NOW - timedelta(hours=5))
CORPORATION_MEMBER = Person(
    CORPORATION.key, district="boomgaard", roles=frozenset({Role.PARTNER}), known=True
)
DECIDERS = (COORDINATOR.key, CORPORATION.key, CARE.key)


@pytest.fixture
def desk() -> Dialogue:
    """The coordinator's own chat, with two signals that could go in."""
    return Dialogue(replace(situation(COORDINATOR), lane=Lane((), SIGNALS, DECIDERS)))


@pytest.fixture
def chat() -> Dialogue:
    """The chat of the corporation, with one request that waits."""
    return Dialogue(replace(situation(CORPORATION_MEMBER), lane=Lane((REQUEST,), (), DECIDERS)))


# --- the coordinator ---------------------------------------------------------------------------


def test_signals_are_shown_one_by_one_and_one_goes_in(desk: Dialogue) -> None:
    """The newest first; the coordinator's own sentence goes to everybody who decides, the words to nobody."""
    assert "geen prullenbak" in desk.says("snel")
    assert WORDS in desk.says("volgende")
    assert "zonder namen" in desk.taps("Snelle baan")
    shown = desk.says("een bankje bij de bushalte")
    assert "Een bankje bij de bushalte.\nStaat er niets in over een persoon?" in shown
    sent = desk.taps("Goed, verstuur")
    assert sent.startswith("Verstuurd aan 3 mensen. Er is antwoord nodig op 6 november.")
    assert desk.events == [PutInFastLane(BENCH, "Een bankje bij de bushalte.")]
    assert [(one.to, one.kind) for one in desk.others] == [
        (CORPORATION.key, Kind.NOTICE),
        (CARE.key, Kind.NOTICE),
    ]
    for message in desk.others:
        assert "Truus" not in read(message)
        assert BENCH not in read(message)
        assert read(message).endswith("[Ja] [Nee]")
    assert desk.now.state == Idle()


def test_the_end_of_the_signals_is_said(desk: Dialogue) -> None:
    """After the last one, and when there is none."""
    desk.says("snel")
    desk.says("volgende")
    assert desk.taps("Volgende").startswith("Dit waren de nieuwste signalen.")
    assert desk.presses(Act(Verb.FAST, "done")) == "Klaar. Typ snel om verder te gaan."
    desk.given(lane=Lane())
    assert desk.says("snel") == "Er zijn nu geen signalen voor de snelle baan."


@pytest.mark.parametrize(
    "words",
    [WORDS, WORDS.upper(), "wie weet: er een bankje bij de bushalte Mijn", "mijn moeder truus van 84 kan"],
)
def test_the_words_of_the_resident_never_go_on(desk: Dialogue, words: str) -> None:
    """Copied whole, or six words in a row: the coordinator says it otherwise."""
    desk.given(state=Describing(BENCH))
    assert desk.says(words).startswith("Dit zijn de woorden van de bewoner zelf.")
    assert desk.now.state == Describing(BENCH)
    assert not desk.events


def test_a_name_in_the_sentence_is_pointed_out(desk: Dialogue) -> None:
    """The coordinator sees what it is without, and decides; a picture without words is no sentence."""
    warned = replace(desk.now.lane or Lane(), without_people="Een bankje voor […]")
    desk.given(state=Describing(BENCH), lane=warned)
    assert "Zonder is het: Een bankje voor […]" in desk.says("een bankje voor Truus")
    assert desk.now.state == Describing(BENCH, "Een bankje voor Truus.")
    assert desk.says("👍").startswith("Typ één korte zin")


@pytest.mark.parametrize("words", ["x" * 161, "een " * 41])
def test_a_request_is_one_short_sentence(desk: Dialogue, words: str) -> None:
    """A letter is asked again; so is a picture without words."""
    desk.given(state=Describing(BENCH))
    assert desk.says(words) == "Typ één korte zin, van hooguit 160 tekens."
    turn = fast_lane.said(desk.now, Said("", photo="f"))
    assert turn is not None
    assert turn.state == Describing(BENCH)


def test_only_the_sentence_that_was_seen_goes(desk: Dialogue) -> None:
    """A button of before a change sends nothing; neither does one of another signal, or after a restart."""
    desk.given(state=Describing(BENCH, "Een bankje."))
    old = f"send/{BENCH}/{fingerprint('Een boom.')}"
    assert "zonder namen" in desk.presses(Act(Verb.FAST, old))
    desk.given(state=Idle())
    assert "zonder namen" in desk.presses(Act(Verb.FAST, f"send/{BENCH}/{fingerprint('Een bankje.')}"))
    assert not desk.events


@pytest.mark.parametrize("typed", ["snel 2026-0099", "snel 2026-00012345678"])
def test_a_signal_that_is_gone_cannot_go_in(desk: Dialogue, typed: str) -> None:
    """Answered, withdrawn, of another wijk or never there: one line says so, also halfway."""
    assert "kan niet in de snelle baan" in desk.says(typed)
    desk.given(lane=Lane((), (), DECIDERS))
    for state in (Describing(BENCH), Describing(BENCH, "Een bankje.")):
        desk.given(state=state)
        assert "kan niet in de snelle baan" in desk.says("een bankje")
    desk.given(state=Describing(BENCH, "Een bankje."))
    pressed = desk.presses(Act(Verb.FAST, f"send/{BENCH}/{fingerprint('Een bankje.')}"))
    assert "kan niet in de snelle baan" in pressed
    assert not desk.events


def test_by_its_number_and_other_words_with_it(desk: Dialogue) -> None:
    """`snel 2026-0012` is the short way; `snel 30 rijden` is a sentence."""
    assert WORDS in desk.says("snel 2026-0012")
    assert desk.now.state == Describing(BENCH)
    assert fast_lane.commanded(desk.now, Command.FAST_LANE, "30 rijden") is None


def test_it_can_be_taken_out(desk: Dialogue) -> None:
    """A mistake of the coordinator; not twice, and not what was answered."""
    desk.given(lane=Lane((REQUEST,), SIGNALS, DECIDERS))
    assert "[Haal eruit]" in desk.says("snel")
    assert desk.taps("Haal eruit").startswith("Het signaal is uit de snelle baan.")
    assert desk.events == [FastLaneLeft(BENCH)]
    for state in (LaneState.LAPSED, LaneState.YES):
        desk.given(lane=Lane((replace(REQUEST, state=state),), (), DECIDERS))
        assert "Het signaal is uit" not in desk.taps("Haal eruit")
    assert len(desk.events) == 1


def test_it_can_be_left(desk: Dialogue) -> None:
    """`annuleer` sends nothing, for the coordinator and for who answers."""
    for state in (Describing(BENCH, "Een bankje."), AnsweringFast(BENCH, yes=True)):
        desk.given(state=state)
        assert desk.says("annuleer").startswith("Gestopt. Er is niets verstuurd.")
        assert desk.now.state == Idle()
    assert fast_lane.commanded(desk.now, Command.CANCEL, "") is None


# --- those who decide --------------------------------------------------------------------------


def test_yes_with_what_and_when(chat: Dialogue) -> None:
    """One tap and one sentence; the others hear who answered what, and the sentence is checked first."""
    assert chat.says("snel").endswith("[Ja] [Nee]")
    assert chat.says("ja").startswith("Fijn. Wat gebeurt er, en wanneer?")
    thanks = chat.says("wij zetten er vrijdag een neer")
    assert thanks == "Dank u. Uw zin wordt eerst nagekeken, daarna hoort de bewoner het."
    sentence = "Wij zetten er vrijdag een neer."
    assert chat.events == [FastLaneAnswered(BENCH, yes=True, sentence=sentence, by="De corporatie")]
    assert {one.to for one in chat.others} == {COORDINATOR.key, CARE.key, EXPERT.key}
    assert read(chat.others[0]) == (
        "Er is al antwoord op de kleine vraag: Een bankje bij de bushalte.\n"
        f"De corporatie zei: Ja. {sentence}"
    )


def test_yes_in_fixed_words_needs_no_check(chat: Dialogue) -> None:
    """Nobody's own words: nothing waits for the experience expert."""
    chat.says("snel")
    chat.taps("Ja")
    assert chat.taps("Binnen twee weken geregeld") == "Dank u. De bewoner hoort het nu."
    assert chat.events == [FastLaneAnswered(BENCH, yes=True, sentence="", by="De corporatie")]
    assert EXPERT.key not in {one.to for one in chat.others}
    assert "De corporatie zei: Ja. Het wordt binnen twee weken geregeld." in read(chat.others[0])


def test_no_needs_a_reason(chat: Dialogue) -> None:
    """There is no button without one, and a whole letter is asked again."""
    chat.says("snel")
    assert chat.taps("Nee") == "Waarom niet? Eén zin, de bewoner leest dit."
    assert chat.says("x" * 401) == "Typ één korte zin voor de bewoner, van hooguit 400 tekens."
    chat.says("er staat al een bank")
    answer = FastLaneAnswered(BENCH, yes=False, sentence="Er staat al een bank.", by="De corporatie")
    assert chat.events == [answer]


def test_the_first_answer_counts(chat: Dialogue) -> None:
    """Whoever comes second reads who answered what; nothing changes, wherever they were."""
    chat.says("snel")
    chat.taps("Nee")
    answered = replace(REQUEST, state=LaneState.YES, by="Team Zorg", answer="Wij doen het.")
    chat.given(lane=Lane((answered,), (), DECIDERS))
    already = (
        "Er is al antwoord op de kleine vraag: Een bankje bij de bushalte.\nTeam Zorg zei: Ja. Wij doen het."
    )
    assert chat.says("daar is geen geld voor") == already
    assert chat.now.state == Idle()
    assert chat.taps("Ja") == already
    assert chat.presses(Act(Verb.FAST, f"soon/{BENCH}")) == already
    assert not chat.events


def test_what_lapsed_needs_no_answer(chat: Dialogue) -> None:
    """The signal was taken back, or its writer is gone: the answer is not needed any more."""
    chat.says("snel")
    chat.taps("Ja")
    chat.given(lane=Lane((replace(REQUEST, state=LaneState.LAPSED),), (), DECIDERS))
    assert chat.says("dat regelen wij") == "Deze vraag is vervallen. U hoeft niets te doen."
    chat.given(lane=None)
    assert chat.taps("Nee") == "Deze vraag is vervallen. U hoeft niets te doen."
    assert chat.says("snel") == "Er wacht geen kleine vraag op antwoord."
    assert not chat.events


@pytest.mark.parametrize("who", [RESIDENT, EXPERT, replace(PARTNER, roles=frozenset({Role.PROFESSIONAL}))])
def test_only_who_decides_may_answer(chat: Dialogue, who: Person) -> None:
    """Checked on the person who presses or types, at that moment."""
    chat.given(person=who)
    for about in (f"yes/{BENCH}", f"no/{BENCH}", f"soon/{BENCH}"):
        assert "alleen iemand van het wijkverband" in chat.presses(Act(Verb.FAST, about))
    chat.given(state=AnsweringFast(BENCH, yes=True))
    assert "alleen iemand van het wijkverband" in chat.says("wij doen het")
    assert chat.now.state == Idle()
    for about in (f"pick/{BENCH}", f"send/{BENCH}/x", f"out/{BENCH}", "more/", "done"):
        assert chat.presses(Act(Verb.FAST, about)) == "Dat kan alleen de coordinator van de wijk."
    chat.given(state=Describing(BENCH))
    assert chat.says("een bankje") == "Dat kan alleen de coordinator van de wijk."
    assert not chat.events


def test_a_partner_puts_nothing_in(chat: Dialogue) -> None:
    """They see what waits, not the signals."""
    assert chat.says("snel 2026-0012") == "Dat kan alleen de coordinator van de wijk."
    assert "[Haal eruit]" not in chat.says("snel")


def test_in_the_room_it_is_only_listed(chat: Dialogue) -> None:
    """Everybody sees what waits; words of residents and answers belong in a chat of two."""
    chat.given(room=ROOM)
    listed = chat.says("snel")
    assert "- Een bankje bij de bushalte. Uiterlijk 6 november." in listed
    assert "[" not in listed
    chat.given(person=COORDINATOR)
    assert chat.says("snel 2026-0012") == "Dat doen we in uw eigen chat met mij, niet in de groep."
    assert chat.presses(Act(Verb.FAST, f"yes/{BENCH}")).startswith("Dat doen we in uw eigen chat")
    chat.given(lane=Lane())
    assert chat.says("snel") == "Er wacht geen kleine vraag op antwoord."


def test_to_a_resident_it_is_an_ordinary_word(chat: Dialogue) -> None:
    """Without a role the word belongs to nobody here."""
    chat.given(person=RESIDENT)
    assert fast_lane.commanded(chat.now, Command.FAST_LANE, "") is None
    assert fast_lane.pressed(chat.now, Act(Verb.WIPE)) is None
    assert fast_lane.said(chat.now, Said("een lamp kapot")) is None
