"""The Markdown pages: what their front matter says, what they are about, what is wrong in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import Field

from .blocks import check_markers
from .load.text import read_text
from .load.validate import build_one
from .load.yaml_file import parse_yaml
from .model import Deliverable, Entity, Plan, Priority
from .model.base import Flag, Words
from .model.when import Day
from .problems import Problem, Problems

_FRONT_MATTER = re.compile(r"\A---\n(?P<yaml>.*?)\n---\n(?P<body>.*)\Z", re.DOTALL)
_HEADING = re.compile(r"^(?P<level>#{1,6})\s+(?P<text>.*?)(?P<id>\{#[a-z0-9-]+\})?\s*$")
_HTML = re.compile(r"<(?!!--)/?[A-Za-z][^>]*>")
_PRIORITY_PAGE = re.compile(r"priorities/(\d)/index\.md")
_PART_PAGE = re.compile(r"priorities/(\d)/(\d)-(\d{1,2})\.md")
_CODE = re.compile(r"^(```|~~~)")


class PageMeta(Entity):
    """The front matter of a page: docs/<language>/**.md."""

    title: Words | None = None
    """The page's title; a priority's or part's own page takes it from the data instead."""
    description: Annotated[Words, Field(min_length=20, max_length=200)]
    """One sentence that says what the page holds, for search engines."""
    changed: Day
    """The day its words last changed."""
    sensitive: Flag = False
    """yes where reading it may put somebody in danger at home."""
    translated_on: Day | None = None
    """The day it was translated; only in translations."""
    translated_by: Words | None = None
    """Who or what translated it; only in translations."""


@dataclass(frozen=True)
class Page:
    """A page as written: in one language, at a path that is the same in every language."""

    language: str
    path: str
    """Below the language's folder: priorities/3/3-4.md."""
    meta: PageMeta
    priority: Priority | None = None
    part: Deliverable | None = None

    @property
    def address(self) -> str:
        """Where it is published, below its language's root: priorities/3/3-4/."""
        return page_address(self.path)


Pages = Mapping[tuple[str, str], Page]


def page_address(path: str) -> str:
    """The address of the page at ``path``: index.md stands for its folder."""
    stem = path.removesuffix(".md")
    if stem == "index":
        return ""
    return f"{stem.removesuffix('/index')}/"


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
            page = _load_page(path, folder, plan, problems, whole=whole)
            if page is not None:
                pages[page.language, page.path] = page
    if whole:
        _check_complete(pages, plan, problems)
    return pages


def _load_page(
    path: Path, folder: Path, plan: Plan, problems: Problems, *, whole: bool
) -> Page | None:
    language, name = folder.name, path.relative_to(folder).as_posix()
    file = f"docs/{language}/{name}"
    text = read_text(path, file=file, problems=problems)
    if text is None:
        return None
    match = _FRONT_MATTER.match(text)
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
        return None
    check_markers(text, plan, file=file, problems=problems, whole=whole)
    _check_body(match["body"], text.count("\n", 0, match.start("body")), file, problems)
    # The empty line stands for the first ---, so that line numbers are those of the file.
    document = parse_yaml("\n" + match["yaml"], file=file, problems=problems)
    meta = build_one(PageMeta, document, problems) if document else None
    if meta is None:
        return None
    priority, part = _subject(name, plan)
    page = Page(language, name, meta, priority, part)
    if whole:
        _check_subject(page, file, problems)
    return page


def _subject(path: str, plan: Plan) -> tuple[Priority | None, Deliverable | None]:
    if match := _PRIORITY_PAGE.fullmatch(path):
        return plan.priority_by_number.get(int(match[1])), None
    if match := _PART_PAGE.fullmatch(path):
        part = plan.deliverable_by_id.get(f"{match[2]}.{match[3]}")
        return (plan.priority_by_number.get(int(match[1])) if part else None), part
    return None, None


def _check_subject(page: Page, file: str, problems: Problems) -> None:
    path = page.path
    named = _PRIORITY_PAGE.fullmatch(path) or _PART_PAGE.fullmatch(path)
    if named and page.priority is None:
        problems.add(
            Problem(
                file=file,
                what="the page's name is not that of a priority or part",
                expected="a path such as priorities/3/3-4.md",
                remedy="Rename the file, or add the part to content_data/priorities",
            )
        )
    if not named and page.meta.title is None:
        problems.add(
            Problem(
                file=file,
                line=1,
                what="the key 'title' is missing",
                remedy="Add a line 'title: …' to the front matter",
            )
        )
    if named and page.meta.title is not None:
        problems.add(
            Problem(
                file=file,
                line=1,
                what="the title of this page comes from the data",
                remedy="Delete the line 'title: …'",
            )
        )
    if page.part is not None and page.part.sensitive != page.meta.sensitive:
        wanted = "yes" if page.part.sensitive else "no"
        problems.add(
            Problem(
                file=file,
                line=1,
                item=page.part.id,
                what="the page and the data do not agree on whether it is sensitive",
                expected=f"sensitive: {wanted}",
                remedy="Change the front matter or the data",
            )
        )


def _check_body(body: str, offset: int, file: str, problems: Problems) -> None:
    """Headings carry fixed ids, the title stands elsewhere, and no HTML is typed."""
    in_code = False
    seen: set[str] = set()
    for number, line in enumerate(body.splitlines(), offset + 1):
        if _CODE.match(line):
            in_code = not in_code
        if in_code:
            continue
        if html := _HTML.search(line):
            problems.add(
                Problem(
                    file=file,
                    line=number,
                    what="the page holds HTML",
                    received=html[0],
                    remedy="Use Markdown, or take the tag out",
                )
            )
        heading = _HEADING.match(line)
        if heading is None:
            continue
        if heading["level"] == "#":
            problems.add(
                Problem(
                    file=file,
                    line=number,
                    what="the page has a second title",
                    remedy="Use '## ' for sections; the title is in the front matter",
                )
            )
        elif heading["id"] is None:
            problems.add(
                Problem(
                    file=file,
                    line=number,
                    item=heading["text"].strip(),
                    what="the heading has no fixed id",
                    remedy="Add one at its end, such as {#what-was-promised}",
                )
            )
        elif heading["id"] in seen:
            problems.add(
                Problem(
                    file=file,
                    line=number,
                    item=heading["text"].strip(),
                    what=f"the id {heading['id']} stands twice on the page",
                    remedy="Give one of the two another id",
                )
            )
        else:
            seen.add(heading["id"])


def _check_complete(pages: Pages, plan: Plan, problems: Problems) -> None:
    """Every priority and part has its English page; a translation has an English page."""
    source = plan.languages[0].code if plan.languages else "en"
    wanted = [f"priorities/{priority.number}/index.md" for priority in plan.priorities]
    wanted += [
        f"priorities/{part.id[0]}/{part.id.replace('.', '-')}.md" for part in plan.deliverables
    ]
    for path in ("index.md", *wanted):
        if (source, path) not in pages and not _refused(path, problems):
            problems.add(
                Problem(
                    file=f"docs/{source}/{path}",
                    what="the page is missing",
                    remedy="Copy the page of another part and change it",
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
