"""Every page of the folder docs, or every reason why not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ..blocks import Known, check_markers, known_names
from ..kept import kept_for_file
from ..load.text import read_text
from ..load.validate import build_one
from ..load.yaml_file import parse_yaml
from ..model import Plan
from ..problems import Problem, Problems
from ..translation.sections import Sections, read_sections
from .body import check_body
from .page import Page, PageMeta, Pages
from .subject import check_subject, page_about
from .unsafe import check_safe, is_too_long

LINKED = (
    "index.md",
    "priorities/index.md",
    "progress/index.md",
    "progress/commitments.md",
    "progress/evidence.md",
    "progress/searched.md",
    "measures/index.md",
    "inspections/index.md",
    "inspections/findings.md",
    "help/index.md",
    "help/covering-your-tracks.md",
    "a-to-z.md",
    "languages.md",
    "glossary.md",
    "data/index.md",
)
"""The pages that the engine itself links to, from other pages or from its blocks."""
_FRONT_MATTER = re.compile(r"\A---\n(?P<yaml>.*?)\n---\n(?P<body>.*)\Z", re.DOTALL)


def load_pages(docs: Path, plan: Plan, problems: Problems, *, whole: bool = True) -> Pages:
    """Every page below ``docs`` by language and path; collects every problem.

    Where ``plan`` is not whole, no page is blamed for naming a part or language that may be there.
    """
    pages: dict[tuple[str, str], Page] = {}
    if not docs.is_dir():
        remedy = "Run the command at the top of the repository"
        problems.add(Problem(file=docs.name, what="there is no such folder", remedy=remedy))
        return pages
    languages = set(plan.language_by_code)
    known = known_names(plan)
    for folder in sorted(
        path for path in docs.iterdir() if path.is_dir() and path.name != "assets"
    ):
        if whole and folder.name not in languages:
            problems.add(
                Problem(
                    file=f"docs/{folder.name}",
                    what="the folder is not one of the site's languages",
                    remedy="Add the language to content_data/languages.yml, or delete the folder",
                )
            )
            continue
        for path in sorted(folder.rglob("*.md")):
            page = _load_page(path, folder, plan, known, problems, whole=whole)
            if page is not None:
                pages[page.language, page.path] = page
    if whole:
        _check_complete(pages, plan, problems)
    return pages


def _load_page(
    path: Path, folder: Path, plan: Plan, known: Known, problems: Problems, *, whole: bool
) -> Page | None:
    language, name = folder.name, path.relative_to(folder).as_posix()
    file = f"docs/{language}/{name}"
    text = read_text(path, file=file, problems=problems)
    if text is None:
        return None
    written = _written(file, text)
    check_markers(written.marked, known, file=file, problems=problems, whole=whole)
    for problem in written.problems:
        problems.add(problem)
    if written.page is None:
        return None
    page = page_about(language, name, *written.page, plan)
    if whole:
        check_subject(page, plan, file, problems)
    return page


@dataclass(frozen=True)
class _Written:
    """What a page's file says, whatever the plan is."""

    problems: tuple[Problem, ...]
    marked: str = ""
    """The text that may hold markers: none of a file that is no page."""
    page: tuple[PageMeta, Sections] | None = None


@kept_for_file
def _written(file: str, text: str) -> _Written:
    problems = Problems()
    match = None if is_too_long(text, file, problems) else _FRONT_MATTER.match(text)
    if problems.found:
        return _Written(tuple(problems.found))
    if match is None:
        problems.add(
            Problem(
                file=file,
                line=1,
                what="the page has no front matter",
                expected="lines such as 'description: …' between two lines '---' at the top",
                remedy="Copy the first lines of another page and change them",
            )
        )
        return _Written(tuple(problems.found))
    above = text.count("\n", 0, match.start("body"))
    check_body(match["body"], above, file, problems)
    check_safe(match["body"], above, file, problems)
    # The empty line stands for the first ---, so that line numbers are those of the file.
    document = parse_yaml("\n" + match["yaml"], file=file, problems=problems)
    meta = build_one(PageMeta, document, problems) if document else None
    page = None if meta is None else (meta, _sections(match["body"], meta))
    return _Written(tuple(problems.found), text, page)


def _sections(body: str, meta: PageMeta) -> Sections:
    return read_sections(body, title=meta.title, description=meta.description)


def sections_of(text: str) -> Sections | None:
    """The sections of a page's file as it once was; None where it cannot be read as a page."""
    match = _FRONT_MATTER.match(text)
    document = parse_yaml("\n" + match["yaml"], file="", problems=Problems()) if match else None
    meta = build_one(PageMeta, document, Problems()) if document else None
    if match is None or meta is None:
        return None
    return _sections(match["body"], meta)


def _check_complete(pages: Pages, plan: Plan, problems: Problems) -> None:
    """What the engine links to and what the data name has its page; a translation its English."""
    source = plan.languages[0].code if plan.languages else "en"
    wanted = [f"priorities/{priority.number}/index.md" for priority in plan.priorities]
    wanted += [
        f"priorities/{part.id[0]}/{part.id.replace('.', '-')}.md" for part in plan.deliverables
    ]
    wanted += [f"measures/{measure.id}.md" for measure in plan.measures]
    for path in (*LINKED, *wanted):
        if (source, path) not in pages and not _refused(path, problems):
            problems.add(
                Problem(
                    file=f"docs/{source}/{path}",
                    what="the page is missing",
                    remedy="Copy the page of another part and change it"
                    if path in wanted
                    else "Write it: other pages link to it",
                )
            )
    for language, path in pages:
        if (source, path) not in pages and not _refused(path, problems):
            problems.add(
                Problem(
                    file=f"docs/{language}/{path}",
                    what="the page translates nothing: there is no English page",
                    remedy="Rename it as the English page, or delete it",
                )
            )


def _refused(path: str, problems: Iterable[Problem]) -> bool:
    return any(problem.file.endswith(f"/{path}") for problem in problems)
