"""One build of each site for all tests of this folder, and one more that must equal the first.

What is true of any plan is asked of two sites: the real one, and that of an invented plan, which
the same engine builds. Tests that hold facts of the real plan stand in the folder bedfordshire,
and see its site alone.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from crimeplan.load import load_plan
from crimeplan.model import Plan
from sites import ROOT, SECOND_PLAN, Built, build, copy_project, second_project, spoken_in

SITES = {"bedfordshire": ROOT, "exampleshire": ROOT / SECOND_PLAN}
"""The fixture that builds each site, and the folder of its plan."""

HERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}
ELSEWHERE = {
    "TZ": "Etc/GMT+12",  # 26 hours behind: never the same day
    "LC_ALL": "POSIX",
    "PYTHONUTF8": "0",  # with the next, files and names really are ASCII unless the code says UTF-8
    "PYTHONCOERCECLOCALE": "0",
    "PYTHONHASHSEED": "2",
}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Ask each test of every site, and in every language of the site where it names one.

    Those of the folder bedfordshire have a fixture ``site`` of their own: by a parameter they would
    be put in another order, and what a module shares would be built more than once.
    """
    own = "bedfordshire" in metafunc.definition.path.parts
    if own or "site" not in metafunc.fixturenames:
        return
    if "language" not in metafunc.fixturenames:
        metafunc.parametrize("site", list(SITES), indirect=True, scope="session")
        return
    pairs = [(name, code) for name in SITES for code in spoken_in(SITES[name]).codes]
    metafunc.parametrize(("site", "language"), pairs, indirect=["site"], scope="session")


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
def bedfordshire(twice: tuple[Built, Built]) -> Built:
    """The built site."""
    return twice[0]


@pytest.fixture(scope="session")
def exampleshire(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of the invented plan, built by the same engine."""
    project = second_project(root, tmp_path_factory.mktemp("second"))
    return build(project, tmp_path_factory.mktemp("exampleshire"))


@pytest.fixture(scope="session")
def site(request: pytest.FixtureRequest) -> Built:
    """The site that the test is asked of."""
    built: Built = request.getfixturevalue(request.param)
    return built


@pytest.fixture(scope="session")
def plan(site: Built) -> Plan:
    """The plan of the site."""
    return load_plan(site.project / "content_data")
