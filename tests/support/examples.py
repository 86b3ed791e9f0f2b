"""CONTRIBUTING's examples, and a copy of the repository in which all of them were followed.

``python -m examples FOLDER`` makes such a copy; the session ``examples`` of noxfile.py then runs
the suite in it. Nothing that an editor may add should make a test fail.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

from crimeplan.site import check_site

EXAMPLE = re.compile(
    r"^( *)```(?:yaml|csv|markdown|console) ([a-z-]+)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL
)
ADDED_TO = {
    "source": "sources.yml",
    "evidence": "evidence/3.yml",
    "status": "evidence/3.yml",
    "left-out": "left-out.yml",
    "search": "search.csv",
}
"""The lists that an example is added to, at the end."""
COPIED = "burglaries-of-homes"
"""The measure whose page is copied."""
CHANGED = {
    "response": "inspections/2022-custody.yml",
    "live": "plan.yml",
    "adopt": "plan.yml",
}
"""The files in which an example takes the place of the lines that its first key has there."""
MENDED = "corrections.md"
"""The page that is changed in English and mended in ``TRANSLATED``."""
TRANSLATED = "pl"
ADDED_BELOW = {"accessibility-test": "tests", "accessibility-issue": "issues"}
"""The lists inside content_data/accessibility.yml that an example is added to, at the top."""


def examples(root: Path) -> dict[str, str]:
    """Each example by its kind, the word after the language of its fence."""
    text = (root / "CONTRIBUTING.md").read_text(encoding="utf-8")
    return {match[2]: textwrap.dedent(match[3]) for match in EXAMPLE.finditer(text)}


def id_in(example: str) -> str:
    """The id that ``example`` gives to what it adds."""
    found = re.search(r"^(?:- )?id: (.*)$", example, re.MULTILINE)
    assert found is not None, example
    return found[1]


def follow(root: Path) -> None:
    """Follow every example in the repository at ``root``, as CONTRIBUTING says, but once."""
    content, by_kind = root / "content_data", examples(root)
    for kind, name in ADDED_TO.items():
        path = content / name
        text = path.read_text(encoding="utf-8")
        if by_kind[kind] not in text:
            gap = "\n" if path.suffix == ".yml" else ""
            path.write_text(f"{text}{gap}{by_kind[kind]}", encoding="utf-8")
    for kind, name in ADDED_BELOW.items():
        example = textwrap.indent(by_kind[kind], "  ")
        _add_after(content / "accessibility.yml", f"\n{name}:\n", f"{example}\n")
    notices = content / "notices.yml"
    if by_kind["notice"] not in notices.read_text(encoding="utf-8"):
        _replace(notices, r"^\[\]\n", by_kind["notice"])
    measure, inspection = id_in(by_kind["measure"]), id_in(by_kind["inspection"])
    (content / f"measures/{measure}.yml").write_text(by_kind["measure"], encoding="utf-8")
    (content / f"measures/{measure}.csv").write_text(by_kind["table"], encoding="utf-8")
    (content / f"inspections/{inspection}.yml").write_text(by_kind["inspection"], encoding="utf-8")
    pages = root / "docs/en/measures"
    copied = (pages / f"{COPIED}.md").read_text(encoding="utf-8")
    (pages / f"{measure}.md").write_text(copied.replace(COPIED, measure), encoding="utf-8")
    _add_after(root / "mkdocs.yml", f"  - measures/{COPIED}.md\n", f"  - measures/{measure}.md\n")
    _change_keys(root)
    _correct(root)


def _change_keys(root: Path) -> None:
    """Let each example of ``CHANGED`` take the place of the lines of its key."""
    for kind, name in CHANGED.items():
        example = examples(root)[kind]
        key = example.split(":")[0]
        _replace(root / "content_data" / name, rf"^{key}:.*\n(?:[ \t]+.*\n)*", example)


def _correct(root: Path) -> None:
    """Tell readers of a mistake in English, mend one translation, and let a person review it."""
    by_kind = examples(root)
    english = root / "docs/en" / MENDED
    _add_after(english, "{#list}\n", f"\n{by_kind['correction']}")
    _replace(english, r"^changed:.*\n", "changed: 2026-12-04\n")
    page = root / "docs" / TRANSLATED / MENDED
    _add_after(page, "{#list}\n", f"\n{by_kind['translated-section']}")
    _replace(page, r"^translated_on:.*\n", "translated_on: 2026-12-04\n")
    _add_after(page, "translated_by: machine draft\n", by_kind["reviewed-page"])
    entry = textwrap.indent(by_kind["reviewer"], "  ")
    _add_after(root / "content_data/languages.yml", f"- code: {TRANSLATED}\n", entry)
    problems, _, _ = check_site(root)
    for problem in problems:
        told = re.search(r"type below made_from: (\w+): ('\w+')", problem.remedy)
        if problem.file == page.relative_to(root).as_posix() and told is not None:
            _replace(page, rf"^  {told[1]}: '\w+'$", f"  {told[1]}: {told[2]}")


def _replace(path: Path, pattern: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    changed, count = re.subn(pattern, lambda _: new, text, count=2, flags=re.MULTILINE)
    assert count == 1, (path, pattern)
    path.write_text(changed, encoding="utf-8")


def _add_after(path: Path, place: str, added: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(place) == 1, (path, place)
    if place + added not in text:
        path.write_text(text.replace(place, place + added), encoding="utf-8")


def copy_repository(root: Path, target: Path) -> None:
    """Copy what git knows, or would take, of the working tree at ``root`` to ``target``."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout
    for name in listed.split("\0"):
        if name and (root / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(root / name, target / name)


if __name__ == "__main__":
    copy = Path(sys.argv[1])
    shutil.rmtree(copy, ignore_errors=True)
    copy_repository(Path.cwd(), copy)
    follow(copy)
