"""Catalogues of an invented plan: every word of its data in every language."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from datetime import UTC, datetime

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from crimeplan.l10n.messages import Message

from .sentences import Voice

_NEVER = datetime(2026, 11, 20, tzinfo=UTC)
"""Written where gettext writes the time: the same size gives the same bytes."""
_PLACEHOLDER = re.compile(r"\{[\w-]+\}")


def catalogue(messages: Iterable[Message], voice: Voice) -> str:
    """A file .po with an invented translation of each of ``messages``."""
    made = Catalog(
        locale=voice.code,
        domain="plan",
        charset="utf-8",
        header_comment="# Invented words.",
        creation_date=_NEVER,
        revision_date=_NEVER,
        fuzzy=False,
    )
    for message in messages:
        made.add(message.text, translation(message.text, voice), context=message.context)
    buffer = io.BytesIO()
    write_po(buffer, made, width=0, omit_header=False)
    return buffer.getvalue().decode()


def translation(text: str, voice: Voice) -> str:
    """Words in the place of the English words of ``text``; its placeholders stay."""
    told = []
    for piece in re.split(f"({_PLACEHOLDER.pattern})", text):
        count = len(piece.split())
        if _PLACEHOLDER.fullmatch(piece):
            told.append(piece)
        elif count:
            told.append(voice.phrase(piece.strip(), count))
    stop = voice.stop if text.endswith(".") else ""
    return voice.gap.join(told) + stop
