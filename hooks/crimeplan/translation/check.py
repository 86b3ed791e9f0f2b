"""What an editor or translator is told of translations: warnings when due, errors when broken."""

from __future__ import annotations

from ..pages import Page, Pages
from ..problems import Problem, Problems, Severity
from .pages import page_state
from .parity import faults_of
from .state import SectionState, State


def check_translations(pages: Pages, source: str, problems: Problems) -> None:
    """Add what is outdated, missing or extra as warnings, and lost parts of current sections.

    A translation that is behind never stops a build: readers are told of it instead. One that is
    said to be current and has lost a link or a number does.
    """
    for page in pages.values():
        state = page_state(pages, page, source)
        if state is None:
            continue
        english = pages[source, page.path]
        _check_front_matter(page, english, problems)
        for section in state.sections:
            if section.state is State.CURRENT:
                _check_parity(page, english, section, problems)
            else:
                problems.add(_due(page, section))
        for name in page.meta.made_from:
            if name not in english.sections:
                problems.add(
                    Problem(
                        severity=Severity.WARNING,
                        file=_file(page),
                        item=name,
                        what="'made_from' names a section that the English page does not have",
                        remedy=f"Delete the line '{name}: …' below made_from",
                    )
                )


def _check_front_matter(page: Page, english: Page, problems: Problems) -> None:
    """A translation is as sensitive as its English, and has a title where that has one."""
    if page.meta.sensitive != english.meta.sensitive:
        word = "yes" if english.meta.sensitive else "no"
        problems.add(
            Problem(
                file=_file(page),
                line=1,
                what="the page and its English do not agree on whether it is sensitive",
                expected=f"sensitive: {word}",
                remedy="Type the line of the English page",
            )
        )
    if (page.meta.title is None) != (english.meta.title is None):
        problems.add(
            Problem(
                file=_file(page),
                line=1,
                what="the title stands in one of the translation and the English only",
                remedy="Give the page a 'title: …' where the English has one, and only there",
            )
        )
    if page.meta.translated_by is None or page.meta.translated_on is None:
        problems.add(
            Problem(
                file=_file(page),
                line=1,
                what="it is not said who translated the page, or when",
                expected="lines 'translated_on: …' and 'translated_by: …'",
                remedy="Add them to the front matter",
            )
        )


def _file(page: Page) -> str:
    return f"docs/{page.language}/{page.path}"


def _due(page: Page, section: SectionState) -> Problem:
    paste = f"  {section.name}: '{section.hash}'"
    what, remedy = {
        State.OUTDATED: (
            "the English of this section has changed since it was translated"
            if section.made_from
            else "nobody has recorded which English this section was made from",
            f"Compare the two, mend the translation, and type below made_from: {paste.strip()}",
        ),
        State.MISSING: (
            "this section is not translated, so readers see it in English",
            f"Translate it, and type below made_from: {paste.strip()}",
        ),
        State.EXTRA: (
            "the English page has no such section, so readers do not see it",
            "Delete it, or give its heading the id of the English section",
        ),
    }[section.state]
    return Problem(
        severity=Severity.WARNING,
        file=_file(page),
        item=section.name,
        what=what,
        remedy=remedy,
    )


def _check_parity(page: Page, english: Page, section: SectionState, problems: Problems) -> None:
    ours, theirs = english.sections[section.name], page.sections[section.name]
    for fault in faults_of(section.name, ours, theirs):
        problems.add(
            Problem(
                file=_file(page),
                item=section.name,
                what=f"the section is called current, but its {fault.what} differ from the English",
                expected=fault.english,
                received=fault.translated,
                remedy="Put back what is lost, or take the section's line out of made_from",
            )
        )
