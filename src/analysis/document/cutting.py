"""Runs cut at marks, so that elements can stand between the words of one run."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from docx.oxml.ns import qn
from lxml import etree

from analysis.document.wordml import RUN, TEXT

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator

    Made = Callable[[re.Match[str]], Iterator[etree._Element]]

_LOOK = qn("w:rPr")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def cut_at_marks(root: etree._Element, mark: re.Pattern[str], made: Made) -> None:
    """Put elements in the place of every mark under `root`.

    Parameters
    ----------
    root
        Changed in place; words before and after a mark keep the look of their run.
    mark
        Finds the marks in a run's text.
    made
        Makes the elements that stand beside the runs in the place of one mark.
    """
    marked = [text for text in root.iter(TEXT) if mark.search(text.text or "")]
    for run in dict.fromkeys(text.getparent() for text in marked):
        parent = None if run is None else run.getparent()
        if run is not None and parent is not None:
            place = parent.index(run)
            parent[place : place + 1] = list(_pieces(run, mark, made))


def styled_run(style: str, content: etree._Element) -> etree._Element:
    """Return a run in the character style with the id `style`."""
    look = etree.Element(_LOOK)
    etree.SubElement(look, qn("w:rStyle"), {qn("w:val"): style})
    return _run(look, content)


def _pieces(run: etree._Element, mark: re.Pattern[str], made: Made) -> Iterator[etree._Element]:
    look = run.find(_LOOK)
    for child in run:
        if child.tag == _LOOK:
            continue
        if child.tag != TEXT:
            yield _run(look, deepcopy(child))
            continue
        words, done = child.text or "", 0
        for found in mark.finditer(words):
            if words[done : found.start()]:
                yield _run(look, _text(words[done : found.start()]))
            yield from made(found)
            done = found.end()
        if words[done:]:
            yield _run(look, _text(words[done:]))


def _run(look: etree._Element | None, content: etree._Element) -> etree._Element:
    run = etree.Element(RUN)
    if look is not None:
        run.append(deepcopy(look))
    run.append(content)
    return run


def _text(words: str) -> etree._Element:
    element = etree.Element(TEXT)
    element.set(_SPACE, "preserve")
    element.text = words
    return element
