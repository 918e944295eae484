"""The load of each lead agency: how many tasks, and by when."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from typing import TYPE_CHECKING

from matplotlib.patches import Patch
from matplotlib.ticker import MaxNLocator

from analysis.review import figure_messages as messages
from analysis.review.figure import absent, drawn, main_ones
from analysis.review.palette import INK, NEUTRAL
from analysis.review.series import legend_below
from analysis.vietnamese import enumerated

if TYPE_CHECKING:
    from collections.abc import Mapping

    from matplotlib.axes import Axes

    from analysis.plan.study import PlannedTask, Study
    from analysis.review.figure import Figure

_QUARTER = re.compile(r"\bquý (iv|iii|ii|i)(?:/| năm )(\d{4})", re.IGNORECASE)
_MONTH = re.compile(r"(?:\btháng |/)(\d{1,2})(?:/| năm )(\d{4})", re.IGNORECASE)
_YEAR = re.compile(r"\bnăm (\d{4})", re.IGNORECASE)
_RECURS = re.compile(r"\b(?:hằng|hàng|thường xuyên|định kỳ|mỗi (?:tháng|quý|năm))\b", re.IGNORECASE)
_NAMED_TOGETHER = 2
_ROMAN = ("i", "ii", "iii", "iv")

PERIOD_LOOKS: Mapping[str, tuple[str, str]] = {
    messages.QUARTERS[0]: ("#9a7fbf", ""),
    messages.QUARTERS[1]: ("#7a5aa6", "///"),
    messages.QUARTERS[2]: ("#5a3788", "\\\\\\"),
    messages.QUARTERS[3]: ("#32134f", ""),
    messages.IN_THE_YEAR: (NEUTRAL, "|||"),
    messages.RECURRING: ("none", "////"),
    messages.BY_EVENT: ("none", "----"),
    messages.AFTER_THE_YEAR: ("none", "xxx"),
    messages.NO_DEADLINE: ("none", ""),
}
"""Each period's colour and pattern, in order: quarters darker to the year's end, the rest bare."""


def period_of(deadline: str, plan_year: int) -> str:
    """Return the period into which a printed deadline falls.

    Examples
    --------
    >>> period_of("Trước ngày 15/11/2023 (sau khi có kết quả)", 2023), period_of("Hằng quý", 2023)
    ('Quý IV', 'Thường xuyên, định kỳ')
    >>> period_of("Theo lộ trình Đề án", 2023), period_of("Quý I/2024", 2023)
    ('Theo sự kiện, lộ trình', 'Năm khác')
    """
    text = deadline.strip()
    if not text:
        return messages.NO_DEADLINE
    quarters = [
        (int(year), _ROMAN.index(quarter.lower())) for quarter, year in _QUARTER.findall(text)
    ]
    months = [(int(year), (int(month) - 1) // 3) for month, year in _MONTH.findall(text)]
    named = [place for place in (*quarters, *months) if place[1] < len(messages.QUARTERS)]
    if named:
        # Of a span, its end is the deadline.
        year, quarter = max(named)
        return messages.QUARTERS[quarter] if year == plan_year else messages.AFTER_THE_YEAR
    if _RECURS.search(text):
        return messages.RECURRING
    years = [int(year) for year in _YEAR.findall(text)]
    if years and text.lower().startswith("năm "):
        return messages.IN_THE_YEAR if max(years) == plan_year else messages.AFTER_THE_YEAR
    return messages.BY_EVENT


def workload_chart(study: Study) -> Figure:
    """Show who leads how many tasks and by which quarter; a task of two leads counts for both."""
    tasks = [task for item in study.indices for task in item.tasks]
    loads = _loads(tasks, study.plan_year)
    if not loads:
        reason = messages.NO_LEADS if tasks else messages.NO_TASKS
        return absent(messages.NO_CHART.format(name=messages.CHART_WORKLOAD, reason=reason))
    periods = [one for one in PERIOD_LOOKS if any(load[one] for load in loads.values())]
    most = max(load.total() for load in loads.values())

    def draw(axes: Axes) -> None:
        for place, load in enumerate(loads.values()):
            _bar(axes, place, load, periods)
        axes.set_yticks(range(len(loads)), [_wrapped(lead) for lead in loads])
        axes.set_ylim(len(loads) - 0.5, -0.5)
        axes.set_xlim(0, most * 1.08)
        axes.xaxis.set_major_locator(MaxNLocator(integer=True))
        axes.set_xlabel(messages.WORKLOAD_AXIS)
        _legend(axes, periods)

    return drawn(
        "khoi-luong",
        draw,
        title=messages.WORKLOAD_TITLE.format(
            leading=leading({lead: load.total() for lead, load in loads.items()}),
            total=len(tasks),
            due=_due(tasks, study.plan_year),
        ),
        alt=messages.WORKLOAD_ALT.format(
            list=main_ones([_words(lead, load, periods) for lead, load in loads.items()])
        ),
        height=1.6 + 0.36 * len(loads),
    )


def leading(counts: Mapping[str, int]) -> str:
    """Return who leads most tasks; nobody is named before others that lead as many.

    Examples
    --------
    >>> leading({"Sở Nội vụ": 3, "Sở Tư pháp": 1})
    'Sở Nội vụ chủ trì nhiều nhất: 3'
    >>> leading({"Sở Nội vụ": 3, "Sở Tư pháp": 3})
    'Sở Nội vụ và Sở Tư pháp cùng chủ trì nhiều nhất: mỗi cơ quan 3'
    """
    count = max(counts.values())
    first = [name for name, one in counts.items() if one == count]
    if len(first) == 1:
        return messages.LEADS_MOST.format(name=first[0], count=count)
    if len(first) == _NAMED_TOGETHER:
        return messages.LEAD_MOST_ALIKE.format(names=enumerated(first), count=count)
    return messages.LEAD_MOST_MANY.format(agencies=len(first), count=count)


def _loads(tasks: list[PlannedTask], year: int) -> dict[str, Counter[str]]:
    """Return the number of tasks of each lead by period, the most loaded first."""
    found: dict[str, Counter[str]] = {}
    for task in tasks:
        for lead in task.task.lead:
            found.setdefault(lead, Counter())[period_of(task.task.deadline, year)] += 1
    return dict(sorted(found.items(), key=lambda pair: (-pair[1].total(), pair[0])))


def _due(tasks: list[PlannedTask], year: int) -> str:
    """Return the quarter by which most tasks must be done, if any names one."""
    counts = Counter(period_of(task.task.deadline, year) for task in tasks)
    period = max(messages.QUARTERS, key=lambda quarter: counts[quarter])
    if not counts[period]:
        return ""
    shown = f"{period[:1].lower()}{period[1:]}/{year}"
    return messages.WORKLOAD_DUE.format(count=counts[period], period=shown)


def _bar(axes: Axes, place: int, load: Counter[str], periods: list[str]) -> None:
    left = 0
    for period in periods:
        count = load[period]
        if not count:
            continue
        colour, hatch = PERIOD_LOOKS[period]
        axes.barh(place, count, left=left, height=0.72, color=colour, hatch=hatch, linewidth=0.8)
        axes.patches[-1].set_edgecolor(NEUTRAL if colour == "none" else "white")
        box = {"facecolor": "white", "edgecolor": "none", "pad": 1.2}
        axes.text(
            left + count / 2,
            place,
            str(count),
            ha="center",
            va="center",
            fontsize=7.5,
            color=INK,
            bbox=box,
        )
        left += count
    axes.text(left + 0.2, place, str(left), va="center", fontsize=8.5, fontweight="bold")


def _legend(axes: Axes, periods: list[str]) -> None:
    marks = []
    for period in periods:
        colour, hatch = PERIOD_LOOKS[period]
        edge = NEUTRAL if colour == "none" else "white"
        marks.append(Patch(facecolor=colour, edgecolor=edge, hatch=hatch, label=period))
    legend_below(axes, marks, pad=4.2, columns=5)


def _words(lead: str, load: Counter[str], periods: list[str]) -> str:
    parts = ", ".join(f"{period} {load[period]}" for period in periods if load[period])
    return messages.WORKLOAD_ITEM.format(name=lead, count=load.total(), parts=parts)


def _wrapped(text: str) -> str:
    return "\n".join(textwrap.wrap(text, 48))
