"""The questions, in order. Each is also an option of the command, so that a program can answer."""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum

from ..model import WHOLE_AREA, Fit, PlaceUse, Shows, SourceKind, Timing, When
from ..problems import suggest
from .answers import Answers, Question
from .figures import figure_fault, named_figures

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_ADDRESS = re.compile(r"https?://\S+\.\S+")
_FIGURE = re.compile(r"\{[^{}]*\}")
_WORD = re.compile(r"[a-z0-9]+")
_SMALL = frozenset({"a", "an", "and", "by", "for", "from", "in", "of", "on", "that", "the", "to"})


def _words_fault(text: str, _: Answers) -> str:
    try:
        list(string.Formatter().parse(text))
    except ValueError:
        return "A brace stands alone. Type the name of a figure between two: {sum}."
    return ""


def _date_fault(text: str, _: Answers) -> str:
    try:
        When.parse(text)
    except ValueError as error:
        return f"{error}. Type 2023-02-01, 2023-02, 2023, 2022/23 or '2023-02 to 2023-03'."
    return ""


def _day_fault(text: str, _: Answers) -> str:
    try:
        date.fromisoformat(text)
    except ValueError:
        return f"{text!r} is not a day. Type it as 2023-02-01."
    return ""


def _one_of(words: type[StrEnum]) -> Callable[[str, Answers], str]:
    return lambda text, _: _unknown([text], [str(word) for word in words], "word")


def _unknown(typed: Iterable[str], known: Iterable[str], what: str) -> str:
    names = list(known)
    for text in typed:
        if text not in names:
            otherwise = f"Type one of: {', '.join(names[:12])}"
            return f"There is no {what} {text!r}. {suggest(text, names, otherwise=otherwise)}."
    return ""


def _parts_fault(_: str, answers: Answers, name: str = "parts") -> str:
    return _unknown(answers.listed(name), answers.plan.deliverable_by_id, "part")


def _source_fault(text: str, answers: Answers) -> str:
    if _ADDRESS.fullmatch(text) or any(text == s.id for s in answers.plan.sources):
        return ""
    otherwise = "Type the id of one in sources.yml, or the web address of a new one"
    ids = [source.id for source in answers.plan.sources]
    return f"There is no source {text!r}. {suggest(text, ids, otherwise=otherwise)}."


def _id_fault(taken: Callable[[Answers], Iterable[str]]) -> Callable[[str, Answers], str]:
    def fault(text: str, answers: Answers) -> str:
        if not _SLUG.fullmatch(text) or len(text) > 80:
            return f"{text!r} is no id. Type small letters, digits and single hyphens."
        return f"The id {text!r} is used. Type another." if text in taken(answers) else ""

    return fault


def _entry_ids(answers: Answers) -> list[str]:
    return [entry.id for entry in answers.plan.evidence]


def _source_ids(answers: Answers) -> list[str]:
    return [source.id for source in answers.plan.sources]


def _place_ids(answers: Answers) -> list[str]:
    return [place.id for place in answers.plan.places if PlaceUse.EVIDENCE in place.used_for]


def _made_id(text: str, year: str, taken: Iterable[str]) -> str:
    """An id from the first words that say something, unlike those ``taken``."""
    told = _FIGURE.sub(" ", text).lower()
    words = [word for word in _WORD.findall(told) if word not in _SMALL]
    stem = "-".join([*words[:4], *([year] if year else [])])[:70] or "entry"
    used = set(taken)
    return next(
        name
        for number in range(1, len(used) + 2)
        if (name := stem if number == 1 else f"{stem}-{number}") not in used
    )


def _timing(answers: Answers) -> str:
    """How the date stands to the plan's period; at-launch and inferred nobody can work out."""
    if not answers["when"]:
        return Timing.UNDATED.value
    when, period = When.parse(answers["when"]), answers.plan.details.period
    if when.within(period.start, period.end):
        return Timing.IN_PLAN.value
    return (Timing.BEFORE if when.start < period.start else Timing.AFTER).value


def _promises_asked(answers: Answers) -> str:
    lines = [
        f"  {line.id}  {line.text}"
        for part in answers.listed("parts")
        for line in answers.plan.deliverable_by_id[part].commitments
    ]
    return "\n".join([*lines, "Which of these promises is it about, if that is clear?"])


def _promises_fault(_: str, answers: Answers) -> str:
    parts = [answers.plan.deliverable_by_id.get(part) for part in answers.listed("parts")]
    known = [line.id for part in parts if part is not None for line in part.commitments]
    return _unknown(answers.listed("promises"), known, "promise of these parts")


def _words(text: str) -> Callable[[Answers], str]:
    return lambda _: text


def _holds(name: str, fault: Callable[[str, Answers], str]) -> Callable[[str, Answers], str]:
    """``fault`` for a question whose answer is a list, which it reads from the answers."""

    def with_answer(text: str, answers: Answers) -> str:
        return fault(text, Answers(answers.plan, answers.day, {**answers.given, name: text}))

    return with_answer


