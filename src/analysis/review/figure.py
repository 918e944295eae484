"""A figure for a notebook and the page: inline SVG with a finding for a title and figures for alt.

The one place where matplotlib is drawn with: it sets the style, refuses a figure without a
description or with a letter the font lacks, and makes the same drawing the same bytes.
"""

from __future__ import annotations

import math
import re
import warnings
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from io import BytesIO, StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

import matplotlib as mpl
from markupsafe import Markup
from matplotlib.figure import Figure as Canvas
from matplotlib.ticker import FuncFormatter

from analysis.review import figure_messages
from analysis.review.svg import without_styles
from analysis.vietnamese import nfc, number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from matplotlib.axes import Axes

STYLE = Path(__file__).with_name("ke-hoach.mplstyle")
_PRINTED_DPI = 150


@dataclass(frozen=True, slots=True)
class Figure:
    """A finished figure: a finding for a title, a description that states the figures, the SVG.

    `draw` draws it once more, into a file as PNG.
    """

    title: str
    alt: str
    svg: str
    draw: Callable[[BytesIO], None] | None = field(default=None, repr=False, compare=False)

    def png(self) -> bytes:
        """Return the figure as a picture for print, empty where there is none."""
        file = BytesIO()
        if self.draw is not None:
            self.draw(file)
        return file.getvalue()

    def _repr_html_(self) -> str:
        if not self.svg:
            return str(Markup('<p class="khong-hinh">{}</p>').format(self.title))
        caption = Markup("<figcaption>{}</figcaption>").format(self.title)
        # A narrow screen scrolls it sideways: the keyboard must get there.
        return f'<figure tabindex="0">{caption}{self.svg}</figure>'


def absent(reason: str) -> Figure:
    """Return what stands in place of a figure that cannot be drawn: the reason."""
    return Figure(title=nfc(reason), alt="", svg="")


def main_ones(texts: Sequence[str], *, most: int = 10) -> str:
    """Return the first of some figures in words; the rest is in the table of the same section.

    Examples
    --------
    >>> main_ones(["a 3", "b 2", "c 1", "d 0"], most=2)
    'a 3; b 2; và 2 mục khác trong bảng cùng phần'
    """
    if len(texts) <= most + 1:
        return "; ".join(texts)
    return figure_messages.AND_OTHERS.format(list="; ".join(texts[:most]), count=len(texts) - most)


def drawn(
    name: str,
    draw: Callable[[Axes], None],
    *,
    title: str,
    alt: str,
    height: float,
) -> Figure:
    """Return the figure that `draw` makes on one set of axes.

    Parameters
    ----------
    name
        A short name, unique on a page: it keeps the ids inside two drawings apart.
    draw
        Draws on the axes it is given.
    title
        The finding, in Vietnamese.
    alt
        The figures, in words.
    height
        Height in inches; the width is the style's.

    Raises
    ------
    ValueError
        For an empty title or description.
    UserWarning
        For a letter that the font lacks.
    """
    if not title.strip() or not alt.strip():
        raise ValueError("a figure needs a title and a description")

    def save(file: StringIO | BytesIO, kind: str, **options: Any) -> None:
        with _style(name), warnings.catch_warnings():
            warnings.simplefilter("error")
            canvas = Canvas(figsize=(mpl.rcParams["figure.figsize"][0], height))
            axes = canvas.add_subplot()
            draw(axes)
            # A category axis keeps its names; a numeric one gets the decimal comma.
            axes.xaxis.set_major_formatter(FuncFormatter(_tick))
            canvas.savefig(file, format=kind, **options)

    buffer = StringIO()
    save(buffer, "svg", metadata={"Date": None, "Creator": None})
    return Figure(
        nfc(title),
        nfc(alt),
        _inline(buffer.getvalue(), name=name, alt=nfc(alt)),
        draw=partial(save, kind="png", dpi=_PRINTED_DPI, metadata={"Software": None}),
    )


def _tick(value: float, _: object) -> str:
    """Return a number on an axis with the decimals that it needs, two at the most.

    Examples
    --------
    >>> _tick(20, None), _tick(0.5, None), _tick(-0.75, None)
    ('20', '0,5', '−0,75')
    """
    needed = next((n for n in (0, 1) if math.isclose(value, round(value, n), abs_tol=1e-9)), 2)
    return number(value, needed).replace("-", "−")


@contextmanager
def _style(name: str) -> Iterator[None]:
    with mpl.rc_context(fname=STYLE), mpl.rc_context({"svg.hashsalt": name}):
        yield


def _inline(svg: str, *, name: str, alt: str) -> str:
    """Return an SVG fit to stand inside a page: no prolog, own ids, a role and a label."""
    # Every letter drawn repeats this, so it is short; two figures of a page are never alike in it.
    own = f"h{crc32(name.encode()):08x}"[:6]
    body = without_styles(svg[svg.index("<svg") :])
    body = re.sub(r"<metadata>.*?</metadata>", "", body, flags=re.DOTALL)
    body = _short(body)
    body = re.sub(r'(\bid="|href="#|url\(#)', rf"\g<1>{own}-", body)
    label = Markup('<svg role="img" aria-label="{}" class="hinh" ').format(alt)
    # Width and height in points would not follow a narrow screen; the viewBox keeps the shape.
    body = re.sub(r'<svg ([^>]*?)(?:width="[^"]*" ?|height="[^"]*" ?)', r"<svg \1", body, count=1)
    body = re.sub(r'<svg ([^>]*?)(?:width="[^"]*" ?|height="[^"]*" ?)', r"<svg \1", body, count=1)
    return body.replace("<svg ", str(label), 1).strip()


def _short(svg: str) -> str:
    """Return an SVG of a third of the length that looks the same.

    Without indents, needless decimals, blanks inside paths; a letter is placed by its ``x``.
    """
    flat = re.sub(r"\s*\n\s*", "\n", svg).replace("-DejaVuSans-", "-").replace("DejaVuSans-", "g-")
    # A number below one may be a scale, where every digit counts.
    flat = re.sub(
        r"(?<![\w.-])-?[1-9]\d*\.\d{3,}", lambda found: f"{round(float(found[0]), 2):g}", flat
    )
    flat = re.sub(r' transform="translate\(([\d.]+) 0\)"/>', r' x="\1"/>', flat)
    flat = re.sub(r' d="[^"]*"', lambda found: _tight(found[0]), flat)
    return flat.replace("xlink:href=", "href=")


def _tight(path: str) -> str:
    return re.sub(r"\s*([MLQCHVZz])\s*", r"\1", path)
