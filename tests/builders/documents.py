"""Every form in every year, and the real plans held as data: what is made of each."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.document.render import document_bytes
from analysis.plan.tracing.record import recorded

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.runs.inputs import Inputs
    from analysis.runs.jobs import Job
    from analysis.runs.paths import Paths

GOLDEN = Path(__file__).parents[1] / "golden"
YEARS = (2021, 2022, 2023, 2024, 2025, 2026)
BODIES: dict[str, dict[str, str]] = {
    "province-narrative": {},
    "province-tables": {},
    "province-single": {},
    "department": {"agency": "Sở Nội vụ"},
}
DISTRICT, COMMUNE = "huyện Bình Gia", "xã Bình Gia"


def requests() -> dict[str, dict[str, Any]]:
    """Return what to ask for by the document's name, Lạng Sơn's plans of each form and year."""
    seeds = {path.stem: {"plan": path.stem} for path in sorted(GOLDEN.glob("*-20??.yml"))}
    made = {
        f"{form}-{year}": {"form": form, "province": "Lạng Sơn", "plan_year": year, **body}
        for year in YEARS
        for form, body in (
            *BODIES.items(),
            ("local", {"place": COMMUNE if year == 2026 else DISTRICT}),
        )
    }
    return seeds | made


REQUESTS = requests()


def document(name: str, *, job: Callable[..., Job], inputs: Inputs, paths: Paths) -> bytes:
    """Return a document of `REQUESTS`."""
    made = job(**REQUESTS[name])
    template = paths.templates / f"{made.planned.form.form}.docx"
    plan = made.text(inputs)
    record = recorded(plan, made.planned.study)
    return document_bytes(plan, template=template, record=record)
