"""The fuzz of importing: thousands of spoilt files, each of which must end in a list of faults.

make fuzz                                          # everything
python -m tests.fuzz.run --workbooks 60            # the first mutants only
python -m tests.fuzz.run --workbooks 1 --first 17  # one of them again

Every file is imported in a process of its own, so that its time and memory are its own.
"""

from __future__ import annotations

import argparse
import json
import shutil
import socket
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from tests.fuzz import bombs, mutants, texts
from tests.fuzz.bases import bases
from tests.fuzz.judge import judged

from analysis.reference import read_index, read_places
from analysis.runs.paths import Paths

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.fuzz.case import Case
    from tests.fuzz.judge import Verdict

    from analysis.reference import IndexName, IndexText

_STEMS: dict[IndexName, str] = {
    "PAPI": "papi",
    "PAR INDEX": "par_index",
    "SIPAS": "sipas",
}
_EVERY = 100
_SLOWEST = 10


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what is asked for; the exit code tells whether a file broke a rule."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--workbooks", type=int, default=0)
    parser.add_argument("--cells", type=int, default=0)
    parser.add_argument("--bombs", action="store_true")
    parser.add_argument("--share", type=float, default=1.0)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args(arguments)
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:
        verdicts = _verdicts(asked, listener.getsockname()[1])
        listener.settimeout(0)
        fetched = _fetched(listener)
    if asked.json:
        _say(json.dumps({"fetched": fetched, "verdicts": [asdict(one) for one in verdicts]}))
    else:
        _summary(verdicts, fetched=fetched)
    return int(fetched or any(one.wrong for one in verdicts))


def _verdicts(asked: argparse.Namespace, port: int) -> list[Verdict]:
    paths = Paths.find(Path(__file__).parent)
    places = read_places(paths.reference / "provinces.csv")
    indices: dict[IndexName, IndexText] = {
        name: read_index(paths.reference / f"editions/{stem}.yml") for name, stem in _STEMS.items()
    }
    found = bases(paths, indices, places)
    verdicts: list[Verdict] = []
    began = time.perf_counter()

    def cases() -> Iterator[Case]:
        yield from mutants.workbooks(found, asked.workbooks, first=asked.first)
        yield from mutants.cells(found, asked.cells, first=asked.first)
        if asked.bombs:
            yield from bombs.workbooks(port, share=asked.share)
            yield from texts.files(share=asked.share)

    for case in cases():
        folder = Path(tempfile.mkdtemp(prefix="fuzz-"))
        verdict = judged(case, case.write(folder), indices=indices, places=places)
        shutil.rmtree(folder)
        verdicts.append(verdict)
        if verdict.wrong and not asked.json:
            _say(f"!! {verdict.name}: {verdict.wrong}")
        if len(verdicts) % _EVERY == 0 and not asked.json:
            _say(f"{len(verdicts)} files, {time.perf_counter() - began:.0f} s")
    return verdicts


def _fetched(listener: socket.socket) -> bool:
    """Return whether anybody called."""
    try:
        listener.accept()[0].close()
    except BlockingIOError:
        return False
    return True


def _summary(verdicts: list[Verdict], *, fetched: bool) -> None:
    wrong = [one for one in verdicts if one.wrong]
    codes = sorted({code for one in verdicts for code in one.codes})
    _say(f"{len(verdicts)} files: {len(wrong)} wrong, {sum(one.copied for one in verdicts)} marked")
    _say(f"kinds of faults: {', '.join(codes)}")
    _say("something was fetched" if fetched else "nothing was fetched")
    for key, unit in (("seconds", "s"), ("megabytes", "MB")):
        for one in sorted(verdicts, key=lambda v: -getattr(v, key))[:_SLOWEST]:
            _say(f"{getattr(one, key):9.1f} {unit}  {one.name}")


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
