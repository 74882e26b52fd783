"""A transcript from its first line to its last, in a house built for it."""

import re
from pathlib import Path

from bot.local import Groups, Local
from bot.service import built
from domain.districts import District
from tests.conversations.deeds import act
from tests.conversations.script import lines_played, moment, tidied, titled, written
from tests.conversations.stage import GROUP, Hands, Stage

QUESTIONS = ("Wat gaat goed in de buurt, voor deze bewoner?", "Wat zou deze bewoner als eerste veranderen?")
WIJKEN = (
    District(
        "boomgaard",
        "De Boomgaard",
        ("Appelhof", "Perenpad", "Kersentuin", "Kweepeer-Noord"),
        QUESTIONS,
        streets=("Walnootsingel", "Pruimenlaan", "Vlierweg", "De Bongerd", "De Linde"),
        postcodes=("3541", "3542"),
        contact="Loop binnen in De Notenkraker, op werkdagen van 9 tot 12 uur.",
        centres={"Appelhof": (52.0917, 5.0871), "Kweepeer-Noord": (52.0921, 5.0986)},
    ),
    District("havenkwartier", "Havenkwartier", ("Kade", "Werf"), QUESTIONS, postcodes=("3555",)),
    District("het-veld", "Het Veld", (), QUESTIONS, postcodes=("3561",)),
)
SEVERAL = "# Drie wijken doen mee"
ONLY = re.compile(r"# Hier staat alleen wat (.+) lezen?\.?")
ENGLISH = re.compile(r"# De telefoon van (\w+) staat in het Engels")


async def played(script: str, folder: Path) -> str:
    """The same file, with the answers that the service gave. Nothing in it may have been parked."""
    hands = Hands()
    names = {line.split(" ", 1)[0] for line in lines_played(script) if line[0].isalpha()}
    english = dict.fromkeys(ENGLISH.findall(script), "en")
    local = Local(folder, hands, Groups({GROUP: tuple(names)}, english))
    wijken = WIJKEN if SEVERAL in script else WIJKEN[:1]
    async with built(f"sqlite:///{folder / 'store.sqlite'}", "transcript", wijken, (local,), hands) as house:
        only = frozenset(name for names in ONLY.findall(script) for name in re.findall(r"\w+", names)) - {
            "en"
        }
        await house.tick()
        stage = Stage(house, local, hands, local.listen(None), only)
        text = tidied([row for line in lines_played(script) for row in await _row(stage, line)])
        assert await stage.parked() == 0
    local.close()
    return text


async def _row(stage: Stage, line: str) -> list[str]:
    at = moment(line, stage.hands())
    if at is not None:
        return ["", titled(line, at), "", *written(await stage.until(at), "")]
    if line.startswith("#"):
        return [line]
    if found := re.fullmatch(r"- (\w+): (.*)", line):
        await stage.quietly(found[1], found[2])
        return [line]
    here = await act(stage, line)
    return [line, *written(stage.news(), here)]
