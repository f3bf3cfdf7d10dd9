"""The ids of a run's SOPs: slugs that a person can read, the same for the same inputs."""

import re
import unicodedata
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Final

from normalizers.model import Sop

_LIMIT: Final = 120
"""Longest id in characters: file names end at 255 bytes on every common file system."""
_APART = re.compile(r"[^a-z0-9]+")


def assign(sops: Iterable[Sop]) -> list[str]:
    """One id per SOP, in order: ``<unit>--<nama_sop>``; of equal ones the later get -2, -3 and so on."""
    taken: set[str] = set()
    ids: list[str] = []
    for sop in sops:
        base = _base(sop)
        unique, number = base, 1
        while unique in taken:
            number += 1
            unique = f"{base}-{number}"
        taken.add(unique)
        ids.append(unique)
    return ids


def slug(text: str) -> str:
    """The text in lower-case ASCII letters and digits, all else a hyphen; "" when there are none."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return _APART.sub("-", plain).strip("-")


def _base(sop: Sop) -> str:
    """The id as it would be alone; without a name the SOP is called after its file."""
    unit, nama = slug(sop.instansi.unit or ""), slug(sop.identitas.nama_sop or "")
    if not nama:
        nama = slug(PurePosixPath(sop.sumber.berkas).stem) or "sop"
    # "Pengumpulan Data Kinerja Kecamatan Candipuro" of Kecamatan Candipuro names its unit once.
    nama = nama.removesuffix(f"-{unit}") if unit else nama
    return _short(f"{_short(unit, _LIMIT // 2)}--{nama}" if unit else nama, _LIMIT)


def _short(text: str, limit: int) -> str:
    """The text cut at a hyphen so that it is not longer than the limit."""
    if len(text) <= limit:
        return text
    return (text[: limit + 1].rpartition("-")[0] or text[:limit]).strip("-")
