"""What tests of the package share."""

from __future__ import annotations

from pathlib import Path

import pytest

from drawing import Draw
from translating import small_site


@pytest.fixture
def draw(root: Path, tmp_path: Path) -> Draw:
    """Draws blocks of the sample plan."""
    return Draw(root, tmp_path)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small site with one Urdu page, all of it current."""
    return small_site(tmp_path)
