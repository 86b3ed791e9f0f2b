"""For editors, translators and engineers: ``PYTHONPATH=hooks python -m crimeplan``."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from judged_day import find_day
from past_pages import past_texts

from .describe import write_descriptions
from .l10n.messages import data_messages, interface_messages, template_of, update_file
from .pages import Page, Pages
from .pages.load import sections_of
from .site import check_site
from .translation.new_language import new_language
from .translation.work import (
    WorkError,
    accepted_text,
    changes_of,
    due_in,
    page_file,
    started_text,
)

_COMMANDS = ("check", "due", "changes", "accept", "start", "words", "describe")


def main(typed: list[str] | None = None) -> int:
    """Run one command; the exit status is 1 where an error would stop a build."""
    arguments = _parser().parse_args(_with_command(sys.argv[1:] if typed is None else typed))
    root = arguments.root.resolve()
    try:
        match arguments.command:
            case "check":
                return check(root, find_day(root, arguments.as_of))
            case "due":
                return due(root, arguments.language)
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


def _with_command(typed: list[str]) -> list[str]:
    """``typed`` with the command check where none is named."""
    return typed if any(word in _COMMANDS or word == "-h" for word in typed) else ["check", *typed]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="crimeplan", description=__doc__)
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--root", type=Path, default=Path(), help="the top of the repository")
    writes = argparse.ArgumentParser(add_help=False)
    writes.add_argument("--dry-run", action="store_true", help="say what would be written, no more")
    names = argparse.ArgumentParser(add_help=False)
    names.add_argument("language", help="its tag, such as ur")
    names.add_argument("page", help="its path below the language, such as priorities/3/3-4.md")
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser(
        "check", parents=[common], help="print every problem of the content and the pages"
    )
    command.add_argument(
        "--as-of",
        default="",
        metavar="YYYY-MM-DD",
        help="the day to judge by; AS_OF or the day of the latest commit without it",
    )
    command = commands.add_parser(
        "due", parents=[common], help="list what is to be translated, by language and page"
    )
    command.add_argument("language", nargs="?", help="its tag; all without it")
    commands.add_parser(
        "changes",
        parents=[common, names],
        help="show what changed in the English since a page was translated",
    )
    command = commands.add_parser(
        "accept", parents=[common, names, writes], help="say that sections are current"
    )
    command.add_argument("section", nargs="*", help="their ids; all without them")
    command.add_argument("--reason", default="", help="why a translation made earlier still holds")
    command = commands.add_parser(
        "start", parents=[common, writes], help="copy an English page, or begin a language"
    )
    command.add_argument("language", help="its tag, such as ur, or ro for a new one")
    command.add_argument("page", nargs="?", default="index.md", help="its path; index.md without")
    command.add_argument("--by", default="", help="who translates it")
    command.add_argument(
        "--decision", default="", help="for a new language: how it writes numbers, and why"
    )
    command.add_argument(
        "--on", default="", metavar="YYYY-MM-DD", help="the day; see check --as-of"
    )
    commands.add_parser(
        "words", parents=[common], help="bring the catalogues up to the templates and the data"
    )
    commands.add_parser(
        "describe", parents=[common], help="write the schemas and the data dictionary"
    )
    return parser


def check(root: Path, as_of: date | None = None) -> int:
    """Print every problem of the content and the pages, those that stop a build first.

    With the day ``as_of``, what had to be reviewed before it is a problem too.
    """
    problems, _, _ = check_site(root, as_of)
    for problem in problems:
        print(f"{problem.severity.value}: {problem}")
    count = len(problems.errors)
    print("No errors." if not count else f"{count} to mend.")
    return 1 if count else 0


def due(root: Path, language: str | None) -> int:
    """List what is to be translated."""
    languages, pages = _site(root)
    for code in languages[1:]:
        if language in (None, code):
            print("\n".join(due_in(pages, languages[0], code).lines()))
    return 0


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


def _site(root: Path) -> tuple[list[str], Pages]:
    problems, plan, pages = check_site(root)
    if plan is None:
        raise WorkError(f"The content has {len(problems.errors)} problems: run check first.")
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
