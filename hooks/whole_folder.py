"""Puts a folder that was made aside in the place of another, in one step and by one at a time.

Whatever ends the making (an error, a full disk, a kill at any moment), the folder that stood there
before stays whole: in its place, or, where the system cannot exchange two names in one step and a
kill falls between two renames, aside, from where the next run puts it back.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

_WORKING_FOLDER = -100  # AT_FDCWD, by which renameat2 takes a path as it stands
_EXCHANGE = 2  # RENAME_EXCHANGE: https://man7.org/linux/man-pages/man2/rename.2.html
_CANNOT = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EXDEV, errno.EPERM}
"""How a kernel, a file system or a sandbox says that it knows no exchange."""


@contextmanager
def whole_folder(target: Path, aside: Path, *, waits: Callable[[], None]) -> Iterator[Path]:
    """The path of a new folder, which takes the place of ``target`` once the block has ended well.

    ``aside`` is a folder for this alone, on the same file system. While another process is at it,
    ``waits`` is called once, and then waited for. What a killed run left there is cleared away.
    Raises OSError; what the block raises passes through, and ``target`` is then left as it was.
    """
    target = target.resolve()
    aside.mkdir(parents=True, exist_ok=True)
    with _alone(FileLock(aside / "lock"), waits):
        fresh = aside / "new"
        _put_back(target, aside)
        _clear(fresh)
        try:
            yield fresh
            _put_in_place(fresh, target, aside)
        finally:
            _clear(fresh)


def _alone(lock: FileLock, waits: Callable[[], None]) -> AbstractContextManager[object]:
    """Holds ``lock``, which the system takes back from a process that is killed."""
    try:
        return lock.acquire(timeout=0)
    except Timeout:
        waits()
        return lock.acquire()


def _put_in_place(fresh: Path, target: Path, aside: Path) -> None:
    """Let ``fresh`` be ``target``; what stood there is then ``fresh``, or gone."""
    if not target.exists():
        fresh.rename(target)
    elif not _exchange(fresh, target):
        old = aside / "old"
        target.rename(old)
        try:
            fresh.rename(target)
        except OSError:
            old.rename(target)
            raise
        _discard(old, aside)


def _put_back(target: Path, aside: Path) -> None:
    """Bring back what stood at ``target`` where a kill fell between two renames."""
    old = aside / "old"
    if old.exists() and not target.exists():
        old.rename(target)
    _discard(old, aside)


def _discard(old: Path, aside: Path) -> None:
    """Delete ``old``, under another name: a folder that is called old is always whole."""
    discarded = aside / "discarded"
    _clear(discarded)
    if old.exists():
        old.rename(discarded)
        _clear(discarded)


def _clear(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)


def _exchange(one: Path, other: Path) -> bool:
    """Let two paths change places in one step; False where the system cannot."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):  # not Linux, or one with an old C library
        return False
    paths = [os.fsencode(one.absolute()), os.fsencode(other.absolute())]
    here = _WORKING_FOLDER
    if renameat2(here, paths[0], here, paths[1], _EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(one), None, str(other))
