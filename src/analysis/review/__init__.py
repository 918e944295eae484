"""What a reviewer reads: figures, tables and one offline page."""

from analysis.review.aims import aims_table
from analysis.review.chances import chance_chart
from analysis.review.charts import (
    changes_chart,
    gap_chart,
    lost_points_chart,
    standing_chart,
    workload_chart,
)
from analysis.review.checked import findings_page
from analysis.review.figure import Figure
from analysis.review.former import former_table
from analysis.review.html import Html
from analysis.review.page import outside_addresses, page
from analysis.review.path import rank_path
from analysis.review.preview import PagePicture, preview_section
from analysis.review.results import (
    facts_table,
    ledger_table,
    reconciliation_table,
    targets_table,
)
from analysis.review.series import heat_map
from analysis.review.summary import summary
from analysis.review.work import (
    coverage_table,
    sources_list,
    tasks_table,
    warnings_list,
)

__all__ = [
    "Figure",
    "Html",
    "PagePicture",
    "aims_table",
    "chance_chart",
    "changes_chart",
    "coverage_table",
    "facts_table",
    "findings_page",
    "former_table",
    "gap_chart",
    "heat_map",
    "ledger_table",
    "lost_points_chart",
    "outside_addresses",
    "page",
    "preview_section",
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
