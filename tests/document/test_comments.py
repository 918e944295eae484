"""Comments on figures that are not known."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import docx
from docx.oxml.ns import qn

from analysis.document.context import notes
from analysis.document.render import document_bytes
from analysis.document.wordml import paragraphs, text_of
from analysis.plan.text import Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lxml import etree

    from analysis.plan.text import PlanText


def anchored(root: etree._Element) -> dict[str, str]:
    """Return the words between the two ends of each comment."""
    words: dict[str, str] = {}
    open_: set[str] = set()
    for element in root.iter():
        id_ = str(element.get(qn("w:id")))
        if element.tag == qn("w:commentRangeStart"):
            open_.add(id_)
            words[id_] = ""
        elif element.tag == qn("w:commentRangeEnd"):
            open_.discard(id_)
        elif element.tag == qn("w:t"):
            words |= {id_: words[id_] + (element.text or "") for id_ in open_}
    return words


def test_every_note_is_a_comment_in_document_order(plan: PlanText, rendered: bytes) -> None:
    comments = list(docx.Document(BytesIO(rendered)).comments)
    assert [comment.text for comment in comments] == [note for _, note in notes(plan)]
    assert len(comments) == 12
    assert {(c.author, c.initials, c.timestamp) for c in comments} == {
        ("Ghi chú số liệu", "SL", None)
    }


def test_comments_stand_on_the_words_for_an_unknown_figure(
    rendered: bytes, part: Callable[..., etree._Element]
) -> None:
    words = anchored(part(rendered))
    assert len(words) == 12
    assert set(words.values()) == {"chưa có số liệu"}


def test_each_comment_is_opened_closed_and_referred_to_once(
    rendered: bytes, part: Callable[..., etree._Element]
) -> None:
    root = part(rendered)
    kinds = ("commentRangeStart", "commentRangeEnd", "commentReference")
    ids = [[e.get(qn("w:id")) for e in root.iter(qn(f"w:{kind}"))] for kind in kinds]
    assert ids[0] == ids[1] == ids[2] == [str(n) for n in range(12)]


def test_without_the_words_the_whole_text_is_anchored(
    small_plan: PlanText, template: Path, part: Callable[..., etree._Element]
) -> None:
    body = (Paragraph("dash", "- Điểm: –", notes=("Không xếp hạng & không chấm.",)),)
    root = part(document_bytes(replace(small_plan, body=body), template=template))
    assert anchored(root) == {"0": "- Điểm: –"}


def test_the_commented_paragraph_keeps_its_text_and_look(
    rendered: bytes, part: Callable[..., etree._Element]
) -> None:
    (paragraph,) = (p for p in paragraphs(part(rendered)) if text_of(p).startswith("d) "))
    assert text_of(paragraph) == (
        "d) Chỉ số thành phần về tiếp cận thông tin của cấp xã: chưa có số liệu của năm 2022;"
    )


def test_a_plan_without_notes_has_no_comments_part(small_plan: PlanText, template: Path) -> None:
    assert b"comments.xml" not in document_bytes(small_plan, template=template)
