"""What tests of mending share: mending bytes, and what must never change."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

from docx.oxml.ns import qn
from lxml import etree

from analysis.document.decree.fixing import fix

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from analysis.document.decree import Finding, Rule
    from analysis.document.decree.fixing import Mended

    Fix = Callable[..., Mended]


def mender(rules: tuple[Rule, ...], folder: Path) -> Fix:
    """Return what mends a document of some bytes."""

    def mend(data: bytes, **options: object) -> Mended:
        path = folder / "ke-hoach.docx"
        path.write_bytes(data)
        options.setdefault("stage", "issued")
        return fix(path, rules=rules, **options)  # type: ignore[arg-type]

    return mend


def content(data: bytes) -> dict[str, object]:
    """What must never change: words paragraph by paragraph, drawings, changes, other parts."""
    found: dict[str, object] = {}
    with ZipFile(BytesIO(data)) as package:
        for name in package.namelist():
            part = package.read(name)
            if not name.startswith("word/") or not name.endswith(".xml"):
                found[name] = part
                continue
            root = etree.fromstring(part)
            said = [
                [(e.tag, e.text) for e in p.iter(*map(qn, ("w:t", "w:delText", "w:instrText")))]
                for p in root.iter(qn("w:p"))
            ]
            kinds = ("w:drawing", "w:pict", "w:tbl", "w:tc", "w:ins", "w:del", "w:br", "w:tab")
            found[name] = said, [len(list(root.iter(qn(kind)))) for kind in kinds]
    return found


def rules_of(findings: Iterable[Finding]) -> set[str]:
    return {finding.rule for finding in findings}
