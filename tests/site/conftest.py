"""One build of the real site for all tests of this folder, and one more that must equal it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from crimeplan.load import load_content
from crimeplan.model import Plan
from sites import Built, build


@pytest.fixture(scope="session")
def twice(root: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Built, Built]:
    """Two builds of the same commit, made side by side."""
    folders = [tmp_path_factory.mktemp("site"), tmp_path_factory.mktemp("again")]
    with ThreadPoolExecutor() as pool:
        first, second = pool.map(lambda folder: build(root, folder), folders)
    return first, second


@pytest.fixture(scope="session")
def site(twice: tuple[Built, Built]) -> Built:
    """The built site."""
    return twice[0]


@pytest.fixture(scope="session")
def plan(root: Path) -> Plan:
    plan = load_content(root / "content_data").plan
    assert plan is not None
    return plan
