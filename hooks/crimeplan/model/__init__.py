"""The typed, frozen entities of the plan; each is declared once, with type, default and meaning."""

from .base import Entity
from .evidence import Area, Evidence, Figure, Fit, LeftOut, Qualifier, Shows, Timing, Unit
from .inspection import Finding, Grade, Inspection, Response
from .measure import Measure, Observation
from .plan import Plan
from .priority import (
    Clarity,
    Commitment,
    Deliverable,
    Duty,
    Kind,
    NotCounted,
    Owner,
    Priority,
    SeeAlso,
    SummaryItem,
)
from .reference import (
    Contact,
    ContactKind,
    Direction,
    GlossaryTerm,
    HelpEntry,
    HelpGroup,
    Language,
    Notice,
    Period,
    PlanDetails,
    Publication,
)
from .source import Source, SourceKind
from .when import Precision, When

__all__ = [
    "Area",
    "Clarity",
    "Commitment",
    "Contact",
    "ContactKind",
    "Deliverable",
    "Direction",
    "Duty",
    "Entity",
    "Evidence",
    "Figure",
    "Finding",
    "Fit",
    "GlossaryTerm",
    "Grade",
    "HelpEntry",
    "HelpGroup",
    "Inspection",
    "Kind",
    "Language",
    "LeftOut",
    "Measure",
    "NotCounted",
    "Notice",
    "Observation",
    "Owner",
    "Period",
    "Plan",
    "PlanDetails",
    "Precision",
    "Priority",
    "Publication",
    "Qualifier",
    "Response",
    "SeeAlso",
    "Shows",
    "Source",
    "SourceKind",
    "SummaryItem",
    "Timing",
    "Unit",
    "When",
]
