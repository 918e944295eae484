"""The reviewer's pages as a run makes them, without a kernel: its notebook executed in place."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any, cast

import nbformat

from analysis import review
from analysis.runs.notebooks import NAMES

if TYPE_CHECKING:
    from analysis.plan.study import Study
    from analysis.runs.paths import Paths

UNITS = (
    ("Lạng Sơn", 2023),
    ("Hà Tĩnh", 2021),
    ("Sóc Trăng", 2023),
    ("Cao Bằng", 2026),
    ("Cần Thơ", 2026),
)
"""Narrow, wide and partial data, a plan of the newest year, a unit formed by a merger."""


def executed(paths: Paths, study: Study) -> nbformat.NotebookNode:
    """Return the page's notebook with what its cells give for a study."""
    notebook = nbformat.read(paths.notebooks / f"{NAMES[-1]}.ipynb", as_version=4)
    names: dict[str, Any] = {"study": study, "review": review}
    for cell in notebook.cells:
        if cell.cell_type == "code" and "open_study" not in cell.source:
            shown = _last_value(cell.source, names)
            if hasattr(shown, "_repr_html_"):
                data = {"text/html": shown._repr_html_()}
                cell.outputs = [nbformat.v4.new_output("execute_result", data=data)]
    return cast("nbformat.NotebookNode", notebook)


def _last_value(source: str, names: dict[str, Any]) -> object:
    *before, last = ast.parse(source).body
    code = ast.Module(body=before, type_ignores=[])
    exec(compile(code, "<cell>", "exec"), names)
    if not isinstance(last, ast.Expr):
        exec(compile(ast.Module(body=[last], type_ignores=[]), "<cell>", "exec"), names)
        return None
    return cast("object", eval(compile(ast.Expression(last.value), "<cell>", "eval"), names))


def report_page(paths: Paths, notebook: nbformat.NotebookNode, study: Study, *, code: bool) -> str:
    """Return the page of an executed notebook, or its version with code."""
    return review.page(
        notebook,
        title=f"Báo cáo rà soát năm {study.plan_year}",
        subtitle=study.unit.full_name(),
        template=paths.templates / "bao-cao",
        code=code,
    )
