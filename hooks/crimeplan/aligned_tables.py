"""Aligned columns of Markdown tables by class: a strict policy forbids inline styles.

Python-Markdown writes ``style="text-align: right;"``, which the site's content security policy
blocks. Logical names (start, end) hold in both directions of writing.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

_CLASSES = {
    "text-align: left;": "at-start",
    "text-align: center;": "at-centre",
    "text-align: right;": "at-end",
}


class _StyleToClass(Treeprocessor):
    def run(self, root: Element) -> None:
        """Turn each cell's alignment into a class."""
        for cell in root.iter():
            if cell.tag in ("th", "td") and (name := _CLASSES.get(cell.get("style", ""))):
                del cell.attrib["style"]
                cell.set("class", name)


class AlignedTables(Extension):
    """The Markdown extension that aligns by class."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's interface
        """Run after tables are built."""
        md.treeprocessors.register(_StyleToClass(md), "aligned_tables", 0)
