"""Files that are broken on purpose: what is good, changed in its bytes or in its lines."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import strategies as st

from crimeplan.markers import find_markers
from drawing import edition_of
from translating import small_site

CATALOGUES = {
    "overrides/locale/ur/LC_MESSAGES/interface.po": """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Home"
msgstr "سرورق"

#: overrides/partials/plan/parts.html
msgid "Priority %(n)s"
msgstr "ترجیح %(n)s"

#, python-format
msgid "%(n)s item"
msgid_plural "%(n)s items"
msgstr[0] "%(n)s چیز"
msgstr[1] "%(n)s چیزیں"
""",
    "content_data/locale/ur/LC_MESSAGES/plan.po": """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"

msgctxt "priority.title"
msgid "Community policing"
msgstr "کمیونٹی پولیسنگ"

msgctxt "evidence.what"
msgid "The office set aside {sum} for schemes."
msgstr "دفتر نے {sum} مختص کیے۔"

#, fuzzy
msgctxt "deliverable.title"
msgid "Watch schemes"
msgstr "نگرانی"
""",
}

NUMBERS = ("1" * 10_000, "1e400", "1e99999999", "-1", "0", "nan", "-inf", "1_000", "١٢", "0x1f")
DATES = ("2022-02-31", "0000-00-00", "9999-12-31", "2022-13", "2021/99", "2022 to 2021", "2022 to ")
NAMES = ("../../etc/passwd", "/etc/passwd", "con", "CON", "a" * 5_000, "a/b", "..", "1.1", "9.9.z")
SIGNS = ("\x00", "\ufeff", "\x1b[31m", "\u202e", "\u2066", "\u2028", "\x85", "e\u0301", "\t")
MARKUP = (
    "<script>alert(1)</script>",
    "</title>",
    "-->",
    "<!--",
    "<img src=x\nonerror=alert(1)>",
    "[x](javascript:alert(1))",
    "data:text/html,x",
    "{{ 7 * 7 }}",
    "{% include 'x' %}",
    "&#60;b&#62;",
    "<!-- plan:progress " + "9" * 5_000 + " -->",
    "<!-- plan:help police 0 -->",
    "<!-- plan:timeline\nplan -->",
    "## x {#x}",
    "```",
    "{: onclick=x }",
)
YAML = (
    "&a [*a, *a]",
    "*a",
    "!!python/object/apply:os.system [id]",
    "<<: *a",
    "[" * 50,
    "{" * 50,
    "- " * 50,
    "? x",
    "'",
    '"',
    '"\\ud800"',
    '"\\x00\\u202e"',
    "|",
    "---",
    "...",
    "%YAML 9.9",
    "[]",
    "{}",
    "~",
    "yes",
    "null",
    "a: b",
    "#",
)
FORMATS = (
    "%",
    "%d",
    "%(n)d",
    "%(nothing)s",
    "100% %(n)s",
    "{",
    "}{",
    "{sum!r:>999999999}",
    "{sum.real}",
    "{0}",
    "Plural-Forms: nplurals=" + "9" * 5_000 + "; plural=n;",
    "Plural-Forms: nplurals=2; plural=__import__('os');",
    "charset=utf-7",
    "charset=nothing",
    'msgid ""',
    'msgstr[7] "x"',
    "#, fuzzy",
    "#~ ",
    "\\",
)
CELLS = (",", ";", '"a', '""', "=1+1", " | ", "|" * 500, "\r", "\n\n")
HOSTILE = (*NUMBERS, *DATES, *NAMES, *SIGNS, *MARKUP, *YAML, *FORMATS, *CELLS)
RAW = (b"\xff\xfe", b"\xed\xa0\x80", b"\xc0\xaf", b"\x80", b"\r\n", b"\xf4\x90\x80\x80")

snippets = st.sampled_from(HOSTILE) | st.text(max_size=30)


def whole_site(folder: Path) -> Path:
    """A small site that has one of everything that is read: data, pages, catalogues, a manifest."""
    small_site(folder)
    for name, text in CATALOGUES.items():
        path = folder / name
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    (edition,) = edition_of("en")
    (folder / "pdf").mkdir()
    (folder / "pdf" / edition.file).write_bytes(b"x" * edition.bytes)
    told = [edition.model_dump(mode="json") | {"large_print": "no"}]
    (folder / "pdf" / "manifest.json").write_text(json.dumps(told, indent=1), encoding="utf-8")
    return folder


def files_of(folder: Path, *patterns: str) -> dict[str, bytes]:
    """The files below ``folder`` that ``patterns`` name; there must be some for each."""
    found: dict[str, bytes] = {}
    for pattern in patterns:
        paths = [path for path in sorted(folder.glob(pattern)) if path.is_file()]
        assert paths, pattern
        found |= {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    return found


@st.composite
def changed_bytes(draw: st.DrawFn, good: bytes) -> bytes:
    """``good`` with something put in, taken out, doubled, cut off or saved in another way."""
    data = good
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(data)))
        end = draw(st.integers(start, min(len(data), start + 80)))
        piece = draw(st.sampled_from(RAW) | snippets.map(_encoded) | st.binary(max_size=8))
        data = draw(
            st.sampled_from(
                (
                    data[:start] + piece + data[start:],
                    data[:start] + piece + data[end:],
                    data[:start] + data[end:],
                    data[:end] + data[start:end] * 3 + data[end:],
                    data[:start],
                    b"\xef\xbb\xbf" + data[:start],
                    data.replace(b"\n", b"\r\n"),
                    data.decode("utf-8", "replace").encode("utf-16"),
                )
            )
        )
    return data


@st.composite
def changed_lines(draw: st.DrawFn, good: bytes) -> bytes:
    """``good`` with values, keys, cells and lines changed: most of it still makes sense."""
    lines = good.decode().split("\n")
    for _ in range(draw(st.integers(1, 3))):
        place = draw(st.integers(0, len(lines) - 1))
        other = draw(st.integers(0, len(lines) - 1))
        line, piece = lines[place], draw(snippets)
        match draw(st.sampled_from(("value", "value", "key", "cell", "quoted", "line", "move"))):
            case "value":
                lines[place] = line.partition(": ")[0] + ": " + piece
            case "key":
                lines[place] = piece + ": " + line.partition(": ")[2]
            case "cell":
                cells = line.split(",")
                cells[draw(st.integers(0, len(cells) - 1))] = piece
                lines[place] = ",".join(cells)
            case "quoted":
                start = line.partition('"')[0].partition(": ")[0]
                parted = " " if start.startswith("msg") else ": "
                lines[place] = start.rstrip() + parted + json.dumps(piece, ensure_ascii=False)
            case "line":
                lines[place : place + draw(st.integers(0, 2))] = [piece]
            case "move":
                lines[place] = draw(st.sampled_from(("", line + line, "  " + line, line.lstrip())))
                lines[other : other + 1] = draw(
                    st.sampled_from(([line], [line, lines[other]], [lines[other]]))
                )
    return _encoded("\n".join(lines))


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def markers_of(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """The markers of a page, by name and arguments."""
    return [(marker.name, marker.arguments) for marker in find_markers(text)]
