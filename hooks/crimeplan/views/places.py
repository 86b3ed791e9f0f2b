"""What a place is called."""

from __future__ import annotations

from ..l10n import Text
from ..model import Place
from .scope import Scope


def place_name(scope: Scope, name: str) -> Text:
    """What readers call the place with the id ``name``."""
    return scope.locale.data("place.name", scope.assessment.plan.place_by_id[name].name)


def name_in_evidence(scope: Scope, place: Place) -> Text:
    """What lists of evidence call ``place``."""
    if place.evidence_name is not None:
        return scope.locale.data("place.evidence_name", place.evidence_name)
    return scope.locale.data("place.name", place.name)
