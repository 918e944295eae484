"""``adopt``: edits made in a report's Word file, taken into its workbook."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.cli import messages
from analysis.cli.grammar import DONE, Command, Group, Options, UsageError, tell
from analysis.errors import faults_text

if TYPE_CHECKING:
    from analysis.document.revisions import Revisions


def add_revisions(group: Group) -> None:
    """Add the options that say what becomes of tracked changes."""
    group.add_argument("--accept-revisions", action="store_true", help=messages.ACCEPT_REVISIONS)
    group.add_argument("--reject-revisions", action="store_true", help=messages.REJECT_REVISIONS)


def check_revisions(options: Options) -> None:
    """Refuse tracked changes that are both accepted and rejected."""
    if options.accept_revisions and options.reject_revisions:
        raise UsageError(messages.ACCEPT_OR_REJECT)


def _options(group: Group) -> None:
    add_revisions(group)
    group.add_argument("--list", action="store_true", help=messages.ADOPT_LIST)


def _check(options: Options) -> None:
    if len(options.files) > 1:
        raise UsageError(messages.ADOPT_ONE_FILE)
    check_revisions(options)


def revisions_of(options: Options) -> Revisions | None:
    """Return what is to become of tracked changes, None where nothing was said."""
    if options.accept_revisions:
        return "accept"
    return "reject" if options.reject_revisions else None


def _adopt(options: Options) -> int:
    from analysis.runs.adopting import adopt
    from analysis.runs.paths import Paths

    done = adopt(
        Path(options.files[0]),
        paths=Paths.find(),
        today=date.today(),
        revisions=revisions_of(options),
        listed=options.list,
    )
    if done.warnings:
        tell(faults_text(done.warnings))
    tell(done.text())
    if done.workbook is None:
        tell(messages.ADOPT_NOTHING_WRITTEN)
        return DONE
    if done.former is not None:
        tell(messages.ADOPT_FORMER.format(former=done.former))
    tell(messages.ADOPT_NEXT.format(folder=done.workbook.parent))
    print(done.workbook)
    return DONE


COMMAND = Command(
    messages.ADOPT,
    _options,
    _adopt,
    check=_check,
    files=messages.ADOPT_FILE,
    writes=True,
)
