"""Reading the reference tables: YAML and CSV, every failure a fault with a place."""

from __future__ import annotations

import csv
import unicodedata
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from analysis.errors import Fault, FaultsError, Place
from analysis.reference import messages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Model = TypeVar("Model", bound=BaseModel)
_SURPLUS = "\0"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the same, in a third of the time


class Strict(BaseModel):
    """A model of data from outside: frozen, and unknown or ill-typed fields are refused.

    YAML reads ``1.10`` as a number; a code field typed ``str`` refuses it instead of losing a zero.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


def read_text(path: Path) -> str:
    """Return a file's text in NFC.

    Raises
    ------
    FaultsError
        RF-01 when the file is missing, RF-02 when it is empty or not UTF-8.
    """
    place = Place(file=path.name)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise FaultsError(messages.FILE_MISSING.at(place)) from error
    except UnicodeDecodeError as error:
        raise FaultsError(messages.FILE_UNREADABLE.at(place, cause=messages.NOT_TEXT)) from error
    if not text.strip():
        raise FaultsError(messages.FILE_UNREADABLE.at(place, cause=messages.EOF_CAUSE))
    return unicodedata.normalize("NFC", text)


def read_yaml(path: Path) -> Any:
    """Return the content of a YAML file.

    Raises
    ------
    FaultsError
        RF-01, RF-02 (with the line where the syntax breaks).
    """
    text = read_text(path)
    try:
        return yaml.load(text, Loader=_LOADER)
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        mark = getattr(error, "problem_mark", None)
        place = Place(file=path.name, row=mark.line + 1 if mark else None)
        raise FaultsError(messages.FILE_UNREADABLE.at(place, cause=messages.BAD_SYNTAX)) from error


def validated(model: type[Model], content: object, *, file: str, detail: str = "") -> Model:
    """Return `content` as `model`.

    Raises
    ------
    FaultsError
        One RF-03 for each invalid field, all at once.
    """
    try:
        return model.model_validate(content)
    except ValidationError as error:
        raise FaultsError(*_field_faults(error, file=file, detail=detail)) from error


def validated_list(model: type[Model], content: object, *, file: str) -> tuple[Model, ...]:
    """Return a list of mappings as `model`, or one fault for each invalid field of each item.

    Raises
    ------
    FaultsError
        RF-03.
    """
    if not isinstance(content, list):
        raise FaultsError(
            messages.FIELD_INVALID.at(Place(file=file), field="(gốc)", cause="phải là danh sách")
        )
    items: list[Model] = []
    faults: list[Fault] = []
    for number, entry in enumerate(content, start=1):
        name = entry.get("id") or entry.get("key") if isinstance(entry, dict) else None
        try:
            items.append(model.model_validate(entry))
        except ValidationError as error:
            faults += _field_faults(error, file=file, detail=f"mục {name or number}")
    if faults:
        raise FaultsError(*faults)
    return tuple(items)


def _field_faults(error: ValidationError, *, file: str, detail: str) -> list[Fault]:
    return [
        messages.FIELD_INVALID.at(
            Place(file=file, detail=detail),
            field=".".join(str(part) for part in problem["loc"]) or "(gốc)",
            cause=_cause(problem["type"], problem.get("ctx", {})),
        )
        for problem in error.errors()
    ]


def _cause(kind: str, context: dict[str, Any]) -> str:
    """Return what pydantic found, in the words of the message table."""
    text = messages.CAUSES.get(kind, messages.OTHER_CAUSE)
    return text.format_map({"expected": "", "error": "", **context})


def date_faults(rows: list[dict[str, str]], *, file: str) -> Iterator[Fault]:
    """Yield what is wrong with the days of a table; an empty cell is open-ended or unknown.

    An RF-10 for each ``valid_from`` or ``valid_to`` that is not ISO, an RF-15 for each span that
    ends before it begins.
    """
    for number, row in enumerate(rows, start=2):
        wrong = [name for name in ("valid_from", "valid_to") if not _is_date_or_empty(row[name])]
        for column in wrong:
            place = Place(file=file, row=number, column=column)
            yield messages.DATE_INVALID.at(place, value=row[column])
        start, end = row["valid_from"], row["valid_to"]
        if not wrong and start and end and end < start:
            yield messages.DATES_REVERSED.at(Place(file=file, row=number), start=start, end=end)


def day_or_none(text: str) -> date | None:
    """Return an ISO date, or None for an empty cell (unknown or open-ended)."""
    return date.fromisoformat(text) if text else None


def _is_date_or_empty(text: str) -> bool:
    if not text:
        return True
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def read_rows(path: Path, *, columns: tuple[str, ...]) -> list[dict[str, str]]:
    """Return the rows of a CSV file as mappings, with at least `columns`; blanks around are cut.

    Raises
    ------
    FaultsError
        RF-01, RF-02, one RF-04 for each missing column, or one RF-23 for each row whose cells are
        not as many as the header's (a comma in a cell that is not quoted).
    """
    reader = csv.DictReader(read_text(path).splitlines(), restkey=_SURPLUS)
    missing = [column for column in columns if column not in (reader.fieldnames or [])]
    if missing:
        place = Place(file=path.name, row=1)
        raise FaultsError(*(messages.COLUMN_MISSING.at(place, column=name) for name in missing))
    rows = list(reader)
    uneven = [
        messages.CELLS_UNEVEN.at(Place(file=path.name, row=number))
        for number, row in enumerate(rows, start=2)
        if _SURPLUS in row or None in row.values()
    ]
    if uneven:
        raise FaultsError(*uneven)
    return [{name: cell.strip() for name, cell in row.items()} for row in rows]
