"""What an editor answered, and the asking: typed as options, or one question after another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from ..model import Plan, Source

Ask = Callable[[str], str]
"""Shows a question and returns the line that was typed."""


class UpdateError(Exception):
    """Nothing can be written; ``told`` says why, a sentence each, and what to type."""

    def __init__(self, told: Iterable[str]) -> None:
        self.told = tuple(told)
        super().__init__("\n".join(self.told))


@dataclass
class Answers:
    """What was answered so far, by the name of the question, and what the answers are held to."""

    plan: Plan
    day: date
    """The day that stands for today."""
    given: dict[str, str] = field(default_factory=dict)

    def __getitem__(self, name: str) -> str:
        return self.given.get(name, "")

    def listed(self, name: str) -> list[str]:
        """An answer that holds several things, parted by commas."""
        return [word.strip() for word in self[name].split(",") if word.strip()]

    @property
    def known_source(self) -> Source | None:
        """The source that was named by its id or its address; None where it is a new one."""
        named = self["source"]
        return next((s for s in self.plan.sources if named in (s.id, s.address)), None)


@dataclass(frozen=True, kw_only=True)
class Question:
    """A question, the option that answers it, and what an answer must be."""

    name: str
    """The option without its hyphens."""
    words: Callable[[Answers], str]
    """The question as an editor is asked."""
    help: str
    """The same for the list of options, with an example."""
    fault: Callable[[str, Answers], str] = lambda _, __: ""
    """What is wrong with an answer, and what to type; empty where nothing is."""
    otherwise: Callable[[Answers], str] = lambda _: ""
    """The answer of who types nothing."""
    applies: Callable[[Answers], bool] = lambda _: True
    """Whether the earlier answers leave the question open."""
    needed: bool = False
    """Whether an empty answer is none."""
    asked: bool = True
    """no where the answer is worked out, unless the option is typed."""


def answered(
    questions: Iterable[Question],
    answers: Answers,
    typed: Mapping[str, str],
    *,
    ask: Ask | None,
    say: Callable[[str], None],
) -> Answers:
    """Answer every question that applies: by ``typed`` options, else by ``ask``, else by itself.

    With ``ask`` a wrong answer is told and asked again. Without it every fault is collected, and
    raised as UpdateError.
    """
    told: list[str] = []
    for question in questions:
        if not question.applies(answers):
            continue
        value = typed.get(question.name)
        if ask is None:
            value, fault = _taken(question, answers, value)
            if fault:
                told.append(f"--{question.name}: {fault}")
                continue  # no later question is held to an answer that is wrong
        else:
            value = _asked(question, answers, value, ask, say)
        answers.given[question.name] = value
    if told:
        raise UpdateError(told)
    return answers


def _taken(question: Question, answers: Answers, value: str | None) -> tuple[str, str]:
    """The answer to take, and what is wrong with it."""
    taken = " ".join((value or "").split()) or question.otherwise(answers)
    if not taken:
        return "", question.help if question.needed else ""
    return taken, question.fault(taken, answers)


def _asked(
    question: Question, answers: Answers, value: str | None, ask: Ask, say: Callable[[str], None]
) -> str:
    """The first answer that is right."""
    if value is None and not question.asked:
        value = question.otherwise(answers)
    while True:
        if value is None:
            suggested = question.otherwise(answers)
            value = ask(question.words(answers) + (f" [{suggested}] " if suggested else " "))
        taken, fault = _taken(question, answers, value)
        if not fault:
            return taken
        say(f"  {fault}")
        value = None
