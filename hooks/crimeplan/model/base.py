"""What every entity shares: it is frozen, refuses unknown keys and holds plain text."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

_TAG = re.compile(r"<[A-Za-z/!?]|&(#\d+|#x[0-9a-fA-F]+|[A-Za-z]+);")
_PLAIN_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,6})?")
_DEVICE = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")
"""https://learn.microsoft.com/windows/win32/fileio/naming-a-file"""
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Signs that nobody sees: of control, and of direction, which the engine alone puts in. Joiners
(U+200C, U+200D) are letters of some scripts and stay."""


class Entity(BaseModel):
    """A frozen record of the plan, read from text; its meaning stands under each field."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


def _plain(value: str) -> str:
    """``value`` on one line, in Unicode NFC; refuses HTML and control characters."""
    text = unicodedata.normalize("NFC", " ".join(value.split()))
    if match := _TAG.search(text):
        raise PydanticCustomError(
            "markup",
            "it holds HTML, near {near}",
            {
                "near": repr(text[match.start() : match.start() + 20]),
                "expected": "plain text: no tags and no entities such as &amp;",
            },
        )
    if CONTROL.search(text):
        raise PydanticCustomError(
            "control", "it holds a character that cannot be seen", {"expected": "plain text"}
        )
    return text


def _digits(value: Any) -> Any:
    """``value``, unless it is text that is no plain number: Decimal takes 1e999999 and ١٢ too."""
    if isinstance(value, str) and not _PLAIN_NUMBER.fullmatch(value):
        raise PydanticCustomError("decimal_parsing", "it is not a number")
    return value


def _file_name(value: str) -> str:
    """``value``, unless Windows has no file and no folder of that name, with any ending."""
    if _DEVICE.fullmatch(value):
        raise PydanticCustomError(
            "device",
            "Windows can have no file called {value}",
            {"value": value, "expected": "another name, such as one with a second word"},
        )
    return value


def read_list(value: Any) -> Any:
    """One item where a list is meant is a list of one."""
    return [value] if isinstance(value, str | dict) else value


def read_flag(value: Any) -> Any:
    """The truth that an editor typed as yes or no."""
    if isinstance(value, bool):
        return value
    if str(value) in ("yes", "no"):
        return str(value) == "yes"
    raise PydanticCustomError("flag", "it must be yes or no", {"expected": "yes or no"})


Words = Annotated[str, StringConstraints(min_length=1), AfterValidator(_plain)]
"""Plain text that a reader sees."""

Slug = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80),
    AfterValidator(_file_name),
]
"""A name for an item: small letters, digits and single hyphens."""

Number = Annotated[Decimal, BeforeValidator(_digits)]
"""A number in plain digits, as a source prints it: no exponent, no more than anybody can read."""

Count = Annotated[int, Field(ge=0, le=1_000_000_000)]
"""How many there are."""

Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"'{}|\\^`]+$", max_length=400)]
"""A full web address."""

_DELIVERABLE = r"^[1-9]\.[1-9][0-9]?$"
DeliverableId = Annotated[
    str,
    StringConstraints(pattern=_DELIVERABLE),
    # Without quotation marks it is a number to tools that read YAML; the loader reads text.
    WithJsonSchema({"anyOf": [{"type": "string", "pattern": _DELIVERABLE}, {"type": "number"}]}),
]
"""A part of the plan, as printed: 3.4."""

CommitmentId = Annotated[str, StringConstraints(pattern=r"^[1-9]\.[1-9][0-9]?\.[a-z]$")]
"""A line of a part: 3.4.a."""

Flag = Annotated[bool, BeforeValidator(read_flag)]
"""yes or no."""

AsList = BeforeValidator(read_list)
"""Lets an editor write one item without a list."""
