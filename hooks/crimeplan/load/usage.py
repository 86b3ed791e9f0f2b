"""Sources that nothing names: most often the name is typed otherwise where it is meant."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..model import Entity
from ..problems import Severity
from .register import Register

_KEYS = ("source", "sources", "start_source", "end_source")


def check_sources_used(register: Register) -> None:
    """Warn of each source that no entry names, once everything could be read."""
    plan = register.plan
    if register.incomplete:
        return
    used = set(named_sources(plan.details)) | set(named_sources(plan.accessibility))
    for items in (
        plan.evidence,
        plan.left_out,
        plan.languages,
        plan.glossary,
        plan.help,
        plan.inspections,
        *plan.observations.values(),
    ):
        for item in items:
            used.update(named_sources(item))
    for source in plan.sources:
        if source.id not in used:
            register.report(
                source,
                "id",
                item=source.id,
                what="nothing names this source",
                remedy="Name it where it is used, or delete it",
                severity=Severity.WARNING,
            )


def named_sources(value: Any) -> Iterator[str]:
    """The ids of sources that an entity and what it holds name."""
    if isinstance(value, Entity):
        for name in type(value).model_fields:
            inner = getattr(value, name)
            if name in _KEYS:
                yield from ([inner] if isinstance(inner, str) else inner or ())
            elif isinstance(inner, Entity | tuple | list):
                yield from named_sources(inner)
    elif isinstance(value, tuple | list):
        for item in value:
            yield from named_sources(item)
