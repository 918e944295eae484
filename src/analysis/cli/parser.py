"""The command line's grammar, in Vietnamese from help to errors."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, NoReturn

from analysis import __version__
from analysis.cli import messages

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = ("run", "facts")

_REQUIRED = ("province", "year")


class UsageError(Exception):
    """A command line that cannot be understood; its text is for the user."""


class _Parser(argparse.ArgumentParser):
    """argparse without its English sentences."""

    def error(self, message: str) -> NoReturn:
        """Raise instead of printing; only "expected one argument" can get here."""
        name = message.removeprefix("argument ").partition(":")[0]
        raise UsageError(messages.OPTION_WITHOUT_VALUE.format(name=name))

    def format_usage(self) -> str:
        """Return the usage line with a Vietnamese label."""
        return super().format_usage().replace("usage: ", messages.USAGE, 1)

    def format_help(self) -> str:
        """Return the help text with a Vietnamese label."""
        return super().format_help().replace("usage: ", messages.USAGE, 1)


def _with_help(parser: _Parser) -> argparse._ArgumentGroup:
    group = parser.add_argument_group(messages.OPTIONS)
    group.add_argument("-h", "--help", action="help", help=messages.HELP)
    return group


def _command_parser(name: str, description: str) -> _Parser:
    parser = _Parser(
        prog=f"{messages.PROGRAM} {name}",
        description=description,
        epilog=messages.EPILOG,
        add_help=False,
        allow_abbrev=False,
    )
    group = _with_help(parser)
    group.add_argument("--province", metavar="TỈNH", help=messages.PROVINCE)
    group.add_argument("--year", metavar="NĂM", help=messages.YEAR)
    group.add_argument("--date", metavar="NGÀY", help=messages.DATE)
    if name == "run":
        group.add_argument(
            "--form", metavar="MẪU", default="province-narrative", help=messages.FORM
        )
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
    commands.add_argument("run", nargs="?", metavar="run", help=messages.RUN)
    commands.add_argument("facts", nargs="?", metavar="facts", help=messages.FACTS)
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
    description = {"run": messages.RUN, "facts": messages.FACTS}[name]
    options, unknown = _command_parser(name, description).parse_known_args(rest)
    if unknown:
        raise UsageError(messages.OPTION_UNKNOWN.format(names=" ".join(unknown)))
    missing = [f"--{option}" for option in _REQUIRED if getattr(options, option) is None]
    if missing:
        raise UsageError(messages.OPTION_MISSING.format(names=", ".join(missing)))
    if not options.year.isdecimal():
        raise UsageError(messages.YEAR_NOT_NUMBER.format(value=options.year))
    options.year = int(options.year)
    return name, options
