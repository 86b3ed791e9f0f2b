"""All tables of the open data, in the order in which readers meet them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ..progress import Assessment
from .columns import Table
from .inspection_tables import findings_table, inspections_table
from .measure_tables import measure_table
from .plan_tables import commitments_table, evidence_table, sources_table
from .wording import Wording


def all_tables(assessment: Assessment, wording: Wording) -> tuple[Table, ...]:
    """Promises, evidence, sources, grades, findings, then one table a measure."""
    fixed = (
        commitments_table(assessment),
        evidence_table(assessment, wording.sentences),
        sources_table(assessment),
        inspections_table(assessment),
        findings_table(assessment),
    )
    measures = (measure_table(assessment, measure) for measure in assessment.plan.measures)
    return (*(_titled(table, wording.tables) for table in fixed), *measures)


def _titled(table: Table, words: Mapping[str, Mapping[str, str]]) -> Table:
    told = words[table.name]
    return replace(table, title=told["title"], description=told["description"])
