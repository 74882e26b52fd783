"""Agreements on taking part: filled in by questions, read by who decides, shown to all after a yes."""

from dataclasses import dataclass, replace

import pytest

from domain.agreements import MAX_PART, Agreement, Part, Rung, Version
from domain.events import (
    AgreementBegun,
    AgreementChanged,
    AgreementHidden,
    AgreementSettled,
    Event,
)
from domain.messages import Act, Verb
from domain.people import Person, Role
from handlers.states import Agreeing, Idle, NamingTheme, Planning, PlanPart, ReadingAgreement
from tests.handlers.spoken import (
    COORDINATOR,
    EXPERT,
    NOW,
    PARTNER,
    PROFESSIONAL,
    RESIDENT,
    ROOM,
    Dialogue,
    read,
    situation,
)

WORDS = {
    Part.QUESTION: "Hoe worden de flats droog?",
    Part.EFFECT: "Het wijkverband beslist, elke eerste dinsdag.",
    Part.FEEDBACK: "Elke melder hoort het binnen 5 weken.",
    Part.INFLUENCE: "Welke portieken eerst gaan.",
    Part.RUNG: Rung.ADVISE.value,
}


def agreement(
    theme: str = "housing", parts: dict[Part, str] | None = None, *, agreed: bool = False
) -> Agreement:
    """One with these parts, and maybe agreed to."""
    begun = Version(1, {}, NOW, Role.COORDINATOR)
    filled = Version(2, WORDS if parts is None else parts, NOW, Role.COORDINATOR, Part.RUNG)
    if agreed:
        filled = replace(filled, agreed_at=NOW, agreed_role=Role.COORDINATOR)
    return Agreement("boomgaard", theme, (begun, filled))


@dataclass
class Table(Dialogue):
    """A chat whose agreements change as storage would change them."""

    def _happened(self, event: Event) -> None:
        super()._happened(event)
        found = {one.theme: one for one in self.now.agreements}
        match event:
            case AgreementBegun(theme):
                found[theme] = Agreement("boomgaard", theme, (Version(1, {}, NOW, Role.COORDINATOR),))
            case AgreementChanged(theme, part, words):
                before = found[theme]
                parts = {**before.now.parts, part: words}
                new = Version(before.now.number + 1, parts, NOW, Role.COORDINATOR, part)
                found[theme] = replace(before, versions=(*before.versions, new))
            case AgreementSettled(theme):
                *earlier, last = found[theme].versions
                found[theme] = replace(
                    found[theme], versions=(*earlier, replace(last, agreed_at=NOW)), hidden=False
                )
            case AgreementHidden(theme):
                found[theme] = replace(found[theme], hidden=True)
            case _:
                pass
        self.now = replace(self.now, agreements=tuple(found.values()))


def chat(*there: Agreement, who: Person = COORDINATOR) -> Table:
    """Somebody's own chat, with these agreements in the wijk."""
    return Table(replace(situation(who), agreements=there))


def test_eight_questions_make_an_agreement() -> None:
    """From the first question to the words that everybody reads, each answer is kept as it comes."""
    marit = chat()
    assert marit.says("afspraken").startswith("Er zijn nog geen afspraken over meedoen in De Boomgaard.")
    marit.taps("Nieuw")
    assert marit.taps("Verkeer").startswith("Vraag 1 van 8.")
    for number, words in enumerate(("een", "twee", "drie", "vier", "vijf", "zes", "zeven"), 2):
        assert f"Vraag {number} van 8." in marit.says(words)
    assert "Trede van meedoen: Adviseren. Bewoners geven advies." in marit.says("3")
    assert marit.events[0] == AgreementBegun("traffic")
    assert marit.events[1:4:2] == [
        AgreementChanged("traffic", Part.QUESTION, "Een"),
        AgreementChanged("traffic", Part.FORM, "Drie."),
    ]
    assert len(marit.events) == 9


def test_skipping_and_breaking_off_lose_nothing() -> None:
    """What was skipped is asked later; `annuleer` stops and the list goes on where it was."""
    marit = chat(agreement(parts={}))
    marit.says("afspraken")
    marit.taps("Wonen")
    marit.taps("Verder invullen")
    assert "Vraag 2 van 8." in marit.says("overslaan")
    marit.says("geen schimmel meer")
    assert marit.says("annuleer").startswith("Goed, wij stoppen hier.")
    assert marit.now.state == Idle()
    assert "1. Wonen: concept, 1 van de 8 ingevuld" in marit.says("afspraken")
    marit.says("1")
    assert "Vraag 1 van 8." in marit.says("verder invullen")


