"""The whole plan as PDF files: printed as ``nox -s pdf`` prints them, and read again."""

from __future__ import annotations

import json
import re
import subprocess
import unicodedata
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from lxml import html

import chinese_face
import print_editions
from crimeplan.model import Edition
from npm_package import FetchError
from sites import AS_OF, LANGUAGES, build, copy_project

LARGEST = 3_000_000
POINTS_A_MILLIMETRE = 72 / 25.4
SIZE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">')
BOX = re.compile(r'<word xMin="(-?[\d.]+)" yMin="(-?[\d.]+)" xMax="(-?[\d.]+)" yMax="(-?[\d.]+)">')
FONT = re.compile(rb"/F\d+ ([\d.]+) Tf")
PIECE = 12
LEAST_FOUND = {"ur": 0.6, "fa": 0.9}
"""The share of the words that poppler reads out right; the statement says what Urdu loses."""


@pytest.fixture(scope="module")
def project(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_project(root, tmp_path_factory.mktemp("project"))


@pytest.fixture(scope="module")
def editions(project: Path) -> dict[tuple[str, bool], tuple[Edition, Path]]:
    """Every edition and its file, by language and print."""
    site = build(project, project / "built")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AS_OF", AS_OF)
        printed = print_editions.print_all(site.folder, project)
    return {(e.language, e.large_print): (e, project / "pdf" / e.file) for e in printed}


def letters(text: str) -> str:
    whole = unicodedata.normalize("NFKC", text)
    return "".join(sign for sign in whole if unicodedata.category(sign)[0] in "LM")


def test_there_are_two_editions_in_each_language(
    project: Path, editions: dict[tuple[str, bool], tuple[Edition, Path]]
) -> None:
    assert set(editions) == {(code, large) for code in LANGUAGES for large in (False, True)}
    told = json.loads((project / "pdf" / "manifest.json").read_text(encoding="utf-8"))
    assert len(told) == len(editions)
    for row in told:
        assert (project / "pdf" / row["file"]).stat().st_size == row["bytes"]


def test_each_file_is_tagged_titled_and_no_larger_than_it_may_be(
    editions: dict[tuple[str, bool], tuple[Edition, Path]],
) -> None:
    for (language, large), (edition, path) in editions.items():
        with pikepdf.open(path) as pdf:
            assert pdf.Root.MarkInfo.Marked
            assert "/StructTreeRoot" in pdf.Root
            assert str(pdf.Root.Lang) == language
            assert len(str(pdf.docinfo["/Title"])) > 20
            assert str(pdf.docinfo["/CreationDate"]) == f"D:{AS_OF.replace('-', '')}000000Z"
            assert len(pdf.pages) == edition.pages
            assert (100 if not large else 250) < edition.pages < 700
            with pdf.open_outline() as outline:
                heads = [item.title for item in outline.root[0].children]
            assert len(heads) >= 9, "a bookmark for each chapter"
        assert edition.bytes == path.stat().st_size <= LARGEST, path.name
        assert edition.as_of == date.fromisoformat(AS_OF)


def test_no_word_stands_beyond_the_margins(
    editions: dict[tuple[str, bool], tuple[Edition, Path]],
) -> None:
    """By the boxes that poppler finds; a word that the page's edge cuts would reach beyond."""
    for (_, large), (edition, path) in editions.items():
        # The boxes of Nastaliq are wider and higher than its letters: half the margin is theirs.
        margin = (16 if large else 20) * POINTS_A_MILLIMETRE / 2
        done = subprocess.run(
            ["pdftotext", "-bbox", path, "-"], capture_output=True, text=True, check=True
        )
        pages = SIZE.findall(done.stdout)
        assert len(pages) == edition.pages
        width, height = map(float, pages[0])
        boxes = [tuple(map(float, box)) for box in BOX.findall(done.stdout)]
        assert len(boxes) > 5_000  # Chinese lines are one word each
        beyond = [
            box
            for box in boxes
            if box[0] < margin or box[2] > width - margin or not 0 < (box[1] + box[3]) / 2 < height
        ]
        assert beyond == [], path.name


def test_large_print_is_at_least_18_point(
    editions: dict[tuple[str, bool], tuple[Edition, Path]],
) -> None:
    """Everywhere; files count in pixels, 96 an inch."""
    for (_, large), (_, path) in editions.items():
        if not large:
            continue
        with pikepdf.open(path) as pdf:
            texts = [page.Contents.read_bytes() for page in pdf.pages]
        sizes = {float(size) for text in texts for size in FONT.findall(text)}
        assert len(sizes) > 2
        assert min(sizes) >= 18 * 96 / 72, path.name


def test_an_edition_printed_again_is_the_same_to_the_byte(
    project: Path,
    editions: dict[tuple[str, bool], tuple[Edition, Path]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("AS_OF", AS_OF)
    order, _ = print_editions.orders_for(project / "built", project, ("ur",))
    again = replace(order, target=tmp_path / order.target.name)
    # In a process of its own: a worker that has run browser tests holds Playwright open.
    with ProcessPoolExecutor(max_workers=1) as pool:
        pool.submit(print_editions.print_one, again).result()
    _, path = editions["ur", order.large_print]
    assert again.target.read_bytes() == path.read_bytes()


def test_every_font_is_in_the_file(
    editions: dict[tuple[str, bool], tuple[Edition, Path]],
) -> None:
    for _, path in editions.values():
        done = subprocess.run(["pdffonts", path], capture_output=True, text=True, check=True)
        rows = done.stdout.splitlines()[2:]
        assert rows
        assert [row for row in rows if row.split()[-5] != "yes"] == [], path.name


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_can_be_read_out_of_the_file(
    project: Path, editions: dict[tuple[str, bool], tuple[Edition, Path]], language: str
) -> None:
    prefix = "" if language == "en" else f"{language}/"
    page = html.parse(str(project / "built" / prefix / "whole-plan" / "index.html")).getroot()
    sentences = [
        letters(e.text_content()) for e in page.iter("p") if "what" in (e.get("class") or "")
    ]
    assert len(sentences) > 90
    _, path = editions[language, False]
    done = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True)
    extracted = letters(done.stdout)
    pieces = [s[i : i + PIECE] for s in sentences for i in range(0, len(s) - PIECE, PIECE)]
    found = sum(piece in extracted for piece in pieces) / len(pieces)
    assert found >= LEAST_FOUND.get(language, 0.95)


@pytest.mark.parametrize("language", ["en", "ur", "zh"])
def test_the_contents_name_the_page_of_each_part(
    editions: dict[tuple[str, bool], tuple[Edition, Path]], language: str
) -> None:
    _, path = editions[language, False]
    with pikepdf.open(path) as pdf:
        numbers = dict(print_editions.pages_of_anchors(pdf))
    wanted = str(numbers["part-3-4"])
    done = subprocess.run(
        ["pdftotext", "-f", "2", "-l", "5", path, "-"], capture_output=True, text=True, check=True
    )
    assert wanted in re.findall(r"\d+", done.stdout)


def test_a_site_built_after_that_offers_the_files(
    project: Path, editions: dict[tuple[str, bool], tuple[Edition, Path]]
) -> None:
    site = build(project, project / "again")
    for language in LANGUAGES:
        page = site.page(language, "whole-plan/")
        links = {
            (link.get("href") or "").rsplit("/", 1)[-1]
            for link in page.tree.iter("a")
            if link.get("type") == "application/pdf"
        }
        assert links == {editions[language, large][0].file for large in (False, True)}
    assert {file.name for file in (site.folder / "pdf").iterdir()} == {
        edition.file for edition, _ in editions.values()
    }


def test_without_a_browser_the_message_says_what_to_install(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROWSER_PATH", "/nowhere/chromium")
    assert print_editions.main(project / "built", project) == 1
    assert "BROWSER_PATH names '/nowhere/chromium', which is no program." in capsys.readouterr().err


def test_without_a_font_the_message_says_what_to_install(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(print_editions, "FAMILIES", ("Noto Sans", "No Such Font"))
    assert print_editions.main(project / "built", project) == 1
    said = capsys.readouterr().err
    assert "These fonts are missing: No Such Font." in said
    assert "fonts-noto-core" in said


def test_without_the_chinese_face_the_message_says_what_is_wrong(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path) -> Path:
        raise FetchError("https://npm.example/x.tgz: refused. Is the npm registry within reach?")

    monkeypatch.setenv("AS_OF", AS_OF)
    monkeypatch.setattr(chinese_face, "fetch", refuse)
    assert print_editions.main(project / "built", project) == 1
    assert "Is the npm registry within reach?" in capsys.readouterr().err


def test_chinese_letters_are_the_pinned_face(
    editions: dict[tuple[str, bool], tuple[Edition, Path]],
) -> None:
    _, path = editions["zh", False]
    done = subprocess.run(["pdffonts", path], capture_output=True, text=True, check=True)
    rows = [row for row in done.stdout.splitlines() if "NotoSansSC" in row]
    assert {row.split()[0].split("+")[1] for row in rows} == {
        "NotoSansSC-Regular",
        "NotoSansSC-Bold",
    }
    assert all("TrueType" in row for row in rows)
    assert "CJK" not in done.stdout
