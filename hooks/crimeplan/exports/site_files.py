"""What machines ask a site for at fixed paths: robots.txt, security.txt, and GitHub's .nojekyll."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from urllib.parse import quote

from ..progress import Assessment

SECURITY = ".well-known/security.txt"
"""Where RFC 9116 (section 3) has the file."""


def site_files(assessment: Assessment, site_url: str) -> Mapping[str, bytes]:
    """The files by their paths below the site's top; ``site_url`` is its full address.

    Below a project address such as /plan/ crawlers and finders look for them in vain, and the
    pages and the sitemap say the same; at a domain of its own they are found.
    """
    top = site_url.rstrip("/")
    files = {
        # GitHub Pages would leave out folders that begin with a dot or an underscore without it.
        ".nojekyll": b"",
        "robots.txt": _lines("User-agent: *", "Allow: /", "", f"Sitemap: {top}/sitemap.xml"),
    }
    security = assessment.plan.details.security
    if security is not None:
        expires = assessment.as_of + timedelta(days=security.valid_days)
        files[SECURITY] = _lines(
            f"Contact: mailto:{quote(security.email, safe='@')}",
            f"Expires: {expires:%Y-%m-%d}T00:00:00Z",
            f"Preferred-Languages: {assessment.plan.languages[0].code}",
            f"Canonical: {top}/{SECURITY}",
        )
    return files


def _lines(*lines: str) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()
