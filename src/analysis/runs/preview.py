"""A document's pages as LibreOffice lays them out: a PDF, and pictures of where its parts begin.

Word may break lines and pages elsewhere, so this is a look, never the document. Both LibreOffice
and poppler are optional: without them less comes back, with the reason, and nothing is an error.
"""

from __future__ import annotations

import re
import shutil
import unicodedata
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PIL import Image

from analysis.review import PagePicture
from analysis.runs import preview_messages as messages
from analysis.runs.programs import find_program, office_places, run_program
from analysis.runs.writing import sha256, write_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from analysis.errors import Fault

PDF = "xem-truoc.pdf"
"""The preview's name in a report's folder."""

MOST = 20
"""How many pages are pictured at most, so that the page with them stays light."""

_OFFICE_SECONDS = 120.0
_PAGE_SECONDS = 30.0
_DPI, _GREYS = 85, 16  # A4 is 703 pixels wide; text reads well in sixteen greys
_LABEL = re.compile(r"phụ lục(?: (?:[ivxlc]+|\d+))?", re.IGNORECASE)
_TITLE_LINES = 5

_SETTINGS = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
</item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>2</value></prop>
</item>
</oor:items>
"""
"""LibreOffice's settings for the one conversion: no macro runs, no linked file is fetched."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What came of a preview: the PDF, pictures of some pages, warnings of what is missing."""

    pdf: Path | None = None
    pages: tuple[PagePicture, ...] = ()
    warnings: tuple[Fault, ...] = ()

    @property
    def notices(self) -> tuple[str, ...]:
        """The warnings as sentences."""
        return tuple(f"{fault.what} {fault.remedy}" for fault in self.warnings)


def preview(document: Path, *, out: Path, title: str, seconds: float = _OFFICE_SECONDS) -> Preview:
    """Lay a document out as PDF and picture its first page and the first page of each appendix.

    Parameters
    ----------
    document
        The .docx; it is copied first, and nothing is written beside it.
    out
        The PDF to write.
    title
        The document's kind and title, for the description of its first page.
    seconds
        How long LibreOffice may take.

    Raises
    ------
    FaultsError
        RN-04 when another program holds `out`.
    """
    office = find_program("soffice", "libreoffice", places=office_places())
    if office is None:
        return Preview(warnings=(messages.OFFICE_MISSING.at(),))
    # What an ended program still holds open on Windows is left to the system to clear.
    with TemporaryDirectory(prefix="kh-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        fault = _convert(document, office=office, folder=folder, seconds=seconds)
        if fault is not None:
            return Preview(warnings=(fault,))
        write_bytes(out, (folder / PDF).read_bytes())
        pages, fault = _pictures(folder / PDF, title=title)
    return Preview(out, pages, () if fault is None else (fault,))


def pictured(pdf: Path, *, title: str) -> Preview:
    """Return the preview that a PDF made before shows, its pages pictured anew.

    Parameters
    ----------
    pdf
        The PDF; nothing is written beside it.
    title
        The document's kind and title, for the description of its first page.
    """
    with TemporaryDirectory(prefix="kh-", ignore_cleanup_errors=True) as name:
        copy = Path(name) / PDF
        shutil.copyfile(pdf, copy)
        pages, fault = _pictures(copy, title=title)
    return Preview(pdf, pages, () if fault is None else (fault,))


def drop_stale(folder: Path, *, before: Mapping[str, str]) -> tuple[str, ...]:
    """Remove the preview that an earlier run left in a report's folder.

    A run that makes no preview would leave it beside a newer document. One that is not what a run
    wrote (`before`: SHA-256 by name) is a person's and stays.

    Returns
    -------
    tuple of str
        A sentence if it could not be removed (Windows keeps a file that a viewer shows).
    """
    path = folder / PDF
    if not path.is_file() or sha256(path) != before.get(PDF):
        return ()
    try:
        path.unlink()
    except PermissionError:
        return (messages.STALE_HELD.format(file=PDF),)
    return ()


def _convert(document: Path, *, office: Path, folder: Path, seconds: float) -> Fault | None:
    """Write the PDF into `folder`, by a LibreOffice that knows nothing of its user's profile."""
    source = folder / Path(PDF).with_suffix(document.suffix)
    shutil.copyfile(document, source)
    settings = folder / "profile" / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_SETTINGS, "utf-8")
    command: list[str | Path] = [
        office,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        "pdf",
        "--outdir",
        folder,
        source,
    ]
    ending = run_program(command, seconds=seconds)
    if ending == "late":
        return messages.OFFICE_LATE.at(seconds=round(seconds))
    # LibreOffice also ends well when it could not read the file.
    if ending == "failed" or not (folder / PDF).is_file():
        return messages.OFFICE_FAILED.at()
    return None


def _pictures(pdf: Path, *, title: str) -> tuple[tuple[PagePicture, ...], Fault | None]:
    """Return the pictures, or why there are none."""
    names = ("pdftotext", "pdftoppm")
    reader, drawer = (find_program(name) for name in names)
    if reader is None or drawer is None:
        return (), messages.POPPLER_MISSING.at(programs=", ".join(names))
    text = pdf.with_suffix(".txt")
    if run_program([reader, "-enc", "UTF-8", pdf, text], seconds=_PAGE_SECONDS) != "done":
        return (), messages.PICTURES_FAILED.at()
    texts = unicodedata.normalize("NFC", text.read_text("utf-8")).split("\f")
    pages = []
    for number, label, words in list(_beginnings(texts, title=title))[:MOST]:
        shot = pdf.with_name(f"trang-{number}.png")
        which = ["-f", str(number), "-l", str(number), "-r", str(_DPI), "-singlefile", "-png"]
        ending = run_program([drawer, *which, pdf, shot.with_suffix("")], seconds=_PAGE_SECONDS)
        if ending != "done" or not shot.is_file():
            return (), messages.PICTURES_FAILED.at()
        pages.append(PagePicture(number, label, words, *_light(shot)))
    return tuple(pages), None


def _beginnings(texts: list[str], *, title: str) -> Iterator[tuple[int, str, str]]:
    """Yield page number, label and title of page 1 and of each page that begins an appendix."""
    yield 1, "", title
    for number, text in enumerate(texts[1:], start=2):
        label, words = appendix_head(text)
        if label:
            yield number, label, words


def appendix_head(text: str) -> tuple[str, str]:
    r"""Return the label and title of an appendix if a page's text begins with one, else nothing.

    Examples
    --------
    >>> appendix_head("Phụ lục II\nMỤC TIÊU NĂM 2023\nCỦA SIPAS\n(Kèm theo Kế hoạch …)\nSTT")
    ('Phụ lục II', 'MỤC TIÊU NĂM 2023 CỦA SIPAS')
    >>> appendix_head("2\nPhụ lục II kèm theo Kế hoạch này.")
    ('', '')
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if lines and lines[0].isdecimal():  # the page's own number
        del lines[0]
    if not lines or not _LABEL.fullmatch(lines[0]):
        return "", ""
    rest = lines[1 : 1 + _TITLE_LINES]
    end = next((n for n, line in enumerate(rest) if line.startswith("(")), None)
    # Without the line that names the plan nobody can say where the title ends: one line is safe.
    return lines[0], " ".join(rest[:1] if end is None else rest[:end])


def _light(shot: Path) -> tuple[bytes, int, int]:
    """Return a picture in few greys, as PNG, with its width and height."""
    with Image.open(shot) as picture:
        grey = picture.convert("L").quantize(_GREYS)
    held = BytesIO()
    grey.save(held, "PNG", optimize=True, bits=4)
    return held.getvalue(), grey.width, grey.height
