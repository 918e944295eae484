"""What a reviewer reads: figures, tables and one offline page."""

from analysis.review.aims import aims_table
from analysis.review.chances import chance_chart
from analysis.review.charts import (
    changes_chart,
    gap_chart,
    standing_chart,
)
from analysis.review.checked import findings_page
from analysis.review.compared import compared_page, is_compared_page
from analysis.review.coverage_matrix import coverage_matrix
from analysis.review.figure import Figure
from analysis.review.former import former_table
from analysis.review.html import Html
from analysis.review.judged import assumptions_table, checks_table
from analysis.review.page import outside_addresses, page
from analysis.review.pareto import lost_points_chart
from analysis.review.path import rank_path
from analysis.review.preview import PagePicture, preview_section
from analysis.review.provinces import provinces_map
from analysis.review.results import (
    facts_table,
    ledger_table,
    reconciliation_table,
    targets_table,
)
from analysis.review.series import heat_map
from analysis.review.strips import group_strips
from analysis.review.summary import summary
from analysis.review.waterfall import change_waterfall
from analysis.review.work import (
    coverage_table,
    sources_list,
    tasks_table,
    warnings_list,
)
from analysis.review.workload import workload_chart

__all__ = [
    "Figure",
    "Html",
    "PagePicture",
    "aims_table",
    "assumptions_table",
    "chance_chart",
    "change_waterfall",
    "changes_chart",
    "checks_table",
    "compared_page",
    "coverage_matrix",
    "coverage_table",
    "facts_table",
    "findings_page",
    "former_table",
    "gap_chart",
    "group_strips",
    "heat_map",
    "is_compared_page",
    "ledger_table",
    "lost_points_chart",
    "outside_addresses",
    "page",
    "preview_section",
    "provinces_map",
    "rank_path",
    "reconciliation_table",
    "sources_list",
    "standing_chart",
    "summary",
    "targets_table",
    "tasks_table",
    "warnings_list",
    "workload_chart",
]
