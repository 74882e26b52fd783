"""First contact: the welcome, and which wijk somebody lives in when no link told."""

from domain.districts import District
from domain.events import DistrictChosen, Event
from domain.heard import Opened, Said
from domain.messages import Act, Choice, Message, Text, Verb
from handlers import receipts
from handlers.states import AwaitingNeighbourhood, ChoosingDistrict, HeldSignal, Idle
from handlers.turn import Situation, Turn, say
from handlers.welcome import welcome


def opened(situation: Situation, heard: Opened) -> Turn:
    """First contact, or a link followed once more."""
    named = next((d for d in situation.districts if d.slug == heard.district), None)
    district = named or situation.district or _only(situation.districts)
    if district is None:
        asked = ask(situation)
        return Turn(asked.state, (*welcome(situation, None), *asked.messages))
    events: tuple[Event, ...] = ()
    if district.slug != situation.person.district:
        events = (DistrictChosen(district.slug),)
    return Turn(Idle(), welcome(situation, district), events)


def _only(districts: tuple[District, ...]) -> District | None:
    return districts[0] if len(districts) == 1 else None


def ask(situation: Situation) -> Turn:
    """Which wijk, with a button for each."""
    return Turn(ChoosingDistrict(), (say(situation, Text("resident-ask-district"), *_choices(situation)),))


def chosen(situation: Situation, slug: str) -> Turn | None:
    """The button of a wijk; None when the settings do not know it any more."""
    found = next((d for d in situation.districts if d.slug == slug), None)
    return choose_district(situation, found) if found else None


def _choices(situation: Situation) -> tuple[Choice, ...]:
    return tuple(
        Choice(Text("name", {"name": district.name}), Act(Verb.SET_DISTRICT, district.slug))
        for district in situation.districts
    )


def hold(situation: Situation, heard: Said, held: tuple[HeldSignal, ...], *, withheld: bool = False) -> Turn:
    """A signal of somebody whose wijk is not known: kept in the state, and asked which wijk."""
    district = _only(situation.districts)
    if district is not None:
        turn = receipts.keep(situation, heard, district, withheld=withheld)
        return Turn(turn.state, turn.messages, (DistrictChosen(district.slug), *turn.events))
    kept = HeldSignal(
        heard.text, heard.origin, heard.photo, heard.neighbourhood, heard.language, withheld=withheld
    )
    asked = say(situation, Text("resident-held-ask-district"), *_choices(situation))
    first = welcome(situation, None) if not situation.person.known else ()
    return Turn(ChoosingDistrict((*held, kept)), (*first, asked))


def typed(situation: Situation, heard: Said, held: tuple[HeldSignal, ...]) -> Turn:
    """The wijk by name or four digits of a postcode; anything else is one more thing to keep."""
    wanted = heard.text.strip().casefold()
    found = next((d for d in situation.districts if wanted in _spellings(d)), None)
    return choose_district(situation, found) if found else hold(situation, heard, held)


def _spellings(district: District) -> set[str]:
    return {district.name.casefold(), district.slug.casefold(), *district.postcodes}


def choose_district(situation: Situation, district: District) -> Turn:
    """The wijk is known now: everything said before gets its number."""
    held = situation.state.held if isinstance(situation.state, ChoosingDistrict) else ()
    events: list[Event] = [DistrictChosen(district.slug)]
    messages: list[Message] = []
    for ahead, one in enumerate(held):
        heard = Said(
            one.text, one.origin, photo=one.photo, neighbourhood=one.neighbourhood, language=one.language
        )
        event = receipts.given(situation, heard, district, ahead, withheld=one.withheld)
        events.append(event)
        messages += receipts.receipt(situation, event)
    if not held:
        chosen = say(situation, Text("resident-district-chosen", {"district": district.name}))
        return Turn(Idle(), (chosen,), tuple(events))
    asked = receipts.ask_neighbourhood(situation, district)
    last = situation.number(len(held) - 1)
    return Turn(AwaitingNeighbourhood(last), (*messages, asked), tuple(events))
