"""The same SOP twice: copies in other bytes, versions, one procedure under two names in one unit.

Pairs come from blocks (same number, same name and unit, alike in a band of the signature) and are
then weighed letter by letter; what hangs together makes a group. Time and memory grow with
the number of SOPs.
"""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from normalizers.fuzzy import ratio
from pipeline.compare.blok import kelompok, pasangan, pita
from pipeline.compare.kartu import TANGGAL, Kartu
from pipeline.compare.kata import inti, panjang, rata
from pipeline.compare.nama import kuat, pokok

Jenis = Literal["salinan", "versi", "dua_nama"]

_ISI_SALINAN: Final = 0.9
"""Letters that agree between two readings of one page; below it the text itself has changed, or the scan is very poor."""
_ISI_VERSI: Final = 0.55
_NAMA_SAMA: Final = 0.9
_NAMA_SALAH_BACA: Final = 0.7
"""Names that differ no more, under one number and with one content, are one name read twice."""
_BLOK_NOMOR: Final = 30
"""A number that more SOPs bear ("01") says nothing across units."""


@dataclass(frozen=True, slots=True)
class Pasangan:
    """Two SOPs that are the same.

    Attributes:
        jenis: salinan (same content and identity), versi (same SOP, changed) or dua_nama.
        a: index of the one that comes first in the set.
        b: index of the other.
        isi: how alike their steps are, 0..1.
        beda: identity keys whose stated values differ, and "langkah" where the steps are not as many.
    """

    jenis: Jenis
    a: int
    b: int
    isi: float
    beda: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kelompok:
    """SOPs that are the same: ``jenis`` is salinan only when all of its pairs are."""

    jenis: Jenis
    anggota: tuple[int, ...]
    pasangan: tuple[Pasangan, ...]


def cari(kartu: Sequence[Kartu]) -> list[Kelompok]:
    """The groups of the set, in the order of their first members; copies and versions before double names."""
    found = [pair for i, j in _calon(kartu) if (pair := nilai(kartu, i, j))]
    same = _hubung([pair for pair in found if pair.jenis != "dua_nama"])
    return [*same, *_hubung([pair for pair in found if pair.jenis == "dua_nama"])]


def nilai(kartu: Sequence[Kartu], i: int, j: int) -> Pasangan | None:
    """In which way two SOPs are the same; None when they are not."""
    a, b = kartu[i], kartu[j]
    if not a.isi or not b.isi:
        return None
    isi = 1.0 if a.digest == b.digest else ratio(a.isi, b.isi)
    if isi < _ISI_VERSI:
        return None
    beda = tuple(_beda(a, b))
    jenis = _jenis(a, b, isi, beda)
    return Pasangan(jenis, i, j, isi, beda) if jenis else None


def _jenis(a: Kartu, b: Kartu, isi: float, beda: Sequence[str]) -> Jenis | None:
    nama = ratio(_pembeda(a), _pembeda(b))
    satu_nomor = bool(a.nomor) and _nomor(a.nomor) == _nomor(b.nomor)
    if a.kantor != b.kantor:
        # One paper whose unit was read in two ways; two units with one template differ in number or date.
        return (
            "salinan"
            if satu_nomor and isi >= _ISI_SALINAN and nama >= _NAMA_SAMA and _satu_asal(a, b)
            else None
        )
    if not a.kantor[1]:
        return "salinan" if a.digest == b.digest else None
    satu_nama = nama >= _NAMA_SAMA or (satu_nomor and isi >= _ISI_SALINAN and nama >= _NAMA_SALAH_BACA)
    if satu_nama:
        return "salinan" if isi >= _ISI_SALINAN and not beda else "versi"
    if isi >= _ISI_SALINAN and a.nama and b.nama and not _lain_urusan(a, b):
        return "dua_nama"
    return None


def _pembeda(k: Kartu) -> str:
    """What tells its name from others: "domisili" of "Permohonan Surat Keterangan Domisili".

    The words that all names of an office share must not make its SOPs alike.
    """
    return " ".join(kuat(pokok(k.nama or "", k.unit or "", k.pemerintah or "")))


