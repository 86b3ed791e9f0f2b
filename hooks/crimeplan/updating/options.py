"""The questions as options of the command."""

from __future__ import annotations

import argparse

from .questions import QUESTIONS


def add_update_options(command: argparse.ArgumentParser) -> None:
    """Add an option for each question."""
    for question in QUESTIONS:
        command.add_argument(f"--{question.name}", metavar="…", help=question.help)


def typed_options(arguments: argparse.Namespace) -> dict[str, str]:
    """The options that were typed, by the name of their question."""
    found = {q.name: getattr(arguments, q.name.replace("-", "_")) for q in QUESTIONS}
    return {name: value for name, value in found.items() if value is not None}
