"""Checking words: exactly what was read goes out, and nothing else."""

from dataclasses import replace

import pytest

from domain.events import FeedbackApproved
from domain.feedback import Draft, FeedbackKind
from domain.heard import Command, Said
from domain.messages import Act, Verb
from domain.people import Person
from handlers import expert
from handlers.sentences import fingerprint, hint
from handlers.states import Idle, Rewriting
from tests.handlers.spoken import (
    COORDINATOR,
    EXPERT,
    PARTNER,
    PROFESSIONAL,
    RESIDENT,
    ROOM,
    Dialogue,
    read,
    situation,
)

LAMP = Draft(5, FeedbackKind.CHOSEN, "Donker pad", 14, "De corporatie: er komen lampen.")
STONE = Draft(6, FeedbackKind.NOT_CHOSEN, "Stoep kapot", 1, "Dat doet de gemeente in maart.")


@pytest.fixture
def chat() -> Dialogue:
    """The expert's own chat; two texts wait."""
    return Dialogue(replace(situation(EXPERT), drafts=(LAMP, STONE)))


def test_texts_are_read_one_at_a_time(chat: Dialogue) -> None:
    """What, for how many people, and two buttons; then the next, until nothing waits."""
    assert chat.says("controleer") == (
        "Wel gekozen. Onderwerp: Donker pad. Dit lezen 14 melders:\n"
        "De corporatie: er komen lampen.\nIs dit duidelijk?\n[Duidelijk] [Verbeter]"
    )
    second = chat.taps("Duidelijk")
    assert second.startswith("Dank u. De 14 melders horen het nu.\nNiet gekozen. Onderwerp: Stoep kapot.")
    assert chat.says("duidelijk") == "Dank u. De melder hoort het nu.\nEr wacht nu geen tekst."
    assert chat.events == [FeedbackApproved(5, LAMP.sentence), FeedbackApproved(6, STONE.sentence)]
    assert chat.says("controleer") == "Er wacht nu geen tekst."


def test_the_notice_leads_to_the_texts(chat: Dialogue) -> None:
    """The button of the notice is the same as the word."""
    (notice,) = expert.waiting_notices(chat.now)
    assert chat.presses(notice.choices[0].act).startswith("Wel gekozen. Onderwerp: Donker pad.")


def test_better_words_are_shown_before_they_count(chat: Dialogue) -> None:
    """Verbeter asks for the text; only after a second look it goes out."""
    chat.says("controleer")
    assert chat.taps("Verbeter") == (
        "Typ de tekst zoals u hem zou zeggen. Nu staat er:\nDe corporatie: er komen lampen."
    )
    assert "\nEr komen nieuwe lampen bij het pad.\nIs dit duidelijk?" in chat.says(
        "er komen nieuwe lampen bij het pad"
    )
    assert chat.taps("Verbeter").endswith("Er komen nieuwe lampen bij het pad.")
    assert "\nEr komen lampen.\n" in chat.says("er komen lampen")
    assert "\nEr komen drie lampen.\n" in chat.says("er komen drie lampen")
    assert not chat.events
    chat.taps("Duidelijk")
    assert chat.events == [FeedbackApproved(5, "Er komen drie lampen.")]


def test_exactly_the_words_that_were_read_go_out(chat: Dialogue) -> None:
    """When the text changed meanwhile it is shown again instead of sent."""
    chat.says("controleer")
    chat.given(drafts=(replace(LAMP, sentence="Er komt niets."), STONE))
    again = chat.taps("Duidelijk")
    assert again.startswith("Deze tekst is intussen veranderd. Nu staat er:\nWel gekozen.")
    assert "Er komt niets." in again
    assert not chat.events
    chat.taps("Duidelijk")
    assert chat.events == [FeedbackApproved(5, "Er komt niets.")]


def test_an_older_button_approves_the_older_words(chat: Dialogue) -> None:
    """The words above the button count, not the newest version."""
    chat.given(state=Rewriting(5, "Nieuw."))
    chat.presses(Act(Verb.APPROVE, f"5/{fingerprint(LAMP.sentence)}"))
    assert chat.events == [FeedbackApproved(5, LAMP.sentence)]
    chat.given(state=Rewriting(5, "Nieuw."))
    chat.presses(Act(Verb.APPROVE, f"6/{fingerprint('Nieuw.')}"))
    assert len(chat.events) == 1


