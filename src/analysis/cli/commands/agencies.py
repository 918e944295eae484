"""``agencies``: who is there on a day."""

from __future__ import annotations

from datetime import date

from analysis.cli import messages
from analysis.cli.grammar import DONE, Command, Group, Options, day_of


def _options(group: Group) -> None:
    group.add_argument("--date", metavar="NGÀY", help=messages.AGENCIES_DATE)
    group.add_argument("--province", metavar="TỈNH", help=messages.AGENCIES_PROVINCE)
    group.add_argument("--json", action="store_true", help=messages.AGENCIES_JSON)


def _agencies(options: Options) -> int:
    """List the bodies of a day, and with a province its districts or communes."""
    from analysis.cli.listing import as_json, as_text, listed
    from analysis.runs.inputs import read_register
    from analysis.runs.paths import Paths

    found = listed(
        read_register(Paths.find()),
        day=day_of(options.date) or date.today(),
        province=options.province,
    )
    print(as_json(found) if options.json else as_text(found))
    return DONE


COMMAND = Command(messages.AGENCIES, _options, _agencies)
