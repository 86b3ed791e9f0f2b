"""For editors, translators and engineers: ``PYTHONPATH=hooks python -m crimeplan``."""

from __future__ import annotations

import argparse
import importlib.util
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from judged_day import find_day
from past_pages import past_texts

from .command_line import parse
from .describe import write_descriptions
from .due import DUE_FORMATS, due_of_languages, due_of_plan
from .l10n.messages import data_messages, data_texts, interface_messages, template_of, update_file
from .model import Plan
from .pages import Page, Pages
from .pages.load import sections_of
from .progress import assess_plan
from .report import FORMATS
from .site import check_site, load_locales
from .touched import note_touched, touched_by
from .translation.new_language import new_language
from .translation.work import (
    WorkError,
    accepted_text,
    changes_of,
    page_file,
    started_text,
)
from .updating import QUESTIONS, Answers, UpdateError, answered, update_of, write_files
from .updating.options import typed_options


def main(typed: list[str] | None = None) -> int:
    """Run one command; the exit status is 1 where an error would stop a build."""
    arguments = parse(sys.argv[1:] if typed is None else typed, __doc__)
    root = arguments.root.resolve()
    try:
        match arguments.command:
            case "check":
                return check(root, find_day(root, arguments.as_of), arguments.format)
            case "due":
                return due(root, arguments)
            case "update":
                return update(root, arguments, input if sys.stdin.isatty() else None)
            case "changes":
                return changes(root, arguments.language, arguments.page)
            case "accept":
                return accept(root, arguments)
            case "start":
                return start(root, arguments)
            case "words":
                return words(root)
            case _:
                return describe(root)
    except (ValueError, WorkError) as error:
        print(f"error: {error}")
        return 1


def check(root: Path, as_of: date | None = None, form: str = "plain") -> int:
    """Print every problem of the content and the pages, those that stop a build first.

    With the day ``as_of``, what had to be reviewed before it is a problem too. How hard the pages
    are to read is told where textstat is installed; a build does without it.
    """
    problems, plan, pages = check_site(root, as_of)
    if plan is not None and importlib.util.find_spec("textstat") is not None:
        from reading_age import hard_pages

        for problem in hard_pages(root, plan):
            problems.add(problem)
        note_touched(problems, plan, pages)
    for line in FORMATS[form](problems):
        print(line)
    return 1 if problems.errors else 0


def due(root: Path, arguments: argparse.Namespace) -> int:
    """List what is due; with a language, what that one lacks and nothing else."""
    as_of = find_day(root, arguments.as_of)
    plan, pages = _content(root)
    locales = load_locales(root, plan)
    wanted = arguments.language
    if wanted is not None and wanted not in locales:
        raise WorkError(f"There is no language {wanted!r}. There are: {', '.join(locales)}.")
    source = plan.languages[0].code
    chosen = {code: held for code, held in locales.items() if wanted in (None, code)}
    words = data_texts(plan, pages)
    items = list(due_of_languages(pages, {source: locales[source], **chosen}, words))
    if wanted is None:
        until = as_of + timedelta(days=arguments.days)
        items = [*due_of_plan(assess_plan(plan, as_of=as_of), until=until), *items]
    for line in DUE_FORMATS[arguments.format](items, as_of):
        print(line)
    return 0


def update(root: Path, arguments: argparse.Namespace, ask: Callable[[str], str] | None) -> int:
    """Add an entry of evidence by what was typed and, with ``ask``, by asking for the rest."""
    plan, pages = _content(root)
    answers = Answers(plan, find_day(root, arguments.on or ""))
    try:
        answered(QUESTIONS, answers, typed_options(arguments), ask=ask, say=print)
        made = update_of(root, answers)
    except UpdateError as error:
        print("\n".join(f"error: {line}" for line in error.told))
        print("Nothing was written.")
        return 1
    except (EOFError, KeyboardInterrupt):
        print("\nNothing was written.")
        return 1
    if arguments.dry_run:
        for name, text in made.files.items():
            print(f"{root / name} would end:\n{_last_entry(text)}")
        return 0
    write_files(root, made.files)
    for name in made.files:
        print(f"Written: {root / name}")
    plan, pages = _content(root)
    shown, languages = touched_by(made.evidence, made.entry, plan, pages)
    print(f"It shows on {', '.join(shown)}, in {len(languages)} languages.")
    return 0


