"""The people of the demo and their phones; who they are to the service is up to the root of the program."""

from typing import Final

from web.stage import Phone, Speaker, Spot

GROUP: Final = "wijkverband"
"""The chat of the partnership."""

CAST: Final = (
    Phone(
        "anja",
        "web-anja",
        "web-anja-role",
        "web-anja-hint",
        "web-anja-example",
        place=Spot(52.0921, 5.0886),
        front=True,
    ),
    Phone(
        "kees", "web-kees", "web-kees-role", "web-kees-hint", "web-kees-example", place=Spot(52.0934, 5.0902)
    ),
    Phone(
        "grace",
        "web-grace",
        "web-grace-role",
        "web-grace-hint",
        "web-grace-example",
        language="en",
        place=Spot(52.0917, 5.0871),
    ),
    Phone(
        "samira",
        "web-samira",
        "web-samira-role",
        "web-samira-hint",
        "web-samira-example",
        language="ar",
        place=Spot(52.0929, 5.0859),
    ),
    Phone("wim", "web-wim", "web-wim-role", "web-wim-hint", "web-wim-example", typed=True),
    Phone("sanne", "web-sanne", "web-sanne-role", "web-sanne-hint", "web-sanne-example", front=True),
    Phone("bep", "web-bep", "web-bep-role", "web-bep-hint", "web-bep-example"),
    Phone(
        "groep",
        "web-group",
        "web-group-role",
        "web-group-hint",
        room=GROUP,
        speakers=(
            Speaker("marit", "web-marit"),
            Speaker("jamila", "web-jamila"),
            Speaker("zorg", "web-zorg"),
        ),
        front=True,
    ),
    Phone("marit", "web-marit", "web-marit-role", "web-marit-hint", "web-marit-example", front=True),
    Phone("jamila", "web-jamila", "web-jamila-role", "web-jamila-hint"),
    Phone("zorg", "web-zorg", "web-zorg-role", "web-zorg-hint"),
    Phone("lies", "web-lies", "web-lies-role", "web-lies-hint"),
)
