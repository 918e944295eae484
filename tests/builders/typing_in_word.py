"""What a person may do to a printed plan in Word, with the workbook's cells it must come to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from zipfile import ZipFile

from lxml import etree

from analysis.document.blocks import blocks_of
from analysis.document.decree.names import w
from analysis.document.render import document_bytes
from analysis.plan.draft import draft_of
from analysis.plan.refs import Ref, read_ref
from analysis.plan.sheet_rows import lists, tables
from analysis.plan.sheets import ROLES
from analysis.plan.word.printed import Block, Written, plain, written
from analysis.vietnamese import lowered, nfc

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from analysis.runs.inputs import Inputs
    from analysis.runs.jobs import Job

Cells = Mapping[tuple[str, str, str], str]
DAY, PRODUCT, WORD, AGENCY = "Quý I/2031", "Biên bản họp", "kịp thời", "Sở Thử nghiệm"


@dataclass(frozen=True, slots=True)
class Printed:
    """A plan that was printed: the file, and what the program remembers of it."""

    file: Path
    written: Written


@dataclass(frozen=True, slots=True)
class Edit:
    """An edit of some blocks, by place: their new texts, None for what is taken out."""

    texts: Mapping[int, str | None]
    cells: Cells


def print_plan(job: Job, inputs: Inputs, templates: Path, folder: Path) -> Printed:
    """Print a plan and remember it, as a run does."""
    planned = job.planned
    plan = job.text(inputs)
    draft = draft_of(planned.study, form=planned.form, details=planned.details, mandate=job.mandate)
    file = folder / "ke-hoach.docx"
    file.write_bytes(document_bytes(plan, template=templates / f"{planned.form.form}.docx"))
    found = written(
        plan,
        blocks_of(file).blocks,
        tables=tables(draft),
        names=lists(draft)["agencies"],
    )
    return Printed(file, found)


def typed(written: Written, edits: Sequence[Edit]) -> list[Block]:
    """Return the document's blocks after some edits of different blocks."""
    texts = {place: text for edit in edits for place, text in edit.texts.items()}
    found = []
    for place, block in enumerate(written.blocks):
        text = texts.get(place, block.text)
        if text is not None:
            found.append(replace(block, text=text, refs=()))
    return found


def possible(written: Written) -> list[Edit]:
    """Return edits of every cell of a task, each of other blocks and cells than the others."""
    found: list[Edit] = []
    seen: set[tuple[str, str, str]] = set()
    for place, block in enumerate(written.blocks):
        refs = tuple(map(read_ref, block.refs))
        if not refs or refs[0].sheet != "tasks":
            continue
        edit = _edit(place, block, refs, written)
        if edit is not None and seen.isdisjoint(edit.cells):
            found.append(edit)
            seen.update(edit.cells)
    return found


def removals(written: Written) -> Iterator[Edit]:
    """Yield, for each task, its being taken out from everywhere: paragraphs, or rows of a table."""
    homes: dict[str, set[int]] = {}
    for place, block in enumerate(written.blocks):
        for ref in map(read_ref, block.refs):
            if ref.sheet == "tasks" and ref.column in ("", "text", "activity"):
                homes.setdefault(ref.row, set()).add(place)
    for task, places in homes.items():
        rows = {(b.table, b.row) for b in (written.blocks[p] for p in places) if b.table}
        gone = places | {
            place
            for place, block in enumerate(written.blocks)
            if block.table and (block.table, block.row) in rows
        }
        yield Edit(dict.fromkeys(gone), {("tasks", task, "chosen"): "không"})


def _line(place: int, text: str, ref: Ref, row: Mapping[str, str]) -> Edit | None:
    """Return a word more in one line of a cell's text."""
    whole = row[ref.column]
    line = next((one for one in whole.split("\n") if text.endswith(one)), "")
    if not line:
        return None
    longer = _with_word(line)
    changed = {("tasks", ref.row, ref.column): whole.replace(line, longer, 1)}
    return Edit({place: text.removesuffix(line) + longer}, changed)


def _edit(place: int, block: Block, refs: tuple[Ref, ...], written: Written) -> Edit | None:
    columns = {ref.column for ref in refs}
    row = written.cells["tasks"][refs[0].row]
    if columns == {""}:
        return _sentence(place, plain(block.text), refs[0], row)
    if columns in ({"text"}, {"activity"}):
        return _line(place, plain(block.text), refs[0], row)
    if columns in ({"deadline"}, {"product"}):
        value = DAY if "deadline" in columns else PRODUCT
        return Edit({place: value}, {("tasks", ref.row, ref.column): value for ref in refs})
    if columns <= set(ROLES) and block.kind == "cell" and ";" in block.text:
        last = "coordinators" if "coordinators" in columns else refs[0].column
        grown = [ref for ref in refs if ref.column == last]
        if any(not written.cells["tasks"][ref.row][last] for ref in grown):
            return None
        cells = {
            ("tasks", ref.row, last): f"{written.cells['tasks'][ref.row][last]}; {AGENCY}"
            for ref in grown
        }
        return Edit({place: f"{block.text}; {AGENCY}"}, cells)
    return None


