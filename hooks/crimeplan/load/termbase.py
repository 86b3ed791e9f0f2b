"""The termbase: one rendering a language, and none of those to be avoided."""

from __future__ import annotations

from .register import Register


def check_terms(register: Register) -> None:
    """Report languages that are not the site's, terms said twice, renderings that are avoided."""
    seen: set[tuple[str, str]] = set()
    languages = set(register.plan.language_by_code)
    for term in register.plan.terms:
        if register.languages_known and term.language not in languages:
            register.report(
                term,
                item=term.term,
                what=f"{term.language!r} is not a language of this site",
                remedy="Add it to languages.yml, or delete the row",
            )
        if (term.term, term.language) in seen:
            register.report(
                term,
                item=term.term,
                what=f"the term stands twice for the language {term.language!r}",
                remedy="Keep one of the two rows",
            )
        seen.add((term.term, term.language))
        for avoided in term.avoid:
            if avoided in term.rendering:
                register.report(
                    term,
                    item=term.term,
                    what="the rendering holds words that are to be avoided",
                    received=avoided,
                    remedy="Change 'rendering' or 'avoid'",
                )
