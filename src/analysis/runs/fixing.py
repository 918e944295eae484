"""Mending a Word file by the rules of form: always into a new file, never over another."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from analysis.document.decree import fix_messages as m
from analysis.document.decree import read_profile, read_rules
from analysis.document.decree.fixing import Mended, fix
from analysis.errors import FaultsError, Place
from analysis.runs.inputs import read_register

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.document.decree.case import Stage
    from analysis.runs.paths import Paths


def fix_file(
    file: Path, *, out: Path, paths: Paths, stage: Stage, profile: Path | None = None
) -> Mended:
    """Mend the form of a file and write it under another name.

    Parameters
    ----------
    file
        A .docx of any origin; it is only read.
    out
        The new file; nothing may be there, and its folder must be.
    paths
        Where the rules and the register of provinces are.
    stage, profile
        As for `check_files`.

    Returns
    -------
    Mended
        What was mended and what is left; the file is written in either case.

    Raises
    ------
    FaultsError
        DO-76 to DO-79 for `out`; the faults of `fix`, of the rules, the register or the profile.
        Nothing is written then.
    """
    _refuse(file, out)
    rules = read_rules(paths.reference / "decree30.yml")
    mended = fix(
        file,
        rules=rules,
        stage=stage,
        profile=None if profile is None else read_profile(profile, rules=rules),
        places=read_register(paths).places,
    )
    _write(out, mended.data)
    return mended


def _refuse(file: Path, out: Path) -> None:
    place = Place(file=out.name)
    if out.suffix.lower() != ".docx":
        raise FaultsError(m.OUT_KIND.at(place))
    if out.resolve() == file.resolve() or (out.exists() and file.exists() and out.samefile(file)):
        raise FaultsError(m.SAME_FILE.at(place))
    if os.path.lexists(out):
        raise FaultsError(m.OUT_EXISTS.at(place))
    if not out.parent.is_dir():
        raise FaultsError(m.OUT_FOLDER.at(place))


def _write(out: Path, data: bytes) -> None:
    """Write a file aside and give it its name, unless another has come to have that name."""
    place, aside = Place(file=out.name), out.with_name(f".{out.name}.{os.getpid()}.tmp")
    try:
        aside.write_bytes(data)
        _name(aside, out)
    except FileExistsError as error:
        raise FaultsError(m.OUT_EXISTS.at(place)) from error
    except OSError as error:
        raise FaultsError(m.OUT_FOLDER.at(place)) from error
    finally:
        aside.unlink(missing_ok=True)


def _name(aside: Path, out: Path) -> None:
    """Give a file its name; unlike a plain renaming, a link never takes another's place."""
    try:
        out.hardlink_to(aside)
    except FileExistsError:
        raise
    except OSError:  # a drive without links, such as a memory stick
        if os.path.lexists(out):
            raise FileExistsError(out) from None
        aside.rename(out)
