"""The order of elements that WordprocessingML asks for (ECMA-376, Part 1, wml.xsd).

Word calls a file damaged whose elements stand in another order; LibreOffice reads it all the same.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_ORDERS = {
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers "
        "pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE "
        "autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents "
        "suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle "
        "rPr sectPr pPrChange"
    ),
    "rPr": (
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
        "noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u "
        "effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
    ),
    "tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc "
        "tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption "
        "tblDescription tblPrChange"
    ),
    "tcPr": (
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText "
        "vAlign hideMark headers"
    ),
    "sectPr": (
        "headerReference|footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders "
        "lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter "
        "docGrid printerSettings sectPrChange"
    ),
    "style": (
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed "
        "qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr "
        "tblStylePr"
    ),
    "settings": (
        "writeProtection view zoom removePersonalInformation removeDateAndTime mirrorMargins "
        "hideSpellingErrors hideGrammaticalErrors proofState attachedTemplate linkStyles "
        "trackRevisions documentProtection defaultTabStop autoHyphenation hyphenationZone "
        "evenAndOddHeaders characterSpacingControl footnotePr endnotePr compat docVars rsids "
        "mathPr themeFontLang clrSchemeMapping shapeDefaults decimalSymbol listSeparator"
    ),
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "tbl": "tblPr tblGrid tr",
    "tr": "tblPrEx trPr tc",
    "trPr": "cantSplit|tblHeader|trHeight|jc|cnfStyle",
    "pBdr": "top left bottom right between bar",
    "tblBorders": "top left bottom right insideH insideV",
    "tcBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "tcMar": "top left bottom right",
}
ORDERS = {
    qn(f"w:{parent}"): {
        qn(f"m:{name}" if name == "mathPr" else f"w:{name}"): place
        for place, names in enumerate(order.split())
        for name in names.split("|")
    }
    for parent, order in _ORDERS.items()
}
_FIRST = {qn("w:p"): qn("w:pPr"), qn("w:r"): qn("w:rPr"), qn("w:tc"): qn("w:tcPr")}


def disorder(root: etree._Element) -> Iterator[str]:
    """Yield what in a part stands where the schema does not have it."""
    for element in root.iter():
        parent, children = str(element.tag), [str(child.tag) for child in element]
        if parent in ORDERS:
            order = ORDERS[parent]
            yield from (f"{_name(parent)}: {_name(tag)}" for tag in children if tag not in order)
            known = [tag for tag in children if tag in order]
            for before, after in pairwise(known):
                if order[before] > order[after]:
                    yield f"{_name(parent)}: {_name(after)} < {_name(before)}"
        if (first := _FIRST.get(parent)) in children[1:]:
            yield f"{_name(parent)}: {_name(str(first))} > 1"
        if parent == qn("w:tc") and children[-1:] != [qn("w:p")]:
            yield "tc: p"
        if parent == qn("w:body") and children.index(qn("w:sectPr")) != len(children) - 1:
            yield "body: sectPr"


def _name(tag: str) -> str:
    return tag.partition("}")[2]
