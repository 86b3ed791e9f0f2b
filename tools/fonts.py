"""Make the web fonts in docs/assets/fonts from their sources. Run by hand, seldom.

    npm pack @fontsource-variable/vazirmatn@5.3.0        # prints the .tgz it wrote
    .venv/bin/python tools/fonts.py --vazirmatn fontsource-variable-vazirmatn-5.3.0.tgz

The Noto sources are in Debian's fonts-noto-core 20201225-1. Add --check to compare with the
committed files and write nothing.

Each file holds the letters of one script or language, with every shaping feature and without
hinting. Latin letters, digits and spaces are left out on purpose: `unicode-range` in plan.css sends
them to the reader's own Latin face. The same sources, fonttools and brotli give the same bytes.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import re
import sys
import tarfile
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from fontTools.varLib import instancer  # type: ignore[import-untyped]

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "docs" / "assets" / "fonts"
NOTO = Path("/usr/share/fonts/truetype/noto")
VAZIRMATN_MEMBER = "package/files/vazirmatn-arabic-wght-normal.woff2"
LICENCE_MEMBER = "package/LICENSE"
LICENCE_HEADING = "SIL OPEN FONT LICENSE Version 1.1"

# Whole blocks, with the joiners and direction marks used inside them. plan.css repeats these; a
# test holds the two together, and each page's letters in them. Of Nastaliq, the heaviest by far,
# only the letters, marks and digits of Urdu and the Arabic ones it is typed with: a sixth less.
# Those of today's pages alone would save another 4 KB, and the next word could lack a letter.
URDU = (
    "060C,061B,061F,0621-063A,0640-0655,0660-066C,0670,0679,067E,0686,0688,0691,0698,06A9,06AF,"
    "06BA,06BE,06C1-06C3,06CC,06D2-06D4,06F0-06F9,200C-200F"
)
ARABIC = "0600-06FF,200C-200F,FDF2,FDFA"
BENGALI = "0964-0965,0980-09FF,200C-200D,25CC"
GURMUKHI = "0964-0965,0A00-0A7F,200C-200D,25CC"


@dataclass(frozen=True)
class Face:
    """One web font: where it comes from, what is kept of it, and what it is called here."""

    target: str
    title: str
    source: str
    sha256: str
    keep: str
    weight: int | None = None
    """For a variable source: the one weight to cut from it."""


VAZIRMATN_SHA256 = "84a382e46c30fb4f73d0e3800c16d0af15888e2731e57fa5f93e2c29a2c6a957"
FACES = (
    Face(
        "nastaliq-400.woff2",
        "Noto Nastaliq Urdu, regular",
        "NotoNastaliqUrdu-Regular.ttf",
        "fe24c4a05b19482beac11e4b90a0f6754214f1cb5e925cf9e86b48283ac37522",
        URDU,
    ),
    Face(
        "bengali-400.woff2",
        "Noto Sans Bengali, regular",
        "NotoSansBengali-Regular.ttf",
        "9bb35b3547829ecc42041b6017e87fd4c5f1da1edcd00f59171777050f346018",
        BENGALI,
    ),
    Face(
        "bengali-700.woff2",
        "Noto Sans Bengali, bold",
        "NotoSansBengali-Bold.ttf",
        "22c9ff99baca4d31c531ce450a1369beed889467e1ad964f4b8a6f810aa46955",
        BENGALI,
    ),
    Face(
        "gurmukhi-400.woff2",
        "Noto Sans Gurmukhi, regular",
        "NotoSansGurmukhi-Regular.ttf",
        "1db960ff6f506a98f5b3ece78f54618388c6187e7edf8ceee5ab63389c0db3ab",
        GURMUKHI,
    ),
    Face(
        "gurmukhi-700.woff2",
        "Noto Sans Gurmukhi, bold",
        "NotoSansGurmukhi-Bold.ttf",
        "ded9c1f56a7ed0b835cfef5dd642f26cfc0f41a16fbc08008d376ddcc91d606e",
        GURMUKHI,
    ),
    Face(
        "vazirmatn-400.woff2",
        "Vazirmatn, regular",
        VAZIRMATN_MEMBER,
        VAZIRMATN_SHA256,
        ARABIC,
        weight=400,
    ),
    Face(
        "vazirmatn-700.woff2",
        "Vazirmatn, bold",
        VAZIRMATN_MEMBER,
        VAZIRMATN_SHA256,
        ARABIC,
        weight=700,
    ),
)


class SourceError(Exception):
    """A source is missing or is not the one that the committed fonts were made from."""


def member(archive: Path, name: str) -> bytes:
    """One file out of an npm package."""
    try:
        with tarfile.open(archive) as package:
            found = package.extractfile(name)
            if found is None:
                raise SourceError(f"{archive}: {name} is not a file")
            return found.read()
    except (OSError, KeyError, tarfile.TarError) as error:
        raise SourceError(f"{archive}: cannot read {name} ({error})") from error


def read_source(face: Face, noto: Path, vazirmatn: Path) -> bytes:
    """The bytes of the face's source, checked against the recorded SHA-256."""
    if face.source == VAZIRMATN_MEMBER:
        data = member(vazirmatn, VAZIRMATN_MEMBER)
    else:
        try:
            data = (noto / face.source).read_bytes()
        except OSError as error:
            raise SourceError(f"{error}. Install fonts-noto-core, or give --noto.") from error
    actual = hashlib.sha256(data).hexdigest()
    if actual != face.sha256:
        raise SourceError(
            f"{face.source} has SHA-256 {actual}, not {face.sha256}. "
            "If the new version is wanted, change the sum in tools/fonts.py and look at the pages."
        )
    return data


