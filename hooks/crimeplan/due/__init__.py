"""What waits for somebody's work, as at a day: evidence, checks, responses, translations."""

from .items import Due, Matter
from .language import due_of_languages
from .plan import due_of_plan
from .tell import DUE_FORMATS, markdown_lines, plain_lines

__all__ = [
    "DUE_FORMATS",
    "Due",
    "Matter",
    "due_of_languages",
    "due_of_plan",
    "markdown_lines",
    "plain_lines",
]
