"""What a page is about, by its path; what the data then demand of it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..model import Inspection, Plan
from ..problems import Problem, Problems
from ..translation.sections import Sections
from .page import Page, PageMeta

_PRIORITY_PAGE = re.compile(r"priorities/(\d)/index\.md")
_PART_PAGE = re.compile(r"priorities/(\d)/(\d)-(\d{1,2})\.md")
_MEASURE_PAGE = re.compile(r"measures/(?!index\.md)([a-z0-9-]+)\.md")
_INSPECTION_PAGE = re.compile(r"inspections/(\d{4}-[a-z0-9-]+)\.md")


def page_about(language: str, path: str, meta: PageMeta, sections: Sections, plan: Plan) -> Page:
    """The page at ``path``, joined to the entity of ``plan`` that its path names, if any."""
    if match := _PRIORITY_PAGE.fullmatch(path):
        return Page(language, path, meta, sections, plan.priority_by_number.get(int(match[1])))
    if match := _PART_PAGE.fullmatch(path):
        part = plan.deliverable_by_id.get(f"{match[2]}.{match[3]}")
        priority = plan.priority_by_number.get(int(match[1])) if part else None
        return Page(language, path, meta, sections, priority, part)
    if match := _MEASURE_PAGE.fullmatch(path):
        return Page(language, path, meta, sections, measure=plan.measure_by_id.get(match[1]))
    if match := _INSPECTION_PAGE.fullmatch(path):
        return Page(language, path, meta, sections, inspection=plan.inspection_by_id.get(match[1]))
    return Page(language, path, meta, sections)


def touches_danger(parts: Iterable[str], plan: Plan) -> bool:
    """Whether one of ``parts`` is sensitive: then so is whatever is published about it."""
    known = plan.deliverable_by_id
    return any(part in known and known[part].sensitive for part in parts)


def parts_of_inspection(inspection: Inspection) -> set[str]:
    """The parts of the plan that an inspection, its grades or its findings bear on."""
    return {
        *inspection.deliverables,
        *(part for grade in inspection.grades for part in grade.deliverables),
        *(part for finding in inspection.findings for part in finding.deliverables),
    }


def _demanded_sensitivity(page: Page, plan: Plan) -> bool | None:
    """Whether the data make the page sensitive; None where the page may decide."""
    if page.part is not None:
        return page.part.sensitive
    if page.measure is not None:
        return touches_danger(page.measure.deliverables, plan)
    if page.inspection is not None:
        return touches_danger(parts_of_inspection(page.inspection), plan)
    return None


def check_subject(page: Page, plan: Plan, file: str, problems: Problems) -> None:
    """Report a path that names nothing, a title typed twice, a sensitivity that disagrees."""
    path = page.path
    named = any(
        pattern.fullmatch(path)
        for pattern in (_PRIORITY_PAGE, _PART_PAGE, _MEASURE_PAGE, _INSPECTION_PAGE)
    )
    if named and page.subject is None:
        problems.add(
            Problem(
                file=file,
                what="the page's name is not that of a priority, part, measure or inspection",
                expected="a path such as priorities/3/3-4.md or measures/crime-rates.md",
                remedy="Rename the file, or add what it is about to content_data",
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
    demanded = _demanded_sensitivity(page, plan)
    if demanded is not None and demanded != page.meta.sensitive:
        wanted = "yes" if demanded else "no"
        problems.add(
            Problem(
                file=file,
                line=1,
                item=str(getattr(page.subject, "id", "")),
                what="the page and the data do not agree on whether it is sensitive",
                expected=f"sensitive: {wanted}",
                remedy="Change the front matter or the data",
            )
        )
