"""Pages of the whole set: procedures that several units have, SOPs that are the same, related SOPs."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.compare.banding import Perbandingan
from pipeline.compare.himpunan import Himpunan
from pipeline.compare.kaitan import Kaitan, nama_disebut
from pipeline.compare.kartu import TANGGAL, Kartu
from pipeline.compare.kata import rata
from pipeline.compare.kembar import Kelompok, Pasangan
from pipeline.data import table
from pipeline.outputs.render import persen, tanggal
from pipeline.outputs.render import render as template

_HILANG: Final = 500
"""So many names of missing SOPs are listed; the table ``keterkaitan`` has them all."""


@dataclass(frozen=True, slots=True)
class Ringkas:
    """A procedure in the list: what comparing its SOPs found, in a line.

    Attributes:
        slug: address of its page.
        nama: of the procedure.
        sop: how many SOPs.
        unit: how many units.
        langkah: fewest and most steps.
        menit: smallest, median and largest total; None where no SOP states any.
        medoid: what is proposed as the starting point: unit or file.
    """

    slug: str
    nama: str
    sop: int
    unit: int
    langkah: tuple[int, int]
    menit: tuple[float, float, float] | None
    medoid: str


def ringkas(slug: str, banding: Perbandingan) -> Ringkas:
    """The line of a comparison."""
    steps = [len(kolom.sop.prosedur) for kolom in banding.kolom]
    return Ringkas(
        slug=slug,
        nama=banding.nama,
        sop=len(banding.kolom),
        unit=len({kolom.sop.instansi.unit or kolom.nama for kolom in banding.kolom}),
        langkah=(min(steps), max(steps)),
        menit=banding.menit,
        medoid=banding.kolom[banding.medoid].nama,
    )


def antarunit(satu: Himpunan, lines: Sequence[Ringkas]) -> str:
    """The list of procedures that several units have.

    Args:
        satu: the set.
        lines: one per procedure.
    """
    longest = max((line.menit[2] for line in lines if line.menit), default=0)
    missing = sum(kaitan.tempat == "tidak_ada" for kaitan in satu.kaitan)
    return template(
        "compare_index.html.j2",
        sop=len(satu.kartu),
        baris=sorted(lines, key=lambda line: (-line.unit, line.nama)),
        terlama=longest,
        kembar=len(satu.kembar),
        hilang=missing,
    )


def kembar(satu: Himpunan) -> str:
    """The groups of SOPs that are the same, each with why."""
    kinds = table("istilah")["kembar"]
    groups = [
        (kind, [_kelompok(satu, group) for group in satu.kembar if group.jenis == kind]) for kind in kinds
    ]
    return template("compare_duplicates.html.j2", kelompok=groups, istilah=table("istilah"))


def kaitan(satu: Himpunan) -> str:
    """The related SOPs: which name which, and what is named and missing."""
    names = Counter[str]()
    said: dict[str, tuple[str, list[Kartu]]] = {}
    for item in satu.kaitan:
        if item.tempat == "tidak_ada" and (key := rata(nama_disebut(item.teks))):
            names[key] += 1
            said.setdefault(key, (nama_disebut(item.teks), []))[1].append(satu.kartu[item.dari])
    missing = sorted(names, key=lambda key: (-names[key], key))
    return template(
        "compare_relations.html.j2",
        hilang=[(said[key][0], names[key], said[key][1][:3]) for key in missing[:_HILANG]],
        sisa=max(0, len(missing) - _HILANG),
        unit=_per_unit(satu),
        disebut=_disebut(satu),
        istilah=table("istilah"),
        kartu=satu.kartu,
    )


def _kelompok(satu: Himpunan, group: Kelompok) -> tuple[list[Kartu], list[str]]:
    """The members, the newest first, and why they belong together: one sentence per pair of the first few."""
    members = sorted(
        (satu.kartu[i] for i in group.anggota),
        key=lambda k: max(filter(None, k.tanggal), default=""),
        reverse=True,
    )
    why = [_alasan(satu, pair) for pair in sorted(group.pasangan, key=lambda pair: -pair.isi)[:4]]
    return members, why


def _alasan(satu: Himpunan, pair: Pasangan) -> str:
    a, b = satu.kartu[pair.a], satu.kartu[pair.b]
    said = f"{a.berkas} dan {b.berkas}: isi {persen(int(pair.isi * 100) / 100)} sama"
    differing = [_beda(key, a, b) for key in pair.beda]
    return said + (
        "; beda " + ", ".join(differing) if differing else "; nomor dan tanggal tidak bertentangan"
    )


def _beda(key: str, a: Kartu, b: Kartu) -> str:
    if key == "nomor_sop":
        return f"nomor ({a.nomor} dan {b.nomor})"
    if key == "langkah":
        return f"jumlah langkah ({a.langkah} dan {b.langkah})"
    place = TANGGAL.index(key)
    return f"{key.replace('_', ' ')} ({tanggal(a.tanggal[place])} dan {tanggal(b.tanggal[place])})"


def _per_unit(satu: Himpunan) -> list[tuple[str, list[tuple[Kartu, list[Kaitan]]]]]:
    """Unit -> its SOPs that name related ones, by name."""
    items: dict[int, list[Kaitan]] = {}
    for item in satu.kaitan:
        items.setdefault(item.dari, []).append(item)
    units: dict[str, list[tuple[Kartu, list[Kaitan]]]] = {}
    for i, own in items.items():
        units.setdefault(satu.kartu[i].unit or "", []).append((satu.kartu[i], own))
    return [
        (unit, sorted(units[unit], key=lambda pair: (pair[0].nama or "", pair[0].id)))
        for unit in sorted(units)
    ]


def _disebut(satu: Himpunan) -> list[tuple[Kartu, int]]:
    """The SOPs that most others build on."""
    counts = Counter(i for item in satu.kaitan if item.tempat == "unit" for i in item.ke)
    return [
        (satu.kartu[i], counts[i])
        for i in sorted(counts, key=lambda i: (-counts[i], i))[:10]
        if counts[i] > 1
    ]


def alamat(satu: Himpunan) -> Mapping[int, str]:
    """SOP -> address of the page that compares it with others."""
    return {i: kegiatan.slug for kegiatan in satu.kegiatan for i in kegiatan.anggota}
