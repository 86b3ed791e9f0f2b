"""What tests of the package share."""

from __future__ import annotations

from pathlib import Path

import pytest

from drawing import Draw


@pytest.fixture
def draw(root: Path, tmp_path: Path) -> Draw:
    """Draws blocks of the sample plan."""
    return Draw(root, tmp_path)
