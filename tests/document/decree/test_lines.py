"""The line below a text, however it is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.document.decree.edits import Parts, after, both, element, letters, line_gone

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.document.decree.edits import Edit

MOTTO, DATE = "Độc lập", "Minh Họa, ngày"
EMU = 36000
NAMES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)


def drawing(width: float, *, dash: str = "solid", preset: str = "line") -> str:
    return (
        f"<mc:AlternateContent {NAMES}><mc:Choice Requires='wps'><w:drawing><wp:anchor>"
        f"<wp:extent cx='{round(width * EMU)}' cy='0'/><a:graphic><a:graphicData><wps:wsp>"
        f"<wps:spPr><a:prstGeom prst='{preset}'/><a:ln><a:prstDash val='{dash}'/></a:ln></wps:spPr>"
        "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        "<mc:Fallback><w:pict><v:line from='0,0' to='10pt,0'/></w:pict></mc:Fallback>"
        "</mc:AlternateContent>"
    )


def vml(points: float) -> str:
    return f"<w:pict {NAMES}><v:line from='20pt,1pt' to='{20 + points}pt,1pt'/></w:pict>"


def connector(points: float) -> str:
    style = f"position:absolute;width:{points}pt;height:0"
    return f"<w:pict {NAMES}><v:shape o:connectortype='straight' style='{style}'/></w:pict>"


def hung(words: str, xml: str) -> Edit:
    """Hang a shape on a paragraph, in place of the line below the motto."""

    def edit(parts: Parts) -> None:
        line_gone(MOTTO)(parts)
        parts.paragraph(words).append(element(f"<w:r>{xml}</w:r>"))

    return edit


def typed(text: str, look: str = "") -> Edit:
    run = f"<w:r><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r>"
    xml = f"<w:p><w:pPr><w:jc w:val='center'/></w:pPr>{run}</w:p>"
    return both(line_gone(MOTTO), after(MOTTO, xml))


def tabled(width: int) -> Edit:
    """A table with a border and no words."""
    xml = (
        "<w:tbl><w:tblPr><w:tblBorders><w:top w:val='single' w:sz='4'/></w:tblBorders></w:tblPr>"
        f"<w:tblGrid><w:gridCol w:w='{width}'/></w:tblGrid><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    )
    return both(line_gone(MOTTO), after(MOTTO, xml))


SUPER = "<w:vertAlign w:val='superscript'/>"

CASES: list[tuple[str, Edit, set[str]]] = [
    ("a shape on the motto", hung(MOTTO, drawing(60.5)), set()),
    ("a shape on the date below", hung(DATE, drawing(60.5)), set()),
    ("a connector", hung(MOTTO, drawing(60.5, preset="straightConnector1")), set()),
    ("a short shape", hung(MOTTO, drawing(30)), {"TN-04"}),
    ("a dashed shape", hung(MOTTO, drawing(60.5, dash="dash")), {"TN-03"}),
    ("another shape", hung(MOTTO, drawing(0.5, preset="ellipse")), {"TN-03"}),
    ("an old line", hung(MOTTO, vml(171.5)), set()),
    ("a short old line", hung(MOTTO, vml(60)), {"TN-04"}),
    ("an old connector", hung(DATE, connector(171.5)), set()),
    ("raised underscores", typed("_" * 37, SUPER), set()),
    ("few underscores", typed("_" * 10), {"TN-04"}),
    ("hyphens", typed("-" * 30), {"TN-03"}),
    ("an underlined motto", both(line_gone(MOTTO), letters(MOTTO, u="single")), {"TN-03"}),
    ("a table", tabled(3430), set()),
    ("a short table", tabled(1500), {"TN-04"}),
]


@pytest.mark.parametrize(("edit", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_a_line_is_known_however_it_is_drawn(
    province: bytes, newly: Callable[..., set[str]], edit: Edit, expected: set[str]
) -> None:
    assert newly(province, edit) - {"TN-05"} == expected
