"""Each page is written in the letters of its language."""

from __future__ import annotations

import unicodedata

from sites import Built, own_words

LEAST = 0.72
"""English names that readers must be able to say or to search for stay in Latin letters, most
of all in the glossary."""
LEAST_CHINESE = 0.6
"""One character stands for a word, so that a name in Latin letters weighs four times as much."""


def share(text: str, script: str) -> float:
    letters = [sign for sign in text if unicodedata.category(sign).startswith("L")]
    return sum(unicodedata.name(sign, "").startswith(script) for sign in letters) / len(letters)


def test_pages_are_written_in_their_script(site: Built, language: str) -> None:
    pages = site.in_language(language)
    assert len(pages) > 30
    script = site.spoken.scripts[language]
    found = {}
    for page in pages:
        main = page.tree.find(".//main")
        assert main is not None
        found[page.address] = share("".join(own_words(main, language)), script)
    least = LEAST_CHINESE if language == "zh" else LEAST
    low = {address: round(value, 2) for address, value in found.items() if value < least}
    assert low == {}
