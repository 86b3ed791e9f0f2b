"""The site as at the day to judge by: what a build, a preview and a printer start from."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from crimeplan.site import Site, load_site
from judged_day import find_day


def judged_site(root: Path) -> Site:
    """The site below ``root``, judged as at its day.

    Raises ContentError with every problem, and UnknownDayError.
    """
    as_of = find_day(root)
    # MkDocs stamps sitemap.xml.gz with the time of the build unless it is given one.
    os.environ["SOURCE_DATE_EPOCH"] = str((as_of - date(1970, 1, 1)).days * 86400)
    return load_site(root, as_of=as_of)
