"""A language that the site does not have yet: the two entries that add it.

The Unicode CLDR, by Babel, knows how it calls itself, its script and its direction; how it writes
numbers, and why, is a decision that somebody has to take.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from .work import WorkError

_LAST_LISTED = re.compile(
    r"(?P<line>^(?P<indent> +)- \{ locale: [^\n]*\}\n)(?!\s*- \{ locale:)", re.MULTILINE
)


@dataclass(frozen=True)
class NewLanguage:
    """What is added to content_data/languages.yml and to mkdocs.yml."""

    code: str
    endonym: str
    entry: str

    def added_to_settings(self, text: str) -> str:
        """The mkdocs.yml ``text`` with the language after the last one below i18n.

        Raises WorkError where that list is not as this project writes it.
        """
        line = f"- {{ locale: {self.code}, name: {self.endonym}, build: true }}\n"
        new, found = _LAST_LISTED.subn(rf"\g<line>\g<indent>{line}", text, count=1)
        if not found:
            raise WorkError(f"mkdocs.yml has no list of languages below i18n. Add there: {line}")
        return new


def new_language(code: str, decision: str) -> NewLanguage:
    """The language with the tag ``code`` (BCP 47), its numbers written by ``decision``.

    Raises WorkError where the CLDR does not know the tag or nothing is decided.
    """
    try:
        locale = Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        raise WorkError(f"{code!r} is the tag of no language. Type one such as ro.") from None
    if not decision.strip():
        raise WorkError(
            f"{code!r} is not a language of this site yet. To begin it, say how it writes numbers, "
            "and why: --decision 'Latin digits with a point between thousands, as is usual there.'"
        )
    endonym, english = locale.get_display_name(locale) or code, locale.english_name or code
    script = locale.script or get_global("likely_subtags")[code].split("_")[1]
    words = " ".join(decision.split()).replace("'", "''")
    entry = (
        f"\n- code: {code}\n"
        f"  endonym: {endonym[0].upper()}{endonym[1:]}\n"
        f"  name: {english}\n"
        f"  direction: {locale.text_direction}\n"
        f"  script: {Locale('en').scripts[script]}\n"
        f"  decision: '{words}'\n"
    )
    return NewLanguage(code, f"{endonym[0].upper()}{endonym[1:]}", entry)
