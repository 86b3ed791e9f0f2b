"""Files as text: refused before they are parsed where they are too big, empty or not UTF-8."""

from __future__ import annotations

from pathlib import Path

from ..problems import Problem, Problems, shorten

MAX_BYTES = 1_000_000
BOM = b"\xef\xbb\xbf"


def read_text(path: Path, *, file: str, problems: Problems) -> str | None:
    """The text of ``path``, or None and a problem that names it ``file``.

    Line ends must be those of Unix, so that an edit of one line changes one line.
    """
    data = read_bytes(path, file=file, problems=problems)
    if data is None:
        return None
    if data.startswith(BOM):
        problems.add(
            Problem(
                file=file,
                line=1,
                what="the file starts with a byte order mark",
                remedy="Save it as 'UTF-8' and not as 'UTF-8 with BOM'",
            )
        )
        data = data[len(BOM) :]
    if is_empty(data, file=file, problems=problems):
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        problems.add(
            Problem(
                file=file,
                line=data[: error.start].count(b"\n") + 1,
                what="the file is not saved as UTF-8",
                received=f"the byte {data[error.start]:#04x}",
                remedy="Save it again with the encoding UTF-8",
            )
        )
        return None
    if "\r" in text:
        problems.add(
            Problem(
                file=file,
                line=text[: text.index("\r")].count("\n") + 1,
                what="the file has Windows line ends",
                remedy="Save it with Unix line ends (LF)",
            )
        )
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return without_nul(text, file=file, problems=problems)


def is_empty(data: bytes, *, file: str, problems: Problems) -> bool:
    """Whether ``data`` holds nothing but a byte order mark and white space, which is a problem."""
    if data.removeprefix(BOM).strip():
        return False
    problems.add(
        Problem(
            file=file,
            what="the file is empty",
            remedy="Fill it, or delete it if it is not needed",
        )
    )
    return True


def without_nul(text: str, *, file: str, problems: Problems) -> str | None:
    """``text``, or None and a problem where it holds a NUL, which ends a text for some programs."""
    if "\x00" in text:
        problems.add(
            Problem(
                file=file,
                line=text[: text.index("\x00")].count("\n") + 1,
                what="the file holds a NUL character",
                remedy="Delete that character",
            )
        )
        return None
    return text


def read_bytes(path: Path, *, file: str, problems: Problems, most: int = MAX_BYTES) -> bytes | None:
    """The bytes of ``path``, or None and a problem that names it ``file``."""
    try:
        if not path.is_file():  # a folder, or a link that leads nowhere
            raise FileNotFoundError("it is no file")
        size = path.stat().st_size
        data = path.read_bytes() if size <= most else None
    except OSError as error:
        problems.add(
            Problem(
                file=file,
                what="the file cannot be read",
                received=shorten(error),
                remedy="Put a file there that can be read, or delete what is there",
            )
        )
        return None
    if data is None:
        problems.add(
            Problem(
                file=file,
                what="the file is too big to be read",
                expected=f"at most {most // 1_000_000} MB",
                received=f"{size / 1_000_000:.1f} MB",
                remedy="Split it, or take out what does not belong in it",
            )
        )
    return data
