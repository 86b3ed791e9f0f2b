"""YAML read as text: nothing is guessed, nothing is overwritten, every value knows its line."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, cast

import yaml

from ..problems import Problem, Problems, shorten

_MAX_DEPTH = 20
Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Document:
    """``data`` of strings, lists and dicts; ``lines`` gives the line of each value by its path."""

    file: str
    data: Any
    lines: dict[Path, int] = field(default_factory=dict)
    empty: dict[Path, list[str]] = field(default_factory=dict)
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
    before = len(problems)
    try:
        _check_events(text, file, problems)
        if len(problems) > before:
            return None
        node = yaml.compose(text, Loader=yaml.CBaseLoader)
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
    document = Document(file, None, {})
    if node is None:
        problems.add(
            Problem(
                file=file,
                what="the file holds nothing but comments",
                remedy="Fill it, or type [] where a list may be empty",
            )
        )
        return None
    data = _build(node, (), document, problems)
    return Document(file, data, document.lines, document.empty)


def _check_events(text: str, file: str, problems: Problems) -> None:
    """Refuse what could make one place of the file change another, before it is built."""
    depth = documents = 0
    for event in yaml.parse(text, Loader=yaml.CBaseLoader):
        if problems.full(file):
            return
        line = event.start_mark.line + 1 if event.start_mark else 0
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
                return
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


def _build(node: yaml.Node, path: Path, document: Document, problems: Problems) -> Any:
    document.lines[path] = node.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode):
        return [_build(item, (*path, n), document, problems) for n, item in enumerate(node.value)]
    if not isinstance(node, yaml.MappingNode):
        return cast("str", node.value)
    data: dict[str, Any] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode):
            problems.add(
                Problem(
                    file=document.file,
                    line=line,
                    what="a key is not a word",
                    remedy="Type a word, a colon, a space and the value",
                )
            )
            continue
        key = key_node.value
        if key in data:
            problems.add(
                Problem(
                    file=document.file,
                    line=line,
                    item=item_name(data),
                    what=f"the key {key!r} stands twice",
                    remedy="Keep one of the two; if both are meant, they belong to two entries",
                )
            )
            continue
        value = _build(value_node, (*path, key), document, problems)
        if value != "":
            data[key] = value
        elif not node.flow_style:
            document.empty.setdefault(path, []).append(key)
        else:
            # On a line of its own a key without a value is left out on purpose. Between braces it
            # is the rest of what a comma cut in two: {value: 4,500} is 4 and an empty 500.
            problems.add(
                Problem(
                    file=document.file,
                    line=line,
                    item=item_name(data),
                    what=f"{key!r} stands without a value between {{ and }}",
                    expected="a comma only between two values: 4500 for 4,500",
                    remedy="Type numbers without commas, and put text that holds one in "
                    "quotation marks",
                )
            )
        document.lines[(*path, key)] = line
    return data


def item_name(data: object) -> str:
    """What an editor calls this record: its id, code or number."""
    if isinstance(data, dict):
        for key in ("id", "code", "number"):
            if isinstance(data.get(key), str):
                return str(data[key])
    return ""
