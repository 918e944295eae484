"""``sign``: a reviewer's sign-off of a report, and the list of those there are."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from analysis.cli import messages
from analysis.cli.commands.build import add_folder, check_folder
from analysis.cli.grammar import (
    BAD_INPUT,
    DONE,
    Command,
    Group,
    Options,
    UsageError,
    day_of,
    tell,
)
from analysis.errors import FaultsError, faults_text
from analysis.vietnamese import lowered, short_date

_FAULT_CODE = re.compile(r"[A-Za-z]{2}-\d+")
_SIGNING = {
    "name": "--name",
    "date": "--date",
    "accept": "--accept",
    "everything": "--accept-all",
    "note": "--note",
}


def _options(group: Group) -> None:
    add_folder(group)
    group.add_argument("--name", metavar="HỌ_TÊN", help=messages.SIGN_NAME)
    group.add_argument("--date", metavar="NGÀY", help=messages.SIGN_DATE)
    group.add_argument("--accept", metavar="MÃ", nargs="+", default=[], help=messages.SIGN_ACCEPT)
    group.add_argument(
        "--accept-all", dest="everything", action="store_true", help=messages.SIGN_ALL
    )
    group.add_argument("--note", metavar="LỜI", help=messages.SIGN_NOTE)
    group.add_argument("--list", dest="listed", action="store_true", help=messages.SIGN_LIST)


def _required(options: Options) -> tuple[str, ...]:
    return () if options.listed else ("name",)


def _check(options: Options) -> None:
    """Give back the folder that was written after ``--accept CODE…``; refuse what is too much."""
    words = options.accept
    options.accept = [word for word in words if _FAULT_CODE.fullmatch(word)]
    others = [word for word in words if not _FAULT_CODE.fullmatch(word)]
    if others and not options.folder:
        options.folder = others.pop(0)
    if others:
        raise UsageError(messages.FOLDER_SURPLUS.format(names=" ".join(others)))
    check_folder(options)
    given = [option for name, option in _SIGNING.items() if getattr(options, name)]
    if options.listed and given:
        raise UsageError(messages.SIGN_LIST_ALONE.format(names=", ".join(given)))


def _sign(options: Options) -> int:
    from analysis.runs.index import write_index
    from analysis.runs.paths import Paths
    from analysis.runs.signing import FILE, Order, sign, signatures

    folder = Path(options.folder)
    if options.listed:
        return _list(folder)
    paths, today = Paths.find(), date.today()
    order = Order(
        name=options.name,
        day=day_of(options.date) or today,
        accepted=frozenset(code.upper() for code in options.accept),
        everything=options.everything,
        note=options.note or "",
    )
    try:
        notices = sign(folder, order, today=today)
    except FaultsError as error:
        # Whoever signs reads every warning, not the first five.
        tell(messages.FAULTS.format(count=len(error.faults)))
        tell(faults_text(error.faults, most=len(error.faults)))
        tell(messages.NOT_SIGNED_NOW)
        return BAD_INPUT
    for notice in (*notices, *write_index(paths)):
        tell(notice)
    made = signatures(folder)[-1]
    told = {"name": made.name, "day": short_date(made.day), "files": ", ".join(made.files)}
    tell(messages.SIGNED.format(**told))
    if made.accepted:
        codes = ", ".join(dict.fromkeys(code for code, _ in made.accepted))
        tell(messages.SIGNED_ACCEPTED.format(count=len(made.accepted), codes=codes))
    print(folder.resolve() / FILE)
    return DONE


def _list(folder: Path) -> int:
    """Say which sign-offs there are and whether each still holds."""
    from analysis.runs.recorded import recorded
    from analysis.runs.signing import signatures

    recorded(folder)
    signed = signatures(folder)
    if not signed:
        tell(messages.NOT_SIGNED)
    for place, one in enumerate(signed, start=1):
        told = {"name": one.name, "day": short_date(one.day), "state": lowered(one.state)}
        print(messages.SIGNATURES.format(place=place, **told))
        for code, what in one.accepted:
            print(messages.SIGNATURE_ACCEPTED.format(code=code, what=what))
        if one.note:
            print(messages.SIGNATURE_NOTE.format(note=one.note))
    return DONE


COMMAND = Command(messages.SIGN, _options, _sign, required=_required, check=_check)
