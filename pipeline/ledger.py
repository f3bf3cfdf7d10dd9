"""Which files in OUT are sopbaku's own: one record per unit of output (an SOP, the tables, the index).

A record names the files with the hash of their content and the fingerprint of what they were
made from. It is written before the files, so that a run killed in between leaves nothing
that the next one does not know. Only recorded files are ever removed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import file_digest, sha256
from pathlib import Path, PurePosixPath
from typing import Final

from pydantic import TypeAdapter, ValidationError

from pipeline import atomic
from pipeline.inputs import OUTPUT_FOLDERS, STATE_FOLDER

INDEX: Final = "index.html"
UNFINISHED: Final = ""
"""The fingerprint of a unit that must be made again: one of its files could not be made."""


@dataclass(frozen=True, slots=True)
class Catatan:
    """What was written for one unit: relative path -> SHA-256, and from what."""

    sidik: str
    berkas: dict[str, str] = field(default_factory=dict)


_RECORD: Final = TypeAdapter(Catatan)


def intact(out: Path, unit: str, sidik: str) -> bool:
    """Whether the unit was made from the same things and all its files are still as written."""
    catatan = _load(out, unit)
    return (
        sidik != UNFINISHED
        and catatan.sidik == sidik
        and all(_hash(out / name) == digest for name, digest in catatan.berkas.items())
    )


def write(out: Path, unit: str, sidik: str, files: Mapping[str, bytes]) -> None:
    """Writes the files of a unit and removes those that it had before and has no longer.

    Args:
        out: the output folder.
        unit: name of the unit, e.g. ``sop/kecamatan-candipuro--pengumpulan-data-kinerja``.
        sidik: fingerprint of what the files were made from; UNFINISHED when some are missing.
        files: relative path -> content.

    Raises:
        OSError: the disk is full or the folder may not be written to.
    """
    for name in _load(out, unit).berkas.keys() - files.keys():
        atomic.remove(out / name, out)
    catatan = Catatan(sidik, {name: sha256(content).hexdigest() for name, content in files.items()})
    atomic.write(_path(out, unit), _RECORD.dump_json(catatan, indent=1))
    for name, content in files.items():
        atomic.write(out / name, content)


def drop(out: Path, unit: str) -> None:
    """Removes the files of a unit and its record."""
    for name in _load(out, unit).berkas:
        atomic.remove(out / name, out)
    atomic.remove(_path(out, unit), out)


def units(out: Path) -> list[str]:
    """The names of all recorded units, sorted."""
    folder = _folder(out)
    return sorted(path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.json"))


def _load(out: Path, unit: str) -> Catatan:
    """The record, an empty one when it is missing or damaged."""
    try:
        catatan = _RECORD.validate_json(_path(out, unit).read_bytes())
    except (OSError, ValidationError):
        return Catatan(UNFINISHED)
    # A record from elsewhere must not be able to name a file outside OUT.
    return catatan if all(map(_own, catatan.berkas)) else Catatan(UNFINISHED)


def _own(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return name == INDEX or (len(parts) > 1 and parts[0] in OUTPUT_FOLDERS and ".." not in parts)


def _hash(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def _folder(out: Path) -> Path:
    return out / STATE_FOLDER / "hasil"


def _path(out: Path, unit: str) -> Path:
    return _folder(out) / f"{unit}.json"
