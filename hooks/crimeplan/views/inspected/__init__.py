"""What inspectors found, worded: grades, findings, responses, and each inspection as a whole."""

from .findings import findings_view
from .grades import grades_view, inspection_grades_view
from .inspections import inspection_view, inspections_view
from .responses import response_view, responses_view
from .tracker import part_findings_view, tracker_view

__all__ = [
    "findings_view",
    "grades_view",
    "inspection_grades_view",
    "inspection_view",
    "inspections_view",
    "part_findings_view",
    "response_view",
    "responses_view",
    "tracker_view",
]
