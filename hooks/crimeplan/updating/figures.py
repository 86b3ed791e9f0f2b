"""Figures as an editor types them on one line: ``sum = 5000 gbp up-to; people = 12``."""

from __future__ import annotations

import string
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from ..model import Qualifier, Unit
from ..problems import suggest
from .answers import Answers


def named_figures(words: str) -> list[str]:
    """The names that ``words`` hold in braces, in order; none where the braces do not close."""
    try:
        return [name for _, name, _, _ in string.Formatter().parse(words) if name]
    except ValueError:
        return []


def figures_of(text: str) -> dict[str, dict[str, str | int]]:
    """The figures of ``text`` by name, as they stand in the data; what is usual is left out."""
    return {name: {**_figure(typed), **_whole(typed)} for name, typed in _typed(text).items()}


def figure_fault(text: str, answers: Answers) -> str:
    """What is wrong with ``text``, and what to type; empty where nothing is."""
    wanted, typed = named_figures(answers["what"]), _typed(text)
    if set(wanted) != set(typed):
        return f"The words name {', '.join(wanted)}. Type each once, such as: {wanted[0]} = 5000"
    for name, words in typed.items():
        figure = _figure(words)
        try:
            Decimal(figure["value"])
        except InvalidOperation:
            return f"{name}: {figure['value']!r} is no number. Type digits alone, such as 5000."
        allowed = [*Unit, *Qualifier]
        for word in words.split()[1:]:
            if word not in allowed:
                otherwise = f"Type one of: {', '.join(allowed)}"
                near = suggest(word, [str(one) for one in allowed], otherwise=otherwise)
                return f"{name}: {word!r} is no unit and no qualifier. {near}."
    return ""


def _typed(text: str) -> Mapping[str, str]:
    parted = (item.partition("=") for item in text.split(";") if item.strip())
    return {name.strip(): words.strip() for name, _, words in parted}


def _figure(words: str) -> dict[str, str]:
    value, *others = words.split() or [""]
    figure = {"value": value.replace(",", "")}
    for word in others:
        key = "unit" if word in list(Unit) else "qualifier"
        if word not in (Unit.NUMBER, Qualifier.EXACT):
            figure[key] = word
    return figure


def _whole(words: str) -> dict[str, int]:
    """The value where it is a whole number, which then stands without quotation marks."""
    value = _figure(words)["value"]
    return {"value": int(value)} if value.isdecimal() else {}