def test_what_somebody_else_checked_is_said(chat: Dialogue) -> None:
    """Two people may check; the second goes on with the next text."""
    chat.says("controleer")
    chat.taps("Verbeter")
    chat.given(drafts=(STONE,))
    assert chat.says("er komen lampen").startswith("Deze tekst is al nagekeken.\nNiet gekozen.")
    assert chat.presses(Act(Verb.APPROVE, "5/x")).startswith("Deze tekst is al nagekeken.")
    assert not chat.events


@pytest.mark.parametrize("who", [PARTNER, PROFESSIONAL, RESIDENT])
def test_only_with_the_role(chat: Dialogue, who: Person) -> None:
    """Rights are looked at when a button is pressed or a text is typed."""
    refused = "Teksten nakijken doet een ervaringsdeskundige of de coordinator."
    chat.given(person=who, state=Rewriting(5))
    assert chat.presses(Act(Verb.SHOW_WAITING)) == refused
    assert chat.given(state=Rewriting(5)).says("er komen lampen") == refused
    assert chat.now.state == Idle()
    assert chat.presses(Act(Verb.APPROVE, f"5/{fingerprint(LAMP.sentence)}")) == refused
    assert chat.presses(Act(Verb.REWRITE, "5")) == refused
    assert not chat.events


def test_never_in_a_group(chat: Dialogue) -> None:
    """Words of people are read in a chat of two."""
    chat.given(room=ROOM, person=COORDINATOR)
    assert chat.says("controleer") == "Teksten kijken we na in uw eigen chat met mij. Typ daar: controleer"


def test_a_rewrite_is_short_and_can_be_left(chat: Dialogue) -> None:
    """Too long or no words: asked again. `annuleer` leaves the text as it was."""
    chat.given(state=Rewriting(5))
    assert chat.says("a" * 401) == "Typ een korte tekst, van hooguit 400 tekens."
    empty = expert.said(chat.now, Said("", photo="f"))
    assert empty is not None
    assert empty.state == Rewriting(5)
    assert chat.says("annuleer").startswith("Gestopt. De tekst blijft zoals hij was.")
    assert chat.now.state == Idle()


def test_other_words_and_buttons_are_not_ours(chat: Dialogue) -> None:
    """A resident who says the word, and whoever says more than the word, says something else."""
    assert expert.commanded(replace(chat.now, person=RESIDENT), Command.CHECK, "") is None
    assert expert.commanded(chat.now, Command.CHECK, "of de lamp brandt") is None
    assert expert.commanded(chat.now, Command.CANCEL, "") is None
    assert expert.said(chat.now, Said("een lamp kapot")) is None
    assert expert.pressed(chat.now, Act(Verb.APPROVE, "topic/5")) is None
    assert expert.pressed(chat.now, Act(Verb.WIPE)) is None


@pytest.mark.parametrize("kind", FeedbackKind)
def test_every_kind_is_named(chat: Dialogue, kind: FeedbackKind) -> None:
    """Who checks sees what it is about; also when it is not about counted people."""
    chat.given(drafts=(replace(LAMP, kind=kind, people=0),))
    said = chat.says("controleer")
    assert "Dit lezen de melders:" in said
    assert (said.startswith("Nog geen nieuws.")) == (kind is FeedbackKind.NO_NEWS)
    assert chat.taps("Duidelijk").startswith("Dank u. De melders horen het nu.")


def test_hard_to_read_words_get_a_hint(chat: Dialogue) -> None:
    """A sentence of more than twenty words, or a very long word."""
    long = " ".join(["woord"] * 21)
    chat.given(drafts=(replace(LAMP, sentence=f"Kort. {long}. Kort."),))
    assert "Tip: een zin telt 21 woorden. Korter leest makkelijker.\nIs dit" in chat.says("controleer")
    assert hint(" ".join(["woord"] * 20)) is None
    assert hint("...") is None
    (tip,) = [hint("De gebiedsontwikkelingsvisie komt.")]
    assert tip is not None
    assert tip.args == {"word": "gebiedsontwikkelingsvisie"}
    chat.given(drafts=(replace(LAMP, sentence="De gebiedsontwikkelingsvisie komt."),))
    assert 'Tip: "gebiedsontwikkelingsvisie" is een lang woord.' in chat.says("controleer")
    assert read(chat.turn.messages[0], "en").startswith("Chosen. Topic: Donker pad. 14 reporters read this:")
