"""The command line's grammar, in Vietnamese from help to errors."""

from __future__ import annotations

import argparse
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

from analysis import __version__
from analysis.cli import messages

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_FAULT_CODE = re.compile(r"[A-Za-z]{2}-\d+")
_NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?")
INDICES = ("papi", "par", "sipas")
ONLY = ("department", "local")
STAGES = ("draft", "issued")


class UsageError(Exception):
    """A command line that cannot be understood; its text is for the user."""


class _Parser(argparse.ArgumentParser):
    """argparse without its English sentences."""

    def error(self, message: str) -> NoReturn:
        """Raise instead of printing; only "expected one argument" can get here."""
        name = message.removeprefix("argument ").partition(":")[0]
        raise UsageError(messages.OPTION_WITHOUT_VALUE.format(name=name))

    # Not format_usage: parsing files between options cuts "usage: " off by its length.
    def format_help(self) -> str:
        """Return the help text with a Vietnamese label."""
        return super().format_help().replace("usage: ", messages.USAGE, 1)


@dataclass(frozen=True, slots=True)
class _Command:
    """One command: its help, its options, which of them must be given."""

    help: str
    options: Callable[[argparse._ArgumentGroup], None]
    required: tuple[str, ...] = ()
    takes_index: bool = False
    takes_files: bool = False
    takes_goals: bool = False
    takes_plan: bool = False


