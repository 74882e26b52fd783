"""First contact: the welcome, and which wijk somebody lives in when no link told."""

from dataclasses import replace

from domain.districts import District
from domain.events import DistrictChosen, Event, LanguageSet, PersonWiped
from domain.heard import Changed, Opened, Said
from domain.messages import Act, Choice, Message, Text, Verb
from handlers import places, receipts
from handlers.states import ChoosingDistrict, ConfirmingDanger, ConfirmingWipe, HeldSignal, Idle, State
from handlers.turn import Situation, Turn, say
from handlers.welcome import welcome

SENTENCE = 3
"""So many words tell in which language somebody writes."""


def opened(situation: Situation, heard: Opened) -> Turn:
    """First contact, or a link followed once more."""
    named = next((d for d in situation.districts if d.slug == heard.district), None)
    district = named or situation.district or _only(situation.districts)
    if district is None:
        asked = ask(situation)
        return Turn(asked.state, (*welcome(situation, None), *asked.messages))
    if held_in(situation.state):
        turn = choose_district(situation, district)
        return replace(turn, messages=(*welcome(situation, district), *turn.messages))
    events: tuple[Event, ...] = ()
    if district.slug != situation.person.district:
        events = (DistrictChosen(district.slug),)
    return Turn(Idle(), welcome(situation, district), events)


def first_words(situation: Situation, heard: Said) -> Situation:
    """The first words tell which language somebody reads, whatever their app is set to.

    Whoever followed a link was greeted in another one: they are greeted anew, with the button to change it.
    """
    person = situation.person
    settled = person.chose_language or situation.room or person.roles or held_in(situation.state)
    if settled or heard.act is not None or any(one.person == person.key for one in situation.signals):
        return situation
    if heard.language == person.language or heard.language not in situation.languages:
        return situation
    said_by_all = person.known or heard.language == "en"
    if said_by_all and heard.text.isascii() and len(heard.text.split()) < SENTENCE:
        # "Hello" and "ok" are said in every language.
        return situation
    return replace(situation, person=replace(person, language=heard.language, known=False))


def in_their_language(before: Situation, now: Situation, turn: Turn) -> Turn:
    """What first words told is kept with the rest of the turn."""
    language = now.person.language
    if language == before.person.language or any(
        isinstance(one, LanguageSet | PersonWiped) for one in turn.events
    ):
        return turn
    return replace(turn, events=(LanguageSet(language), *turn.events))


def _only(districts: tuple[District, ...]) -> District | None:
    return districts[0] if len(districts) == 1 else None


def ask(situation: Situation) -> Turn:
    """Which wijk, with a button for each."""
    return _asking(situation, Text("resident-ask-district"))


def _asking(situation: Situation, text: Text) -> Turn:
    asked = say(situation, text, *_choices(situation))
    return Turn(ChoosingDistrict(held_in(situation.state)), (asked,))


def held_in(state: State) -> tuple[HeldSignal, ...]:
    """What was said while the wijk was not known; it goes along from question to question."""
    return state.held if isinstance(state, ChoosingDistrict | ConfirmingDanger | ConfirmingWipe) else ()


def back(situation: Situation) -> State:
    """Where it goes on after a question in between: which wijk, or nothing."""
    held = held_in(situation.state)
    return ChoosingDistrict(held) if held else Idle()


def chosen(situation: Situation, slug: str) -> Turn | None:
    """The button of a wijk; None when the settings do not know it any more."""
    if not slug:
        return _asking(situation, Text("resident-help-district"))
    found = next((d for d in situation.districts if d.slug == slug), None)
    return choose_district(situation, found) if found else None


def _choices(situation: Situation) -> tuple[Choice, ...]:
    named = (
        Choice(Text("name", {"name": district.name}), Act(Verb.SET_DISTRICT, district.slug))
        for district in situation.districts
    )
    return (*named, Choice(Text("resident-do-not-know"), Act(Verb.SET_DISTRICT)))


def hold(situation: Situation, heard: Said, held: tuple[HeldSignal, ...], *, withheld: bool = False) -> Turn:
    """A signal of somebody whose wijk is not known: kept in the state, and asked which wijk."""
    district = _only(situation.districts)
    if district is not None:
        turn = receipts.keep(situation, heard, district, withheld=withheld)
        return Turn(turn.state, turn.messages, (DistrictChosen(district.slug), *turn.events))
    kept = HeldSignal(
        heard.text,
        heard.origin,
        heard.photo,
        heard.neighbourhood,
        heard.language,
        withheld=withheld,
        reasons=heard.held,
    )
    asked = say(situation, Text("resident-held-ask-district"), *_choices(situation))
    first = welcome(situation, None) if not situation.person.known else ()
    return Turn(ChoosingDistrict((*held, kept)), (*first, asked))


def reworded(situation: Situation, state: ChoosingDistrict, heard: Changed) -> Turn | None:
    """An edit of what is held while the wijk is not known; None when it is of something else."""
    if not any(one.origin == heard.origin for one in state.held):
        return None
    held = tuple(_reworded(one, heard) if one.origin == heard.origin else one for one in state.held)
    return _asking(replace(situation, state=ChoosingDistrict(held)), Text("resident-held-ask-district"))


def _reworded(one: HeldSignal, heard: Changed) -> HeldSignal:
    text = heard.safe if one.withheld else heard.text
    return replace(one, text=text, reasons=heard.held, language=heard.language)


def typed(situation: Situation, heard: Said, held: tuple[HeldSignal, ...]) -> Turn:
    """The wijk by its name, a postcode or a street; anything else is one more thing to keep."""
    named = places.named_in(heard.text, situation.districts)
    if named is not None and (heard.living or places.only_names(heard.text, named)):
        return choose_district(situation, named)
    if heard.aside is not None or heard.living:
        return _asking(situation, Text("resident-help-district"))
    turn = hold(situation, heard, held)
    if named is None:
        return turn
    # It says what happens and where: both are taken.
    return choose_district(replace(situation, state=turn.state), named)


def choose_district(situation: Situation, district: District) -> Turn:
    """The wijk is known now: everything said before gets its number."""
    held = held_in(situation.state)
    events: list[Event] = [DistrictChosen(district.slug)]
    messages: list[Message] = []
    for ahead, one in enumerate(held):
        heard = Said(
            one.text,
            one.origin,
            photo=one.photo,
            neighbourhood=one.neighbourhood,
            language=one.language,
            held=one.reasons,
        )
        event = receipts.given(situation, heard, district, ahead, withheld=one.withheld)
        events.append(event)
        messages += receipts.receipt(situation, event)
    if not held:
        chosen = say(situation, Text("resident-district-chosen", {"district": district.name}))
        return Turn(Idle(), (chosen,), tuple(events))
    last = situation.number(len(held) - 1)
    state, asked = receipts.ask_about(situation, last, district, event.neighbourhood)
    return Turn(state, (*messages, *asked), tuple(events))
