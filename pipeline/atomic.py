"""Writing so that no reader ever sees half a file, and removing without leaving empty folders.

A file whose bytes would not change is left alone, its time stamp included.
"""

import os
import re
from contextlib import suppress
from pathlib import Path
from typing import Final

_TEMPORARY: Final = re.compile(r"\..+\.\d+\.tmp")


def write(path: Path, content: bytes) -> bool:
    """Whether the file had to be written: it did not exist or held other bytes.

    The content goes to a temporary file in the same folder first, so that even a run that is
    killed leaves either the old file or the new one.

    Raises:
        OSError: the disk is full or the folder may not be written to.
    """
    if holds(path, content):
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    # One process writes one target, so its id is enough to keep two of them apart.
    temporary = path.with_name(f".{path.name[:100]}.{os.getpid()}.tmp")
    try:
        temporary.write_bytes(content)
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    return True


def sweep(folder: Path) -> None:
    """The folder holds no half-written file of a run that was killed any more; its subfolders are not looked into."""
    for path in folder.glob(".*.tmp"):
        if _TEMPORARY.fullmatch(path.name):
            path.unlink(missing_ok=True)


def holds(path: Path, content: bytes) -> bool:
    """Whether the file holds exactly these bytes."""
    try:
        return path.stat().st_size == len(content) and path.read_bytes() == content
    except OSError:
        return False


def remove(path: Path, root: Path) -> None:
    """The file is gone afterwards, and so are the folders between it and ``root`` that it leaves empty."""
    path.unlink(missing_ok=True)
    folder = path.parent
    while folder != root and root in folder.parents:
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent
