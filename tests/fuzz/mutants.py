"""Seeded mutants of the bases: the same number always gives the same file."""

from __future__ import annotations

import re
from random import Random
from typing import TYPE_CHECKING

from tests.fuzz import hostile, packages, tables
from tests.fuzz.case import Case, Package, saved

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.fuzz.case import Base

CELLS_A_FILE = 20


def workbooks(bases: Sequence[Base], count: int, *, first: int = 0) -> Iterator[Case]:
    """Return spoilt workbooks by their numbers."""
    books = [base for base in bases if base.name.endswith(".xlsx")]
    for number in range(first, first + count):
        chance = Random(f"workbook {number}")
        base = books[number % len(books)]
        name, case = _workbook(base, chance)
        yield Case(f"workbook {number}: {name}", base.index, case.write)


def _workbook(base: Base, chance: Random) -> tuple[str, Case]:
    kind = chance.random()
    if kind < 0.5:
        names, content = _spoilt_package(base, chance)
    elif kind < 0.85:
        names, content = tables.spoilt(base.content, chance)
    else:
        change = chance.choice(packages.BYTES)
        names, content = change.__name__, change(base.content, chance)
    file = base.name
    if chance.random() < 0.03:
        file = re.sub(
            r"\.xlsx$", chance.choice((".xls", ".csv", ".xlsm", ".XLSX", "", ".ods")), file
        )
    return f"{names}; {file}", Case(names, base.index, saved(file, content))


def _spoilt_package(base: Base, chance: Random) -> tuple[str, bytes]:
    package = Package.opened(base.content)
    done = []
    for name in chance.sample(sorted(packages.SPOILS), chance.choice((1, 1, 2))):
        try:
            packages.SPOILS[name](package, chance)
        except (KeyError, UnicodeDecodeError, IndexError, StopIteration):
            continue  # an earlier change took away what this one needs
        done.append(name)
    return ", ".join(done), package.packed()


def cells(bases: Sequence[Base], count: int, *, first: int = 0) -> Iterator[Case]:
    """Return files with as many hostile cells in all."""
    for number in range(first, first + count // CELLS_A_FILE):
        base = bases[number % len(bases)]
        case = hostile.with_cells(base, Random(f"cells {number}"), CELLS_A_FILE)
        yield Case(f"cells {number}: {case.name}", base.index, case.write)