def _plan_options(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--province", metavar="TỈNH", help=messages.PROVINCE)
    group.add_argument("--year", metavar="NĂM", help=messages.YEAR)
    group.add_argument("--date", metavar="NGÀY", help=messages.DATE)


def _run_options(group: argparse._ArgumentGroup) -> None:
    _plan_options(group)
    group.add_argument("--form", metavar="MẪU", default="province-narrative", help=messages.FORM)
    group.add_argument("--agency", metavar="CƠ_QUAN", help=messages.AGENCY)
    group.add_argument("--place", metavar="ĐỊA_PHƯƠNG", help=messages.PLACE)
    group.add_argument("--plan", metavar="TÊN", help=messages.PLAN)
    group.add_argument("--previous", metavar="THƯ_MỤC", help=messages.PREVIOUS)


def _form_options(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--year", metavar="NĂM", help=messages.FORM_YEAR)
    group.add_argument("--survey", action="store_true", help=messages.FORM_SURVEY)
    group.add_argument("--out", metavar="THƯ_MỤC", help=messages.FORM_OUT)


def _import_options(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--year", metavar="NĂM", help=messages.RESULT_YEAR)
    group.add_argument("--out", metavar="THƯ_MỤC", help=messages.OUT)
    group.add_argument("--json", action="store_true", help=messages.JSON)
    group.add_argument("--accept", metavar="MÃ", nargs="+", default=[], help=messages.ACCEPT)


def _cascade_options(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--from", dest="source", metavar="THƯ_MỤC", help=messages.CASCADE_FROM)
    known = ", ".join(ONLY)
    group.add_argument("--only", metavar="CẤP", help=messages.CASCADE_ONLY.format(known=known))
    group.add_argument("--json", action="store_true", help=messages.CASCADE_JSON)


def _check_options(group: argparse._ArgumentGroup) -> None:
    known = ", ".join(STAGES)
    help_text = messages.CHECK_STAGE.format(known=known)
    group.add_argument("--stage", metavar="BƯỚC", default=STAGES[0], help=help_text)
    group.add_argument("--profile", metavar="TỆP", help=messages.CHECK_PROFILE)
    group.add_argument("--json", action="store_true", help=messages.CHECK_JSON)
    group.add_argument("--html", metavar="TỆP", help=messages.CHECK_HTML)


def _agencies_options(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--date", metavar="NGÀY", help=messages.AGENCIES_DATE)
    group.add_argument("--province", metavar="TỈNH", help=messages.AGENCIES_PROVINCE)
    group.add_argument("--json", action="store_true", help=messages.AGENCIES_JSON)


# In the order in which goals are told; the group is a label, all others are figures.
_GOALS = {
    "top": ("N", messages.GOAL_TOP),
    "group": ("NHÓM", messages.GOAL_GROUP),
    "score": ("ĐIỂM", messages.GOAL_SCORE),
    "percent": ("TỶ_LỆ", messages.GOAL_PERCENT),
    "rank_steps": ("K", messages.GOAL_RANK_STEPS),
    "regional_rank": ("N", messages.GOAL_REGIONAL_RANK),
}


def _target_options(group: argparse._ArgumentGroup) -> None:
    _plan_options(group)
    known = ", ".join(INDICES)
    group.add_argument("--index", metavar="CHỈ_SỐ", help=messages.TARGET_INDEX.format(known=known))
    for kind, (metavar, help_text) in _GOALS.items():
        group.add_argument(_option(kind), metavar=metavar, help=help_text)
    group.add_argument("--keep", action="store_true", help=messages.GOAL_KEEP)
    group.add_argument("--json", action="store_true", help=messages.TARGET_JSON)


def _option(kind: str) -> str:
    return f"--{kind.replace('_', '-')}"


_COMMANDS = {
    "run": _Command(messages.RUN, _run_options, takes_plan=True),
    "facts": _Command(messages.FACTS, _plan_options, ("province", "year")),
    "form": _Command(messages.MAKE_FORM, _form_options, takes_index=True),
    "import": _Command(messages.IMPORT, _import_options, takes_index=True, takes_files=True),
    "target": _Command(
        messages.TARGET, _target_options, ("province", "year", "index"), takes_goals=True
    ),
    "cascade": _Command(messages.CASCADE, _cascade_options, ("source",)),
    "agencies": _Command(messages.AGENCIES, _agencies_options),
    "check": _Command(messages.CHECK, _check_options, takes_files=True),
}
COMMANDS = tuple(_COMMANDS)
_NAMES = {"source": "from"}
"""Options whose word is taken in Python."""


def _with_help(parser: _Parser) -> argparse._ArgumentGroup:
    group = parser.add_argument_group(messages.OPTIONS)
    group.add_argument("-h", "--help", action="help", help=messages.HELP)
    return group


def _command_parser(name: str, command: _Command) -> _Parser:
    parser = _Parser(
        prog=f"{messages.PROGRAM} {name}",
        description=command.help,
        epilog=messages.EPILOG,
        add_help=False,
        allow_abbrev=False,
    )
    group = _with_help(parser)
    if command.takes_index:
        known = ", ".join(INDICES)
        help_text = messages.INDEX.format(known=known)
        group.add_argument("index", nargs="?", metavar="CHỈ_SỐ", help=help_text)
    if command.takes_files:
        group.add_argument("files", nargs="*", metavar="TỆP", help=messages.FILES)
    command.options(group)
    return parser


def _top_parser() -> _Parser:
    parser = _Parser(
        prog=messages.PROGRAM,
        usage=f"{messages.PROGRAM} {{{','.join(COMMANDS)}}} …",
        description=messages.DESCRIPTION,
        epilog=messages.EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        add_help=False,
        allow_abbrev=False,
    )
    group = _with_help(parser)
    group.add_argument(
        "--version",
        action="version",
        version=f"{messages.PROGRAM} {__version__}",
        help=messages.VERSION,
    )
    commands = parser.add_argument_group(messages.COMMANDS)
    for name, command in _COMMANDS.items():
        commands.add_argument(name, nargs="?", metavar=name, help=command.help)
    return parser


def parse(arguments: Sequence[str]) -> tuple[str, argparse.Namespace]:
    """Return the command and its options.

    Raises
    ------
    UsageError
        When the command line cannot be understood.
    SystemExit
        After printing help or version, with code 0.
    """
    known = ", ".join(COMMANDS)
    if not arguments:
        raise UsageError(messages.NO_COMMAND.format(commands=known))
    name, *rest = arguments
    if name.startswith("-"):
        _top_parser().parse_known_args([name])
        raise UsageError(messages.OPTION_UNKNOWN.format(names=name))
    if name not in COMMANDS:
        raise UsageError(messages.COMMAND_UNKNOWN.format(name=name, commands=known))
    command = _COMMANDS[name]
    parser = _command_parser(name, command)
    # Files may stand before, between and after the options.
    options, unknown = (
        parser.parse_known_intermixed_args(rest)
        if command.takes_files
        else parser.parse_known_args(rest)
    )
    if unknown:
        raise UsageError(messages.OPTION_UNKNOWN.format(names=" ".join(unknown)))
    _check(command, options)
    return name, options


def _part_codes_from_files(options: argparse.Namespace) -> None:
    """Give back the files that were written after ``--accept CODE…``."""
    words = options.accept
    options.accept = [word for word in words if _FAULT_CODE.fullmatch(word)]
    options.files += [word for word in words if not _FAULT_CODE.fullmatch(word)]
    if not options.files:
        raise UsageError(messages.NO_FILES)


def _goals(options: argparse.Namespace) -> list[tuple[str, float | str | None]]:
    """Return the goals that were named, each a kind and a value."""
    goals: list[tuple[str, float | str | None]] = []
    for kind in _GOALS:
        text = getattr(options, kind)
        if text is not None:
            goals.append((kind, text if kind == "group" else _number(_option(kind), text)))
    if options.keep:
        goals.append(("keep", None))
    if not goals:
        names = ", ".join((*map(_option, _GOALS), "--keep"))
        raise UsageError(messages.NO_GOAL.format(names=names))
    return goals


def _number(name: str, text: str) -> float:
    """Return a figure written with a decimal comma or point, whole ones as whole numbers."""
    if not _NUMBER.fullmatch(text.strip()):
        raise UsageError(messages.VALUE_NOT_NUMBER.format(name=name, value=text))
    value = float(text.replace(",", "."))
    return int(value) if value.is_integer() else value


def _asked(options: argparse.Namespace) -> tuple[str, ...]:
    """Return what must be given: a plan by its name, or a new one's province and year."""
    if not options.plan:
        return ("province", "year")
    others = [name for name in ("province", "year", "agency", "place") if getattr(options, name)]
    if others:
        names = ", ".join(f"--{name}" for name in others)
        raise UsageError(messages.PLAN_ALONE.format(names=names))
    return ()


def _check_word(value: str | None, known: Sequence[str], form: str) -> None:
    """Refuse a word that an option does not know."""
    if value is not None and value not in known:
        raise UsageError(form.format(name=value, known=", ".join(known)))


def _check_index(options: argparse.Namespace) -> None:
    if options.index not in INDICES:
        known = ", ".join(INDICES)
        if not options.index:
            raise UsageError(messages.INDEX_MISSING.format(known=known))
        raise UsageError(messages.INDEX_UNKNOWN.format(name=options.index, known=known))


def _check(command: _Command, options: argparse.Namespace) -> None:
    """Refuse what is missing or of the wrong kind."""
    required = _asked(options) if command.takes_plan else command.required
    missing = [
        f"--{_NAMES.get(option, option)}" for option in required if getattr(options, option) is None
    ]
    if missing:
        raise UsageError(messages.OPTION_MISSING.format(names=", ".join(missing)))
    if command.takes_index or command.takes_goals:
        _check_index(options)
    _check_word(getattr(options, "only", None), ONLY, messages.ONLY_UNKNOWN)
    _check_word(getattr(options, "stage", None), STAGES, messages.STAGE_UNKNOWN)
    if hasattr(options, "accept"):
        _part_codes_from_files(options)
    elif command.takes_files and not options.files:
        raise UsageError(messages.NO_FILES)
    if command.takes_goals:
        options.goals = _goals(options)
    if getattr(options, "year", None) is not None:
        if not options.year.isdecimal():
            raise UsageError(messages.YEAR_NOT_NUMBER.format(value=options.year))
        options.year = int(options.year)