def _is_new(answers: Answers) -> bool:
    return answers.known_source is None


QUESTIONS: tuple[Question, ...] = (
    Question(
        name="what",
        words=_words("What happened, in our words? Put a name in braces for each number: {sum}\n>"),
        help="what happened, in our words: 'The office decided to pay {sum} towards a contest.'",
        fault=_words_fault,
        needed=True,
    ),
    Question(
        name="figures",
        words=lambda a: (
            f"What are {', '.join(named_figures(a['what']))}? "
            "Such as: sum = 5000 gbp up-to; people = 12\n>"
        ),
        help="the figures that the words name: 'sum = 5000 gbp up-to; people = 12'",
        fault=figure_fault,
        applies=lambda a: bool(named_figures(a["what"])),
        needed=True,
    ),
    Question(
        name="when",
        words=_words("When did it happen? Such as 2023-02-01, 2023-02 or 2022/23; Enter: unknown"),
        help="the day or period of the event itself: 2023-02-01, 2023-02, 2023 or 2022/23",
        fault=_date_fault,
    ),
    Question(
        name="parts",
        words=_words("Which parts does it bear on? Such as 3.2, 4.1; Enter: the plan as a whole"),
        help="the parts it bears on, parted by commas: 3.2",
        fault=_holds("parts", _parts_fault),
    ),
    Question(
        name="promises",
        words=_promises_asked,
        help="the promises it is about, where that is clear: 3.2.d",
        fault=_holds("promises", _promises_fault),
        applies=lambda a: bool(a["parts"]),
    ),
    Question(
        name="area",
        words=lambda answers: f"Where? {', '.join(_place_ids(answers))}",
        help=f"where: the id of a place in places.yml; {WHOLE_AREA} without it",
        fault=_holds("area", lambda _, a: _unknown(a.listed("area"), _place_ids(a), "place")),
        otherwise=lambda _: WHOLE_AREA,
    ),
    Question(
        name="fit",
        words=_words("Is it about the very thing promised (direct), or near it (adjacent)?"),
        help="direct: about the very thing promised; adjacent: near it",
        fault=_one_of(Fit),
        needed=True,
    ),
    Question(
        name="shows",
        words=_words(f"What does it show of the promises? {', '.join(Shows)}"),
        help=f"what it shows: {', '.join(Shows)}; action without it",
        fault=_one_of(Shows),
        otherwise=lambda _: Shows.ACTION.value,
        applies=lambda a: bool(a["promises"]),
    ),
    Question(
        name="timing",
        words=_words("How does it stand to the plan's period?"),
        help=f"{', '.join(Timing)}; worked out from the date without it",
        fault=_one_of(Timing),
        otherwise=_timing,
        asked=False,
    ),
    Question(
        name="caution",
        words=_words("What must a reader know before trusting it? Enter: nothing\n>"),
        help="what a reader must know before trusting it",
    ),
    Question(
        name="source",
        words=_words("Where was it published? A web address, or the id of a source there is\n>"),
        help="the id of its source in sources.yml, or the web address of a new one",
        fault=_source_fault,
        needed=True,
    ),
    Question(
        name="source-title",
        words=_words("That source is new. What is its title, as printed?\n>"),
        help="for a new source: its title, as printed",
        applies=_is_new,
        needed=True,
    ),
    Question(
        name="source-publisher",
        words=_words("Who published it?"),
        help="for a new source: who published it",
        applies=_is_new,
        needed=True,
    ),
    Question(
        name="source-kind",
        words=_words(f"Who speaks there? {', '.join(SourceKind)}"),
        help=f"for a new source: {', '.join(SourceKind)}",
        fault=_one_of(SourceKind),
        applies=_is_new,
        needed=True,
    ),
    Question(
        name="source-date",
        words=_words("What is its own date? Enter: it has none"),
        help="for a new source: its own date, where it has one",
        fault=_date_fault,
        applies=_is_new,
    ),
    Question(
        name="source-id",
        words=_words("A name for the source?"),
        help="for a new source: its id; made from its title without it",
        fault=_id_fault(_source_ids),
        otherwise=lambda a: _made_id(a["source-title"], a["source-date"][:4], _source_ids(a)),
        applies=_is_new,
    ),
    Question(
        name="on",
        words=_words("What day is it today?"),
        help="the day it is entered; AS_OF or the day of the latest commit without it",
        fault=_day_fault,
        otherwise=lambda a: str(a.day),
    ),
    Question(
        name="id",
        words=_words("A name for the entry?"),
        help="the entry's id; made from its words without it",
        fault=_id_fault(_entry_ids),
        otherwise=lambda a: _made_id(a["what"], a["when"][:4], _entry_ids(a)),
    ),
)
