"""The font files hold the letters that the style promises and the pages are written in."""

from __future__ import annotations

import re
from collections import defaultdict

from fontTools.subset import parse_unicodes  # type: ignore[import-untyped]  # has none
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # has none

from fonts import FACES
from sites import OWN_FACES, Built, own_words

_FACE = re.compile(r"@font-face\{([^}]*)\}")
_NO_GLYPH = {0x200C, 0x200D, 0x200E, 0x200F, 0x25CC}
"""Joiners and direction marks, which browsers read and need not draw."""


def promised(site: Built) -> dict[str, set[int]]:
    """The signs that plan.css takes from each font file."""
    style = (site.folder / "assets" / "plan.css").read_text(encoding="utf-8")
    found = {}
    for rules in _FACE.findall(style):
        if file := re.search(r"url\(fonts/([\w.-]+)\)", rules):
            ranges = re.search(r"unicode-range:([^;]+)", rules)
            assert ranges is not None, rules
            found[file[1]] = set(parse_unicodes(ranges[1].replace("U+", "")))
    return found


def held(site: Built, name: str) -> set[int]:
    return set(TTFont(site.folder / "assets" / "fonts" / name).getBestCmap())


def test_the_style_takes_from_each_file_what_was_put_into_it(site: Built) -> None:
    asked = {face.target: set(parse_unicodes(face.keep)) for face in FACES}
    assert promised(site) == asked
    assert {path.name for path in (site.folder / "assets" / "fonts").glob("*.woff2")} == set(asked)


def test_each_letter_on_a_page_is_in_the_page_s_own_files(site: Built) -> None:
    """Not one letter of another face in a word: Urdu and Persian join theirs."""
    files = promised(site)
    read: dict[str, int] = defaultdict(int)
    lacking: dict[str, set[str]] = defaultdict(set)
    for language, face in OWN_FACES.items():
        names = [name for name in files if name.startswith(face)]
        glyphs = set.intersection(*(held(site, name) for name in names))
        scripts = {*range(0x600, 0x700), *range(0x964, 0xA80)} - _NO_GLYPH
        for page in site.in_language(language):
            body = page.tree.find("body")
            assert body is not None
            signs = {ord(sign) for text in own_words(body, language) for sign in text}
            read[language] += len(signs & scripts)
            for sign in signs & scripts - glyphs:
                lacking[f"{language} {chr(sign)} U+{sign:04X}"].add(str(page))
    found = {sign: sorted(pages)[:3] for sign, pages in lacking.items()}
    assert found == {}, "type another letter, or add it to tools/fonts.py and plan.css"
    assert min(read.values()) > 1000
    assert set(read) == set(OWN_FACES)


def test_the_file_for_urdu_holds_its_letters_alone(site: Built) -> None:
    assert ord("ٹ") in held(site, "nastaliq-400.woff2")
    assert ord("ټ") not in held(site, "nastaliq-400.woff2"), "Pashto, not Urdu"
