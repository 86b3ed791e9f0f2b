"""What a reader looks up: help, terms, the office, the languages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..l10n import Text
from ..model import Contact, HelpEntry, HelpGroup
from .evidence import SourceView, source_view
from .scope import Scope


@dataclass(frozen=True)
class ContactView:
    """A number or address, with the link that reaches it."""

    kind: str
    value: str
    url: str | None
    label: Text | None


@dataclass(frozen=True)
class Beside:
    """Words that safety may hang on, with the English until a person has checked them."""

    text: Text
    english: Text | None


@dataclass(frozen=True)
class HelpEntryView:
    """Somewhere to turn to."""

    anchor: str
    name: Beside
    contacts: tuple[ContactView, ...]
    who: Beside
    expect: tuple[Beside, ...]
    cost: Beside | None
    language_help: Beside | None
    sources: tuple[SourceView, ...]
    checked: str
    checked_on: date


@dataclass(frozen=True)
class HelpView:
    """The entries of one group; ``brief`` where only name and number are wanted."""

    entries: tuple[HelpEntryView, ...]
    brief: bool


@dataclass(frozen=True)
class TermView:
    """A term and what it means."""

    anchor: str
    term: str
    expansion: Text | None
    meaning: Text


@dataclass(frozen=True)
class GlossaryView:
    """Every term, in alphabetical order."""

    terms: tuple[TermView, ...]


@dataclass(frozen=True)
class OfficeView:
    """How to reach the office."""

    name: Text
    address: tuple[str, ...]
    email: str


@dataclass(frozen=True)
class LanguageView:
    """A language by its own name, with the address of its home page."""

    code: str
    dir: str
    endonym: str
    url: str
    named_on_menu: bool
    """Whether the closed menu of languages names it."""


@dataclass(frozen=True)
class LanguagesView:
    """Every language of the site."""

    languages: tuple[LanguageView, ...]


@dataclass(frozen=True)
class NoticeView:
    """A dated message."""

    level: str
    text: Beside
    start: str
    end: str


@dataclass(frozen=True)
class NoticesView:
    """The messages of the day."""

    notices: tuple[NoticeView, ...]


def notices_view(scope: Scope) -> NoticesView:
    """The notices that hold on the day the plan is judged by."""
    locale, as_of = scope.locale, scope.assessment.as_of
    return NoticesView(
        tuple(
            NoticeView(
                notice.level.value,
                _beside(scope, "notice.text", notice.text),
                locale.formats.day(notice.start),
                locale.formats.day(notice.end),
            )
            for notice in scope.assessment.plan.notices
            if notice.start <= as_of <= notice.end
        )
    )


def help_view(scope: Scope, group: HelpGroup, limit: int | None) -> HelpView:
    """The help entries of a group, or the first few of them in brief."""
    entries = [entry for entry in scope.assessment.plan.help if entry.group is group]
    return HelpView(
        tuple(_help_entry(scope, entry) for entry in entries[:limit]), limit is not None
    )


def _beside(scope: Scope, context: str, words: str) -> Beside:
    """``words`` in the reader's language, and in English where only a machine translated them."""
    locale = scope.locale
    text = locale.data(context, words)
    if locale.source is None or locale.language.reviewer or text.lang is not None:
        return Beside(text, None)
    return Beside(text, locale.source.as_foreign(words))


def _help_entry(scope: Scope, entry: HelpEntry) -> HelpEntryView:
    locale = scope.locale
    return HelpEntryView(
        anchor=f"help-{entry.id}",
        name=_beside(scope, "help.name", entry.name),
        contacts=tuple(_contact(scope, contact) for contact in entry.contacts),
        who=_beside(scope, "help.who", entry.who),
        expect=tuple(_beside(scope, "help.expect", line) for line in entry.expect),
        cost=_beside(scope, "help.cost", entry.cost) if entry.cost else None,
        language_help=_beside(scope, "help.language_help", entry.language_help)
        if entry.language_help
        else None,
        sources=tuple(
            source_view(scope, scope.assessment.plan.source_by_id[name]) for name in entry.sources
        ),
        checked=locale.formats.day(entry.checked),
        checked_on=entry.checked,
    )


def _contact(scope: Scope, contact: Contact) -> ContactView:
    digits = contact.value.replace(" ", "")
    urls = {
        "phone": f"tel:{digits}" if digits.lstrip("+").isdigit() else None,
        "text": None,
        "web": contact.value if contact.value.startswith("http") else None,
        "email": f"mailto:{contact.value}",
        "post": None,
    }
    return ContactView(
        contact.kind.value,
        contact.value,
        urls[contact.kind.value],
        scope.locale.data("contact.label", contact.label) if contact.label else None,
    )


def glossary_view(scope: Scope) -> GlossaryView:
    """Every term; the terms themselves are English, as they are met in the plan."""
    terms = sorted(scope.assessment.plan.glossary, key=lambda term: term.term.casefold())
    return GlossaryView(
        tuple(
            TermView(
                f"t-{term.id}",
                term.term,
                scope.locale.data("glossary.expansion", term.expansion) if term.expansion else None,
                scope.locale.data("glossary.meaning", term.meaning),
            )
            for term in terms
        )
    )


def office_view(scope: Scope) -> OfficeView:
    """How to reach the office."""
    office = scope.assessment.plan.details.office
    name = scope.locale.source.as_foreign(office.name) if scope.locale.source else Text(office.name)
    return OfficeView(name, office.address, office.email)


def languages_view(scope: Scope) -> LanguagesView:
    """Every language, with its home page."""
    return LanguagesView(language_views(scope, ""))


def language_views(scope: Scope, address: str) -> tuple[LanguageView, ...]:
    """The page at ``address`` in every language; the first language stands at the site's top."""
    top, languages = scope.links.top, scope.assessment.plan.languages
    return tuple(
        LanguageView(
            language.code,
            language.direction.value,
            language.endonym,
            (top + ("" if language is languages[0] else f"{language.code}/") + address) or "./",
            language.named_on_menu,
        )
        for language in languages
    )
