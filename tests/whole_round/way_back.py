"""Another round: everything that can happen on the way back, so that everybody hears what was promised.

A small request is answered at once. The meeting comes too late, and people hear why. It decides at night, and
who wants to sleep hears it in the morning, some in Turkish. One topic goes to others. Somebody leaves. Weeks
later people are asked whether it helps, before it is done.
"""

import re
from datetime import datetime

from domain.districts import NETHERLANDS
from tests.whole_round.cast import GROUP
from tests.whole_round.stage import Line, Stage
from tests.whole_round.story import DOCTOR, gives, morning, people_come, taken_up

LAMP = "de lamp bij flat De Linde doet het niet, het is er pikkedonker"
LAMP_TOO = "lantaarn kapot bij flat De Linde, smorgens donker"
LAMP_IN_TURKISH = "De Linde binasında lamba bozuk, akşamları çok karanlık"
BENCH = "kan er een bankje bij de bushalte, mijn moeder kan niet lang staan"
LITTER = "veel kattenpoep in de zandbak van de speeltuin"
STILL_DARK = "om zes uur gaat hij al weer uit"
SAID = (LAMP, LAMP_TOO, LAMP_IN_TURKISH, DOCTOR, BENCH, STILL_DARK)
"""Every signal that stands at the end; who told of the sandpit wiped everything."""

YES = "Het antwoord is ja"
REASON = "De vergadering ging niet door."
NO_NEWS, NO_NEWS_IN_TURKISH = "Wij beloofden u vandaag nieuws", "Size bugün haber vereceğimize söz vermiştik"
CHOSEN, CHOSEN_IN_TURKISH = "koos dit onderwerp", "Wijkverband bu konuyu"
REFERRED = "Uw onderwerp hoort bij"
STARTED, STARTED_IN_TURKISH = "De actie is gestart", "Çalışma başladı"
ASKED, ASKED_IN_TURKISH = "De actie is bezig", "Çalışma sürüyor"
DONE, DONE_IN_TURKISH = "Het is gelukt", "İş tamamlandı"
SAID_IN_TURKISH = {
    "de gemeente zet twee lampen": "Belediye iki lamba takıyor.",
    "De aanvraag is verstuurd.": "Başvuru gönderildi.",
    "De lampen hangen er.": "Lambalar takıldı.",
}
"""What somebody who speaks it typed for each sentence."""
_NUMBER = re.compile(r"\d{4}-\d{4,}")


async def people_speak(stage: Stage, code: str) -> None:
    """Who decides comes first; then six people tell something, one of them in Turkish, and one leaves."""
    await people_come(stage, code)
    await stage.opens("anna", "wat er speelt in", payload="boomgaard")
    await gives(stage, "anna", LAMP, "Kweepeer-Noord")
    await gives(stage, "ben", LAMP_TOO, "Kweepeer-Noord", lives_in="De Boomgaard")
    await stage.says("ben", "rust", "Wanneer mogen wij u nieuws sturen?")
    await stage.chooses("ben", "Altijd", "Wij sturen u nieuws zodra het er is")
    await speaks_turkish(stage, "eva")
    await gives(stage, "cees", DOCTOR, "Perenpad", lives_in="De Boomgaard", other=True)
    await gives(stage, "dirk", BENCH, "Perenpad", lives_in="De Boomgaard", other=True)
    await gives(stage, "fred", LITTER, "Appelhof", lives_in="De Boomgaard", other=True)
    await stage.says("fred", "wissen", "Wilt u echt alles wissen?")
    await stage.chooses("fred", "Ja, wis alles", "Alles van u is gewist")


async def speaks_turkish(stage: Stage, who: str) -> None:
    """The same lamp, in another language, with the questions of that language."""
    await stage.says(who, "taal", "Welke taal wilt u?", "Wat gebeurt ermee?")
    await stage.chooses(who, "Türkçe", "Türkçe konuşuyoruz")
    await stage.says(who, LAMP_IN_TURKISH, "Bu hangi semtte")
    await stage.chooses(who, "De Boomgaard", "kaydedildi")
    await stage.hears(who, "Bu hangi mahallede")
    asked = await stage.chooses(who, "Kweepeer-Noord", "Teşekkürler", "Aynı konu mu?")
    if "Aynı" in asked.text:
        await stage.chooses(who, asked.labels[0], "kişi söylüyor")


async def the_fast_lane(stage: Stage) -> None:
    """The coordinator asks, somebody of the wijkverband says yes, and after the check the reporter knows."""
    number = await number_of(stage, "dirk")
    await stage.says("marit", f"snel {number}", "Wat wordt er gevraagd?")
    await stage.says("marit", "een bank bij de halte", "Dit leest het wijkverband")
    await stage.chooses("marit", "Goed, verstuur", "Verstuurd aan")
    await stage.hears("jamila", "Een kleine vraag uit de wijk")
    await stage.chooses("jamila", "Ja", "Wat gebeurt er, en wanneer?")
    await stage.says("jamila", "Er komt volgende week een bank.", "Uw zin wordt eerst nagekeken")
    await the_reading(stage)
    await stage.hears("dirk", YES)


async def number_of(stage: Stage, who: str) -> str:
    """The number on somebody's receipt."""
    receipts = [line.text for line in await stage.phones.look(who) if "is bewaard" in line.text]
    found = _NUMBER.search(" ".join(receipts))
    assert found, receipts
    return found[0]


