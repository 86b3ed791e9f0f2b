"""Work on one file, done again only where it would come out otherwise.

A preview checks the whole content after each edit, and all files but one say what they said.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import wraps
from typing import TypeVar, TypeVarTuple

F = TypeVar("F", bound=Hashable)
T = TypeVarTuple("T")
R = TypeVar("R")

MOST_FILES = 20_000
"""Files whose answer is kept; the oldest goes first."""


def kept_for_file(work: Callable[[F, *T], R]) -> Callable[[F, *T], R]:
    """``work``, whose last answer is kept for each file, which its first argument names.

    The other arguments are all that it reads, such as the text: where one is not what it was, the
    work is done anew, and what the file said before is forgotten. Nobody may change an answer.
    """
    kept: dict[F, tuple[tuple[*T], R]] = {}

    @wraps(work)
    def asked(file: F, *read: *T) -> R:
        known = kept.get(file)
        if known is not None and known[0] == read:
            return known[1]
        answer = work(file, *read)
        kept[file] = read, answer
        if len(kept) > MOST_FILES:
            del kept[next(iter(kept))]
        return answer

    return asked
