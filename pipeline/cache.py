"""What was read from a file, kept for the next run: one entry per file, content and settings.

An entry that is damaged or of another shape is as good as none. Failures are not kept: their
cause may be gone the next time.
"""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter, ValidationError

from pipeline import atomic
from pipeline.hasil import HasilBerkas

_ENTRY: Final = TypeAdapter(HasilBerkas)


@dataclass(frozen=True, slots=True)
class Cache:
    """Where the entries are, and the fingerprint of the settings and the program they hold for."""

    folder: Path
    sidik: str


def recall(cache: Cache, berkas: str, digest: str) -> HasilBerkas | None:
    """The result that an earlier run had for this file with these bytes, None when there is none."""
    try:
        hasil = _ENTRY.validate_json(_path(cache, berkas, digest).read_bytes())
    except (OSError, ValidationError):
        return None
    return hasil if (hasil.berkas, hasil.sha256) == (berkas, digest) and hasil.status != "gagal" else None


def remember(cache: Cache, hasil: HasilBerkas) -> None:
    """Keeps a result; one that cannot be kept is only worked out again next time."""
    if hasil.sha256 is not None and hasil.status != "gagal":
        with suppress(OSError):
            atomic.write(_path(cache, hasil.berkas, hasil.sha256), _ENTRY.dump_json(hasil))


def forget_others(folder: Path, kept: Iterable[tuple[Cache, HasilBerkas]]) -> None:
    """Removes the entries of a folder that belong to none of these results."""
    names = {_path(cache, h.berkas, h.sha256).name for cache, h in kept if h.sha256 is not None}
    for path in folder.glob("*.json"):
        if path.name not in names:
            path.unlink(missing_ok=True)


def _path(cache: Cache, berkas: str, digest: str) -> Path:
    key = sha256(f"{cache.sidik}|{digest}|{berkas}".encode()).hexdigest()
    return cache.folder / f"{key[:40]}.json"
