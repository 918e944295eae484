"""Pictures of a plan: PNG parts of the package, and the drawings that show them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from analysis.document.package import with_entries

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analysis.plan.text import Picture

_EMU = 36_000  # English Metric Units in a millimetre (ECMA-376, Part 1, 20.1.2.1)
_FIRST_ID = 10_000  # those of a template are numbered from 1 (`layout.number_pictures`)

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def drawing(picture: Picture, number: int) -> str:
    """Return the run that shows a picture in line with the text.

    Parameters
    ----------
    picture
        The picture.
    number
        Its place among the plan's pictures, from 0.
    """
    size = f'cx="{round(picture.width_mm * _EMU)}" cy="{round(picture.height_mm * _EMU)}"'
    named = f'id="{_FIRST_ID + number}" name="{_name(number)}" descr={quoteattr(picture.alt)}'
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" '
        f'distB="0" distL="0" distR="0"><wp:extent {size}/><wp:docPr {named}/>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr {named}/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r="{_KIND}" '
        f'r:embed="{_link(number)}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        f"</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def with_pictures(parts: Mapping[str, bytes], pictures: Sequence[Picture]) -> dict[str, bytes]:
    """Return the parts of a .docx with those of its pictures, their type and relations."""
    if not pictures:
        return dict(parts)
    files = {f"word/media/{_name(n)}.png": one.png for n, one in enumerate(pictures)}
    links = "".join(
        f'<Relationship Id="{_link(n)}" Type="{_KIND}/image" Target="media/{_name(n)}.png"/>'
        for n in range(len(pictures))
    )
    kind = '<Default Extension="png" ContentType="image/png"/>'
    return {**with_entries(parts, types=kind, relations=links), **files}


def _name(number: int) -> str:
    return f"hinh-ke-hoach-{number + 1}"


def _link(number: int) -> str:
    return f"rIdHinh{number + 1}"
