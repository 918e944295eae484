"""A preview: what LibreOffice and poppler give, and what is said when they do not."""

from __future__ import annotations

import os
import shutil
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from PIL import Image

from analysis.runs import preview as room
from analysis.runs.preview import MOST, PDF, Preview, appendix_head, drop_stale, preview
from analysis.runs.writing import sha256

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

TITLE = "KẾ HOẠCH Nâng cao chỉ số năm 2026"
TEXTS = (
    "ỦY BAN NHÂN DÂN\nKẾ HOẠCH",
    "2\nPhụ lục I kèm theo Kế hoạch này nêu mục tiêu.",
    "Phụ lục I\nMỤC TIÊU\nCỦA PAPI\n(Kèm theo Kế hoạch số …)\nSTT",
    "2\nSTT\nTiêu chí",
    "PHỤ LỤC II\nNHIỆM VỤ",
)

posix = pytest.mark.skipif(sys.platform == "win32", reason="the programs made here are POSIX")


class Programs:
    """Programs of the test's own, the only ones that the search path knows."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def add(self, name: str, code: str) -> None:
        """Put a program there; its code knows `args` and `Path`."""
        head = (
            f"#!{sys.executable} -SE\nimport sys\nfrom pathlib import Path\nargs = sys.argv[1:]\n"
        )
        place = self.folder / name
        place.write_text(head + code, "utf-8")
        place.chmod(0o755)

    def add_all(self, texts: tuple[str, ...] = TEXTS) -> None:
        """Put programs there that do their work, for a document with these pages."""
        self.add("soffice", f"Path(args[-2], {PDF!r}).write_bytes(b'%PDF-' + repr(args).encode())")
        pages = "\f".join((*texts, ""))
        self.add("pdftotext", f"Path(args[-1]).write_text({pages!r}, 'utf-8')")
        picture = self.folder / "hinh.png"
        Image.new("RGB", (70, 99), "white").save(picture)
        copy = f"Path(args[-1] + '.png').write_bytes(Path({str(picture)!r}).read_bytes())"
        self.add("pdftoppm", copy)


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Programs:
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr(room, "office_places", lambda: ())
    return Programs(folder)


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "tai lieu" / "kế hoạch.docx"
    path.parent.mkdir()
    path.write_bytes(b"docx")
    return path


@pytest.fixture
def made(document: Path, tmp_path: Path) -> Callable[..., Preview]:
    def make(**others: float) -> Preview:
        return preview(document, out=tmp_path / "out" / PDF, title=TITLE, **others)

    return make


def codes(made: Preview) -> list[str]:
    assert all(fault.severity == "warning" for fault in made.warnings)
    return [fault.code for fault in made.warnings]


def test_without_libreoffice_a_sentence_says_so_and_nothing_is_written(
    programs: Programs, made: Callable[..., Preview], tmp_path: Path
) -> None:
    got = made()
    assert (got.pdf, got.pages, codes(got)) == (None, (), ["RN-50"])
    assert "không có LibreOffice" in got.notices[0]
    assert not (tmp_path / "out").exists()


@posix
@pytest.mark.parametrize(
    "code",
    [
        pytest.param("raise SystemExit(77)", id="it fails"),
        pytest.param("", id="it ends well and leaves no file"),
    ],
)
def test_a_document_that_cannot_be_converted_is_told(
    programs: Programs, made: Callable[..., Preview], tmp_path: Path, code: str
) -> None:
    programs.add_all()
    programs.add("soffice", code)
    got = made()
    assert (got.pdf, codes(got)) == (None, ["RN-51"])
    assert not (tmp_path / "out").exists()


@posix
def test_a_libreoffice_that_hangs_is_ended(
    programs: Programs, made: Callable[..., Preview]
) -> None:
    programs.add("soffice", "import time; time.sleep(600)")
    got = made(seconds=1)
    assert (got.pdf, codes(got)) == (None, ["RN-52"])
    assert "sau 1 giây" in got.warnings[0].what


@posix
def test_without_poppler_there_is_the_pdf_alone(
    programs: Programs, made: Callable[..., Preview], tmp_path: Path
) -> None:
    programs.add_all()
    (programs.folder / "pdftoppm").unlink()
    got = made()
    assert (got.pdf, got.pages, codes(got)) == (tmp_path / "out" / PDF, (), ["RN-53"])


@posix
@pytest.mark.parametrize("name", ["pdftotext", "pdftoppm"])
def test_pictures_that_cannot_be_drawn_cost_the_pictures_only(
    programs: Programs, made: Callable[..., Preview], tmp_path: Path, name: str
) -> None:
    programs.add_all()
    programs.add(name, "raise SystemExit(1)")
    got = made()
    assert (got.pdf, got.pages, codes(got)) == (tmp_path / "out" / PDF, (), ["RN-54"])


@posix
def test_the_first_page_and_the_beginning_of_each_appendix_are_pictured(
    programs: Programs, made: Callable[..., Preview]
) -> None:
    programs.add_all()
    got = made()
    assert codes(got) == []
    assert [(page.number, page.label, page.title) for page in got.pages] == [
        (1, "", TITLE),
        (3, "Phụ lục I", "MỤC TIÊU CỦA PAPI"),
        (5, "PHỤ LỤC II", "NHIỆM VỤ"),
    ]
    assert {(page.width, page.height) for page in got.pages} == {(70, 99)}
    assert all(page.png.startswith(b"\x89PNG") for page in got.pages)


@posix
def test_a_document_of_many_appendices_is_not_pictured_whole(
    programs: Programs, made: Callable[..., Preview]
) -> None:
    programs.add_all(("KẾ HOẠCH", *(f"Phụ lục {n}\nTÊN" for n in range(1, MOST + 5))))
    assert len(made().pages) == MOST


@posix
def test_libreoffice_gets_a_copy_and_a_profile_of_its_own(
    programs: Programs, made: Callable[..., Preview], document: Path
) -> None:
    programs.add_all()
    got = made()
    assert got.pdf is not None
    said = got.pdf.read_text("utf-8")
    assert "-env:UserInstallation=file://" in said
    assert "--headless" in said
    assert str(document) not in said
    assert list(document.parent.iterdir()) == [document]


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Phụ lục I\nTÊN\n(Kèm theo …)", ("Phụ lục I", "TÊN")),
        ("Phụ lục\nTÊN DÀI\nHAI DÒNG\n(Kèm theo …)", ("Phụ lục", "TÊN DÀI HAI DÒNG")),
        ("PHỤ LỤC 2\n\nTÊN\nmột đoạn không có dòng trong ngoặc", ("PHỤ LỤC 2", "TÊN")),
        ("15\nPhụ lục IV\nTÊN\n(Kèm theo …)", ("Phụ lục IV", "TÊN")),
        ("Phụ lục I", ("Phụ lục I", "")),
        ("Phụ lục I kèm theo Kế hoạch này", ("", "")),
        ("II. MỤC TIÊU\nPhụ lục I", ("", "")),
        ("7", ("", "")),
        ("", ("", "")),
    ],
)
def test_an_appendix_is_known_by_the_head_of_its_page(text: str, head: tuple[str, str]) -> None:
    assert appendix_head(text) == head


def test_an_earlier_preview_goes_unless_a_person_has_changed_it(tmp_path: Path) -> None:
    path = tmp_path / PDF
    drop_stale(tmp_path, before={})
    path.write_bytes(b"%PDF-1")
    drop_stale(tmp_path, before={})
    drop_stale(tmp_path, before={PDF: "0" * 64})
    assert path.exists()
    assert drop_stale(tmp_path, before={PDF: sha256(path)}) == ()
    assert not path.exists()


def test_an_earlier_preview_that_a_viewer_holds_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / PDF
    path.write_bytes(b"%PDF-1")

    def held(_: Path) -> None:
        raise PermissionError

    monkeypatch.setattr("pathlib.Path.unlink", held)
    (told,) = drop_stale(tmp_path, before={PDF: sha256(path)})
    monkeypatch.undo()
    assert "chưa xóa được" in told


@pytest.fixture
def real_programs() -> None:
    """Skip where LibreOffice or poppler is missing; in CI they must be there."""
    missing = [name for name in ("soffice", "pdftotext", "pdftoppm") if shutil.which(name) is None]
    if missing:
        notice = f"not installed: {', '.join(missing)}"
        if os.environ.get("CI"):
            pytest.fail(notice)
        pytest.skip(notice)


@pytest.mark.office
def test_real_programs_lay_the_pages_out(real_programs: None, tmp_path: Path) -> None:
    written = Document()
    written.add_paragraph("KẾ HOẠCH")
    for label in ("Phụ lục I", "Phụ lục II"):
        written.add_paragraph(label).paragraph_format.page_break_before = True
        written.add_paragraph(f"MỤC TIÊU CỦA {label.upper()}")
        written.add_paragraph("(Kèm theo Kế hoạch)")
    source = tmp_path / "a.docx"
    written.save(str(source))
    got = preview(source, out=tmp_path / PDF, title=TITLE)
    assert codes(got) == []
    assert (tmp_path / PDF).read_bytes().startswith(b"%PDF-")
    assert [(page.number, page.label) for page in got.pages] == [
        (1, ""),
        (2, "Phụ lục I"),
        (3, "Phụ lục II"),
    ]
    assert got.pages[2].title == "MỤC TIÊU CỦA PHỤ LỤC II"
    assert all(650 < page.width < 1010 and len(page.png) < 60_000 for page in got.pages)


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """Give the address of a server on this machine, and what it was asked for."""
    paths: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            paths.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815 - the server's names

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", paths
        server.shutdown()


@pytest.mark.office
@pytest.mark.parametrize("guarded", [True, False])
def test_a_linked_picture_is_not_fetched(
    real_programs: None,
    asked: tuple[str, list[str]],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    guarded: bool,  # noqa: FBT001 - a case
) -> None:
    address, paths = asked
    if not guarded:  # the case itself: LibreOffice left alone would fetch it
        empty = '<oor:items xmlns:oor="http://openoffice.org/2001/registry"></oor:items>'
        monkeypatch.setattr(room, "_SETTINGS", empty)
    picture = tmp_path / "hinh.png"
    Image.new("RGB", (9, 9), "red").save(picture)
    written = Document()
    written.add_picture(str(picture))
    (shown,) = written.element.xpath(".//a:blip")
    link = written.part.relate_to(f"{address}/a.png", RELATIONSHIP_TYPE.IMAGE, is_external=True)
    del shown.attrib[qn("r:embed")]
    shown.set(qn("r:link"), link)
    source = tmp_path / "a.docx"
    written.save(str(source))
    assert preview(source, out=tmp_path / PDF, title=TITLE).pdf is not None
    assert bool(paths) is not guarded