async def the_broken_promise(stage: Stage) -> None:
    """Nobody met: two days before, the coordinator says why; on the day the reporters hear it."""
    await stage.until(morning(11, 1))
    await stage.until(morning(11, 6))
    await stage.hears("marit", "Dit ontbreekt nog")
    await stage.chooses("marit", "Zeg waarom", "Waarom duurt het langer?")
    await stage.says("marit", REASON, "Is dat goed?")
    await stage.chooses("marit", "Goed", "kijkt de zin na")
    await the_reading(stage)
    await stage.until(morning(11, 8))
    for who in ("anna", "ben", "cees"):
        assert REASON in (await stage.hears(who, NO_NEWS)).text
    await stage.hears("eva", NO_NEWS_IN_TURKISH)


async def the_late_meeting(stage: Stage) -> None:
    """It decides in the evening: who always wants news hears it then, the others in the morning."""
    await stage.until(datetime(2026, 11, 9, 21, 30, tzinfo=NETHERLANDS))
    await stage.chooses("jamila", "Begin", "Deel 1 van 3", room=GROUP)
    asked = await stage.chooses("marit", "Verder", "Onderwerp 1 van", room=GROUP)
    while "Zo horen de melders het" not in asked.text:
        asked = await (taken_up(stage) if "3 mensen" in asked.text else passed_on(stage))
    await stage.chooses("marit", "Sluit de ronde", "De ronde is gesloten", room=GROUP)
    await the_reading(stage)
    await stage.hears("ben", CHOSEN)
    asleep = [line.text for who in ("anna", "eva", "cees") for line in await stage.phones.look(who)]
    assert not [text for text in asleep for told in (CHOSEN, CHOSEN_IN_TURKISH, REFERRED) if told in text]
    await stage.until(morning(11, 10))
    await stage.hears("anna", CHOSEN)
    chosen = await stage.hears("eva", CHOSEN_IN_TURKISH)
    assert SAID_IN_TURKISH["de gemeente zet twee lampen"] in chosen.text, chosen
    await stage.hears("cees", REFERRED)


async def passed_on(stage: Stage) -> Line:
    """It belongs to others: to whom, and what is asked there; the next question."""
    await stage.chooses("jamila", "Hoort bij een ander", "Bij wie hoort het?", room=GROUP)
    await stage.says("jamila", "de huisartsen in de stad", "Waarom hoort het daar", room=GROUP)
    await stage.says("jamila", "Wij vroegen daar om een arts.", "Zo vertellen we het aan", room=GROUP)
    return await stage.chooses("jamila", "Goed", "heeft een antwoord", room=GROUP)


async def does_it_help(stage: Stage) -> None:
    """It was started; at the check moment it is not done, and the reporters are asked all the same."""
    await stage.until(morning(11, 24))
    await stage.hears("jamila", "De eerste stap bij")
    await stage.chooses("jamila", "Gestart", "Goed om te horen")
    await stage.says("jamila", "De aanvraag is verstuurd.", "Uw zin wordt eerst nagekeken")
    await the_reading(stage)
    await everybody_hears(stage, STARTED, STARTED_IN_TURKISH)
    await stage.until(morning(12, 21))
    await everybody_hears(stage, ASKED, ASKED_IN_TURKISH)
    await stage.chooses("ben", "Ja", "Dank u.")
    await stage.chooses("eva", "Evet", "Teşekkürler")
    await stage.chooses("anna", "Nee", "Wat is er nog niet goed?")
    await stage.says("anna", STILL_DARK, "is bewaard")


async def it_is_done(stage: Stage) -> None:
    """The owner says so, and everybody who told of it hears it."""
    await stage.chooses("jamila", "Gelukt", "Wat is er klaar")
    await stage.says("jamila", "De lampen hangen er.", "Uw zin wordt eerst nagekeken")
    await the_reading(stage)
    await everybody_hears(stage, DONE, DONE_IN_TURKISH)


async def everybody_hears(stage: Stage, words: str, in_turkish: str) -> None:
    """The three who told of the lamp."""
    for who in ("anna", "ben"):
        await stage.hears(who, words)
    await stage.hears("eva", in_turkish)


async def the_reading(stage: Stage) -> None:
    """The experience expert reads what waits, and types it in Turkish where somebody reads that."""
    await stage.hears("lies", "Er wacht een tekst voor bewoners")
    shown = await stage.chooses("lies", "Controleer", "Is dit duidelijk?")
    while "Is dit duidelijk?" in shown.text:
        if "Vertaling erbij" not in shown.labels:
            shown = await stage.chooses("lies", "Duidelijk", "Dank u. De")
            continue
        asked = await stage.chooses("lies", "Vertaling erbij", "Typ deze tekst in het Turks")
        words = next(one for dutch, one in SAID_IN_TURKISH.items() if dutch in asked.text)
        await stage.says("lies", words, "Klopt dit?")
        shown = await stage.chooses("lies", "Klopt", "Dank u. De")


async def the_way_back(stage: Stage, code: str) -> None:
    """All of it."""
    await people_speak(stage, code)
    await the_fast_lane(stage)
    await the_broken_promise(stage)
    await the_late_meeting(stage)
    await does_it_help(stage)
    await it_is_done(stage)
