from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import nbformat
import pytest

from analysis import review
from analysis.review import page

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.plan.study import Study
    from analysis.runs.paths import Paths


@pytest.fixture(scope="session")
def executed() -> Callable[..., nbformat.NotebookNode]:
    """Return a maker of notebooks as if they had been run."""
    return notebook


def notebook(*sections: tuple[str, Any]) -> nbformat.NotebookNode:
    """Return a title, parameters, then sections with what their cells gave out."""
    made = nbformat.v4.new_notebook()
    made.cells = [
        nbformat.v4.new_markdown_cell("# Báo cáo\n\nLời dẫn không lên trang."),
        nbformat.v4.new_code_cell('unit_code = "20"'),
    ]
    for title, shown in sections:
        cell = nbformat.v4.new_code_cell("review.something(study)")
        html = shown if isinstance(shown, str) else shown._repr_html_()
        cell.outputs = [
            nbformat.v4.new_output("execute_result", data={"text/html": html}),
            nbformat.v4.new_output("stream", name="stderr", text="một cảnh báo của thư viện"),
        ]
        made.cells += [nbformat.v4.new_markdown_cell(f"## {title}"), cell]
    return cast("nbformat.NotebookNode", made)


@pytest.fixture(scope="session")
def page_of(study: Callable[[str, int], Study], paths: Paths) -> Callable[[str, int], str]:
    """Return a maker of whole pages, each made once."""
    made: dict[tuple[str, int], str] = {}

    def make(province: str, year: int) -> str:
        if (province, year) not in made:
            item = study(province, year)
            sections: list[tuple[str, Any]] = [
                ("Tóm tắt", review.summary(item)),
                ("Kết quả", review.facts_table(item)),
                ("Điểm mất", review.lost_points_chart(item)),
                ("Vị trí", review.standing_chart(item)),
                ("Thay đổi", review.changes_chart(item)),
                ("Các tỉnh", review.provinces_map(item)),
                ("Từ năm trước", review.change_waterfall(item)),
                ("Nhóm", review.group_strips(item)),
                ("Các năm", review.heat_map(item, "PAPI")),
                ("Thứ hạng", review.rank_path(item)),
                ("Khả năng", review.chance_chart(item, "PAPI")),
                ("Khối lượng", review.workload_chart(item)),
                ("Bao phủ", review.coverage_table(item)),
                ("Xác nhận", review.checks_table(item)),
                ("Giả định", review.assumptions_table(item)),
                ("Đối chiếu", review.reconciliation_table(item)),
                ("Nguồn", review.sources_list(item)),
                ("Cảnh báo", review.warnings_list(item)),
            ]
            for index in ("PAPI", "SIPAS", "PAR INDEX"):
                sections += [
                    (f"Khoảng cách {index}", review.gap_chart(item, index)),
                    (f"Bao phủ {index}", review.coverage_matrix(item, index)),
                    (f"Sổ {index}", review.ledger_table(item, index)),
                    (f"Các đơn vị trước đây {index}", review.former_table(item, index)),
                    (f"Khả năng đạt {index}", review.aims_table(item, index)),
                    (f"Mục tiêu {index}", review.targets_table(item, index)),
                    (f"Nhiệm vụ {index}", review.tasks_table(item, index)),
                ]
            made[province, year] = page(
                notebook(*sections),
                title="Báo cáo rà soát",
                subtitle=item.unit.full_name(),
                template=paths.templates / "bao-cao",
            )
        return made[province, year]

    return make
