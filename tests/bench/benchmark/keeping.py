"""What was measured, kept as two files: data, and the table that readers see."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click


def read_results(folder: Path) -> dict[str, Any]:
    """What results.json in ``folder`` holds. Raises ClickException where it is not there."""
    try:
        found: dict[str, Any] = json.loads((folder / "results.json").read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise click.ClickException(f"There is nothing to add to: {error}") from None
    return found


def keep(name: str, results: Mapping[str, object], table: str, folder: Path) -> None:
    """Write ``results`` to NAME.json and their ``table`` to NAME.md in ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(results, indent=1, ensure_ascii=False) + "\n"
    (folder / f"{name}.json").write_text(text, encoding="utf-8")
    (folder / f"{name}.md").write_text(table, encoding="utf-8")
    click.echo(f"Written: {folder / name}.md and {name}.json")
