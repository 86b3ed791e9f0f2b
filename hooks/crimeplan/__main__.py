"""The editors' checker: ``PYTHONPATH=hooks python -m crimeplan``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from .site import check_site


def main() -> int:
    """Print every problem of the content; the exit status is 1 where one of them stops a build."""
    parser = argparse.ArgumentParser(prog="crimeplan", description="Check the plan's content.")
    parser.add_argument("--root", type=Path, default=Path(), help="the top of the repository")
    arguments = parser.parse_args()
    problems, _, _ = check_site(arguments.root.resolve())
    for problem in problems:
        print(f"{problem.severity.value}: {problem}")
    count = len(problems.errors)
    print("No errors." if not count else f"{count} to mend.")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
