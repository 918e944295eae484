"""``facts``: the figures of a unit and year as JSON."""

from __future__ import annotations

import json

from analysis.cli import messages
from analysis.cli.grammar import DONE, Command, Options, add_unit, day_of, plan_year


def _facts(options: Options) -> int:
    from analysis.plan.facts import facts
    from analysis.runs.inputs import read_inputs
    from analysis.runs.paths import Paths
    from analysis.runs.planning import planned_for

    paths = Paths.find()
    study = planned_for(
        read_inputs(paths),
        paths,
        province=options.province,
        plan_year=plan_year(options.year),
        day=day_of(options.date),
    ).study
    print(json.dumps(facts(study), ensure_ascii=False, indent=1))
    return DONE


COMMAND = Command(messages.FACTS, add_unit, _facts, required=("province", "year"))