def test_one_part_can_be_changed_alone() -> None:
    """The old words are shown; leaving, emptying and typing each lead back to the whole."""
    marit = chat(agreement())
    for answer, expected in (
        ("laat zo", WORDS[Part.INFLUENCE]),
        ("wie er begint", "Wie er begint."),
        ("maak leeg", ""),
    ):
        marit.says("afspraken")
        marit.taps("Wonen")
        marit.taps("Pas aan")
        assert marit.taps("Wel invloed op").startswith(
            f"Nu staat er: {marit.now.agreements[0].now.part(Part.INFLUENCE)}"
        )
        assert "Afspraken over Wonen" in marit.says(answer)
        assert marit.now.agreements[0].now.part(Part.INFLUENCE) == expected
    assert len(marit.events) == 2


@pytest.mark.parametrize(
    ("typed", "answer"),
    [("17", "Vraag 1 van 8."), ("x" * (MAX_PART + 1), "Dat is te lang."), ("  \n ", "Vraag 1 van 8.")],
)
def test_what_is_no_answer_is_asked_again(typed: str, answer: str) -> None:
    """A number that no choice has, too much, and nothing: the question stays open."""
    marit = chat(agreement(parts={}))
    marit.presses(Act(Verb.AGREE, "go/housing"))
    assert answer in marit.says(typed)
    assert marit.now.state == Agreeing("housing", Part.QUESTION)
    assert marit.events == []


def test_a_theme_of_the_wijk_s_own() -> None:
    """Words are a theme too, with a slash and an emoji in it; the same theme twice is one agreement."""
    marit = chat()
    marit.says("afspraken")
    marit.taps("Nieuw")
    assert "Dat is te lang." in marit.says("h" * 41)
    assert marit.now.state == NamingTheme()
    assert "Vraag 1 van 8." in marit.says("honden/katten 🐕")
    marit.says("overslaan")
    assert "Vraag 4 van 8." in marit.says("overslaan") + marit.says("overslaan")
    marit.says("annuleer")
    marit.says("afspraken")
    marit.taps("Nieuw")
    assert "Afspraken over Honden/katten 🐕: concept" in marit.says("Honden/Katten 🐕")
    assert marit.events == [AgreementBegun("Honden/katten 🐕")]


def test_settling_asks_for_what_residents_need() -> None:
    """Without question, effect, feedback, influence and step there is no yes to give."""
    marit = chat(agreement(parts={Part.QUESTION: "Hoe?", Part.RUNG: "inform"}))
    lacking = "Vul dit nog in voordat u het vaststelt: Wie beslist, Wat bewoners terughoren, Wel invloed op."
    assert marit.presses(Act(Verb.AGREE, "settle/housing")).startswith(lacking)
    forged = Act(Verb.AGREE, f"yes/{marit.now.agreements[0].now.fingerprint}/housing")
    assert lacking in marit.presses(forged)
    assert marit.events == []


def test_a_yes_holds_for_the_words_that_were_read() -> None:
    """When they changed meanwhile the new ones are shown, and only a yes under those counts."""
    marit = chat(agreement())
    marit.says("afspraken")
    marit.taps("Wonen")
    shown = marit.taps("Stel vast")
    assert "Dit leest straks iedereen" in shown
    assert all(words in shown for part, words in WORDS.items() if part is not Part.RUNG)
    old = marit.buttons["Ja, iedereen mag dit lezen"]
    marit.given(agreements=(agreement(parts={**WORDS, Part.EFFECT: "De wethouder beslist."}),))
    assert marit.presses(old).startswith("De tekst is intussen veranderd.")
    assert marit.events == []
    marit.taps("Ja, iedereen mag dit lezen")
    (settled,) = marit.events
    assert settled == AgreementSettled("housing", marit.now.agreements[0].now.fingerprint)
    assert [message.to for message in marit.others] == [ROOM]


def test_long_words_get_a_hint() -> None:
    """A sentence that is hard to read is pointed at before everybody reads it."""
    marit = chat(agreement(parts={**WORDS, Part.EFFECT: "woord " * 25}))
    assert "25" in marit.presses(Act(Verb.AGREE, "settle/housing"))


def test_what_looks_like_a_name_is_pointed_at() -> None:
    """It is a hint: the coordinator decides whether it is one."""
    marit = chat(agreement()).given(marks=("Jamila", "Jamila", "06-12345678"))
    assert "Kijk hier goed naar: Jamila, 06-12345678." in marit.presses(Act(Verb.AGREE, "settle/housing"))
    assert "Ja, iedereen mag dit lezen" in marit.buttons


