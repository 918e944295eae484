"""How many pages each document takes in LibreOffice, kept in ``tests/golden/pages.yml``.

A count may change by two; when a change of forms or data moves it further, look at the pages and
renew the file deliberately::

    .venv/bin/python -m tests.builders.pages
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from tests.builders.documents import GOLDEN, REQUESTS, document

from analysis.runs.inputs import read_inputs
from analysis.runs.jobs import Job, Request, job_for
from analysis.runs.paths import Paths

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE = GOLDEN / "pages.yml"
HEAD = """\
# Số trang của từng văn bản khi LibreOffice dàn trang (phông Liberation Serif thay Times New Roman),
# sai khác cho phép: 2 trang. Lập lại: .venv/bin/python -m tests.builders.pages
"""
_PAGES = re.compile(r"^Pages:\s+(\d+)$", re.MULTILINE)


def read_pages() -> dict[str, int]:
    """Return the counts that are kept."""
    kept: dict[str, int] = yaml.safe_load(FILE.read_text("utf-8"))
    return kept


def counted(documents: Mapping[str, bytes], *, soffice: str, folder: Path) -> dict[str, int]:
    """Return how many pages each document takes; LibreOffice is started once for all of them."""
    for name, data in documents.items():
        (folder / f"{name}.docx").write_bytes(data)
    command = [soffice, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", str(folder)]
    files = sorted(str(path) for path in folder.glob("*.docx"))
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=300)
    return {name: _pages(folder / f"{name}.pdf") for name in documents}


def _pages(pdf: Path) -> int:
    told = subprocess.run(["pdfinfo", str(pdf)], check=True, capture_output=True, text=True).stdout
    found = _PAGES.search(told)
    assert found is not None
    return int(found[1])


def renew() -> None:
    """Write the file anew and tell what has changed."""
    soffice = shutil.which("soffice")
    if soffice is None:
        sys.exit("Cần LibreOffice (soffice).")
    paths = Paths.find(Path(__file__).parent)
    inputs = read_inputs(paths)

    def job(**request: object) -> Job:
        whole = {"province": None, "plan_year": None} | request
        return job_for(Request(**whole), inputs, paths)  # type: ignore[arg-type]

    made = {name: document(name, job=job, inputs=inputs, paths=paths) for name in REQUESTS}
    with tempfile.TemporaryDirectory() as folder:
        pages = counted(made, soffice=soffice, folder=Path(folder))
    before = read_pages() if FILE.is_file() else {}
    for name, count in pages.items():
        if before.get(name) != count:
            sys.stdout.write(f"{name}: {before.get(name)} → {count}\n")
    FILE.write_text(HEAD + yaml.safe_dump(pages, sort_keys=False), "utf-8")


if __name__ == "__main__":
    renew()
