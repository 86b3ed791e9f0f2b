"""Builds the site strictly, aside, and puts it in the place of the last good one.

Run as ``python -m build_site FOLDER``; the working folder is the top of the repository.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from mkdocs.__main__ import cli

from whole_folder import whole_folder

ASIDE = Path(".cache") / "site"
SELDOM = 100_000, 50, 1_000
"""When Python looks for objects in cycles. A build makes millions of objects, keeps most of them to
its end, and leaves few in cycles: looking as often as usual is a fiftieth of 7,000 pages' time."""


def main(target: Path) -> int:
    """Build into ``target``; 1 and a sentence where the disk or the folder is in the way."""
    try:
        with whole_folder(target, ASIDE, waits=_say_that_it_waits) as fresh:
            _build(fresh)
    except OSError as error:
        print(
            f"The site was not built: {error}. The last good site stays as it was. "
            "Mend that and build again.",
            file=sys.stderr,
        )
        return 1
    return 0


def _build(folder: Path) -> None:
    """Run mkdocs in this process, so that whatever ends one ends both.

    Raises SystemExit, after MkDocs has said why, where the build fails.
    """
    gc.set_threshold(*SELDOM)
    try:
        # Neither -q nor -v: both disarm --strict.
        cli(["build", "--strict", "--site-dir", str(folder)], prog_name="mkdocs")
    except SystemExit as ended:
        if ended.code:
            raise


def _say_that_it_waits() -> None:
    print("Another build is at work in this folder. Waiting for it to end.", file=sys.stderr)
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
