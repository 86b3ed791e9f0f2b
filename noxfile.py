"""Every way to run things. ``nox`` with no arguments does what CI does."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import nox

nox.options.default_venv_backend = "none"  # one environment, locked with hashes: see ./plan
nox.options.sessions = [
    "lint",
    "types",
    "unit",
    "content",
    "publishing",
    "site_tests",
    "examples",
    "browser",
    "pdf_tests",
    "site",
]
nox.needs_version = ">=2025.5"

ROOT = Path(__file__).parent
QUIET = {"NO_MKDOCS_2_WARNING": "1"}  # the theme's own advertisement
_BENCH_PATHS = os.pathsep.join(("hooks", "tests/support", "tests/bench"))


@nox.session
def serve(session: nox.Session) -> None:
    """Build the site and serve it at http://127.0.0.1:8000/; shows edits as they are saved."""
    env = {**QUIET, "PYTHONPATH": "hooks"}
    session.run("python", "-m", "serve_site", *session.posargs, env=env, external=True)


@nox.session
def site(session: nox.Session) -> None:
    """Build strictly into site/; the last good site stays until the new one is whole."""
    env = {**QUIET, "PYTHONPATH": "hooks"}
    session.run("python", "-m", "build_site", "site", env=env, external=True)


@nox.session
def seal(session: nox.Session) -> None:
    """Add the bill of materials and the sums of all files to site/, before it is published."""
    session.run(
        "cyclonedx-py", "requirements", "--output-reproducible", "--no-validate",
        "--pyproject", "pyproject.toml", "--output-file", "site/bill-of-materials.cdx.json",
        "requirements.lock", external=True,
    )  # fmt: skip
    session.run("python", "tools/sums.py", "site", external=True)


@nox.session
def artifact(session: nox.Session) -> None:
    """Test whether site/, just as it is, may be published at $SITE_URL; takes seconds."""
    address = os.environ.get("SITE_URL", "https://plan.example/")
    command = ["python", "-m", "artifact", "site", address]
    session.run(*command, env={"PYTHONPATH": "tests/support"}, external=True)


@nox.session
def pdf(session: nox.Session) -> None:
    """Print the whole plan into pdf/, in each language; the next site shows the links."""
    built = ROOT / ".cache" / "pdf-site"
    shutil.rmtree(built, ignore_errors=True)
    session.run("mkdocs", "build", "--strict", "--site-dir", str(built), env=QUIET, external=True)
    session.run(
        "python",
        "-m",
        "print_editions",
        str(built),
        env={"PYTHONPATH": os.pathsep.join(("hooks", "tools"))},
        external=True,
    )


@nox.session
def check(session: nox.Session) -> None:
    """Print every problem of the content, in plain English."""
    command = ["python", "-m", "crimeplan", *session.posargs]
    session.run(*command, env={"PYTHONPATH": "hooks"}, external=True)


@nox.session
def due(session: nox.Session) -> None:
    """List what is due; ``--format markdown`` writes it as the body of an issue."""
    command = ["python", "-m", "crimeplan", "due", *session.posargs]
    session.run(*command, env={"PYTHONPATH": "hooks"}, external=True)


@nox.session
def update(session: nox.Session) -> None:
    """Ask a few questions and add an entry of evidence, and its source if that is new."""
    command = ["python", "-m", "crimeplan", "update", *session.posargs]
    session.run(*command, env={"PYTHONPATH": "hooks"}, external=True)


@nox.session
def words(session: nox.Session) -> None:
    """Bring the translators' .po files up to the templates and the data."""
    session.run("python", "-m", "crimeplan", "words", env={"PYTHONPATH": "hooks"}, external=True)


@nox.session
def translate(session: nox.Session) -> None:
    """What translators do: due, changes, accept, start; see CONTRIBUTING.md."""
    command = ["python", "-m", "crimeplan", *session.posargs]
    session.run(*command, env={"PYTHONPATH": "hooks"}, external=True)


@nox.session
def describe(session: nox.Session) -> None:
    """Write the schemas and the data dictionary from the model."""
    session.run("python", "-m", "crimeplan", "describe", env={"PYTHONPATH": "hooks"}, external=True)


@nox.session
def reading_age(session: nox.Session) -> None:
    """Write tests/content/reading-age.csv: how hard each page is to read."""
    session.run("python", "-m", "reading_age", env={"PYTHONPATH": "hooks"}, external=True)


