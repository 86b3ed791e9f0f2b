"""Numbers and dates as one language writes them.

Digits are Latin in every language and grouping is that of the United Kingdom or of the
language itself, never by lakh: a figure must match the English beside it and the download.
"""

from __future__ import annotations

import string
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, cached_property

import babel
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal
from babel.units import format_unit

from ..model import Figure, Language, MeasureUnit, Observation, Precision, Unit, When

_REGION = {"en": "en_GB"}
"""Where the tag alone would give another country's dates."""
_MILLION = Decimal(1_000_000)
_MEGABYTE = Decimal(1_000_000)


@dataclass(frozen=True)
class WhenText:
    """A date in words. ``parts`` are one or two; ``machine`` is for the time element, if any."""

    parts: tuple[str, ...]
    machine: str | None


@dataclass(frozen=True)
class FigureText:
    """A number in digits; template words say its unit and how exact it is."""

    number: str
    unit: str
    qualifier: str
    in_millions: bool


@dataclass(frozen=True)
class Piece:
    """A run of words, or a figure among them."""

    words: str = ""
    figure: FigureText | None = None


def babel_locale(code: str) -> babel.Locale:
    """What Babel knows of the language ``code``, a BCP 47 tag.

    Raises ValueError, or UnknownLocaleError, where it knows nothing of it.
    """
    return babel.Locale.parse(_REGION.get(code, code).replace("-", "_"), sep="_")


class Formats:
    """How one language writes numbers and dates.

    The same ones stand on many pages: each is worded once.
    """

    def __init__(self, language: Language) -> None:
        self._locale = babel_locale(language.code)
        self._group_four = language.grouping
        self._millions = language.millions
        self._first_of_month = language.first_of_month

    @cached_property
    def number(self) -> Callable[[Decimal | int], str]:
        """A number with this language's separators and Latin digits."""
        return cache(self._number)

    def _number(self, value: Decimal | int) -> str:
        pattern = (
            "#,##0.###" if self._group_four or Decimal(value).copy_abs() >= 10_000 else "0.###"
        )
        return format_decimal(value, format=pattern, locale=self._locale, numbering_system="latn")

    def megabytes(self, count: int) -> str:
        """The size of a file of ``count`` bytes, to a tenth of a megabyte."""
        size = max(Decimal("0.1"), (count / _MEGABYTE).quantize(Decimal("0.1")))
        return format_unit(
            size, "digital-megabyte", "short", locale=self._locale, numbering_system="latn"
        )

    @cached_property
    def day(self) -> Callable[[date], str]:
        """A day in full: 24 November 2021."""
        return cache(self._day)

    def _day(self, value: date) -> str:
        text = format_date(value, format="long", locale=self._locale)
        if value.day == 1 and self._first_of_month:
            return text.replace("1", self._first_of_month, 1)
        return text

    def when(self, when: When) -> WhenText:
        """A date in the precision its source gives."""
        if when.parts:
            return WhenText(tuple(self._single(part) for part in when.parts), None)
        machine = None if when.precision is Precision.FINANCIAL_YEAR else when.text
        return WhenText((self._single(when),), machine)

    def _single(self, when: When) -> str:
        match when.precision:
            case Precision.DAY:
                return self.day(when.start)
            case Precision.MONTH:
                return self._skeleton("yMMMM", when.start)
            case Precision.YEAR:
                return self._skeleton("y", when.start)
            case _:
                return when.text

    @cached_property
    def _skeleton(self) -> Callable[[str, date], str]:
        return cache(lambda parts, day: str(format_skeleton(parts, day, locale=self._locale)))

    def figure(self, figure: Figure) -> FigureText:
        """A figure; whole hundred thousands of a million and more are written in millions."""
        value = figure.value
        in_millions = (
            self._millions
            and figure.unit == "gbp"
            and value >= _MILLION
            and value % (_MILLION / 10) == 0
        )
        return FigureText(
            self.number(value / _MILLION if in_millions else value),
            figure.unit.value,
            figure.qualifier.value,
            in_millions,
        )

    def exact(self, value: Decimal) -> str:
        """``value`` with as many decimals as it was given: 63.0 stays 63.0."""
        return self._exact(str(value))  # 63 and 63.0 are equal, and kept apart here

    @cached_property
    def _exact(self) -> Callable[[str], str]:
        return cache(lambda digits: self._with_decimals(Decimal(digits)))

    def _with_decimals(self, value: Decimal) -> str:
        exponent = value.as_tuple().exponent
        decimals = -exponent if isinstance(exponent, int) and exponent < 0 else 0
        whole = "#,##0" if self._group_four or value.copy_abs() >= 10_000 else "0"
        pattern = whole + ("." + "0" * decimals if decimals else "")
        return format_decimal(value, format=pattern, locale=self._locale, numbering_system="latn")

    def observation(self, row: Observation, unit: MeasureUnit) -> FigureText | None:
        """The value of a row in its unit, a change with its sign; None where it has words only."""
        if row.value is None:
            return None
        if unit is MeasureUnit.GBP:
            return self.figure(Figure(value=row.value, unit=Unit.GBP, qualifier=row.qualifier))
        number = self.exact(row.value.copy_abs())
        if unit is MeasureUnit.PERCENT_CHANGE:
            number = ("+" if row.value > 0 else "\u2212" if row.value < 0 else "") + number
        percent = unit in (MeasureUnit.PERCENT, MeasureUnit.PERCENT_CHANGE)
        shown = Unit.PERCENT if percent else Unit.NUMBER
        return FigureText(number, shown.value, row.qualifier.value, in_millions=False)

    def pieces(self, words: str, figures: Mapping[str, Figure]) -> tuple[Piece, ...]:
        """``words`` with each {name} replaced by its figure."""
        return split_pieces(words, {name: self.figure(item) for name, item in figures.items()})


def split_pieces(words: str, figures: Mapping[str, FigureText]) -> tuple[Piece, ...]:
    """``words`` with each {name} replaced by what ``figures`` holds for it."""
    pieces: list[Piece] = []
    for literal, name, _, _ in string.Formatter().parse(words):
        if literal:
            pieces.append(Piece(words=literal))
        if name is not None:
            pieces.append(Piece(figure=figures[name]))
    return tuple(pieces)