def copyright_line(data: bytes) -> str:
    """The copyright notice that the font itself carries (name record 0)."""
    return str(TTFont(io.BytesIO(data))["name"].getDebugName(0) or "").strip()


def make(face: Face, data: bytes) -> bytes:
    """The subset of one face as woff2."""
    font = TTFont(io.BytesIO(data), recalcTimestamp=False)
    if face.weight is not None:
        font = instancer.instantiateVariableFont(font, {"wght": face.weight})
    options = subset.Options()
    options.layout_features = ["*"]
    options.hinting = False
    options.name_IDs = [0, 1, 2, 13, 14]
    options.recalc_timestamp = False
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=subset.parse_unicodes(face.keep))
    cutter.subset(font)
    font.flavor = "woff2"
    result = io.BytesIO()
    font.save(result)
    return result.getvalue()


def licence(copyrights: dict[str, str], vazirmatn: Path) -> bytes:
    """LICENCE.txt: each font with its copyright line, then the licence in full."""
    text = member(vazirmatn, LICENCE_MEMBER).decode("utf-8").replace("\r\n", "\n")
    start = text.index(LICENCE_HEADING)
    body = re.sub(r"^-{10,}$", "", text[start:], count=1, flags=re.MULTILINE)
    lines = [
        "The fonts in this folder are subsets (one script or language each, hinting removed), made",
        "by tools/fonts.py. They are licensed under the SIL Open Font License, Version 1.1, below.",
        "",
    ]
    for name, notice in copyrights.items():
        lines += [name, f"    {notice}", ""]
    return ("\n".join(lines) + "\n" + re.sub(r"\n{3,}", "\n\n", body).strip() + "\n").encode()


def build(noto: Path, vazirmatn: Path) -> dict[str, bytes]:
    """Every file of the folder, by name."""
    files: dict[str, bytes] = {}
    copyrights: dict[str, str] = {}
    for face in FACES:
        data = read_source(face, noto, vazirmatn)
        files[face.target] = make(face, data)
        copyrights[f"{face.target}: {face.title}"] = copyright_line(data)
    files["LICENCE.txt"] = licence(copyrights, vazirmatn)
    return files


def main(arguments: list[str] | None = None) -> int:
    """Write the folder, or with --check say which files differ."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--noto", type=Path, default=NOTO, help="folder of the Noto .ttf files")
    parser.add_argument("--vazirmatn", type=Path, required=True, help="the .tgz from npm pack")
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    chosen = parser.parse_args(arguments)
    try:
        files = build(chosen.noto, chosen.vazirmatn)
    except SourceError as error:
        print(error, file=sys.stderr)
        return 2
    differing = 0
    for name, data in files.items():
        path = OUT / name
        same = path.is_file() and path.read_bytes() == data
        differing += not same
        if not same and not chosen.check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        print(f"{len(data):>7}  {'same' if same else 'changed'}  {name}")
    return 1 if chosen.check and differing else 0


if __name__ == "__main__":
    raise SystemExit(main())
