"""Who does a step as its own words say it: "Sekcam memerintahkan …", "… ditandatangani oleh Camat".

A concluded actor is no symbol and is kept apart from those. Precision comes first: whoever is handed
something ("kepada Kasi"), or is named within a subordinate clause, is no actor of the step.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Final

from normalizers.data import table
from normalizers.model import Pelaksana
from normalizers.pelaksana import kunci, parse
from normalizers.reading import INFERENSI, Bagian, Reading

KEYAKINAN: Final = 0.4
"""Of an actor whom only words name."""
_KATA_SUBJEK: Final = 8
"""A subject has no more words than this."""
_KATA_OLEH: Final = 7
"""Nor has whoever stands behind "oleh"."""
_SURE: Final = 0.85
"""Confidence from which a phrase is a role and nothing else."""
_AKTIF = re.compile(r"(?:me[a-z]{4,}|ber[a-z]{4,})$")
_PASIF = re.compile(r"\W*(?:di[a-z]{4,}|pe[a-z]{3,}an)\b", re.IGNORECASE)
_OLEH = re.compile(r"\boleh\s+", re.IGNORECASE)
_ANAK_KALIMAT = re.compile(rf"\b(?:{'|'.join(table('pelaku')['anak_kalimat'])})\b", re.IGNORECASE)
_AKHIR = re.compile(rf"[.;:,()\n]|\s(?:{'|'.join(table('pelaku')['lanjutan'])})\s", re.IGNORECASE)
_KATA = re.compile(r"\S+")


def tersirat(text: str, columns: Sequence[Pelaksana], unit: str | None) -> Reading[str] | None:
    """The id of the column of the actor whom a step's text names, with where it does; None when it names none.

    Args:
        text: of the step, as read.
        columns: the actor columns; who has none is not concluded.
        unit: name of the unit, which says whose "Sekretaris" is meant.
    """
    found = {
        (id_, start, end)
        for start, end in (*_subjek(text), *_oleh(text))
        if (id_ := _kolom(text[start:end], columns, unit)) is not None
    }
    if len({id_ for id_, _, _ in found}) != 1:
        return None
    id_, start, end = min(found, key=lambda one: one[1])
    return Reading(id_, INFERENSI, KEYAKINAN, {"": Bagian(start, end, INFERENSI, KEYAKINAN)})


def _subjek(text: str) -> Iterator[tuple[int, int]]:
    """What stands before an active verb at the very beginning."""
    words = list(_KATA.finditer(text))
    for at, word in enumerate(words[: _KATA_SUBJEK + 1]):
        if _AKTIF.match(word[0].casefold().strip(".,;:")):
            if at:
                yield words[0].start(), words[at - 1].end()
            return
        if word[0].endswith((",", ";", ":")):
            return


def _oleh(text: str) -> Iterator[tuple[int, int]]:
    """Whoever stands behind the only "oleh" of a text that begins in the passive, or with a noun of doing."""
    behind = list(_OLEH.finditer(text))
    if len(behind) != 1 or not _PASIF.match(text) or _ANAK_KALIMAT.search(text, 0, behind[0].start()):
        return
    start = behind[0].end()
    end = stop.start() if (stop := _AKHIR.search(text, start)) else len(text)
    words = list(_KATA.finditer(text, start, end))[:_KATA_OLEH]
    if words:
        yield start, words[-1].end()


def _kolom(phrase: str, columns: Sequence[Pelaksana], unit: str | None) -> str | None:
    """The one column that a phrase means: by its heading, by its role, or as the only one of a general role."""
    key = kunci(phrase)
    headed = [column.id for column in columns if kunci(column.label) == key]
    if headed:
        return headed[0] if len(headed) == 1 else None
    role = parse(phrase, unit)
    if role.keyakinan < _SURE:
        return None
    own = [c.id for c in columns if role.nilai.id == c.id or role.nilai.id in c.anggota]
    if not own:
        own = [c.id for c in columns if role.nilai.id in _umum(c.id)]
    return own[0] if len(own) == 1 else None


def _umum(id_: str) -> Iterator[str]:
    """The more general roles of a role, nearest first."""
    while induk := _tabel().get(id_, {}).get("induk"):
        yield induk
        id_ = induk


@cache
def _tabel() -> Mapping[str, Mapping[str, Any]]:
    tabel: Mapping[str, Mapping[str, Any]] = table("jabatan")["peran"]
    return tabel
