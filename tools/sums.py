"""Write SHA256SUMS into a built site: what each file of it holds, so that two can be compared.

    .venv/bin/python tools/sums.py FOLDER

The published site carries it too: a build that equals it need not be deployed, and anybody can
check a copy with ``sha256sum --check SHA256SUMS``.
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

NAME = "SHA256SUMS"


def sums_of(folder: Path) -> str:
    """A line for each file below ``folder`` but the sums themselves, in order."""
    files = {
        file.relative_to(folder).as_posix(): file for file in folder.rglob("*") if file.is_file()
    }
    files.pop(NAME, None)
    return "".join(
        f"{hashlib.sha256(files[path].read_bytes()).hexdigest()}  {path}\n"
        for path in sorted(files)
    )


if __name__ == "__main__":
    site = Path(sys.argv[1])
    (site / NAME).write_text(sums_of(site), encoding="utf-8")
