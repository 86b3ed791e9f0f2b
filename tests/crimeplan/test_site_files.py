"""The files that machines ask for: at any address, with what the data say."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from crimeplan.exports import site_files
from crimeplan.exports.site_files import SECURITY
from crimeplan.progress import assess_plan
from samples import FILES, load_sample, sample_plan

AS_OF = date(2026, 11, 22)
SECURE = "security: {email: web@example.org, valid_days: 30}\n"


def with_security(text: str = SECURE) -> str:
    return FILES["plan.yml"] + text


@pytest.mark.parametrize(
    "site_url", ["https://plan.example/police-plan/", "https://plan.example", "https://x.test/a/b"]
)
def test_each_names_the_address_of_the_site(tmp_path: Path, site_url: str) -> None:
    plan = sample_plan(tmp_path, **{"plan.yml": with_security()})
    files = site_files(assess_plan(plan, as_of=AS_OF), site_url)
    top = site_url.rstrip("/")
    assert f"Sitemap: {top}/sitemap.xml" in files["robots.txt"].decode().splitlines()
    assert files[SECURITY].decode().splitlines() == [
        "Contact: mailto:web@example.org",
        "Expires: 2026-12-22T00:00:00Z",
        "Preferred-Languages: en",
        f"Canonical: {top}/.well-known/security.txt",
    ]
    assert files[".nojekyll"] == b""


def test_an_address_cannot_add_a_field(tmp_path: Path) -> None:
    text = with_security('security: {email: "a@example.org\\nExpires: never", valid_days: 30}\n')
    plan = sample_plan(tmp_path, **{"plan.yml": text})
    lines = site_files(assess_plan(plan, as_of=AS_OF), "https://x.test/")[SECURITY].decode()
    assert lines.splitlines()[0] == "Contact: mailto:a@example.org%20Expires%3A%20never"
    assert len(lines.splitlines()) == 4


def test_without_a_contact_there_is_no_security_txt(tmp_path: Path) -> None:
    files = site_files(assess_plan(sample_plan(tmp_path), as_of=AS_OF), "https://x.test/")
    assert SECURITY not in files
    assert "robots.txt" in files


@pytest.mark.parametrize("days", ["0", "366", "many"])
def test_a_span_is_at_most_a_year(tmp_path: Path, days: str) -> None:
    text = with_security(f"security: {{email: web@example.org, valid_days: {days}}}\n")
    loaded = load_sample(tmp_path, **{"plan.yml": text})
    assert loaded.plan is None
    (problem,) = loaded.problems.errors
    line = text.splitlines().index(f"security: {{email: web@example.org, valid_days: {days}}}") + 1
    assert (problem.file, problem.line) == ("content_data/plan.yml", line)
    assert "valid_days" in str(problem)
