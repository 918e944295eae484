"""The command line's words into a command and its options, in Vietnamese from help to errors."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, NoReturn

from analysis import __version__
from analysis.cli import messages
from analysis.cli.commands import COMMANDS
from analysis.cli.grammar import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.cli.grammar import Command

_NAMES = {"source": "from"}
"""Options whose word is taken in Python."""


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


def parse(arguments: Sequence[str]) -> tuple[Command, argparse.Namespace]:
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
    command = COMMANDS[name]
    parser = _command_parser(name, command)
    # Files may stand before, between and after the options.
    options, unknown = (
        parser.parse_known_intermixed_args(rest) if command.files else parser.parse_known_args(rest)
    )
    if unknown:
        raise UsageError(messages.OPTION_UNKNOWN.format(names=" ".join(unknown)))
    _check(command, options)
    return command, options


def _with_help(parser: _Parser) -> argparse._ArgumentGroup:
    group = parser.add_argument_group(messages.OPTIONS)
    group.add_argument("-h", "--help", action="help", help=messages.HELP)
    return group


def _command_parser(name: str, command: Command) -> _Parser:
    parser = _Parser(
        prog=f"{messages.PROGRAM} {name}",
        description=command.help,
        epilog=messages.EPILOG,
        add_help=False,
        allow_abbrev=False,
    )
    group = _with_help(parser)
    command.options(group)
    if command.files:
        group.add_argument("files", nargs="*", metavar="TỆP", help=command.files)
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
    for name, command in COMMANDS.items():
        commands.add_argument(name, nargs="?", metavar=name, help=command.help)
    return parser


def _check(command: Command, options: argparse.Namespace) -> None:
    """Refuse what is missing or of the wrong kind."""
    required = command.required(options) if callable(command.required) else command.required
    missing = [
        f"--{_NAMES.get(option, option)}" for option in required if getattr(options, option) is None
    ]
    if missing:
        raise UsageError(messages.OPTION_MISSING.format(names=", ".join(missing)))
    command.check(options)
    if command.files and not options.files:
        raise UsageError(messages.NO_FILES)
    if getattr(options, "year", None) is not None:
        if not options.year.isdecimal():
            raise UsageError(messages.YEAR_NOT_NUMBER.format(value=options.year))
        options.year = int(options.year)
