"""A small site with one translated page, and the commands that translators type."""

from __future__ import annotations

from pathlib import Path

from crimeplan.__main__ import main
from crimeplan.pages.load import LINKED
from crimeplan.problems import Severity
from crimeplan.site import check_site
from samples import write_content

ENGLISH = """\
---
title: Home
description: What this page is about, in a sentence.
changed: 2026-11-22
---
The opening says 3 things.

## The first {#first}

It was in 2021. [Read more](other.md#x).

<!-- plan:overview -->

- one
- two

## The second {#second}

It cost £1,634,000 and 9.9%.
"""
URDU = """\
---
title: سرورق
description: یہ صفحہ کس بارے میں ہے، ایک جملے میں۔
changed: 2026-11-22
translated_on: 2026-11-23
translated_by: machine draft
---
شروع میں 3 باتیں ہیں۔

## پہلا {#first}

یہ 2021 میں تھا۔ [مزید](other.md#x)۔

<!-- plan:overview -->

- ایک
- دو

## دوسرا {#second}

£1,634,000 اور 9.9%۔
"""
OTHER = (
    ENGLISH.replace("Home", "Other")
    .replace("The first {#first}", "X {#x}")
    .replace("other.md#x", "index.md")
)
PARTS = ("priorities/1/index", "priorities/1/1-1", "priorities/1/1-2", "measures/crime-rates")
TITLED = "---\ntitle: A page\ndescription: What this page is about, in a sentence.\n"
TITLED += "changed: 2026-11-22\n---\n"
PAGE = "---\ndescription: What this page is about, in a sentence.\nchanged: 2026-11-22\n---\n"


def small_site(folder: Path) -> Path:
    """A small site with one Urdu page, all of it current."""
    write_content(folder)
    for name in PARTS:
        write(folder, f"en/{name}.md", PAGE)
    write_linked(folder)
    write(folder, "en/index.md", ENGLISH)
    write(folder, "en/other.md", OTHER)
    write(folder, "ur/index.md", URDU)
    assert run(folder, "accept", "ur", "index.md") == 0
    return folder


def write_linked(project: Path) -> None:
    """The English pages that the engine links to, where they are not written yet."""
    for path in LINKED:
        if not (project / "docs" / "en" / path).exists():
            write(project, f"en/{path}", TITLED)


def write(project: Path, name: str, text: str) -> None:
    path = project / "docs" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def change(project: Path, name: str, old: str, new: str) -> None:
    text = (project / "docs" / name).read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    write(project, name, text.replace(old, new))


def run(project: Path, *words: str) -> int:
    return main([words[0], "--root", str(project), *words[1:]])


def told(project: Path, severity: Severity) -> list[str]:
    problems, _, _ = check_site(project)
    return [str(problem) for problem in problems if problem.severity is severity]
