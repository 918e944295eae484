"""Properties put where the schema of WordprocessingML wants them, and taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.document.decree.names import tag_of, value, w

if TYPE_CHECKING:
    from lxml import etree

# ECMA-376, 17.3 to 17.6: the order of children; Word calls a file with another order damaged.
_ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr "
    "suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct "
    "topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind "
    "contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike "
    "outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern "
    "position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang "
    "eastAsianLayout specVanish oMath rPrChange",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc "
    "pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi "
    "rtlGutter docGrid printerSettings sectPrChange",
    "trPr": "cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader "
    "tblCellSpacing jc hidden ins del trPrChange",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW "
    "jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption "
    "tblDescription tblPrChange",
    "pBdr": "top left bottom right between bar",
    "p": "pPr",
    "r": "rPr",
    "tr": "tblPrEx trPr",
}
_RANKS = {
    parent: {w(tag): at for at, tag in enumerate(order.split())}
    for parent, order in _ORDERS.items()
}


def child(parent: etree._Element, tag: str) -> etree._Element:
    """Return a child of an element, made in its place among the others when it is missing."""
    found = parent.find(w(tag))
    if found is not None:
        return found
    ranks = _RANKS[tag_of(parent).rpartition("}")[2]]
    own = ranks[w(tag)]
    made = parent.makeelement(w(tag))
    # What the table does not know is an extension, or the content that properties stand before.
    after = next(
        (at for at, other in enumerate(parent) if ranks.get(tag_of(other), len(ranks)) > own),
        len(parent),
    )
    parent.insert(after, made)
    return made


def put(parent: etree._Element, tag: str, **attributes: object) -> bool:
    """Set attributes of a property, None taking one away; return whether anything changed."""
    before = parent.find(w(tag))
    found = child(parent, tag)
    changed = before is None
    for name, content in attributes.items():
        if content is None:
            changed |= bool(found.attrib.pop(w(name), ""))
        elif value(found, name) != str(content):
            found.set(w(name), str(content))
            changed = True
    return changed


def switch(parent: etree._Element, tag: str, *, on: bool) -> bool:
    """Switch a property on or off by name, so that no style switches it back."""
    return put(parent, tag, val=None) if on else put(parent, tag, val=0)


def drop(parent: etree._Element, tag: str) -> bool:
    """Take a property away; return whether it was there."""
    found = parent.findall(w(tag))
    for element in found:
        parent.remove(element)
    return bool(found)
