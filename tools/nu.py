"""Fetch the Nu HTML checker into .cache/ and print where it is. A test runs this.

    .venv/bin/python tools/nu.py

It is the jar of the npm package vnu-jar, from the registry that npm_config_registry names or else
from npm's own, and is kept only if the package has the recorded SHA-512. It needs Java 17.
"""

from __future__ import annotations

import io
import os
import sys
import tarfile
from pathlib import Path

from npm_package import FetchError, fetch_package

ROOT = Path(__file__).resolve().parent.parent
VERSION = "26.9.27"
SHA512 = (
    "4e441de4315f39a582f5e6edbe8cd3b2b1f655aa1dde3620faface791133217c"
    "417b12f3f7ead2d8336d8e7efe44f5226618258b44a0860057e9125135e6b428"
)
MEMBER = "package/build/dist/vnu.jar"


def unpack(package: bytes) -> bytes:
    """The jar out of ``package``."""
    with tarfile.open(fileobj=io.BytesIO(package)) as archive:
        jar = archive.extractfile(MEMBER)
        if jar is None:
            raise FetchError(f"vnu-jar {VERSION}: {MEMBER} is not a file")
        return jar.read()


def fetch(folder: Path) -> Path:
    """The jar in ``folder``, fetched if it is not there; a name holds a whole, checked file."""
    target = folder / f"vnu-{VERSION}.jar"
    if not target.is_file():
        jar = unpack(fetch_package("vnu-jar", VERSION, SHA512))
        folder.mkdir(parents=True, exist_ok=True)
        part = target.with_suffix(f".{os.getpid()}.part")
        part.write_bytes(jar)
        part.replace(target)
    return target


def main() -> int:
    """Print the path of the jar."""
    try:
        print(fetch(ROOT / ".cache"))
    except FetchError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
