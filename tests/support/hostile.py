"""Text that would run if it were taken for a program, put where content puts its text."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields, is_dataclass, replace
from typing import Any, get_args

from lxml import html

from crimeplan.l10n.catalogues import Catalogue
from crimeplan.model import Entity
from crimeplan.model.base import Words

MARK = "xyzzy"
TEXTS = (
    f"<script>{MARK}</script>",
    f"</script></title></style></textarea>--><{MARK}>",
    f"<img src=x onerror={MARK}>",
    f"\"><{MARK} a='",
    f"' on{MARK}='1",
    f'" on{MARK}="1" style="color:red',
    f"javascript:{MARK}",
    f"data:text/html,{MARK}",
    f"]]></{MARK}><!-- plan:overview -->",
    f"&lt;{MARK}&gt;&#60;{MARK}&#62;",
)
BRACED = (f"{{{{ {MARK} }}}}", f"{{% include '{MARK}' %}}", f"{{# {MARK} #}}", f"${{{MARK}}}")
"""What templates would run; braces name figures in some texts, so these are tried apart."""
ALL = " ".join((*TEXTS, *BRACED))
WITHOUT_BRACES = " ".join(TEXTS)
PLAIN = "plain words"
_FIGURED = {"what", "headline"}
"""Fields in which braces name figures."""


def is_words(annotation: Any) -> bool:
    """Whether a field of this type holds words, or a list of them."""
    (base, *marks) = get_args(Words)
    found = getattr(annotation, "__metadata__", None)
    if found is not None and get_args(annotation)[0] is base and set(marks) <= set(found):
        return True
    return any(is_words(argument) for argument in get_args(annotation))


def filled(value: Any, *, braced: str, unbraced: str) -> Any:
    """``value``, a plan or what it holds, with one of the two texts in every field of words.

    It is put there unasked, past the checks that would refuse it; fields that stand empty get it
    too, so that every line of a template is drawn.
    """
    if isinstance(value, Entity):
        changes: dict[str, Any] = {}
        for name in type(value).model_fields:
            held = getattr(value, name)
            annotation = whole_type(type(value), name)
            if is_words(annotation) and not isinstance(held, dict):
                text = f"{held} {unbraced}" if name in _FIGURED else braced
                listed = isinstance(held, tuple)
                changes[name] = tuple(text for _ in held or (1,)) if listed else text
            else:
                changes[name] = filled(held, braced=braced, unbraced=unbraced)
        return value.model_copy(update=changes)
    if isinstance(value, tuple):
        return tuple(filled(item, braced=braced, unbraced=unbraced) for item in value)
    if isinstance(value, dict):
        return {k: filled(item, braced=braced, unbraced=unbraced) for k, item in value.items()}
    if is_dataclass(value) and not isinstance(value, type) and _holds_entities(value):
        held = {f.name: getattr(value, f.name) for f in fields(value)}
        return replace(value, **filled(held, braced=braced, unbraced=unbraced))
    return value


def whole_type(entity: type[Entity], name: str) -> Any:
    """The type of a field as it is written, with what pydantic takes out of it."""
    field = entity.model_fields[name]
    marks = tuple(field.metadata)
    (base, *wanted) = get_args(Words)
    if field.annotation is base and all(mark in marks for mark in wanted[1:]):
        return Words
    return field.annotation


def _holds_entities(value: Any) -> bool:
    return any(isinstance(getattr(value, f.name), Entity) for f in fields(value))


class HostileCatalogue(Catalogue):
    """Translates each message into itself and ``text``."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def text(self, message: str, context: str | None = None) -> str:  # noqa: ARG002 - as it is asked
        """``message`` and the text."""
        return f"{message} {self._text}"

    def plural(self, singular: str, plural: str, count: int) -> str:
        """The form of English and the text."""
        return f"{singular if count == 1 else plural} {self._text}"


def shape_of(page: str) -> Counter[tuple[str, tuple[str, ...]]]:
    """How often each kind of element is there, with the names of its attributes."""
    return Counter(
        (str(element.tag), tuple(sorted(element.attrib)))
        for element in html.document_fromstring(page).iter()
    )


def targets_of(page: str) -> set[str]:
    """The addresses that elements lead to, load or send to."""
    names = ("href", "src", "action", "formaction", "data", "poster", "srcset")
    return {
        value
        for element in html.document_fromstring(page).iter()
        for name in names
        if (value := element.get(name)) is not None
    }