def test_two_editors_do_not_overwrite_each_other() -> None:
    """Who answers second sees both texts and chooses; a third text meanwhile is shown again."""
    marit = chat(agreement())
    marit.presses(Act(Verb.AGREE, "part/influence/housing"))
    marit.given(agreements=(agreement(parts={**WORDS, Part.INFLUENCE: "Rob zijn tekst."}),))
    both = marit.says("mijn eigen tekst")
    assert "Nu staat er: Rob zijn tekst.\nUw tekst: Mijn eigen tekst." in both
    assert marit.events == []
    marit.given(agreements=(agreement(parts={**WORDS, Part.INFLUENCE: "Weer een ander."}),))
    assert "Nu staat er: Weer een ander." in marit.taps("Mijn tekst")
    marit.taps("Mijn tekst")
    assert marit.events == [
        AgreementChanged("housing", Part.INFLUENCE, "Mijn eigen tekst.", "Weer een ander.")
    ]


def test_the_other_text_may_stay() -> None:
    """[De andere tekst] changes nothing; neither does typing what stands there already."""
    marit = chat(agreement())
    marit.presses(Act(Verb.AGREE, "part/influence/housing"))
    marit.given(agreements=(agreement(parts={**WORDS, Part.INFLUENCE: "Rob zijn tekst."}),))
    marit.says("mijn eigen tekst")
    assert "Wel invloed op: Rob zijn tekst." in marit.taps("De andere tekst")
    marit.presses(Act(Verb.AGREE, "part/influence/housing"))
    marit.says("rob zijn tekst")
    assert marit.events == []


def test_taking_it_back_from_residents() -> None:
    """Afterwards the list says so, and settling the same words shows them again."""
    marit = chat(agreement(agreed=True))
    marit.says("afspraken")
    marit.taps("Wonen")
    assert "zien deze afspraken niet meer" in marit.taps("Niet meer tonen")
    assert "1. Wonen: niet meer zichtbaar voor bewoners" in marit.says("afspraken")
    marit.presses(Act(Verb.AGREE, "settle/housing"))
    marit.taps("Ja, iedereen mag dit lezen")
    assert "1. Wonen: vastgesteld op 3 november" in marit.says("afspraken")


def test_changed_since_says_what_residents_still_read() -> None:
    """A change after the yes is a draft beside the words that were agreed to."""
    marit = chat(agreement(agreed=True))
    marit.presses(Act(Verb.AGREE, "part/form/housing"))
    shown = marit.says("elke maand in De Notenkraker")
    assert "vastgesteld op 3 november, daarna aangepast" in shown
    assert "Bewoners lezen nog de tekst van 3 november." in shown


def test_the_history_says_who_as_what_and_when() -> None:
    """Each version with role, day, part and the words before; no person. Older ones are counted."""
    marit = chat(agreement(parts={}))
    for number in range(15):
        marit.presses(Act(Verb.AGREE, "part/form/housing"))
        marit.says(f"vorm nummer {number}")
    history = marit.presses(Act(Verb.AGREE, "history/housing"))
    assert "17. 3 november, coordinator: Zo doen bewoners mee. Was: Vorm nummer 13." in history
    assert "En nog 5 oudere versies." in history
    assert "p:coordinator" not in history


def test_partners_read_and_do_not_write() -> None:
    """A member of the wijkverband sees all of it; buttons of the coordinator are refused, forged ones too."""
    jamila = chat(agreement(agreed=True), who=PARTNER)
    assert jamila.says("afspraken").endswith("[Wonen]")
    assert jamila.taps("Wonen").endswith("[Eerdere versies]")
    assert "Versies van de afspraken over Wonen" in jamila.taps("Eerdere versies")
    for deed in ("new", "go/housing", "part/form/housing", "settle/housing", "hide/housing", "theme/care"):
        assert jamila.presses(Act(Verb.AGREE, deed)) == "Alleen de coordinator verandert de afspraken."
    assert jamila.events == []


@pytest.mark.parametrize("who", [EXPERT, PROFESSIONAL])
def test_others_with_a_role_are_told_who_may(who: Person) -> None:
    """They are pointed to the rules."""
    assert "Typ spelregels" in chat(agreement(), who=who).says("afspraken")


def test_a_withdrawn_coordinator_stops_in_the_middle() -> None:
    """Rights are those of now: the open question is closed and nothing is kept."""
    marit = chat(agreement(parts={}))
    marit.presses(Act(Verb.AGREE, "go/housing"))
    marit.given(person=replace(RESIDENT, roles=frozenset({Role.PROFESSIONAL})))
    assert "Typ spelregels" in marit.says("wij willen droge huizen")
    assert (marit.now.state, marit.events) == (Idle(), [])


