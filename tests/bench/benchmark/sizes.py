"""How many pages of each kind a plan of one size has."""

from __future__ import annotations

from dataclasses import dataclass

FIXED = 27
"""Pages that stand once, such as home and the glossary: given/pages.yml."""
_PARTS, _MEASURES, _INSPECTIONS = 38, 24, 7
"""The ratio of these pages on the real site."""
_PRIORITIES = 7
_MOST_PARTS = 99
"""Parts of one priority: 3.1 to 3.99."""
_MOST_INSPECTIONS = 12
"""Of one plan's time: an office sees about one a year, however long its plan."""


@dataclass(frozen=True)
class Size:
    """Pages of one language, by kind."""

    priorities: int
    parts: int
    measures: int
    inspections: int

    @property
    def pages(self) -> int:
        """All pages of one language."""
        return FIXED + self.priorities + self.parts + self.measures + self.inspections

    def part_ids(self, priority: int) -> list[str]:
        """The numbers of the parts of ``priority``: the first ones have one more."""
        count = self.parts // self.priorities + (priority <= self.parts % self.priorities)
        return [f"{priority}.{number}" for number in range(1, count + 1)]

    @property
    def all_parts(self) -> list[str]:
        """The numbers of all parts."""
        return [part for number in self.numbers for part in self.part_ids(number)]

    @property
    def numbers(self) -> range:
        """The numbers of the priorities."""
        return range(1, self.priorities + 1)

    @property
    def measure_ids(self) -> list[str]:
        """The names of the measures."""
        return [f"measure-{number}" for number in range(1, self.measures + 1)]

    @property
    def inspection_ids(self) -> list[str]:
        """The names of the inspections, which start with their years."""
        return [f"{2008 + number}-inspection" for number in range(self.inspections)]


def size_of(pages: int) -> Size:
    """How ``pages`` pages of one language are shared out, by the ratio of the real site.

    Raises ValueError where that is fewer than the fixed pages need, or more than parts can be
    numbered.
    """
    priorities = _PRIORITIES if pages >= FIXED + 4 * _PRIORITIES else 1
    left = pages - FIXED - priorities
    if left < 3:
        raise ValueError(f"{pages} pages are too few: the fixed pages and one of each are 31")
    whole = _PARTS + _MEASURES + _INSPECTIONS
    inspections = min(_MOST_INSPECTIONS, max(1, round(left * _INSPECTIONS / whole)))
    measures = max(1, round(left * _MEASURES / whole))
    parts = left - measures - inspections
    if parts > priorities * _MOST_PARTS:
        raise ValueError(
            f"{pages} pages need {parts} parts, more than {priorities} priorities can number"
        )
    return Size(priorities, parts, measures, inspections)
