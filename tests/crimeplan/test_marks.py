"""Each page is sent the marks it draws, and no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from crimeplan.marks import keep_drawn_marks

HEAD, FOOT = "<!doctype html>\n<body>\n", "</body>\n"


@pytest.mark.parametrize(
    ("drawn", "left"),
    [
        ('<svg class="mark"><use href="#m-changed"/></svg>', ["m-changed"]),
        ('<use href="#g4-1"/><use href="#m-press"/><use href="#g4-1"/>', ["m-press", "g4-1"]),
        ('<rect fill="url(#tear)"/>', ["tear"]),
        ('<a href="#m-changed">a link draws nothing</a>', []),
        ("", []),
    ],
)
def test_what_is_not_drawn_is_not_sent(root: Path, drawn: str, left: list[str]) -> None:
    sprite = (root / "overrides/partials/sprite.html").read_text(encoding="utf-8").split("\n", 1)[1]
    page = keep_drawn_marks(f"{HEAD}{sprite}{drawn}{FOOT}")
    assert page.startswith(HEAD)
    assert page.endswith(f"{drawn}{FOOT}")
    assert [
        name for name in ("m-changed", "m-press", "g4-1", "tear") if f'id="{name}"' in page
    ] == [name for name in ("m-changed", "m-press", "g4-1", "tear") if name in left]
    assert ("sprite" in page) == bool(left)
    assert page.count(" id=") == len(left)


def test_a_page_without_a_sprite_stays_as_it_is() -> None:
    assert keep_drawn_marks(HEAD + FOOT) == HEAD + FOOT
