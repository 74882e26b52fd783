"""Checking words: exactly what was read goes out, and nothing else."""

from dataclasses import replace
from datetime import date

import pytest

from domain.events import FeedbackApproved
from domain.feedback import Draft, FeedbackKind
from domain.heard import Command, Said
from domain.messages import Act, Verb
from domain.people import Person
from handlers import expert
from handlers.sentences import fingerprint
from handlers.states import Idle, Rewriting
from tests.handlers.spoken import (
    BOOMGAARD,
    COORDINATOR,
    EXPERT,
    PARTNER,
    PROFESSIONAL,
    RESIDENT,
    ROOM,
    Dialogue,
    read,
    situation,
    words,
)

DAYS = (date(2026, 12, 4), date(2026, 12, 18), date(2027, 1, 15))
LAMP = Draft(5, FeedbackKind.CHOSEN, "Donker pad", 14, "De corporatie: er komen lampen.", *DAYS)
STONE = Draft(6, FeedbackKind.NOT_CHOSEN, "Stoep kapot", 1, "Dat doet de gemeente in maart.", DAYS[0])
HALL = replace(LAMP, sentence="Middels handhaving worden er lampen geplaatst.")


@pytest.fixture
def chat() -> Dialogue:
    """The expert's own chat; two texts wait."""
    return Dialogue(replace(situation(EXPERT), drafts=(LAMP, STONE), plain=words().plain_words))