def _sentence(place: int, text: str, ref: Ref, row: Mapping[str, str]) -> Edit:
    """Return one of several edits of a task in one text, another for each place."""
    day, product = row["deadline"], row["product"]
    if place % 3 == 0 and day and f"Thời hạn: {lowered(day)}." in text:
        now = text.replace(f"Thời hạn: {lowered(day)}.", f"Thời hạn: {lowered(DAY)}.")
        return Edit({place: now}, {("tasks", ref.row, "deadline"): DAY})
    if place % 3 == 1 and product and f" Sản phẩm: {lowered(product)}." in text:
        now = text.replace(f" Sản phẩm: {lowered(product)}.", "")
        return Edit({place: now}, {("tasks", ref.row, "product"): ""})
    held = row["text"]
    duty = held if held in text else lowered(held)
    longer = _with_word(duty)
    now = text.replace(duty, longer, 1)
    return Edit({place: now}, {("tasks", ref.row, "text"): longer[0].upper() + longer[1:]})


def _with_word(text: str) -> str:
    """Put words between two others of a text."""
    words = text.split(" ")
    middle = len(words) // 2
    return " ".join((*words[:middle], WORD, *words[middle:]))


def typed_file(printed: Printed, edits: Sequence[Edit], out: Path, *, tracked: bool) -> Path:
    """Return a copy of the file with the edits in it, made under Track Changes or not."""
    with ZipFile(printed.file) as package:
        data = {name: package.read(name) for name in package.namelist()}
    root = etree.fromstring(data["word/document.xml"])
    paragraphs = dict(_paragraphs(root, printed.written.blocks))
    texts = {place: text for edit in edits for place, text in edit.texts.items()}
    for place, text in texts.items():
        paragraph = paragraphs[place]
        row = next(paragraph.iterancestors(w("tr")), None)
        if text is None and row is not None:
            _take_out_row(row, tracked=tracked)
        elif text is None:
            _take_out(paragraph, tracked=tracked)
        else:
            _write(paragraph, text, tracked=tracked)
    data["word/document.xml"] = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    with ZipFile(out, "w") as package:
        for name, part in data.items():
            package.writestr(name, part)
    return out


def _paragraphs(
    root: etree._Element, blocks: Sequence[Block]
) -> Iterator[tuple[int, etree._Element]]:
    """Yield the element of each block of the body."""
    place = 0
    for paragraph in root.iter(w("p")):
        text = nfc("".join(element.text or "" for element in paragraph.iter(w("t"))))
        if place < len(blocks) and text and text == blocks[place].text:
            yield place, paragraph
            place += 1


def _changed(tag: str) -> etree._Element:
    return etree.Element(w(tag), {w("id"): "9", w("author"): "Người sửa"})


def _write(paragraph: etree._Element, text: str, *, tracked: bool) -> None:
    """Replace what a paragraph says."""
    _clear(paragraph, tracked=tracked)
    run = etree.Element(w("r"))
    etree.SubElement(run, w("t")).text = text
    if tracked:
        inserted = _changed("ins")
        inserted.append(run)
        paragraph.append(inserted)
    else:
        paragraph.append(run)


def _clear(paragraph: etree._Element, *, tracked: bool) -> None:
    for run in list(paragraph.iterchildren(w("r"))):
        if not tracked:
            paragraph.remove(run)
            continue
        deleted = _changed("del")
        paragraph.replace(run, deleted)
        deleted.append(run)
        for element in run.iter(w("t")):
            element.tag = w("delText")


def _take_out(paragraph: etree._Element, *, tracked: bool) -> None:
    _clear(paragraph, tracked=tracked)
    if not tracked:
        parent = paragraph.getparent()
        assert parent is not None
        parent.remove(paragraph)
        return
    properties = paragraph.find(w("pPr"))
    assert properties is not None
    etree.SubElement(properties, w("rPr")).append(_changed("del"))


def _take_out_row(row: etree._Element, *, tracked: bool) -> None:
    parent = row.getparent()
    if not tracked:
        if parent is not None:
            parent.remove(row)
        return
    properties = row.find(w("trPr"))
    if properties is None:
        properties = etree.Element(w("trPr"))
        row.insert(0, properties)
    if properties.find(w("del")) is None:
        properties.append(_changed("del"))
