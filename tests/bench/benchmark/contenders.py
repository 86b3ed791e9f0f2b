"""Who builds the same pages: each as a folder made ready, and the commands that build it."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from mkdocs.utils.yaml import yaml_load

from .content import codes
from .sentences import GIVEN, SOURCE

ROOT = Path(__file__).parents[3]
SITE = "site"
"""Where each contender builds to, below its folder."""
WORDS = "words"
"""The folder beside a plan, with each page's words in Markdown, as ours show them."""
NAV = "nav:\n"
_NO_BYTECODE = shutil.ignore_patterns("__pycache__")
_PUNJABI = "overrides/partials/languages/pa.html"
_NOT_IN_MATERIAL = ("pa",)
_HUGO_PAGE = "layouts/_default/single.html"

Command = tuple[str, ...]


@dataclass(frozen=True)
class Contender:
    """Something that builds a plan's pages."""

    name: str
    make_ready: Callable[[Path, Path], list[Command]]
    """Copies what it needs of the plan (the first folder) into an empty one (the second); the
    commands are then run there, one after the other."""
    program: str | None = None
    """What must be on PATH, where it is not among this project's own packages."""
    env: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_installed(self) -> bool:
        """Whether it can be run on this machine."""
        return self.program is None or shutil.which(self.program) is not None


def this_project(name: str, root: Path) -> Contender:
    """The hooks, templates, assets and settings below ``root``, as ``nox -s site`` runs them."""

    def make_ready(plan: Path, folder: Path) -> list[Command]:
        shutil.copytree(plan, folder, dirs_exist_ok=True)
        for part in ("hooks", "overrides", "docs/assets"):
            shutil.copytree(root / part, folder / part, ignore=_NO_BYTECODE)
        settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
        nav = (plan / "mkdocs.yml").read_text(encoding="utf-8").partition(NAV)[2]
        text = settings.partition(NAV)[0] + NAV + nav
        (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
        return [(sys.executable, "-m", "build_site", SITE)]

    return Contender(name, make_ready, env={"PYTHONPATH": "hooks"})


def _plain(plan: Path, folder: Path) -> list[Command]:
    """MkDocs, Material and static-i18n as they come, and the words that Material lacks for pa."""
    shutil.copytree(plan / "docs", folder / "docs")
    words = folder / "extra" / "partials" / "languages" / "pa.html"
    words.parent.mkdir(parents=True)
    shutil.copy(ROOT / _PUNJABI, words)
    theirs = _settings(plan)
    i18n = next(plugin for plugin in theirs["plugins"] if "i18n" in plugin)["i18n"]
    kept = {"docs_structure", "fallback_to_default", "reconfigure_material", "languages"}
    settings = {
        "site_name": theirs["site_name"],
        "site_url": "https://plan.example/",
        "theme": {"name": "material", "custom_dir": "extra", "font": False, "language": SOURCE},
        "plugins": ["search", {"i18n": {key: i18n[key] for key in i18n if key in kept}}],
        "markdown_extensions": theirs["markdown_extensions"],
        "nav": theirs["nav"],
    }
    _write_yaml(folder / "mkdocs.yml", settings)
    return [(sys.executable, "-m", "mkdocs", "build", "--site-dir", SITE)]


def _typed(plan: Path, folder: Path) -> list[Command]:
    """The same, with the words in its pages that ours show, from the folder beside the plan."""
    commands = _plain(plan, folder)
    shutil.copytree(plan.with_name(WORDS), folder / "docs", dirs_exist_ok=True)
    return commands


def _zensical(plan: Path, folder: Path) -> list[Command]:
    """Zensical's own theme. It knows no languages yet, so that each is a site of its own."""
    shutil.copytree(plan / "docs", folder / "docs")
    theirs = _settings(plan)
    commands: list[Command] = []
    for code in codes():
        settings = {
            "site_name": theirs["site_name"],
            "site_url": f"https://plan.example/{code}/",
            "docs_dir": f"docs/{code}",
            "site_dir": f"{SITE}/{code}",
            "theme": {"language": SOURCE if code in _NOT_IN_MATERIAL else code, "font": False},
            "markdown_extensions": theirs["markdown_extensions"],
            "nav": theirs["nav"],
        }
        _write_yaml(folder / f"{code}.yml", settings)
        commands.append(("zensical", "build", "--config-file", f"{code}.yml"))
    return commands


def _hugo(plan: Path, folder: Path) -> list[Command]:
    """One template of our own; ``index.md`` is called ``_index.md`` there."""
    for code in codes():
        for file in sorted((plan / "docs" / code).rglob("*.md")):
            path = file.relative_to(plan / "docs")
            target = folder / "content" / path.with_name(path.name.replace("index.md", "_index.md"))
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, target)
    shutil.copytree(GIVEN / "hugo", folder / "layouts" / "_default")
    shutil.copy(folder / _HUGO_PAGE, folder / "layouts" / "_default" / "list.html")
    settings = {
        "baseURL": "https://plan.example/",
        "title": _settings(plan)["site_name"],
        "defaultContentLanguage": SOURCE,
        "disableKinds": ["taxonomy", "term", "rss"],
        "languages": {
            code: {"contentDir": f"content/{code}", "weight": number}
            for number, code in enumerate(codes(), 1)
        },
    }
    _write_yaml(folder / "hugo.yaml", settings)
    return [("hugo", "--destination", SITE)]


OURS = this_project("this project", ROOT)
PLAIN = Contender("plain MkDocs, Material, static-i18n", _plain)
TYPED = Contender("the same, with our pages' words typed in", _typed)
ZENSICAL = Contender("Zensical", _zensical, program="zensical")
HUGO = Contender("Hugo", _hugo, program="hugo")
OTHERS = (ZENSICAL, HUGO)


def built_pages(folder: Path) -> int:
    """How many pages stand below ``folder``."""
    return sum(1 for _ in (folder / SITE).rglob("index.html"))


def _settings(plan: Path) -> dict[str, Any]:
    text = (plan / "mkdocs.yml").read_text(encoding="utf-8")
    return dict(yaml_load(text))  # reads !ENV as a build does


def _write_yaml(path: Path, settings: dict[str, Any]) -> None:
    path.write_text(yaml.safe_dump(settings, allow_unicode=True, sort_keys=False), encoding="utf-8")
