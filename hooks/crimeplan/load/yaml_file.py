"""YAML read as text: nothing is guessed, nothing is overwritten, every value knows its line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from ..problems import Problem, Problems, shorten

_MAX_DEPTH = 20
Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Document:
    """``data`` of strings, lists and dicts; ``lines`` gives the line of each value by its path.

    Nobody may change it: what was read once is given to whoever reads the same text again.
    """

    file: str
    data: Any
    lines: Mapping[Path, int]
    empty: Mapping[Path, Sequence[str]] = field(default_factory=dict)
    """The keys that stand without a value, by the path of what holds them; ``data`` has none."""

    def line(self, path: Path) -> int:
        """The line of the value at ``path``, or of the nearest thing that holds it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 0)


def parse_yaml(text: str, *, file: str, problems: Problems) -> Document | None:
    """Read ``text``: every scalar stays text, so 3.10 is not 3.1 and no is not False.

    Anchors, aliases, tags, doubled keys and a second document are problems.
    """
    own = Problems()  # so that it is judged alike however much else is wrong in the file
    document = _document(text, file, own)
    for problem in own.found:
        problems.add(problem)
    return document


def _document(text: str, file: str, problems: Problems) -> Document | None:
    try:
        events = _checked_events(text, file, problems)
        if problems.found:
            return None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problems.add(
            Problem(
                file=file,
                line=mark.line + 1 if mark else 0,
                what=f"the file is not valid YAML: {error.problem or error.context}",
                remedy="Compare the line and the one above it with an entry that works: indent, "
                "colons, dashes and closing quotation marks",
            )
        )
        return None
    except yaml.YAMLError as error:
        problems.add(
            Problem(
                file=file,
                what="the file is not valid YAML",
                received=shorten(error),
                remedy="Delete the character it names",
            )
        )
        return None
    _, *inner, _ = events
    if not inner:
        problems.add(
            Problem(
                file=file,
                what="the file holds nothing but comments",
                remedy="Fill it, or type [] where a list may be empty",
            )
        )
        return None
    return _Builder(inner, file, problems).document()


def _checked_events(text: str, file: str, problems: Problems) -> list[yaml.Event]:
    """What ``text`` is made of; refuses what could make one place of it change another."""
    events: list[yaml.Event] = []
    depth = documents = 0
    for event in yaml.parse(text, Loader=yaml.CBaseLoader):
        events.append(event)
        if isinstance(event, yaml.ScalarEvent) and not event.anchor and not event.tag:
            continue
        if problems.full(file):
            break
        line = _line(event)
        if isinstance(event, yaml.AliasEvent):
            problems.add(
                Problem(
                    file=file,
                    line=line,
                    what="the file uses an alias (*name)",
                    remedy="Write the value out; put text that starts with * in quotation marks",
                )
            )
        elif getattr(event, "anchor", None):
            problems.add(
                Problem(
                    file=file,
                    line=line,
                    what="the file uses an anchor (&name)",
                    remedy="Write the value out; put text that starts with & in quotation marks",
                )
            )
        if getattr(event, "tag", None):
            problems.add(
                Problem(
                    file=file,
                    line=line,
                    what="the file uses a tag (!name)",
                    remedy="Delete it; put text that starts with ! in quotation marks",
                )
            )
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > _MAX_DEPTH:
                problems.add(
                    Problem(
                        file=file,
                        line=line,
                        what="the file is nested too deeply",
                        remedy="Compare it with an entry that works",
                    )
                )
                break
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        elif isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents == 2:
                problems.add(
                    Problem(
                        file=file,
                        line=line,
                        what="the file holds two documents",
                        remedy="Delete the line '---'",
                    )
                )
    return events


class _Builder:
    """Builds a document from its events, and notes the line of each value."""

    def __init__(self, events: list[yaml.Event], file: str, problems: Problems) -> None:
        self.events = iter(events)
        self.file = file
        self.problems = problems
        self.lines: dict[Path, int] = {}
        self.empty: dict[Path, list[str]] = {}

    def document(self) -> Document:
        """The one document that the events hold."""
        next(self.events)
        data = self._value(next(self.events), ())
        return Document(self.file, data, self.lines, self.empty)

    def _rest(self) -> Iterator[yaml.Event]:
        """The first event of each thing that is left in the list or mapping that is being read."""
        while not isinstance(event := next(self.events), yaml.CollectionEndEvent):
            yield event

    def _skip(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.CollectionStartEvent):
            for inner in self._rest():
                self._skip(inner)

    def _value(self, event: yaml.Event, path: Path) -> Any:
        self.lines[path] = _line(event)
        if isinstance(event, yaml.ScalarEvent):
            return event.value
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(path, in_braces=bool(event.flow_style))
        return [self._value(item, (*path, n)) for n, item in enumerate(self._rest())]

    def _mapping(self, path: Path, *, in_braces: bool) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for event in self._rest():
            line = _line(event)
            if not isinstance(event, yaml.ScalarEvent):
                self._skip(event)
                self._skip(next(self.events))
                self.problems.add(
                    Problem(
                        file=self.file,
                        line=line,
                        what="a key is not a word",
                        remedy="Type a word, a colon, a space and the value",
                    )
                )
                continue
            key = event.value
            if key in data:
                self._skip(next(self.events))
                self.problems.add(
                    Problem(
                        file=self.file,
                        line=line,
                        item=item_name(data),
                        what=f"the key {key!r} stands twice",
                        remedy="Keep one of the two; if both are meant, they belong to two entries",
                    )
                )
                continue
            value = self._value(next(self.events), (*path, key))
            if value != "":
                data[key] = value
            elif not in_braces:
                self.empty.setdefault(path, []).append(key)
            else:
                # On a line of its own a key without a value is left out on purpose. Between braces
                # it is the rest of what a comma cut in two: {value: 4,500} is 4 and an empty 500.
                self.problems.add(
                    Problem(
                        file=self.file,
                        line=line,
                        item=item_name(data),
                        what=f"{key!r} stands without a value between {{ and }}",
                        expected="a comma only between two values: 4500 for 4,500",
                        remedy="Type numbers without commas, and put text that holds one in "
                        "quotation marks",
                    )
                )
            self.lines[(*path, key)] = line
        return data


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 0


def item_name(data: object) -> str:
    """What an editor calls this record: its id, code or number."""
    if isinstance(data, dict):
        for key in ("id", "code", "number"):
            if isinstance(data.get(key), str):
                return str(data[key])
    return ""
