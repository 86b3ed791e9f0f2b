"""What there is to translate: the interface words of the templates, the plan's data words."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from ..model import Entity, Naming, Plan
from ..pages import Pages

_KEYWORDS = {"_": None, "plain": None, "say": None, "ngettext": (1, 2), "words_in": (2,)}
_HEADER = "# Words of the police and crime plan's site. How to translate them: CONTRIBUTING.md."
_LEFT_OUT = (
    "POT-Creation-Date",
    "PO-Revision-Date",
    "Project-Id-Version",
    "Report-Msgid-Bugs-To",
    "Last-Translator",
    "Language-Team",
    "Generated-By",
)
"""Headers that would change without a change of words, or that nobody fills in."""


@dataclass(frozen=True)
class Message:
    """A text to translate; ``context`` is entity and field, ``place`` helps a translator."""

    context: str | None
    text: str
    plural: str | None = None
    place: str = ""


def data_texts(plan: Plan, pages: Pages) -> frozenset[tuple[str | None, str]]:
    """Every word of the plan's data by context and text, as catalogues know it."""
    return frozenset((message.context, message.text) for message in data_messages(plan, pages))


def interface_messages(overrides: Path) -> Iterator[Message]:
    """Every word of the templates."""
    found = extract_from_dir(
        overrides,
        method_map=[("**.html", "jinja2"), ("**.xml", "jinja2")],
        keywords=_KEYWORDS,
        directory_filter=lambda name: not name.endswith("locale"),
    )
    for file, _, text, _, _ in sorted(found, key=lambda row: (row[0], row[1])):
        if isinstance(text, tuple):
            yield Message(None, text[0], text[1], f"overrides/{file}")
        else:
            yield Message(None, text, None, f"overrides/{file}")


def data_messages(plan: Plan, pages: Pages) -> Iterator[Message]:
    """Every word of the plan's data, titles first, in the order a reader meets them."""
    yield from _fields(
        "priority",
        plan.priorities,
        "title",
        "summary",
        "summary_title",
        lists={"source_notes": "source_note"},
    )
    for page in pages.values():
        if page.language == plan.languages[0].code and page.meta.title:
            yield Message("page.title", page.meta.title, None, f"docs/{page.language}/{page.path}")
    parts = list(plan.deliverables)
    yield from _fields(
        "deliverable", parts, "title", "summary", lists={"source_notes": "source_note"}
    )
    yield from _fields(
        "commitment",
        plan.commitments,
        "text",
        "due",
        "shown_by",
        "clear_note",
        "not_counted_reason",
    )
    yield from _fields("see-also", (other for part in parts for other in part.see_also), "why")
    yield from _fields(
        "summary-item", (item for p in plan.priorities for item in p.summary_items), "text", "note"
    )
    yield from _fields("evidence", plan.evidence, "what", "caution")
    yield from _fields("left-out", plan.left_out, "what", "reason")
    yield from _fields("source", plan.sources, "note", "licence")
    yield from _fields("glossary", plan.glossary, "expansion", "meaning")
    yield from _fields(
        "help", plan.help, "name", "who", "cost", "language_help", lists={"expect": "expect"}
    )
    yield from _fields("contact", (c for entry in plan.help for c in entry.contacts), "label")
    yield from _fields("notice", plan.notices, "text")
    yield from _statement_messages(plan)
    yield from _inspection_messages(plan)
    yield from _measure_messages(plan)
    yield Message("plan.present_years", plan.details.present_plan.years, None, "plan")
    yield from _fields("names", [plan.details.names], *Naming.model_fields)
    yield from _fields("place", plan.places, "name", "evidence_name")


def _statement_messages(plan: Plan) -> Iterator[Message]:
    """Names of laws, bodies and tools stay as printed."""
    statement = plan.accessibility
    yield from _fields(
        "accessibility",
        [statement],
        "conformance_reason",
        "answer_within",
        lists={"method": "method", "not_tested": "not_tested", "formats": "formats"},
    )
    yield from _fields("accessibility-issue", statement.issues, "what", "instead", "reason")
    yield from _fields("accessibility-test", statement.tests, "what", "scope")


def _inspection_messages(plan: Plan) -> Iterator[Message]:
    inspections = plan.inspections
    yield from _fields("question", plan.questions, "title")
    yield from _fields("round", plan.rounds, "title", "note", "not_comparable")
    yield from _fields(
        "inspection",
        inspections,
        "title",
        "published_note",
        "fieldwork",
        "conflict",
        "missing",
    )
    yield from _fields("grade", (g for i in inspections for g in i.grades), "asked", "note")
    yield from _fields("unnamed", (u for i in inspections for u in i.unnamed), "note")
    findings = [finding for i in inspections for finding in i.findings]
    yield from _fields("finding", findings, "text", "by_when", "caution")
    yield from _fields("follow-up", (step for f in findings for step in f.later), "what")
    yield from _fields("response", (i.response for i in inspections), "where")
    yield from _fields("remark", (r for i in inspections for r in i.remarks), "what")


def _measure_messages(plan: Plan) -> Iterator[Message]:
    measures = plan.measures
    yield from _fields(
        "measure",
        measures,
        "title",
        "summary",
        "headline",
        "counts",
        "leaves_out",
        lists={"cautions": "caution"},
    )
    yield from _fields("series", (s for m in measures for s in m.series), "label", "note")
    yield from _fields(
        "legend", (m.legend for m in measures if m.legend is not None), "filled", "outlined"
    )
    yield from _fields("break", (b for m in measures for b in m.breaks), "why")
    rows = (row for m in measures for row in plan.observations.get(m.id, ()))
    yield from _fields("observation", rows, "words", "note")


def _fields(
    entity: str, items: Iterable[Entity], *names: str, lists: dict[str, str] | None = None
) -> Iterator[Message]:
    for item in items:
        place = str(getattr(item, "id", getattr(item, "number", "")))
        for name in names:
            if value := getattr(item, name):
                yield Message(f"{entity}.{name}", value, None, place)
        for name, singular in (lists or {}).items():
            for value in getattr(item, name):
                yield Message(f"{entity}.{singular}", value, None, place)


def template_of(messages: Iterable[Message], *, domain: str) -> Catalog:
    """A catalogue without translations."""
    catalogue = Catalog(domain=domain, charset="utf-8", header_comment=_HEADER, fuzzy=False)
    for message in messages:
        catalogue.add(
            (message.text, message.plural) if message.plural else message.text,
            context=message.context,
            locations=[(message.place, 0)] if message.place else [],
        )
    return catalogue


def update_file(path: Path, template: Catalog, *, locale: str) -> None:
    """Bring the catalogue at ``path`` up to ``template``.

    Kept: every translation. A text that changed keeps the old translation, marked fuzzy, for a
    translator to look at; readers see the English until then.
    """
    catalogue = Catalog(
        locale=locale, domain=template.domain, charset="utf-8", header_comment=_HEADER, fuzzy=False
    )
    if path.is_file():
        with path.open("rb") as file:
            catalogue = read_po(file, locale=locale, domain=template.domain)
    catalogue.update(template)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_written(catalogue), encoding="utf-8")


def _written(catalogue: Catalog) -> str:
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=100, ignore_obsolete=True, include_lineno=False)
    lines = buffer.getvalue().decode("utf-8").splitlines(keepends=True)
    left_out = tuple(f'"{name}:' for name in _LEFT_OUT)
    return "".join(line for line in lines if not line.startswith(left_out))
