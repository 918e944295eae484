"""The blocks that a form may ask for, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.plan.blocks.duties import agency_duties_block, duties_block, targets_block
from analysis.plan.blocks.standing import (
    former_block,
    keep_score_block,
    results_block,
    unallocated_block,
)
from analysis.plan.blocks.work import tasks_block

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.plan.draft import Draft, Numbering
    from analysis.plan.nodes import Node
    from analysis.plan.text import Paragraph

WRITERS: dict[str, Callable[[Draft, Node, Numbering], list[Paragraph]]] = {
    "results": results_block,
    "former": former_block,
    "targets": targets_block,
    "keep_score": keep_score_block,
    "unallocated": unallocated_block,
    "tasks": tasks_block,
    "duties": duties_block,
    "agency_duties": agency_duties_block,
}
