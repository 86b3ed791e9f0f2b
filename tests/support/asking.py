"""All that is read and told of a project, by this process or by one that has just started."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

from crimeplan.site import check_site, load_locales

AS_OF = date(2020, 5, 6)


def asked(project: Path) -> Any:
    """Problems in the order in which they were found, plan, pages, and the words of catalogues."""
    problems, plan, pages = check_site(project, AS_OF)
    spoken = load_locales(project, plan) if plan is not None and not problems.errors else {}
    words = {code: (it.interface.entries, it.plan.entries) for code, it in spoken.items()}
    return problems.found, plan, list(pages.items()), words


def asked_fresh(project: Path) -> Any:
    """The same, by a process that has just started."""
    run = subprocess.run(
        [sys.executable, "-m", "asking", str(project)],
        check=True,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    return pickle.loads(run.stdout)  # noqa: S301 - our own process wrote it


if __name__ == "__main__":
    sys.stdout.buffer.write(pickle.dumps(asked(Path(sys.argv[1]))))
