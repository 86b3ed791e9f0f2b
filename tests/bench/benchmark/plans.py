"""A whole content folder of an invented plan: the same size gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from crimeplan.l10n.messages import data_messages
from crimeplan.pages.load import sections_of
from crimeplan.site import check_site
from crimeplan.translation.stamps import with_stamps

from .catalogues import catalogue
from .content import codes, content_of
from .pages import blueprints, page
from .sentences import SOURCE, voice_of
from .sizes import Size

_NAV = "nav:\n"


def write_plan(size: Size, target: Path, settings: str) -> None:
    """Write docs/, content_data/ and mkdocs.yml of a plan of ``size`` into the folder ``target``.

    ``settings`` is the mkdocs.yml of the real site: all of it but the pages is kept. The engine
    (hooks/, overrides/, docs/assets/) is not written. Raises ValueError where the plan made is
    not one that the engine accepts.
    """
    for path, text in content_of(size):
        _write(target / "content_data" / path, text)
    for path, text in _pages(size):
        _write(target / "docs" / path, text)
    _write_catalogues(target)
    nav = "".join(f"  - {blueprint.path}\n" for blueprint in blueprints(size))
    _write(target / "mkdocs.yml", settings[: settings.index(_NAV)] + _NAV + nav)


def _pages(size: Size) -> Iterator[tuple[str, str]]:
    """Each page by its path below docs, translations stamped as made from the present English."""
    for blueprint in blueprints(size):
        english = page(blueprint, voice_of(SOURCE), translated=False)
        sections = sections_of(english)
        if sections is None:
            raise ValueError(f"{blueprint.path} is not a page that the engine reads")
        yield f"{SOURCE}/{blueprint.path}", english
        for code in codes()[1:]:
            text = page(blueprint, voice_of(code), translated=True)
            yield f"{code}/{blueprint.path}", with_stamps(text, sections.hashes)


def _write_catalogues(target: Path) -> None:
    """Write the words of the data in every language, as the engine lists them."""
    problems, plan, pages = check_site(target)
    if plan is None:
        raise ValueError("\n".join(map(str, problems.errors)))
    messages = list(data_messages(plan, pages))
    for code in codes()[1:]:
        path = target / "content_data" / "locale" / code / "LC_MESSAGES" / "plan.po"
        _write(path, catalogue(messages, voice_of(code)))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
