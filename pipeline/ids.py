"""The ids of a run's SOPs: slugs that a person can read, the same for the same inputs."""

from collections.abc import Iterable
from pathlib import PurePosixPath

from normalizers.model import Sop
from normalizers.pelaksana import slug


def assign(sops: Iterable[Sop]) -> list[str]:
    """One id per SOP, in order: the one that it came with; of equal ones the later get -2, -3 and so on.

    An SOP without a name is called after its file.
    """
    taken: set[str] = set()
    ids: list[str] = []
    for sop in sops:
        base = sop.id if sop.identitas.nama_sop else _of_file(sop)
        unique, number = base, 1
        while unique in taken:
            number += 1
            unique = f"{base}-{number}"
        taken.add(unique)
        ids.append(unique)
    return ids


def _of_file(sop: Sop) -> str:
    return slug(PurePosixPath(sop.sumber.berkas).stem)[:120].rstrip("-")
