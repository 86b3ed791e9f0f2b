"""Tables that an editor aligns keep to the site's policy."""

from __future__ import annotations

import pytest
from markdown import markdown

from crimeplan.aligned_tables import AlignedTables

TABLE = "| a | b |\n| {} | {} |\n| 1 | 2 |\n"


@pytest.mark.parametrize(
    ("dashes", "name"), [(":--", "at-start"), (":-:", "at-centre"), ("--:", "at-end")]
)
def test_alignment_is_a_class(dashes: str, name: str) -> None:
    html = markdown(TABLE.format("---", dashes), extensions=["tables", AlignedTables()])
    assert "style=" not in html
    assert html.count(f'class="{name}"') == 2


def test_a_table_without_alignment_has_no_class() -> None:
    html = markdown(TABLE.format("---", "---"), extensions=["tables", AlignedTables()])
    assert "<td>1</td>" in html
    assert "class=" not in html
