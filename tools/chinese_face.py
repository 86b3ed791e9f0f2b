"""Fetch Noto Sans SC into .cache/: the Chinese letters of the printed plan, pinned.

It is the npm package of Google's own TrueType files (SIL Open Font License 1.1), from the registry
that npm_config_registry names or else from npm's own, and is kept only if the package has the
recorded SHA-512. Letters of a system's OpenType collection would differ from one release of it to
the next, and Chromium cannot put them into a PDF as a font, only as drawings.
"""

from __future__ import annotations

import io
import os
import tarfile
from collections.abc import Mapping
from pathlib import Path

from npm_package import FetchError, fetch_package

NAME = "@expo-google-fonts/noto-sans-sc"
VERSION = "0.4.3"
SHA512 = (
    "f6b0307454c51db3bfbba0acd208f68d96d6ef84c62226853509d7607dace700"
    "356f3564c1b6af88be2df18515eb8d9e1988e0f3a787e8390011099f3470e771"
)
MEMBERS: Mapping[str, str] = {
    "400.ttf": "package/400Regular/NotoSansSC_400Regular.ttf",
    "700.ttf": "package/700Bold/NotoSansSC_700Bold.ttf",
}
"""What each file is called here and in the package."""


def fetch(folder: Path) -> Path:
    """The folder below ``folder`` that holds the files by weight, fetched if it is not there.

    Raises FetchError. A name holds a whole, checked file.
    """
    target = folder / f"noto-sans-sc-{VERSION}"
    if not all((target / name).is_file() for name in MEMBERS):
        package = fetch_package(NAME, VERSION, SHA512)
        target.mkdir(parents=True, exist_ok=True)
        with tarfile.open(fileobj=io.BytesIO(package)) as archive:
            for name, member in MEMBERS.items():
                held = archive.extractfile(member)
                if held is None:
                    raise FetchError(f"{NAME} {VERSION}: {member} is not a file")
                part = target / f"{name}.{os.getpid()}.part"
                part.write_bytes(held.read())
                part.replace(target / name)
    return target
