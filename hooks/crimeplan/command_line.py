"""What can be typed: the commands and their options."""

from __future__ import annotations

import argparse
from pathlib import Path

from .due import DUE_FORMATS
from .report import FORMATS
from .updating.options import add_update_options

COMMANDS = ("check", "due", "update", "changes", "accept", "start", "words", "describe")
_DAY = "YYYY-MM-DD"


def parse(typed: list[str], description: str | None) -> argparse.Namespace:
    """What ``typed`` asks for; where no command is named, that is check."""
    named = any(word in COMMANDS or word in ("-h", "--help") for word in typed)
    return _parser(description).parse_args(typed if named else ["check", *typed])


def _parser(description: str | None) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="crimeplan", description=description)
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--root", type=Path, default=Path(), help="the top of the repository")
    day = argparse.ArgumentParser(add_help=False)
    day.add_argument(
        "--as-of",
        default="",
        metavar=_DAY,
        help="the day to judge by; AS_OF or the day of the latest commit without it",
    )
    writes = argparse.ArgumentParser(add_help=False)
    writes.add_argument("--dry-run", action="store_true", help="say what would be written, no more")
    commands = parser.add_subparsers(dest="command", required=True)
    _add_asking(commands, common, day)
    _add_translating(commands, common, writes)
    command = commands.add_parser(
        "update",
        parents=[common, writes],
        help="ask a few questions and add an entry of evidence, and its source if that is new",
    )
    add_update_options(command)
    commands.add_parser(
        "words", parents=[common], help="bring the catalogues up to the templates and the data"
    )
    commands.add_parser(
        "describe", parents=[common], help="write the schemas and the data dictionary"
    )
    return parser


def _add_asking(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    common: argparse.ArgumentParser,
    day: argparse.ArgumentParser,
) -> None:
    command = commands.add_parser(
        "check", parents=[common, day], help="print every problem of the content and the pages"
    )
    command.add_argument(
        "--format",
        choices=FORMATS,
        default="plain",
        help="plain text, JSON, or the annotations of GitHub Actions",
    )
    command = commands.add_parser(
        "due",
        parents=[common, day],
        help="list what is due: checks, responses, evidence, translations",
    )
    command.add_argument("language", nargs="?", help="its tag, for what this language lacks alone")
    command.add_argument(
        "--format", choices=DUE_FORMATS, default="plain", help="plain text, or an issue's body"
    )
    command.add_argument(
        "--days", type=int, default=30, help="how many days ahead to look for checks (30)"
    )


def _add_translating(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    common: argparse.ArgumentParser,
    writes: argparse.ArgumentParser,
) -> None:
    names = argparse.ArgumentParser(add_help=False)
    names.add_argument("language", help="its tag, such as ur")
    names.add_argument("page", help="its path below the language, such as priorities/3/3-4.md")
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
    command.add_argument("--on", default="", metavar=_DAY, help="the day; see check --as-of")
