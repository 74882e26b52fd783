"""The papers around the code: links lead somewhere, commands exist, publiccode.yml keeps to its standard."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.project.tree import ROOT, files, settings

PAPERS = [*sorted(ROOT.glob("*.md")), *files("docs", pattern="*.md")]
LINK = re.compile(r"\]\(([^)\s]+)\)")
MAKE = re.compile(r"(?:^    |`)make ([a-z-]+)", re.MULTILINE)

SHORT_DESCRIPTION = 150
LONG_DESCRIPTION = range(500, 10_001)
GENERIC_NAME = 35


@pytest.fixture
def publiccode() -> dict[str, Any]:
    """The description for catalogues of public software."""
    loaded: dict[str, Any] = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
    return loaded


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(paper: Path) -> None:
    """Each link of a page to a file of the project finds it."""
    targets = [link.partition("#")[0] for link in LINK.findall(paper.read_text(encoding="utf-8"))]
    local = [target for target in targets if target and not re.match(r"[a-z]+:", target)]
    assert [target for target in local if not (paper.parent / target).exists()] == []


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_can_be_made_can_be_made(paper: Path) -> None:
    """Each `make` that a page tells to say is a target of the Makefile."""
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    said = set(MAKE.findall(paper.read_text(encoding="utf-8"))) - {"again"}
    assert said <= targets


def test_publiccode_has_what_the_standard_asks(publiccode: dict[str, Any]) -> None:
    """The mandatory keys of version 0.2 are there, with values from its lists."""
    assert publiccode["publiccodeYmlVersion"] == "0.2"
    assert {"name", "url", "platforms", "categories", "softwareType"} <= publiccode.keys()
    assert publiccode["developmentStatus"] in {"concept", "development", "beta", "stable", "obsolete"}
    assert publiccode["softwareType"].startswith("standalone/")
    assert publiccode["maintenance"]["type"] in {"internal", "contract", "community", "none"}
    assert publiccode["maintenance"]["contacts"][0]["name"]
    assert isinstance(publiccode["localisation"]["localisationReady"], bool)


def test_descriptions_have_the_length_of_the_standard(publiccode: dict[str, Any]) -> None:
    """Each language has a short name, a short and a long description, and features."""
    for description in publiccode["description"].values():
        assert len(description["genericName"]) <= GENERIC_NAME
        assert len(description["shortDescription"]) <= SHORT_DESCRIPTION
        assert len(description["longDescription"]) in LONG_DESCRIPTION
        assert description["features"]


def test_publiccode_says_what_the_project_is(publiccode: dict[str, Any]) -> None:
    """Licence and languages are those of the project."""
    assert publiccode["legal"]["license"] == settings()["project"]["license"]
    spoken = {path.parent.name for path in (ROOT / "locales").glob("*/resident.ftl")}
    assert set(publiccode["localisation"]["availableLanguages"]) == spoken


def test_the_licence_is_whole() -> None:
    """The text runs from its title to its appendix."""
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    assert "15.Applicable Law" in text
    assert "Appendix" in text