def _last_entry(text: str) -> str:
    """The last entry of a list as it stands in its file."""
    return text[text.rindex("\n- ") + 1 :]


def changes(root: Path, language: str, path: str) -> int:
    """Show what changed in the English since the page at ``path`` was translated."""
    languages, pages = _site(root)
    page, english = _pair(pages, languages[0], language, path)
    past = (sections_of(text) for text in past_texts(root, f"docs/{languages[0]}/{path}"))
    lines = list(changes_of(page, english, (item for item in past if item is not None)))
    print("\n".join(lines) if lines else "Nothing has changed.")
    return 0


def accept(root: Path, arguments: argparse.Namespace) -> int:
    """Record that sections of a translation say what the English says."""
    languages, pages = _site(root)
    page, english = _pair(pages, languages[0], arguments.language, arguments.page)
    file = page_file(root, arguments.language, arguments.page)
    text = file.read_text(encoding="utf-8")
    new = accepted_text(text, page, english, arguments.section, arguments.reason)
    return _write(file, new, dry_run=arguments.dry_run)


def start(root: Path, arguments: argparse.Namespace) -> int:
    """Copy an English page into a language's folder, to be written over.

    For a language that is new, add it to the two lists and make its catalogues as well.
    """
    languages, pages = _site(root)
    if (languages[0], arguments.page) not in pages:
        raise WorkError(f"There is no English page {arguments.page!r}.")
    file = page_file(root, arguments.language, arguments.page)
    if file.exists():
        raise WorkError(f"{file} is there already. Delete it first, if it is to be made anew.")
    text = page_file(root, languages[0], arguments.page).read_text(encoding="utf-8")
    copied = started_text(text, str(find_day(root, arguments.on)), arguments.by or "…")
    if arguments.language in languages:
        return _write(file, copied, dry_run=arguments.dry_run)
    new = new_language(arguments.language, arguments.decision)
    listed, settings = root / "content_data" / "languages.yml", root / "mkdocs.yml"
    for path, held in (
        (listed, listed.read_text(encoding="utf-8").rstrip("\n") + "\n" + new.entry),
        (settings, new.added_to_settings(settings.read_text(encoding="utf-8"))),
        (file, copied),
    ):
        _write(path, held, dry_run=arguments.dry_run)
    return 0 if arguments.dry_run else words(root)


def words(root: Path) -> int:
    """Bring every catalogue up to date; translations are kept."""
    problems, plan, pages = check_site(root)
    if plan is None or problems.errors:
        return check(root)
    interface = template_of(interface_messages(root / "overrides"), domain="interface")
    data = template_of(data_messages(plan, pages), domain="plan")
    for language in plan.languages[1:]:
        for folder, template in (("overrides", interface), ("content_data", data)):
            path = root / folder / "locale" / language.code / "LC_MESSAGES"
            update_file(path / f"{template.domain}.po", template, locale=language.code)
    return 0


def describe(root: Path) -> int:
    """Write content_data/schemas and the tables of content_data/README.md from the model."""
    write_descriptions(root / "content_data")
    return 0


def _content(root: Path) -> tuple[Plan, Pages]:
    """The plan and the pages as they are; what is overdue by some day is no matter here."""
    problems, plan, pages = check_site(root)
    if plan is None:
        raise WorkError(f"The content has {len(problems.errors)} problems: run check first.")
    return plan, pages


def _site(root: Path) -> tuple[list[str], Pages]:
    plan, pages = _content(root)
    return [language.code for language in plan.languages], pages


def _pair(pages: Pages, source: str, language: str, path: str) -> tuple[Page, Page]:
    if (language, path) not in pages or (source, path) not in pages:
        raise WorkError(
            f"There is no page docs/{language}/{path}, or no English page of that name."
        )
    return pages[language, path], pages[source, path]


def _write(file: Path, text: str, *, dry_run: bool) -> int:
    if dry_run:
        print(f"{file} would hold:\n{text}")
        return 0
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    print(f"Written: {file}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
