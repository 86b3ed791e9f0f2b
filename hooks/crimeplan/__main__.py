"""For editors, translators and engineers: ``PYTHONPATH=hooks python -m crimeplan``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from .describe import write_descriptions
from .l10n.messages import data_messages, interface_messages, template_of, update_file
from .site import check_site


def main() -> int:
    """Run one command; the exit status is 1 where an error would stop a build."""
    parser = argparse.ArgumentParser(prog="crimeplan", description=__doc__)
    parser.add_argument("--root", type=Path, default=Path(), help="the top of the repository")
    parser.add_argument(
        "command",
        nargs="?",
        default="check",
        choices=sorted(_COMMANDS),
        help="check (the default): print every problem of the content; "
        "words: bring the catalogues up to the templates and the data; "
        "describe: write the schemas and the data dictionary",
    )
    arguments = parser.parse_args()
    return _COMMANDS[arguments.command](arguments.root.resolve())


def check(root: Path) -> int:
    """Print every problem of the content and the pages, those that stop a build first."""
    problems, _, _ = check_site(root)
    for problem in problems:
        print(f"{problem.severity.value}: {problem}")
    count = len(problems.errors)
    print("No errors." if not count else f"{count} to mend.")
    return 1 if count else 0


def words(root: Path) -> int:
    """Bring every catalogue up to date; translations are kept."""
    problems, plan, pages = check_site(root)
    if plan is None or problems.errors:
        return check(root)
    interface = template_of(interface_messages(root / "overrides"), domain="interface")
    data = template_of(data_messages(plan, pages), domain="plan")
    for language in plan.languages[1:]:
        for folder, template in (("overrides", interface), ("content_data", data)):
            path = root / folder / "locale" / language.code / "LC_MESSAGES"
            update_file(path / f"{template.domain}.po", template, locale=language.code)
    return 0


def describe(root: Path) -> int:
    """Write content_data/schemas and the tables of content_data/README.md from the model."""
    write_descriptions(root / "content_data")
    return 0


_COMMANDS = {"check": check, "words": words, "describe": describe}


if __name__ == "__main__":
    sys.exit(main())