def test_texts_are_read_one_at_a_time(chat: Dialogue) -> None:
    """What, for how many people, and two buttons; then the next, until nothing waits."""
    assert chat.says("controleer") == (
        "Wel gekozen. Onderwerp: Donker pad. Dit lezen 14 melders:\n\n"
        "Nieuws over uw signaal (nummer) (eigen woorden van de melder).\n"
        "Het wijkverband koos dit onderwerp op 4 december.\n"
        "Wat gaan we doen? De corporatie: er komen lampen.\n"
        "De eerste stap is voor 18 december. U hoort opnieuw van ons op 15 januari.\n\n"
        "Leesbaarheid: 48 van 100. Lastig te lezen.\nIs dit duidelijk?\n[Duidelijk] [Verbeter]"
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
    assert "Wat gaan we doen? Er komen nieuwe lampen bij het pad.\n" in chat.says(
        "er komen nieuwe lampen bij het pad"
    )
    assert chat.taps("Verbeter").endswith("Er komen nieuwe lampen bij het pad.")
    assert "doen? Er komen lampen.\n" in chat.says("er komen lampen")
    assert "doen? Er komen drie lampen.\n" in chat.says("er komen drie lampen")
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
    thanks = chat.taps("Duidelijk")
    later = "Dank u. De melders lezen dit als er op 4 december nog geen nieuws is."
    now = "Dank u. De melders horen het nu."
    assert thanks.startswith(later if kind is FeedbackKind.NO_NEWS else now)


def test_what_is_hard_to_read_is_said(chat: Dialogue) -> None:
    """The figure in plain words, each remark with what could stand there, and how many more there are."""
    chat.given(drafts=(HALL,))
    assert chat.says("controleer").endswith(
        "Leesbaarheid: 47 van 100. Lastig te lezen.\n"
        '- "Middels": liever "met".\n'
        '- "handhaving": zeg het anders. Bijvoorbeeld: controle, of: controleren.\n'
        '- "worden … geplaatst": wie doet dit? Begin de zin daarmee.\n'
        "Is dit duidelijk?\n[Duidelijk] [Verbeter] [Neem over]"
    )
    long = " ".join(["woord"] * 21)
    chat.given(drafts=(replace(LAMP, sentence=f"{long}. De gebouwenbeheersautomatisering komt."),))
    shown = chat.says("controleer")
    assert '- Een lange zin, van 21 woorden: "woord woord woord woord …". Maak er twee van.' in shown
    assert '- "gebouwenbeheersautomatisering" is een lang woord, van 11 lettergrepen.' in shown
    many = "Indien thans reeds tevens doch alsmede derhalve wederom slechts."
    chat.given(drafts=(replace(LAMP, sentence=many),))
    assert "- En nog 3 opmerkingen." in chat.says("controleer")
    assert read(chat.turn.messages[0], "en").startswith("Chosen. Topic: Donker pad. 14 reporters read this:")


def test_simpler_words_come_with_one_tap(chat: Dialogue) -> None:
    """They are put in, shown again, and go out only after a yes to exactly those words."""
    chat.given(drafts=(HALL, STONE))
    chat.says("controleer")
    shown = chat.says("neem over")
    assert shown.startswith("De makkelijke woorden staan er nu in. Lees nog even of de zin klopt.")
    assert "Met handhaving worden er lampen geplaatst." in shown
    assert shown.endswith("[Duidelijk] [Verbeter]")
    assert not chat.events
    chat.presses(Act(Verb.APPROVE, f"5/{fingerprint('Iets anders.')}"))
    assert not chat.events
    chat.says("controleer")
    chat.taps("Neem over")
    chat.taps("Duidelijk")
    assert chat.events == [FeedbackApproved(5, "Met handhaving worden er lampen geplaatst.")]


def test_the_coordinator_sees_which_texts_wait(chat: Dialogue) -> None:
    """A line a text, cut when there are many."""
    chat.given(person=COORDINATOR)
    assert chat.says("controleer").startswith(
        "Er wachten 2 teksten:\n1. Donker pad. Wel gekozen.\n2. Stoep kapot. Niet gekozen.\nDe eerste:\nWel"
    )
    chat.given(drafts=tuple(replace(STONE, id=number) for number in range(13)))
    assert "10. Stoep kapot. Niet gekozen.\nEn nog 3.\nDe eerste:" in chat.says("controleer")


def test_sending_unread_is_asked_by_name(chat: Dialogue) -> None:
    """With an expert in the wijk the coordinator's yes is a waiver; without one it is a plain yes."""
    chat.given(person=COORDINATOR)
    assert chat.says("controleer").endswith("[Zonder nalezen versturen] [Verbeter]")
    told = chat.presses(Act(Verb.APPROVE, f"5/{fingerprint(LAMP.sentence)}"))
    assert told.startswith("Een ervaringsdeskundige leest deze tekst eerst na.")
    assert not chat.events
    told = chat.says("zonder nalezen versturen")
    assert told.startswith("Verstuurd zonder nalezen. De 14 melders horen het nu.\nNiet gekozen.")
    chat.given(experts=())
    assert chat.says("controleer").endswith("[Duidelijk] [Verbeter]")
    chat.taps("Duidelijk")
    assert chat.events == [
        FeedbackApproved(5, LAMP.sentence, waived=True),
        FeedbackApproved(6, STONE.sentence),
    ]


def test_an_expert_waives_nothing(chat: Dialogue) -> None:
    """A forged waiver of somebody who read the text is an ordinary yes; of somebody else it is refused."""
    chat.presses(Act(Verb.WAIVE, f"5/{fingerprint(LAMP.sentence)}"))
    assert chat.events == [FeedbackApproved(5, LAMP.sentence)]
    chat.given(person=PARTNER)
    refused = "Teksten nakijken doet een ervaringsdeskundige of de coordinator."
    assert chat.presses(Act(Verb.WAIVE, f"6/{fingerprint(STONE.sentence)}")) == refused
    assert chat.presses(Act(Verb.ADOPT, f"6/{fingerprint(STONE.sentence)}")) == refused
    assert chat.presses(Act(Verb.SKIP, "voice/6/tr")) == refused
    assert len(chat.events) == 1


# --- other languages ---------------------------------------------------------------------------


@pytest.fixture
def spoken(chat: Dialogue) -> Dialogue:
    """Reporters of the lamp write Turkish, English and a language that the wijk does not offer."""
    wijk = replace(BOOMGAARD, languages=("nl", "en", "tr"))
    return chat.given(district=wijk, drafts=(replace(LAMP, languages=("en", "ps", "tr")), STONE))


def test_each_language_is_asked_and_approved_the_same_way(spoken: Dialogue) -> None:
    """Typed, shown again, improved, and sent together with the Dutch; skipped languages read the Dutch."""
    spoken.says("controleer")
    assert spoken.says("vertaling erbij") == (
        "Typ deze tekst in het Engels, of laat het iemand doen die dat spreekt.\n"
        "De corporatie: er komen lampen.\n"
        "Wij vertalen niet zelf. Zonder uw tekst lezen zij het Nederlands.\n[Overslaan]"
    )
    assert not spoken.events
    assert spoken.says("overslaan").startswith("Typ deze tekst in het Turks")
    assert spoken.says("lambalar takilacak") == (
        "Zo lezen zij het in het Turks:\nLambalar takilacak.\nKlopt dit?\n[Klopt] [Verbeter] [Overslaan]"
    )
    assert spoken.taps("Verbeter").startswith("Typ deze tekst in het Turks")
    spoken.says("Yeni lambalar geliyor")
    assert spoken.says("klopt").startswith("Dank u. De 14 melders horen het nu.\nNiet gekozen.")
    assert spoken.events == [FeedbackApproved(5, LAMP.sentence, (("tr", "Yeni lambalar geliyor."),))]


def test_another_script_is_no_answer(chat: Dialogue) -> None:
    """A Dutch word where Arabic was asked is not taken for Arabic; the question stays open."""
    wijk = replace(BOOMGAARD, languages=("nl", "ar"))
    chat.given(district=wijk, drafts=(replace(LAMP, languages=("ar",)),))
    chat.says("controleer")
    chat.says("vertaling erbij")
    assert chat.says("prima zo") == (
        "Dit is geen Arabisch. Typ de tekst in het Arabisch, of kies Overslaan.\n[Overslaan]"
    )
    assert chat.says("ستأتي المصابيح").startswith("Zo lezen zij het in het Arabisch:")


def test_words_in_a_language_count_as_they_were_seen(spoken: Dialogue) -> None:
    """An old button, one of another language and one of long ago are asked again, and nothing goes out."""
    spoken.says("controleer")
    spoken.says("vertaling erbij")
    spoken.says("There will be lamps")
    old = Act(Verb.APPROVE, f"voice/5/en/{fingerprint('Other words.')}")
    assert spoken.presses(old).startswith("Zo lezen zij het in het Engels:")
    assert spoken.presses(Act(Verb.SKIP, "voice/5/tr")).startswith("Zo lezen zij het in het Engels:")
    assert spoken.says("a" * 401) == "Typ een korte tekst, van hooguit 400 tekens."
    spoken.given(state=Idle())
    assert spoken.presses(old).startswith("Wel gekozen. Onderwerp: Donker pad.")
    assert not spoken.events


def test_the_question_for_a_language_can_be_left(spoken: Dialogue) -> None:
    """`annuleer` and a text that somebody else let go: nothing is lost, nothing goes out twice."""
    spoken.says("controleer")
    spoken.says("vertaling erbij")
    assert spoken.says("annuleer").startswith("Gestopt. De tekst blijft zoals hij was.")
    spoken.says("controleer")
    spoken.says("vertaling erbij")
    spoken.given(drafts=(STONE,))
    assert spoken.says("There will be lamps").startswith("Deze tekst is al nagekeken.\nNiet gekozen.")
    assert spoken.presses(Act(Verb.SKIP, "voice/5/en")).startswith("Deze tekst is al nagekeken.")
    assert not spoken.events


def test_the_coordinator_can_add_a_language_to_a_waiver(spoken: Dialogue) -> None:
    """What was waived stays waived after the question for a language."""
    spoken.given(person=COORDINATOR)
    spoken.says("controleer")
    spoken.says("vertaling erbij")
    spoken.says("overslaan")
    assert spoken.says("overslaan").startswith("Verstuurd zonder nalezen.")
    assert spoken.events == [FeedbackApproved(5, LAMP.sentence, waived=True)]


def test_a_word_of_a_button_is_no_sentence(chat: Dialogue) -> None:
    """A "goed" below a text means that it is good; residents must not read it as the news."""
    chat.says("controleer")
    assert chat.taps("Verbeter").startswith("Typ de tekst")
    assert chat.says("oké").startswith("Typ een korte tekst")
    assert "Er komen lampen bij." in chat.says("er komen lampen bij")
    for word in ("goed", "3", "overslaan", "hallo"):
        assert "Er komen lampen bij." in chat.says(word)
    assert chat.now.state == Rewriting(5, "Er komen lampen bij.")
