"""What a command is: its words, its options, what must be given, and what it does."""

from __future__ import annotations

import argparse
import re
import sys
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from analysis.cli import messages
from analysis.errors import FaultsError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from analysis.reference import IndexName

DONE, BAD_INPUT, USAGE, STOPPED = 0, 1, 2, 130

INDICES: dict[str, IndexName] = {"papi": "PAPI", "par": "PAR INDEX", "sipas": "SIPAS"}

_NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?")

Options = argparse.Namespace
Group = argparse._ArgumentGroup


class UsageError(Exception):
    """A command line that cannot be understood; its text is for the user."""


def _any_options(_: Options) -> None:
    """Ask nothing more of the options."""


@dataclass(frozen=True, slots=True)
class Command:
    """One command of ``ke-hoach``.

    `options` adds what it takes to the parser and `required` names what must be given of that, or
    works it out. `check` refuses values of the wrong kind with `UsageError`, and may put better
    ones in their place. With `files` the command takes files, before, between and after the
    options. `act` does the work and returns the exit code. `writes` tells that a failed command
    leaves things as they were.
    """

    help: str
    options: Callable[[Group], None]
    act: Callable[[Options], int]
    required: tuple[str, ...] | Callable[[Options], tuple[str, ...]] = ()
    check: Callable[[Options], None] = _any_options
    files: str = ""
    writes: bool = False


def tell(text: str) -> None:
    """Say something to the person; standard output is for results only."""
    print(text, file=sys.stderr, flush=True)


def add_unit(group: Group) -> None:
    """Add the options that name a unit, a plan year and a plan date."""
    group.add_argument("--province", metavar="TỈNH", help=messages.PROVINCE)
    group.add_argument("--year", metavar="NĂM", help=messages.YEAR)
    group.add_argument("--date", metavar="NGÀY", help=messages.DATE)


def add_index(group: Group) -> None:
    """Add the index that stands as the first word."""
    help_text = messages.INDEX.format(known=", ".join(INDICES))
    group.add_argument("index", nargs="?", metavar="CHỈ_SỐ", help=help_text)


def check_index(options: Options) -> None:
    """Refuse an index that is missing or unknown."""
    if not options.index:
        raise UsageError(messages.INDEX_MISSING.format(known=", ".join(INDICES)))
    check_word(options.index, tuple(INDICES), messages.INDEX_UNKNOWN)


def check_word(value: str | None, known: Sequence[str], form: str) -> None:
    """Refuse a word that an option does not know."""
    if value is not None and value not in known:
        raise UsageError(form.format(name=value, known=", ".join(known)))


def number_of(name: str, text: str) -> float:
    """Return a figure written with a decimal comma or point, whole ones as whole numbers."""
    if not _NUMBER.fullmatch(text.strip()):
        raise UsageError(messages.VALUE_NOT_NUMBER.format(name=name, value=text))
    value = float(text.replace(",", "."))
    return int(value) if value.is_integer() else value


def plan_year(year: int) -> int:
    """Return a plan year that plans can be made for.

    Raises
    ------
    FaultsError
        CL-01 for any other.
    """
    from analysis.runs.parameters import FIRST_PLAN_YEAR

    last = date.today().year
    if not FIRST_PLAN_YEAR <= year <= last:
        fault = messages.YEAR_OUT_OF_RANGE.at(year=year, first=FIRST_PLAN_YEAR, last=last)
        raise FaultsError(fault)
    return year


def day_of(text: str | None) -> date | None:
    """Return a day written as 2023-06-30.

    Raises
    ------
    FaultsError
        CL-02 for any other writing.
    """
    try:
        return None if text is None else date.fromisoformat(text)
    except ValueError as error:
        raise FaultsError(messages.DATE_INVALID.at(value=text)) from error
