"""Who takes part in the story, and the wijken they live in."""

from web.stage import Phone, Speaker

GROUP = "wijkverband"
MEMBERS = ("jamila", "marit")
RESIDENTS = ("anna", "ben", "cees", "dirk", "eva", "fred")
WORKERS = ("marit", "jamila", "sanne", "bep", "lies")
PEOPLE = (*RESIDENTS, *WORKERS)
BY_LINK = {"anna": "boomgaard", "fred": "boomgaard"}

PHONES = (
    *(Phone(one, one, "web-resident", start=BY_LINK.get(one, "")) for one in PEOPLE),
    Phone(GROUP, GROUP, "web-group", room=GROUP, speakers=tuple(Speaker(one, one) for one in MEMBERS)),
)

CONFIG = """
[service]
secret_file = "secret"

[storage]
url = "{url}"
{platform}
[[wijk]]
slug = "boomgaard"
name = "De Boomgaard"
buurten = ["Appelhof", "Perenpad", "Kersentuin", "Kweepeer-Noord"]
streets = ["De Linde"]
questions = [
    "Wat gaat goed in de buurt, voor deze bewoner?",
    "Wat zou deze bewoner als eerste veranderen?",
]

[[wijk]]
slug = "haven"
name = "De Haven"
buurten = ["Kade", "Werf"]
questions = ["Wat gaat goed?", "Wat moet anders?"]
"""
