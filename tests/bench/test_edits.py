"""What edits took: the table from the data, and edits that are edits."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmark.editing import SERVERS, edit_entry, edit_page
from benchmark.edits_table import Edit, edits_table

EDITS = [
    *(Edit("ours", "a page", n, seen, seen + 1) for n, seen in enumerate((0.9, 0.1, 0.2))),
    *(Edit("ours", "an entry", n, seen, seen + 2) for n, seen in enumerate((0.5, 0.4, 0.3))),
    Edit("alone", "a page", 0, 0.25, None),
]


def results() -> dict[str, Any]:
    """As edits.json holds them once it was written and read again."""
    found = {
        "machine": {"processor": "A processor", "cores": 2, "memory": 7.6},
        "versions": {"Python": "3.11.7", "this project": "abc1234"},
        "rounds": 3,
        "size": 70,
        "languages": 10,
        "edits": [asdict(edit) for edit in EDITS],
    }
    read: dict[str, Any] = json.loads(json.dumps(found))
    return read


def test_the_table_holds_the_median_of_each_kind_of_edit() -> None:
    text = edits_table(results())
    rows = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("|")]
    assert rows[2:] == [
        ["ours", "a page", "0.20", "1.20"],
        ["ours", "an entry", "0.40", "2.40"],
        ["alone", "a page", "0.25", "one language only"],
    ]
    assert "abc1234" in text
    assert "70 pages in each of 10 languages" in text


def test_each_edit_of_a_page_starts_from_the_page_as_it_was(tmp_path: Path) -> None:
    page = tmp_path / "about.md"
    page.write_text("Words.\n", encoding="utf-8")
    edit = edit_page(page)
    for text in ("Edited 1.", "Edited 2."):
        edit(text)
        assert page.read_text(encoding="utf-8") == f"Words.\n\n{text}\n"


def test_an_edit_of_an_entry_changes_the_first_one_alone(tmp_path: Path) -> None:
    entries = tmp_path / "1.yml"
    entries.write_text("- id: a\n  what: One.\n- id: b\n  what: Two.\n", encoding="utf-8")
    edit_entry(entries)("Edited 1.")
    assert entries.read_text(encoding="utf-8") == (
        "- id: a\n  what: Edited 1. One.\n- id: b\n  what: Two.\n"
    )


def test_only_this_project_reads_data() -> None:
    assert [server.contender.name for server in SERVERS if server.reads_data] == ["this project"]
    assert len(SERVERS) == 4