def test_the_room_sees_the_list_and_keeps_its_question() -> None:
    """`afspraken` in the middle of the meeting does not end the question that is open there."""
    asked = Planning(11, PlanPart.WHAT)
    room = Table(replace(situation(COORDINATOR, ROOM), agreements=(agreement(),), state=asked))
    answer = room.says("afspraken")
    assert "1. Wonen: concept" in answer
    assert "[" not in answer
    assert room.now.state == asked
    assert room.presses(Act(Verb.AGREE, "go/housing")) == "Afspraken invullen gaat in uw eigen chat met mij."


def test_a_slip_below_the_list_is_no_signal() -> None:
    """A few words that are no choice show it again; a whole sentence is what somebody tells."""
    marit = chat(agreement())
    marit.says("afspraken")
    marit.taps("Wonen")
    assert "Afspraken over Wonen" in marit.says("vastleggen")
    assert marit.now.state == ReadingAgreement("housing")
    assert "is bewaard" in marit.says("de lamp bij de flat is al weken kapot")


@pytest.mark.parametrize(
    "about",
    ["show/care", "go/care", "yes/0123456789ab/care", "part/form/care", "rung/inform/care", "skip/form/care"],
)
def test_a_button_of_something_that_is_gone(about: str) -> None:
    """An agreement that is not there is said to be gone."""
    marit = chat(agreement())
    assert marit.presses(Act(Verb.AGREE, about)).startswith("Deze afspraken zijn er niet.")


@pytest.mark.parametrize(
    "about", ["skip/form/housing", "clear/form/housing", "rung/inform/housing", "replace/housing"]
)
def test_a_button_of_an_earlier_question(about: str) -> None:
    """It changes nothing, and shows how things stand."""
    marit = chat(agreement())
    marit.presses(Act(Verb.AGREE, "part/influence/housing"))
    assert marit.presses(Act(Verb.AGREE, about)).startswith("Afspraken over Wonen")
    assert marit.events == []


# --- the rules that residents read -------------------------------------------------------------


def test_without_agreements_the_usual_rules_hold() -> None:
    """A draft is nobody's rule."""
    anja = chat(agreement(), who=RESIDENT)
    assert "Het is geen stemming." in anja.says("spelregels")
    assert "droog" not in anja.says("spelregels")


def test_residents_read_what_was_agreed() -> None:
    """The words that were agreed to, not the draft after them; the step with its meaning."""
    agreed = agreement(agreed=True)
    draft = replace(agreed.now, number=3, parts={**WORDS, Part.EFFECT: "Concept."}, agreed_at=None)
    anja = chat(replace(agreed, versions=(*agreed.versions, draft)), who=RESIDENT)
    rules = anja.says("spelregels")
    assert "U hoort uiterlijk 8 december" in rules
    assert "Hier heeft u invloed op: Welke portieken eerst gaan." in rules
    assert "Zo ver gaat het meedoen: Adviseren. Bewoners geven advies." in rules
    assert "Concept." not in rules
    assert "Nederlands" not in rules


@pytest.mark.parametrize("language", ["en", "tr", "ar", "pl", "uk"])
def test_the_frame_is_in_the_reader_s_language(language: str) -> None:
    """What was agreed stays Dutch, and the frame says so in the language of the reader."""
    anja = chat(agreement(agreed=True), who=replace(RESIDENT, language=language))
    anja.says("spelregels")
    head, rules = (read(message, language) for message in anja.turn.messages)
    said = {
        "en": "in Dutch",
        "tr": "Hollandaca",
        "ar": "الهولندية",
        "pl": "niderlandzku",
        "uk": "нідерландською",
    }
    assert said[language] in head
    assert WORDS[Part.EFFECT] in rules
    assert "Adviseren" not in rules


def test_many_agreements_are_a_few_messages() -> None:
    """Four whole ones, and how many more there are."""
    anja = chat(*(agreement(theme, agreed=True) for theme in "abcdef"), who=RESIDENT)
    assert "Er zijn nog 2 afspraken." in anja.says("spelregels")
    assert len(anja.turn.messages) == 6


# --- the folder in the chat --------------------------------------------------------------------


def test_who_decides_gets_the_folder() -> None:
    """As a file, with the address of the page when there is one; others are told for whom it is."""
    jamila = chat(who=PARTNER)
    assert "Iedereen mag het lezen." in jamila.says("mapje")
    (message,) = jamila.turn.messages
    assert message.attachment is not None
    assert (message.attachment.what, message.attachment.about) == ("folder", "boomgaard")
    district = jamila.now.district
    assert district is not None
    jamila.given(district=replace(district, page="https://wijk.example/wijk/boomgaard"))
    assert "https://wijk.example/wijk/boomgaard" in jamila.says("mapje")
    assert "voor de coordinator" in chat(who=PROFESSIONAL).says("mapje")
