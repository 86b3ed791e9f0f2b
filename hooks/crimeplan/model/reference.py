"""Things a reader looks up: terms, help, notices, languages, and the plan itself."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from .base import AsList, Count, Entity, Flag, Slug, Url, Words
from .when import Day


class Publication(StrEnum):
    """Whether the office has adopted this edition."""

    DRAFT = "draft"
    ADOPTED = "adopted"


class Stage(StrEnum):
    """Whether the site is still being tried out."""

    BETA = "beta"
    LIVE = "live"


class Period(Entity):
    """The days a plan ran, with the sources of both ends."""

    start: Day
    """Its first day."""
    start_source: Slug
    """The id of the source of the first day."""
    end: Day
    """Its last day."""
    end_source: Slug
    """The id of the source of the last day."""
    end_note: Words | None = None
    """How the last day was worked out."""


class Office(Entity):
    """How to reach the office."""

    name: Words
    """Its name."""
    address: Annotated[tuple[Words, ...], AsList]
    """Its postal address, line by line."""
    email: Words
    """Its e-mail address."""
    source: Slug
    """The id of the source of these."""


class SecurityContact(Entity):
    """Whom to tell of a weakness of the site: .well-known/security.txt, by RFC 9116."""

    email: Words
    """The e-mail address of whoever reads such reports."""
    valid_days: Annotated[int, Field(ge=1, le=365)]
    """How many days after the day a build judges by the file may be believed: at most a year."""


class PresentPlan(Entity):
    """The plan that took this one's place."""

    years: Words
    """The years it runs."""
    title: Words
    """What the linked page is."""
    address: Url
    """Where the office tells about it."""
    source: Slug
    """The id of the source that says so."""


class Naming(Entity):
    """What this site, its force and its time are called, in whole phrases.

    A name changes its form inside a sentence of many languages, so that each phrase is translated
    as one.
    """

    site: Words
    """The site's own name: in headings, titles, feeds and on paper."""
    force: Words
    """The police force, as one of those who were to do something."""
    force_grades: Words
    """What stands above the grades of the force, before their years."""
    force_reports: Words
    """What stands above the list of reports on the force."""
    not_the_force: Words
    """What stands beside a grade that a regional unit got."""
    succeeded: Words
    """What came after the plan: one or two sentences for the foot of every page."""


class PlanDetails(Entity):
    """The plan as a whole: content_data/plan.yml."""

    title: Words
    """Its title, as printed."""
    strapline: Words
    """Its motto, as printed."""
    names: Naming
    """What the site calls it, the force and what came since."""
    period: Period
    """The days it ran."""
    publication: Publication
    """draft until the office adopts this edition, then adopted."""
    stage: Stage
    """beta while the site is new and every page asks for mistakes, then live."""
    office: Office
    """Whose plan it was."""
    adopted_text: Url
    """The office's page for the adopted text."""
    present_plan: PresentPlan
    """The plan that took its place."""
    leave_to: Url
    """The page that the link for leaving the site opens: about the weather, as safety words say."""
    security: SecurityContact | None = None
    """Whom to tell of a weakness of the site; without it there is no security.txt."""


class GlossaryTerm(Entity):
    """A term a reader may not know: content_data/glossary.yml."""

    id: Slug
    """A name for the term."""
    term: Words
    """The term or its short form."""
    expansion: Words | None = None
    """What a short form stands for."""
    meaning: Words
    """What it means, in plain words."""
    sources: Annotated[tuple[Slug, ...], AsList, Field(min_length=1)]
    """The ids of the sources that show it."""


class ContactKind(StrEnum):
    """How help is reached."""

    PHONE = "phone"
    TEXT = "text"
    WEB = "web"
    EMAIL = "email"
    POST = "post"


class Contact(Entity):
    """A number or address."""

    kind: ContactKind
    """phone, text, web, email or post."""
    value: Words
    """The number or address itself."""
    label: Words | None = None
    """What it is for, where that is not plain."""


class HelpGroup(StrEnum):
    """Where on the help page an entry stands, in this order."""

    POLICE = "police"
    LANGUAGE = "language"
    ANONYMOUS = "anonymous"
    CHILDREN = "children"
    DOMESTIC_ABUSE = "domestic-abuse"
    SEXUAL_VIOLENCE = "sexual-violence"
    VICTIMS = "victims"
    HATE_CRIME = "hate-crime"
    FRAUD = "fraud"
    ANTI_SOCIAL_BEHAVIOUR = "anti-social-behaviour"
    OTHER = "other"
    HOLDING_TO_ACCOUNT = "holding-to-account"


class HelpEntry(Entity):
    """Somewhere to turn to: content_data/help.yml."""

    id: Slug
    """A name for the entry."""
    group: HelpGroup
    """Where on the page it stands."""
    name: Words
    """The name of the service."""
    contacts: Annotated[tuple[Contact, ...], Field(min_length=1)]
    """Numbers and addresses."""
    who: Words
    """Whom it is for."""
    expect: Annotated[tuple[Words, ...], AsList, Field(min_length=1)]
    """What to expect, one short sentence each."""
    cost: Words | None = None
    """What it costs, where a source says so."""
    language_help: Words | None = None
    """Help in other languages, where a source says so."""
    sources: Annotated[tuple[Slug, ...], AsList, Field(min_length=1)]
    """The ids of its sources; one of them must be official."""
    checked: Day
    """When somebody last compared it with its source."""
    recheck_by: Day
    """When it must be compared again."""


class NoticeLevel(StrEnum):
    """How loud a notice is."""

    INFORMATION = "information"
    IMPORTANT = "important"


class Notice(Entity):
    """A dated message on every page: content_data/notices.yml."""

    id: Slug
    """A name for the notice."""
    level: NoticeLevel
    """information or important."""
    start: Day
    """The first day it shows."""
    end: Day
    """The last day it shows."""
    text: Words
    """What it says."""

    @model_validator(mode="after")
    def _in_order(self) -> Notice:
        if self.end < self.start:
            raise PydanticCustomError(
                "order", "it ends before it starts", {"expected": "an end on or after the start"}
            )
        return self


class Direction(StrEnum):
    """Which way a script runs."""

    LTR = "ltr"
    RTL = "rtl"


class Language(Entity):
    """A language of the site: content_data/languages.yml."""

    code: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z]{2,4})?$")]
    """Its BCP 47 tag."""
    endonym: Words
    """Its own name for itself."""
    name: Words
    """Its name in English."""
    direction: Direction
    """ltr or rtl."""
    script: Words
    """The script it is written in here."""
    grouping: Flag = True
    """no where numbers of four digits are not grouped (1234)."""
    millions: Flag = True
    """no where the language counts in other large units, so that millions are written out."""
    has_letters: Flag = True
    """no where names cannot be put under first letters."""
    alphabet: Words | None = None
    """Its letters in order, parted by spaces, where they do not follow their numbers in Unicode."""
    named_on_menu: Flag = False
    """yes where the closed menu of languages names it, so that readers see what opens there."""
    first_of_month: Words | None = None
    """How the first day of a month is written, where it is not 1."""
    decision: Words
    """How numbers are written, and why."""
    census: dict[Slug, Count] = Field(default_factory=dict)
    """Residents aged 3 and over with this main language, by council area."""
    source: Slug | None = None
    """The id of the source of the census counts."""
    reviewer: Words | None = None
    """The organisation or person (initials will do) who reviewed the translation."""
