"""What the manifest of a report tells, read back and kept true."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, ValidationError

from analysis.errors import FaultsError, Place
from analysis.runs import desk_messages as messages
from analysis.runs.manifest import FILE
from analysis.runs.writing import sha256, write_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path


class _Told(BaseModel):
    """A part of the manifest, as far as it is needed."""

    model_config = ConfigDict(frozen=True)


class Asked(_Told):
    """The plan that was asked for; what reports of earlier versions do not tell is empty."""

    unit_code: str
    plan_year: int
    form: str
    plan: str | None = None
    unit: str = ""
    form_name: str = ""
    body_name: str = ""


class Warned(_Told):
    """A warning of the run."""

    code: str
    place: str
    what: str


class Recorded(_Told):
    """A report as its manifest tells: the plan, when it was made, SHA-256 by file, warnings."""

    parameters: Asked
    started: datetime
    inputs: dict[str, str] = {}
    outputs: dict[str, str]
    warnings: tuple[Warned, ...]

    def edited(self, folder: Path, names: Iterable[str]) -> tuple[str, ...]:
        """Return which of the named files are there and are not what the program wrote."""
        return tuple(
            name
            for name in names
            if (folder / name).is_file() and sha256(folder / name) != self.outputs.get(name)
        )


def recorded(folder: Path) -> Recorded:
    """Return what the manifest of a report tells.

    Raises
    ------
    FaultsError
        RN-60 when there is none, RN-61 when it cannot be read.
    """
    return _model(content_of(folder), folder)


def renew(folder: Path, outputs: Mapping[str, str], **told: object) -> None:
    """Let the manifest of a report vouch for files written since, and tell more of them.

    Raises
    ------
    FaultsError
        RN-60, RN-61.
    """
    content = content_of(folder)
    _model(content, folder)
    content["outputs"] |= outputs
    text = json.dumps(content | told, ensure_ascii=False, indent=1)
    write_text(folder / FILE, f"{text}\n")


def content_of(folder: Path) -> Any:
    """Return the manifest of a report as plain data, whatever it tells.

    Raises
    ------
    FaultsError
        RN-60 when there is none, RN-61 when it is no JSON.
    """
    place = _place(folder)
    try:
        return json.loads((folder / FILE).read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise FaultsError(messages.NO_MANIFEST.at(place)) from error
    except (OSError, ValueError) as error:
        raise FaultsError(messages.MANIFEST_UNREADABLE.at(place)) from error


def _model(content: object, folder: Path) -> Recorded:
    try:
        return Recorded.model_validate(content)
    except ValidationError as error:
        raise FaultsError(messages.MANIFEST_UNREADABLE.at(_place(folder))) from error


def _place(folder: Path) -> Place:
    return Place(detail=messages.FOLDER_PLACE.format(name=folder.resolve().name))
