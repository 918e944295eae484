"""The door: parse, call a command, answer with an exit code. No traceback for bad input."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper
from typing import TYPE_CHECKING

from analysis.cli import messages
from analysis.cli.commands import COMMANDS
from analysis.cli.grammar import BAD_INPUT, STOPPED, USAGE, UsageError, tell
from analysis.cli.parser import parse
from analysis.errors import FaultsError, faults_text

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 bad input, 2 usage."""
    _speak_utf8()
    words = sys.argv[1:] if arguments is None else arguments
    try:
        command, options = parse(words)
    except UsageError as error:
        tell(str(error))
        tell(messages.SEE_HELP.format(command=_command_in(words)))
        return USAGE
    try:
        return command.act(options)
    except FaultsError as error:
        errors = [fault for fault in error.faults if fault.severity == "error"]
        tell(messages.FAULTS.format(count=len(errors)))
        tell(faults_text(error.faults))
        if command.writes:
            tell(messages.NOT_WRITTEN)
        return BAD_INPUT
    except BrokenPipeError:
        # Whoever read the output has gone (``… | head``); Python would complain again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return STOPPED
    except KeyboardInterrupt:
        tell(messages.STOPPED)
        return STOPPED


def _command_in(words: Sequence[str]) -> str:
    """Return the command whose help would tell more."""
    known = [word for word in words[:1] if word in COMMANDS]
    return " ".join((messages.PROGRAM, *known))


def _speak_utf8() -> None:
    """Make the console speak UTF-8 (Windows consoles start with a legacy code page)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