def _satu_asal(a: Kartu, b: Kartu) -> bool:
    """Whether dates and officer speak for one paper: nothing stated differs, and something stated agrees."""
    pairs = [(a.nip, b.nip), *zip(a.tanggal, b.tanggal, strict=True)]
    stated = [(x, y) for x, y in pairs if x and y]
    return bool(stated) and all(x == y for x, y in stated)


def _lain_urusan(a: Kartu, b: Kartu) -> bool:
    """Whether a word that only one of the names has stands in the steps of that one alone.

    "Surat Keterangan Usaha" and "Surat Keterangan Domisili" may go the same way step by step
    and are two procedures all the same.
    """
    names = [set(inti(panjang(k.nama or ""))) for k in (a, b)]
    steps = [set(inti(k.isi)) for k in (a, b)]
    own = names[0] - names[1], names[1] - names[0]
    return any(word in steps[side] and word not in steps[1 - side] for side in (0, 1) for word in own[side])


def _beda(a: Kartu, b: Kartu) -> Iterator[str]:
    if a.nomor and b.nomor and _nomor(a.nomor) != _nomor(b.nomor):
        yield "nomor_sop"
    for key, x, y in zip(TANGGAL, a.tanggal, b.tanggal, strict=True):
        # A month agrees with a day in it.
        if x and y and not (x.startswith(y) or y.startswith(x)):
            yield key
    if a.langkah != b.langkah:
        yield "langkah"


def _nomor(nomor: str | None) -> str:
    return rata(nomor or "").replace(" ", "")


def _calon(kartu: Sequence[Kartu]) -> list[tuple[int, int]]:
    """The pairs that share a block; of SOPs that say the same throughout only neighbours."""
    pairs: set[tuple[int, int]] = set()
    equal = kelompok((k.kantor, k.digest) for k in kartu)
    pairs.update((i, j) for block in equal for i, j in itertools.pairwise(block))
    # Only the first of them goes on; otherwise ten thousand equal ones would fill every block.
    later = {i for block in equal for i in block[1:]}
    rest = [i for i in range(len(kartu)) if i not in later]
    offices = [kartu[i].kantor for i in rest]
    for blocks in pita([kartu[i].sidik for i in rest], offices):
        pairs.update((rest[i], rest[j]) for i, j in pasangan(blocks))
    numbers = kelompok(_nomor(kartu[i].nomor) or None for i in rest)
    names = kelompok((kartu[i].kantor, rata(kartu[i].nama or "")) if kartu[i].nama else None for i in rest)
    small = [block for block in numbers if len(block) <= _BLOK_NOMOR]
    pairs.update((rest[i], rest[j]) for i, j in pasangan([*small, *names]))
    return sorted(pairs)


def _hubung(pairs: Sequence[Pasangan]) -> list[Kelompok]:
    """The pairs gathered into groups of what hangs together."""
    groups: dict[int, list[Pasangan]] = {}
    root = akar_tiap((pair.a, pair.b) for pair in pairs)
    for pair in pairs:
        groups.setdefault(root[pair.a], []).append(pair)
    return [_kelompok(groups[first]) for first in sorted(groups)]


def _kelompok(pairs: Sequence[Pasangan]) -> Kelompok:
    kinds = {pair.jenis for pair in pairs}
    jenis = kinds.pop() if len(kinds) == 1 else "versi"
    members = sorted({i for pair in pairs for i in (pair.a, pair.b)})
    return Kelompok(jenis, tuple(members), tuple(pairs))


def akar_tiap(pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    """For each index that occurs, the least index that it hangs together with."""
    parent: dict[int, int] = {}

    def find(i: int) -> int:
        while parent.setdefault(i, i) != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, j in pairs:
        low, high = sorted((find(i), find(j)))
        parent[high] = low
    return {i: find(i) for i in list(parent)}
