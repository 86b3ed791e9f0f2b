"""The package stands without MkDocs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SCRIPT = """
import importlib, pkgutil, sys

class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("mkdocs", "material", "mkdocs_static_i18n"):
            raise ImportError(f"{name} is not installed here")

sys.meta_path.insert(0, Refuse())
import crimeplan
names = [m.name for m in pkgutil.walk_packages(crimeplan.__path__, "crimeplan.")]
for name in names:
    importlib.import_module(name)
print(len(names))
"""


def test_every_module_imports_without_mkdocs(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(root / "hooks")},
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 20


def test_no_module_reads_a_clock_or_logs(root: Path) -> None:
    modules = list((root / "hooks" / "crimeplan").rglob("*.py"))
    assert len(modules) > 20
    for path in modules:
        text = path.read_text(encoding="utf-8")
        for word in (
            "datetime.now",
            "date.today",
            "time.time",
            "import logging",
            "getenv",
            "os.environ",
        ):
            assert word not in text, f"{path.name} uses {word}"
