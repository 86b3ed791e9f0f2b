"""Measures, worded: the headline, the tables, the drawing, and what they rest on."""

from .charts import ChartView
from .measures import (
    headline_view,
    meaning_view,
    measures_view,
    part_measures_view,
    sources_of_measure_view,
)
from .tables import figures_view

__all__ = [
    "ChartView",
    "figures_view",
    "headline_view",
    "meaning_view",
    "measures_view",
    "part_measures_view",
    "sources_of_measure_view",
]
