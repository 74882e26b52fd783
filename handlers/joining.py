"""A one-time code was shown: a role, the room of a wijkverband, or following one signal."""

from domain.events import DistrictChosen, InvitationBurnt, InvitationUsed, WrongCode
from domain.invitations import Grant, Offer
from domain.messages import Kind, Message, RoomKey, Text
from handlers import arrival
from handlers.states import Idle
from handlers.turn import Situation, Turn, say

_WELCOME = {
    Grant.PROFESSIONAL: "joining-professional",
    Grant.VOLUNTEER: "joining-volunteer",
    Grant.EXPERT: "joining-expert",
    Grant.PARTNER: "joining-partner",
    Grant.COORDINATOR: "joining-coordinator",
    Grant.ROOM: "joining-room",
    Grant.FOLLOW: "joining-follow",
}


def showed_code(situation: Situation) -> Turn:
    """The code is used when it is good, in the place that it is meant for; else said why not."""
    offer = situation.offer
    if not situation.tries_left:
        return _refuse(situation, Text("joining-too-many-tries"))
    if offer is None:
        return Turn(situation.state, (say(situation, Text("joining-unknown")),), (WrongCode(),))
    if offer.used or offer.expired(situation.now):
        return _refuse(situation, Text("joining-used" if offer.used else "joining-expired"))
    if situation.room and offer.grant is not Grant.ROOM:
        return _burn(situation, offer)
    if offer.grant is Grant.ROOM and not situation.room:
        return _refuse(situation, Text("joining-in-a-room"))
    return _accept(situation, offer)


def _burn(situation: Situation, offer: Offer) -> Turn:
    """Everybody in the group can read it now: it gives nothing any more, and whoever made it is told."""
    told = (Message(one, Text("rights-code-burnt"), kind=Kind.NOTICE) for one in offer.tell)
    burnt = say(situation, Text("joining-burnt"))
    return Turn(situation.state, (burnt, *told), (InvitationBurnt(offer.code_hash),))


def _refuse(situation: Situation, text: Text) -> Turn:
    return Turn(situation.state, (say(situation, text),))


def _accept(situation: Situation, offer: Offer) -> Turn:
    district = next((d for d in situation.districts if d.slug == offer.district), None)
    args = {"district": district.name if district else offer.district, "number": offer.signal or ""}
    # Who follows a signal gets its card: there an update that is in doubt is shown.
    kind = Kind.CARD if offer.grant is Grant.FOLLOW else Kind.ANSWER
    hello = say(situation, Text(_WELCOME[offer.grant], args), kind=kind, signal=offer.signal)
    used = InvitationUsed(offer.code_hash)
    if situation.room or situation.person.district:
        return Turn(Idle(), (hello,), (used,))
    if district is None or not arrival.held_in(situation.state):
        return Turn(Idle(), (hello,), (DistrictChosen(offer.district), used))
    turn = arrival.choose_district(situation, district)
    return Turn(turn.state, (hello, *turn.messages), (*turn.events, used))


def unbound_room(room: RoomKey) -> Message:
    """Somebody put the bot in a group that belongs to no wijkverband yet."""
    return Message(room, Text("joining-unbound-room"))
