"""What a Word file says, paragraph by paragraph, as its reader sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.document import messages as m
from analysis.document.blocks import blocks_of
from analysis.errors import FaultsError, Place

if TYPE_CHECKING:
    from pathlib import Path


def paragraphs_of(path: Path) -> tuple[str, ...]:
    """Return the text of every paragraph of a .docx, those in tables too, in document order.

    Text that was inserted or moved under Track Changes counts where it is now, deleted text does
    not: it is read as if all changes were accepted. Blanks are single, text is NFC, empty
    paragraphs are left out.

    Raises
    ------
    FaultsError
        DO-35 when the file is missing, damaged, or no Word file.
    """
    try:
        found = blocks_of(path, revisions="accept")
    except FaultsError as error:
        raise FaultsError(m.CANNOT_READ.at(Place(file=path.name))) from error
    return tuple(block.text for block in found.blocks)
