"""Every document opens in LibreOffice and takes about as many pages as it did."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest
from tests.builders.documents import REQUESTS
from tests.builders.pages import counted, read_pages

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ALLOWED = 2


def test_the_pages_of_every_document_are_kept() -> None:
    assert list(read_pages()) == list(REQUESTS)


@pytest.mark.office
def test_no_document_grows_or_shrinks_unseen(made: Callable[[str], bytes], tmp_path: Path) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        if os.environ.get("CI"):
            pytest.fail("soffice is missing; CI must count the pages")
        pytest.skip("soffice is missing: install LibreOffice to count the printed pages")
    found = counted({name: made(name) for name in REQUESTS}, soffice=soffice, folder=tmp_path)
    kept = read_pages()
    moved = {name: (kept[name], n) for name, n in found.items() if abs(n - kept[name]) > ALLOWED}
    assert moved == {}
