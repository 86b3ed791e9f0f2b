"""What the site, the force and the time since the plan are called, in the reader's language."""

from __future__ import annotations

from typing import Literal

from ..l10n import Locale, Text
from ..model import PlanDetails

Phrase = Literal["site", "force", "force_grades", "force_reports", "not_the_force", "succeeded"]


def name_of(details: PlanDetails, locale: Locale, phrase: Phrase) -> Text:
    """The phrase of plan.yml's ``names``, or its English, marked as such."""
    return locale.data(f"names.{phrase}", getattr(details.names, phrase))
