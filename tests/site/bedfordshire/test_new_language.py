"""A further language takes data, a folder, catalogues and one entry in mkdocs.yml: no code.

Romanian is the second most spoken main language of the county after Polish among those that are
not English (Census 2021, content_data/measures/main-languages.csv); the plan did not offer it.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from babel.messages.pofile import read_po, write_po

from artifact import faults
from crimeplan.__main__ import main
from sites import AS_OF, Built, build, copy_project, squeeze

DOMAIN = "https://plan.example.org/"
"""This one stands at a domain of its own; the other builds, below a project address."""
DECISION = "Latin digits with a point between thousands (1.234) and a comma before decimals."
WORDS = {
    "Leave this site": "Părăsiți acest site",
    "Languages": "Limbi",
    "Progress": "Progres",
    "Page not found": "Pagina nu a fost găsită",
}


@pytest.fixture(scope="module")
def romanian(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site with Romanian added, as CONTRIBUTING says."""
    project = copy_project(root, tmp_path_factory.mktemp("romanian"))
    arguments = ["--root", str(project)]
    assert main(["start", *arguments, "ro", "--decision", DECISION, "--on", AS_OF]) == 0
    shutil.copy(root / "tests/site/bedfordshire/romanian/index.md", project / "docs/ro/index.md")
    assert main(["accept", *arguments, "ro", "index.md"]) == 0
    path = project / "overrides/locale/ro/LC_MESSAGES/interface.po"
    with path.open("rb") as file:
        catalogue = read_po(file, locale="ro")
    for english, words in WORDS.items():
        entry = catalogue.get(english)
        assert entry is not None, english
        entry.string = words
    with path.open("wb") as out:
        write_po(out, catalogue)
    assert main(["check", *arguments, "--as-of", "2026-11-23"]) == 0
    return build(project, tmp_path_factory.mktemp("eleven"), SITE_URL=DOMAIN)


def test_the_page_speaks_the_language(romanian: Built) -> None:
    file = romanian.folder / "ro" / "index.html"
    text = file.read_text(encoding="utf-8")
    assert re.search(r'<html lang="ro" dir="ltr"', text)
    assert "Planul pentru poliție și criminalitate din Bedfordshire a fost în vigoare" in text
    for word in ("Părăsiți acest site", "Limbi"):
        assert word in text
    assert '<span lang="en" dir="ltr">' in text, (
        "words without translation say that they are English"
    )


def test_sections_not_translated_yet_are_english_and_marked(romanian: Built) -> None:
    text = (romanian.folder / "ro" / "index.html").read_text(encoding="utf-8")
    assert re.search(r'<h2 id="help" lang="en" dir="ltr">Get help</h2>', text)
    assert re.search(r'<h2 id="picture">Imaginea întreagă</h2>', text)
    assert text.count('class="notice stale"') == 4


def test_every_other_language_offers_it(romanian: Built) -> None:
    for language in ("en", "ur", "zh"):
        page = romanian.page(language, "priorities/3/3-4/")
        links = {a.get("hreflang"): a for a in page.with_class("langs")[0].iter("a")}
        assert len(links) == 11
        assert squeeze(links["ro"]) == "Română"
    assert (romanian.folder / "ro/priorities/3/3-4/index.html").is_file()
    assert "Pagina nu a fost găsită" in (romanian.folder / "404.html").read_text(encoding="utf-8")


def test_it_may_be_published_at_a_domain(romanian: Built) -> None:
    assert faults(romanian.folder, DOMAIN) == []