@nox.session
def format(session: nox.Session) -> None:  # noqa: A001 - the session's name, as people type it
    """Write the code as the formatter has it."""
    session.run("ruff", "format", external=True)
    session.run("ruff", "check", "--fix", external=True)


@nox.session
def lint(session: nox.Session) -> None:
    """Style and likely mistakes of the code."""
    session.run("ruff", "format", "--check", external=True)
    session.run("ruff", "check", external=True)


@nox.session
def types(session: nox.Session) -> None:
    """Types, strictly."""
    session.run("mypy", external=True)


@nox.session
def unit(session: nox.Session) -> None:
    """The model, the loader, the rules and the blocks."""
    command = ["pytest", "tests/crimeplan", "tests/bench", "-n", "2", *session.posargs]
    session.run(*command, external=True)


@nox.session
def content(session: nox.Session) -> None:
    """The real content: it has no problems, and its catalogues are complete."""
    session.run("pytest", "tests/content", *session.posargs, external=True)


@nox.session
def publishing(session: nox.Session) -> None:
    """The workflows, the forms, the lock file, and what a pull request is told."""
    session.run("pytest", "tests/publishing", *session.posargs, external=True)


@nox.session
def site_tests(session: nox.Session) -> None:
    """The built site: every page of every language."""
    command = ["pytest", "tests/site", "-n", "2", "--dist", "loadfile", *session.posargs]
    session.run(*command, env=QUIET, external=True)


@nox.session
def examples(session: nox.Session) -> None:
    """The content and the built site again, in a copy where CONTRIBUTING's examples were followed.

    Everything in that copy, the browser tests too: ``./plan examples tests``.
    """
    copy = ROOT / ".cache" / "examples"
    paths = os.pathsep.join(("hooks", "tests/support"))
    session.run("python", "-m", "examples", str(copy), env={"PYTHONPATH": paths}, external=True)
    session.chdir(copy)
    wanted = session.posargs or ["tests/content", "tests/site"]
    session.run("pytest", "-n", "2", "--dist", "loadfile", *wanted, env=QUIET, external=True)


@nox.session
def browser(session: nox.Session) -> None:
    """The built site in a real browser: Chromium from the machine, or from $BROWSER_PATH."""
    # Tests differ in length a hundredfold: a worker that has nothing left takes from the other.
    command = ["pytest", "tests/browser", "-n", "2", "--dist", "worksteal", *session.posargs]
    session.run(*command, env=QUIET, external=True)


@nox.session
def pdf_tests(session: nox.Session) -> None:
    """The whole plan as PDF files: printed, and read again."""
    session.run("pytest", "tests/pdf", *session.posargs, env=QUIET, external=True)


@nox.session
def fuzz(session: nox.Session) -> None:
    """The property tests and broken files, long: two hundred times as many examples as in CI."""
    env = {"HYPOTHESIS_PROFILE": "long"}
    session.run("pytest", "tests/crimeplan", "-n", "2", *session.posargs, env=env, external=True)


@nox.session
def bench(session: nox.Session) -> None:
    """Build invented plans of any size in turn with others; writes tests/bench/results.md."""
    command = ["python", "-m", "benchmark", *session.posargs]
    session.run(*command, env={"PYTHONPATH": _BENCH_PATHS}, external=True)


@nox.session
def edits(session: nox.Session) -> None:
    """Edit an invented plan while it is served in turn with others; writes tests/bench/edits.md."""
    command = ["python", "-m", "benchmark.editing", *session.posargs]
    session.run(*command, env={"PYTHONPATH": _BENCH_PATHS}, external=True)


@nox.session
def weight(session: nox.Session) -> None:
    """Weigh four pages of a finished site in three languages; writes tests/bench/weight.md."""
    command = ["python", "-m", "benchmark.weighing", *session.posargs]
    session.run(*command, env={"PYTHONPATH": _BENCH_PATHS}, external=True)


@nox.session
def lock(session: nox.Session) -> None:
    """Write requirements.lock from pyproject.toml: exact versions with hashes."""
    session.run(
        "uv", "pip", "compile", "pyproject.toml", "--group", "site", "--group", "checks",
        "--generate-hashes", "--python-version", "3.11", "--universal", "--no-header",
        "--output-file", "requirements.lock", *session.posargs, external=True,
        env={"UV_CACHE_DIR": os.environ.get("UV_CACHE_DIR", str(ROOT / ".cache" / "uv"))},
    )  # fmt: skip
