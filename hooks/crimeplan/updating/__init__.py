"""Adding an entry of evidence: a few questions, a check of the whole, and only then the files."""

from .answers import Answers, UpdateError, answered
from .apply import Update, update_of, write_files
from .questions import QUESTIONS

__all__ = [
    "QUESTIONS",
    "Answers",
    "Update",
    "UpdateError",
    "answered",
    "update_of",
    "write_files",
]
