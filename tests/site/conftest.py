"""One build of the real site for all tests of this folder, and one more that must equal it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from crimeplan.load import load_content
from crimeplan.model import Plan
from sites import Built, build, copy_project

HERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}
ELSEWHERE = {
    "TZ": "Etc/GMT+12",  # 26 hours behind: never the same day
    "LC_ALL": "POSIX",
    "PYTHONUTF8": "0",  # with the next, files and names really are ASCII unless the code says UTF-8
    "PYTHONCOERCECLOCALE": "0",
    "PYTHONHASHSEED": "2",
}


@pytest.fixture(scope="session")
def twice(root: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Built, Built]:
    """Two builds of the same commit, made side by side: here, and on what could be another machine.

    The second is of a copy in another folder, without git, in another time zone and locale.
    """
    copy = copy_project(root, tmp_path_factory.mktemp("elsewhere") / "a folder, copied")
    places = [(root, "site", HERE), (copy, "again", ELSEWHERE)]

    def made(project: Path, name: str, environment: dict[str, str]) -> Built:
        return build(project, tmp_path_factory.mktemp(name), **environment)

    with ThreadPoolExecutor() as pool:
        first, second = pool.map(made, *zip(*places, strict=True))
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
