"""What is served while somebody edits is what a cold build would write, whatever was edited."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from preview import NotMadeError, Preview, Reading, Workplace
from sites import AS_OF, EDIT_URI, Built, build, second_project

ADDRESS = "http://127.0.0.1:8000/"

Edit = Callable[[Path], None]
"""Changes a project."""


def replaced(file: str, old: str, new: str) -> Edit:
    def edit(project: Path) -> None:
        text = (project / file).read_text(encoding="utf-8")
        assert old in text, f"{file} does not hold {old!r}"
        (project / file).write_text(text.replace(old, new), encoding="utf-8")

    return edit


def removed(*files: str) -> Edit:
    def edit(project: Path) -> None:
        for file in files:
            (project / file).unlink()

    return edit


def copied(file: str, target: str) -> Edit:
    def edit(project: Path) -> None:
        shutil.copy(project / file, project / target)

    return edit


def together(*edits: Edit) -> Edit:
    def edit(project: Path) -> None:
        for one in edits:
            one(project)

    return edit


EDITS = {
    "a page": replaced("docs/en/about.md", "## ", "New words.\n\n## "),
    "a page in translation": replaced("docs/fa/contact.md", "title: تماس", "title: نشانی"),
    "a removed translation": removed("docs/fa/about.md"),
    "a removed page": together(
        removed("docs/en/privacy.md"), replaced("mkdocs.yml", "  - privacy.md\n", "")
    ),
    "a new page": together(
        copied("docs/en/about.md", "docs/en/history.md"),
        replaced("mkdocs.yml", "  - about.md\n", "  - about.md\n  - history.md\n"),
    ),
    "an entry of evidence": replaced(
        "content_data/evidence/1.yml", "The office opened a fund", "The office began a fund"
    ),
    "a figure": replaced("content_data/measures/bicycle-thefts.csv", ",4.2,", ",4.3,"),
    "a catalogue of the data": replaced(
        "content_data/locale/fa/LC_MESSAGES/plan.po", "همسایه‌ها،", "همسایگان،"
    ),
    "a catalogue of the interface": replaced(
        "overrides/locale/fa/LC_MESSAGES/interface.po", 'msgstr "فهرست مطالب"', 'msgstr "فهرست"'
    ),
    "the template of all pages": replaced("overrides/main.html", "</body>", "<p>New.</p></body>"),
    "the template of a block": replaced(
        "overrides/partials/plan/timeline.html", '<ol class="time back">', '<ol class="time">'
    ),
    "the style": replaced("docs/assets/plan.css", "/*", ".new { color: red }\n/*"),
    "the configuration": replaced(
        "mkdocs.yml",
        "  - glossary.md\n  - corrections.md\n",
        "  - corrections.md\n  - glossary.md\n",
    ),
}


@pytest.fixture(scope="module")
def project(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return second_project(root, tmp_path_factory.mktemp("edited"))


@pytest.fixture(scope="module")
def preview(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AS_OF", AS_OF)
        patch.setenv("EDIT_URI", EDIT_URI)
        shown = Preview(Workplace(project, tmp_path_factory.mktemp("made"), ADDRESS))
        shown.read()
        yield shown


def reading_of(preview: Preview) -> Reading:
    assert preview.problems == ()
    assert preview.reading is not None
    return preview.reading


def cold(project: Path, tmp_path: Path) -> dict[str, bytes]:
    return build(project, tmp_path / "cold", SITE_URL=ADDRESS).files()


@pytest.mark.parametrize("kind", EDITS)
def test_what_is_served_after_an_edit_is_what_a_cold_build_writes(
    kind: str, project: Path, preview: Preview, tmp_path: Path
) -> None:
    before = Built(reading_of(preview).everything()).files()
    EDITS[kind](project)
    preview.read()
    served = Built(reading_of(preview).everything()).files()
    built = cold(project, tmp_path)
    assert [path for path in built if served.get(path) != built[path]] == []
    assert set(served) == set(built)
    assert served != before, "the edit changes nothing, so nothing is shown by this test"


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (replaced("docs/en/contact.md", "---\n", "-!-\n"), "docs/en/contact.md, line 1: "),
        (replaced("content_data/evidence/2.yml", "when: 2017-09", "when: 2017-31"), "2017-31"),
    ],
)
def test_problems_are_told_and_the_last_good_pages_stay(
    edit: Edit, told: str, project: Path, preview: Preview, tmp_path: Path
) -> None:
    good = reading_of(preview)
    kept = shutil.copytree(project, tmp_path / "kept")
    edit(project)
    preview.read()
    assert preview.reading is good
    assert len(preview.problems) >= 1
    assert any(told in problem for problem in preview.problems)
    shutil.copytree(kept, project, dirs_exist_ok=True)
    preview.read()
    assert reading_of(preview) is not good


def test_a_template_edited_while_there_are_problems_is_seen_once_they_are_mended(
    project: Path, preview: Preview
) -> None:
    page = project / "docs/en/contact.md"
    words = page.read_text(encoding="utf-8")
    replaced("overrides/main.html", "</body>", "<p>Seen later.</p></body>")(project)
    page.write_text("no page", encoding="utf-8")
    preview.read()
    assert preview.problems
    page.write_text(words, encoding="utf-8")
    preview.read()
    assert b"Seen later." in content_of(reading_of(preview), "index.html")


def test_a_broken_template_is_told_and_keeps_other_files(project: Path, preview: Preview) -> None:
    template = project / "overrides/main.html"
    words = template.read_text(encoding="utf-8")
    template.write_text(words + "{{ no_such_name }}", encoding="utf-8")
    preview.read()
    with pytest.raises(NotMadeError, match=r"overrides/main\.html, line \d+: UndefinedError"):
        reading_of(preview).file("index.html")
    template.write_text(words + "{% if %}", encoding="utf-8")
    preview.read()
    with pytest.raises(NotMadeError, match=r"overrides/main\.html, line \d+: Templ"):
        reading_of(preview).file("index.html")
    assert b"color" in content_of(reading_of(preview), "assets/plan.css")
    template.write_text(words, encoding="utf-8")
    preview.read()
    assert b"</html>" in content_of(reading_of(preview), "index.html")


@pytest.mark.parametrize("target", ["nowhere.md", "contact.md#nowhere"])
def test_a_link_that_leads_nowhere_is_told_with_its_page(
    target: str, project: Path, preview: Preview
) -> None:
    page = project / "docs/en/about.md"
    words = page.read_text(encoding="utf-8")
    page.write_text(f"{words}\n[A link]({target})\n", encoding="utf-8")
    preview.read()
    reading = reading_of(preview)
    assert b"A link" in content_of(reading, "about/index.html")
    assert [target in warning for warning in reading.warnings_of("about/index.html")] == [True]
    assert content_of(reading, "index.html")
    assert reading.warnings_of("index.html") == ()
    page.write_text(words, encoding="utf-8")
    preview.read()


def test_only_what_is_asked_for_is_made(preview: Preview) -> None:
    preview.read()
    reading = reading_of(preview)
    assert content_of(reading, "fa/priorities/1/index.html")
    made = [file for file in reading.folder.rglob("*") if file.is_file()]
    assert [file.name for file in made] == ["index.html"]
    assert reading.has_made("fa/priorities/1/index.html")
    assert not reading.has_made("fa/index.html")


def test_what_the_site_does_not_hold_is_not_there(preview: Preview) -> None:
    for path in ("nothing/index.html", "../mkdocs.yml", "docs/en/index.md", "fa", "xx/index.html"):
        assert reading_of(preview).file(path) is None, path


def test_making_everything_ends_where_something_is_edited_meanwhile(preview: Preview) -> None:
    preview.read()
    old = reading_of(preview)
    preview.read()
    with pytest.raises(NotMadeError, match="edited meanwhile"):
        old.file("pagefind/pagefind.js")


def content_of(reading: Reading, path: str) -> bytes:
    file = reading.file(path)
    assert file is not None, path
    return file.read_bytes()
