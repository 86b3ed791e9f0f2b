"""Fetch a package of npm by its recorded SHA-512, without npm."""

from __future__ import annotations

import hashlib
import os
import urllib.request

REGISTRY = "https://registry.npmjs.org"


class FetchError(Exception):
    """The package cannot be had, or is not the recorded one."""


def fetch_package(name: str, version: str, sha512: str) -> bytes:
    """The package, a gzipped tar file, from the registry that npm_config_registry names, or npm's.

    Raises FetchError, also where its sum is not the recorded one.
    """
    registry = os.environ.get("npm_config_registry") or REGISTRY  # noqa: SIM112 - as npm has it
    file = f"{name.rsplit('/', 1)[-1]}-{version}.tgz"
    package = _download(f"{registry.rstrip('/')}/{name}/-/{file}")
    actual = hashlib.sha512(package).hexdigest()
    if actual != sha512:
        raise FetchError(
            f"{name} {version} has SHA-512 {actual}, not {sha512}. "
            "If another version is wanted, change both in tools/."
        )
    return package


def _download(address: str) -> bytes:
    if not address.startswith(("https://", "http://")):
        raise FetchError(f"npm_config_registry leads to {address}, which is no web address.")
    try:
        with urllib.request.urlopen(address, timeout=120) as reply:  # noqa: S310 - seen above
            return bytes(reply.read())
    except OSError as error:
        raise FetchError(f"{address}: {error}. Is the npm registry within reach?") from error
