from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

import nbformat
import pytest

from analysis.errors import FaultsError
from analysis.runs.notebooks import NAMES, run_notebooks
from analysis.runs.parameters import Parameters, checked

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.runs.paths import Paths


def notebook(paths: Paths, name: str) -> Any:
    return nbformat.read(paths.notebooks / f"{name}.ipynb", as_version=4)


def code_cells(paths: Paths, name: str) -> list[Any]:
    return [cell for cell in notebook(paths, name).cells if cell.cell_type == "code"]


def test_the_folder_holds_exactly_the_notebooks_that_are_run(paths: Paths) -> None:
    assert sorted(path.stem for path in paths.notebooks.glob("*.ipynb")) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_is_kept_without_outputs(paths: Paths, name: str) -> None:
    for cell in code_cells(paths, name):
        assert cell.outputs == []
        assert cell.execution_count is None


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_is_thin(paths: Paths, name: str) -> None:
    for cell in code_cells(paths, name):
        lines = [line for line in cell.source.splitlines() if line and "import" not in line]
        assert len(lines) <= 5
        assert not [node for node in ast.walk(ast.parse(cell.source)) if _is_logic(node)]


def _is_logic(node: ast.AST) -> bool:
    return isinstance(node, ast.FunctionDef | ast.For | ast.While | ast.If | ast.Try)


def names(target: ast.expr) -> list[ast.Name]:
    return [node for node in ast.walk(target) if isinstance(node, ast.Name)]


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_declares_the_parameters_of_the_model(paths: Paths, name: str) -> None:
    (cell,) = [c for c in code_cells(paths, name) if "parameters" in c.metadata.get("tags", [])]
    values: dict[str, object] = {}
    for node in ast.parse(cell.source).body:
        assert isinstance(node, ast.Assign)
        (target,), value = node.targets, ast.literal_eval(node.value)
        if isinstance(target, ast.Tuple):
            values |= {name.id: one for name, one in zip(names(target), value, strict=True)}
        else:
            values |= {name.id: value for name in names(target)}
    assert values.keys() == Parameters.model_fields.keys()
    assert checked(values).plan_year == 2023


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_opens_with_its_title_in_vietnamese(paths: Paths, name: str) -> None:
    first = notebook(paths, name).cells[0]
    assert first.cell_type == "markdown"
    assert first.source.startswith("# ")
    assert not first.source.isascii()


def test_a_missing_notebook_is_named_before_a_kernel_starts(tmp_path: Path) -> None:
    with pytest.raises(FaultsError) as caught:
        run_notebooks(
            folder=tmp_path,
            root=tmp_path,
            out=tmp_path / "out",
            parameters=checked({"unit_code": "20", "plan_year": 2023}),
        )
    assert [fault.code for fault in caught.value.faults] == ["RN-08"] * len(NAMES)
