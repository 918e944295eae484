"""Where everything lies, from one place."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from analysis.errors import FaultsError
from analysis.runs import messages
from analysis.vietnamese import slug

SHEETS = "phieu"
"""The folder of scoring sheets that were taken in, below an index's own."""

SURVEYS = "khao-sat"
"""The folder of provinces' own surveys, below the computed tables."""

_MARK = Path("data/raw/reference/editions")


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders of one repository; reports go to the root `out`, where it is another one."""

    root: Path
    out: Path | None = None

    @classmethod
    def find(cls, start: Path | None = None) -> Paths:
        """Return the paths of the repository around `start` (the working folder by default).

        Raises
        ------
        FaultsError
            RN-01 when neither `start` nor this package lies in a repository.
        """
        here = (start or Path.cwd()).resolve()
        package = Path(__file__).resolve()
        for folder in (here, *here.parents, *package.parents):
            if (folder / _MARK).is_dir():
                return cls(folder)
        raise FaultsError(messages.NO_REPOSITORY.at(folder=here.name))

    @property
    def raw(self) -> Path:
        """Published figures and reference tables."""
        return self.root / "data" / "raw"

    @property
    def plans(self) -> Path:
        """What single plans add to their forms, a folder each."""
        return self.raw / "plans"

    @property
    def reference(self) -> Path:
        """Editions, places, agencies, tasks and rules."""
        return self.raw / "reference"

    @property
    def notebooks(self) -> Path:
        """The notebooks, without outputs."""
        return self.root / "notebooks"

    @property
    def templates(self) -> Path:
        """Word templates, forms and the page's template."""
        return self.root / "templates"

    @property
    def reports(self) -> Path:
        """All reports."""
        return (self.out or self.root) / "reports"

    def processed(self, unit: str, plan_year: int, form: str = "") -> Path:
        """Return the folder of the tables that the notebooks compute; a form has its own below."""
        return self.root / "data" / "processed" / slug(unit) / str(plan_year) / form

    def report(self, unit: str, plan_year: int, *below: str) -> Path:
        """Return the folder of one unit's report of one year, or of a form or body below it."""
        return self.reports.joinpath(slug(unit), str(plan_year), *below)
