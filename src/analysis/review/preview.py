"""Pictures of the document's pages, for the reviewer's page: an approximation that says so."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from analysis.review import preview_messages as messages
from analysis.review.html import paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A picture of one page, where the document or one of its appendices begins.

    Parameters
    ----------
    number
        The page's place in the file, 1 = first.
    label
        ``Phụ lục I``; empty for the document's own first page.
    title
        The title that stands there.
    png
        The picture.
    width, height
        Its size in pixels.
    """

    number: int
    label: str
    title: str
    png: bytes
    width: int
    height: int

    @property
    def caption(self) -> str:
        """Which page this is."""
        if not self.label:
            return messages.FIRST_CAPTION.format(title=self.title)
        return messages.APPENDIX_CAPTION.format(name=self._name, number=self.number)

    @property
    def alt(self) -> str:
        """What stands on the page, for those who do not see it."""
        if not self.label:
            return messages.FIRST_ALT.format(title=self.title)
        return messages.APPENDIX_ALT.format(name=self._name, number=self.number)

    @property
    def _name(self) -> str:
        return f"{self.label}: {self.title}" if self.title else self.label


def preview_section(pages: Sequence[PagePicture], *, pdf: str) -> Markup:
    """Return what the page shows of the preview: the warning, a link to the PDF, the pictures.

    Parameters
    ----------
    pages
        The pictures in order; none where they could not be drawn.
    pdf
        The PDF's name beside the page.
    """
    whole = Markup('{}<a href="{}">{}</a>.').format(messages.WHOLE, pdf, pdf)
    told = Markup(" ").join((whole, *_told(pages)))
    warning = Markup('<p class="canh-bao">{}</p>').format(messages.WARNING)
    figures = Markup("").join(_figure(page) for page in pages)
    shown = Markup('<div class="cac-trang">{}</div>').format(figures) if pages else ""
    return warning + paragraph(told) + shown


def _told(pages: Sequence[PagePicture]) -> tuple[str, ...]:
    appendices = sum(bool(page.label) for page in pages)
    if appendices:
        return (messages.PICTURED.format(count=appendices),)
    return (messages.PICTURED_FIRST,) if pages else ()


def _figure(page: PagePicture) -> Markup:
    return Markup(
        '<figure class="trang"><figcaption>{}</figcaption>'
        '<img src="data:image/png;base64,{}" width="{}" height="{}" alt="{}"></figure>'
    ).format(page.caption, b64encode(page.png).decode(), page.width, page.height, page.alt)
