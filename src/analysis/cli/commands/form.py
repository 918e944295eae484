"""``form``: a blank form for the figures of an index."""

from __future__ import annotations

from pathlib import Path

from analysis.cli import messages
from analysis.cli.grammar import (
    DONE,
    INDICES,
    Command,
    Group,
    Options,
    add_index,
    check_index,
    tell,
)


def _options(group: Group) -> None:
    add_index(group)
    group.add_argument("--year", metavar="NĂM", help=messages.FORM_YEAR)
    group.add_argument("--survey", action="store_true", help=messages.FORM_SURVEY)
    group.add_argument("--out", metavar="THƯ_MỤC", help=messages.FORM_OUT)


def _form(options: Options) -> int:
    from analysis.runs.forms import write_form
    from analysis.runs.paths import Paths

    path = write_form(
        INDICES[options.index],
        Paths.find(),
        year=options.year,
        survey=options.survey,
        out=None if options.out is None else Path(options.out),
    )
    tell(messages.FORM_MADE)
    print(path)
    return DONE


COMMAND = Command(messages.MAKE_FORM, _options, _form, check=check_index)
