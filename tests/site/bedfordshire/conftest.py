"""Tests of this folder hold facts of the real plan, and see its site alone."""

from __future__ import annotations

import pytest

from sites import Built


@pytest.fixture(scope="session")
def site(bedfordshire: Built) -> Built:
    """The real site."""
    return bedfordshire
