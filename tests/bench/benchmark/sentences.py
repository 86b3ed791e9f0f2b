"""Invented sentences: words of one language in a seeded order, to a shape that all share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path
from random import Random

GIVEN = Path(__file__).parent / "given"
SOURCE = "en"
_STOPS = {"ur": "۔", "pa": "।", "bn": "।", "zh": "。"}
_UNSPACED = ("zh",)
_LENGTHS = {"ur": 1.35, "pa": 1.25, "zh": 1.05, "fa": 1.15, "fr": 1.15, "it": 1.05}
"""How many words a language takes for one of English: so its pages are as long as real ones."""
_FIGURES = ("999", "101", "2018", "2017/18", "£1,634,000", "9.9%", "01632 960001", "10-20%")
"""Numbers that pages of such a site hold: right-to-left pages must keep each whole."""


@dataclass(frozen=True)
class Shape:
    """What a sentence is in every language: so many English words, and perhaps a figure."""

    words: int
    figure: str = ""


@dataclass(frozen=True)
class Voice:
    """One language, with its words from the most to the least frequent."""

    code: str
    words: tuple[str, ...]
    weights: tuple[float, ...]
    """Cumulative, by Zipf's law: the most frequent word is no rarer than in real text."""

    @property
    def gap(self) -> str:
        """What stands between two words."""
        return "" if self.code in _UNSPACED else " "

    @property
    def stop(self) -> str:
        """What ends a sentence."""
        return _STOPS.get(self.code, ".")

    def phrase(self, seed: str, words: int) -> str:
        """A few words without an end, such as a title. The same seed says the same."""
        chosen = self._chosen(seed, words)
        return self.gap.join((chosen[0].capitalize(), *chosen[1:]))

    def sentence(self, seed: str, shape: Shape) -> str:
        """One sentence of ``shape``; the same seed says the same."""
        chosen = self._chosen(seed, shape.words)
        chosen[0] = chosen[0].capitalize()
        if shape.figure:
            chosen.insert(len(chosen) // 2, shape.figure)
        return self.gap.join(chosen) + self.stop

    def paragraph(self, seed: str, shapes: Sequence[Shape]) -> str:
        """One sentence for each of ``shapes``."""
        said = (self.sentence(f"{seed} {n}", shape) for n, shape in enumerate(shapes))
        return (self.gap).join(said)

    def _chosen(self, seed: str, words: int) -> list[str]:
        count = max(1, round(words * _LENGTHS.get(self.code, 1)))
        random = Random(f"{self.code} {seed}")  # noqa: S311 - text, not secrets
        return random.choices(self.words, cum_weights=self.weights, k=count)


@cache
def voice_of(code: str) -> Voice:
    """The voice of the language ``code``: given/words/ holds its words."""
    words = (GIVEN / "words" / f"{code}.txt").read_text(encoding="utf-8").split()
    weights = accumulate(1 / (rank + 2.7) for rank in range(len(words)))
    return Voice(code, tuple(words), tuple(weights))


def shapes_of(seed: str, sentences: int, *, figures: bool = True) -> list[Shape]:
    """The shapes of a paragraph, the same in all languages; one sentence in four has a figure."""
    random = Random(f"shape {seed}")  # noqa: S311 - text, not secrets
    shapes = []
    for _ in range(sentences):
        words, with_figure = random.randrange(8, 19), random.random() < 1 / 4
        figure = random.choice(_FIGURES)
        shapes.append(Shape(words, figure if figures and with_figure else ""))
    return shapes


def say(seed: str, words: int = 12) -> str:
    """One English sentence without a figure."""
    return voice_of(SOURCE).sentence(seed, Shape(words))


def name(seed: str, words: int = 4) -> str:
    """A few English words without an end."""
    return voice_of(SOURCE).phrase(seed, words)
