"""The folder of a wijk as one ZIP: what everybody may read apart from what partners work with.

The same folder gives the same bytes. File names are Dutch, for they are read by the people of the wijk.
"""

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping

from domain.agreements import Agreement, Version
from domain.folder import Folder, PartnerAction, WijkPage
from domain.messages import Text, Value
from domain.practice import Practice, PracticePart
from reports import document, feedback, folder_page, folder_paper
from reports.folder_sheet import said_of
from reports.tables import Row, csv_bytes
from reports.wording import Say

PUBLIC, PARTNERS = "openbaar/", "wijkverband/"
LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The moment of every file in it: when it was packed changes no bytes."""
ACTION_HEADS: Row = (
    "ronde", "onderwerp", "actie", "eigenaar", "partners", "eerste_stap", "eerste_stap_op", "kijken_op",
    "stand",
)  # fmt: skip


def folder_zip(folder: Folder, say: Say, language: str, beside: Mapping[str, bytes] | None = None) -> bytes:
    """Everything in one file. `beside` are further files for partners, by name."""
    files = {
        **{f"{PUBLIC}{name}": data for name, data in _public(folder.page, say, language)},
        **{f"{PARTNERS}{name}": data for name, data in _partners(folder, say, language)},
        **{f"{PARTNERS}{name}": data for name, data in (beside or {}).items()},
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in [("README.txt", _readme(folder.page, files, say)), *sorted(files.items())]:
            entry = zipfile.ZipInfo(name, LONG_AGO)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            packed.writestr(entry, data)
    return out.getvalue()


def _public(page: WijkPage, say: Say, language: str) -> Iterator[tuple[str, bytes]]:
    yield "mapje.pdf", folder_paper.pdf(page, say, language)
    yield "pagina.html", folder_page.wijk_page(page, say, language, alone=True).encode()
    ways = feedback.Ways(link=page.doors[0].address if page.doors else page.address, contact=page.contact)
    for told in page.told:
        words = feedback.text(told, ways, feedback.Shape.NEWSLETTER, say)
        yield f"terugkoppeling-{told.round}.txt", _file([words])
    if page.agreements:
        agreed = (_agreed(theme, version, say) for theme, version in page.agreements)
        yield "afspraken.txt", _file(agreed)


def _partners(folder: Folder, say: Say, language: str) -> Iterator[tuple[str, bytes]]:
    if folder.actions:
        yield "acties.csv", csv_bytes((ACTION_HEADS, *(_action(one, say) for one in folder.actions)))
    if folder.agreements:
        yield "afspraken-alle-versies.txt", _file(_history(one, say) for one in folder.agreements)
    if folder.report:
        yield f"verslag-{folder.report.round}.pdf", document.pdf(folder.report, say, language)
    if folder.practices:
        yield "praktijkgesprekken.txt", _file(_practice(one, say) for one in folder.practices)


def _file(blocks: Iterable[str]) -> bytes:
    return ("\n\n".join(block.strip() for block in blocks) + "\n").encode()


def _readme(page: WijkPage, files: Iterable[str], say: Say) -> bytes:
    """What each file is, and what may be passed on."""
    head = Text(
        "folder-zip-head",
        {"district": page.district, "day": page.today, "year": str(page.today.year)},
    )
    blocks = [say(head)]
    for part, key in ((PUBLIC, "folder-zip-public"), (PARTNERS, "folder-zip-partners")):
        names = sorted(name for name in files if name.startswith(part))
        blocks.append("\n".join([say(Text(key)), *(f"- {name}: {say(_what(name))}" for name in names)]))
    return _file(blocks)


_WHAT = {
    "mapje": Text("folder-zip-pdf"),
    "pagina": Text("folder-zip-page"),
    "terugkoppeling": Text("folder-zip-feedback"),
    "afspraken": Text("folder-zip-agreements"),
    "acties": Text("folder-zip-actions"),
    "verslag": Text("folder-zip-report"),
    "praktijkgesprekken": Text("folder-zip-practice"),
    "agenda": Text("folder-zip-calendar"),
}


def _what(name: str) -> Text:
    if name == f"{PARTNERS}afspraken-alle-versies.txt":
        return Text("folder-zip-versions")
    return _WHAT[name.partition("/")[2].replace(".", "-").partition("-")[0]]


# --- agreements --------------------------------------------------------------------------------


def _agreed(theme: str, version: Version, say: Say) -> str:
    return "\n".join([say(Text("rules-theme", {"theme": theme})), *_parts(version, say)])


def _parts(version: Version, say: Say) -> list[str]:
    lines = ({"part": part.value, "words": said_of(part, words)} for part, words in version.filled)
    return [say(Text("folder-part", line)) for line in lines]


def _history(agreement: Agreement, say: Say) -> str:
    """Every version whole, the newest first."""
    lines = [say(Text("folder-history-head", {"theme": agreement.theme, "lines": ""})).strip()]
    for version in reversed(agreement.versions):
        lines += ["", say(_version(version)), *_parts(version, say)]
    return "\n".join(lines)


def _version(version: Version) -> Text:
    args: dict[str, Value] = {
        "number": version.number,
        "day": version.at.date(),
        "year": str(version.at.year),
        "role": version.role.value,
        "settled": "yes" if version.agreed_at else "no",
    }
    return Text("folder-zip-version", args)


# --- actions and practice ----------------------------------------------------------------------


def _action(one: PartnerAction, say: Say) -> Row:
    action = one.action
    return (
        one.round,
        action.title,
        action.what,
        action.owner,
        one.partners,
        action.first_step,
        action.first_step_on.isoformat(),
        action.check_on.isoformat(),
        say(Text("report-status", {"status": action.status.value})),
    )


def _practice(one: Practice, say: Say) -> str:
    day = Text("folder-zip-practice-day", {"day": one.begun_on, "year": str(one.begun_on.year)})
    said = (
        Text("practice-line", {"part": part.value, "words": one.said(part)})
        for part in PracticePart
        if one.said(part)
    )
    return "\n".join([say(day), *map(say, said)])
