"""No number of any document is without a source; a wrong one is found."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from analysis.runs.tracing import trace_file

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def file(data: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "ke-hoach.docx"
    path.write_bytes(data)
    return path


def test_every_number_has_a_source(file: Path) -> None:
    traced = trace_file(file)
    assert traced.record is not None
    assert [(one.text, one.block.text) for one in traced.numbers if one.kind is None] == []


def planted(file: Path, number: str, wrong: str) -> None:
    """Put a wrong number in the place of the first that stands by itself in a text."""
    text = re.compile(rf"(<w:t(?: [^>]*)?>[^<]*?)(?<![\d,./]){re.escape(number)}(?![\d/]|[,.]\d)")
    out, left = BytesIO(), 1
    with ZipFile(file) as before, ZipFile(out, "w", ZIP_DEFLATED) as after:
        for info in before.infolist():
            content = before.read(info)
            if left and info.filename in ("word/document.xml", "word/footnotes.xml"):
                changed, count = text.subn(rf"\g<1>{wrong}", content.decode(), count=1)
                content, left = changed.encode(), left - count
            after.writestr(info, content)
    assert not left
    file.write_bytes(out.getvalue())


def test_a_planted_digit_is_found(file: Path) -> None:
    numbers = trace_file(file).numbers
    figures = [one.text for one in numbers if one.kind in ("figure", "task")]
    number = max(figures, key=lambda text: ("," in text, len(text)))
    wrong = f"{number[:-1]}{(int(number[-1]) + 1) % 10}"
    planted(file, number, wrong)
    (found,) = [one for one in trace_file(file).numbers if one.kind is None]
    assert (found.text, found.nearest and found.nearest.text) == (wrong, number)
