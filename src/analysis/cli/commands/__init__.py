"""The commands of ``ke-hoach``, a module each, in the order in which the help names them.

What a command needs is imported when it acts: help and usage errors answer at once, without pandas.
"""

from analysis.cli.commands import (
    adopt,
    agencies,
    build,
    cascade,
    check,
    diff,
    facts,
    fix,
    form,
    imports,
    report,
    run,
    sign,
    target,
    template,
    trace,
)

COMMANDS = {
    "run": run.COMMAND,
    "build": build.COMMAND,
    "adopt": adopt.COMMAND,
    "report": report.COMMAND,
    "sign": sign.COMMAND,
    "facts": facts.COMMAND,
    "form": form.COMMAND,
    "import": imports.COMMAND,
    "target": target.COMMAND,
    "cascade": cascade.COMMAND,
    "agencies": agencies.COMMAND,
    "check": check.COMMAND,
    "diff": diff.COMMAND,
    "fix": fix.COMMAND,
    "template": template.COMMAND,
    "trace": trace.COMMAND,
}

__all__ = ["COMMANDS"]
