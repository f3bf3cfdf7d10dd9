"""One procedure in several units: what each does, who does it, how long it takes, which regulations it cites."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median, quantiles
from typing import Final

from normalizers import peraturan
from normalizers.model import DasarHukum, Langkah, Sop, StatusPeraturan
from pipeline.compare.jajar import Jajaran, ciri, jajarkan, medoid, pelaku

TAK_DIKETAHUI: Final = "pelaksana tidak diketahui"
_JAUH: Final = 2.0
"""A time is an outlier only when it is so many times the median, or the median so many times it."""
_CUKUP_KUARTIL: Final = 5
"""From so many values on, quartiles say what is usual."""
_BEDA_WAKTU: Final = 1.25
"""Times within this factor of the median count as the same."""


@dataclass(frozen=True, slots=True)
class Kolom:
    """One SOP of the comparison.

    Attributes:
        nama: what the column is called: its unit, and the file where the unit has several or is not known.
        sop: the SOP.
        dekat: how well its steps agree with the medoid's, 0..1.
        menit: working minutes of its steps; None when none has any.
        tanpa_menit: how many steps have no time that can be counted.
        menunggu: name of actor -> minutes of his steps, in the order of the steps.
        pencilan: whether its time is far from that of the others.
    """

    nama: str
    sop: Sop
    dekat: float
    menit: float | None
    tanpa_menit: int
    menunggu: Mapping[str, float]
    pencilan: bool


@dataclass(frozen=True, slots=True)
class Sel:
    """The step of one SOP in one row.

    Attributes:
        langkah: the step.
        pelaku: names of those who do it.
        peran_lain: someone else does it than in most SOPs.
        pindah: it stands in another order than in the row.
        waktu: "lama" or "cepat" against the median of the row; "" where it is about the same or not known.
    """

    langkah: Langkah
    pelaku: tuple[str, ...]
    peran_lain: bool
    pindah: bool
    waktu: str

    @property
    def menit(self) -> float | None:
        """Working minutes of the step."""
        return self.langkah.waktu.menit if self.langkah.waktu else None


@dataclass(frozen=True, slots=True)
class Baris:
    """One step across the SOPs.

    Attributes:
        uraian: as the medoid words it, else as the first SOP that has it.
        di_medoid: whether the medoid has it.
        sel: one per SOP; None where it is missing.
        menit: smallest, median and largest minutes; None where no SOP states any.
    """

    uraian: str
    di_medoid: bool
    sel: tuple[Sel | None, ...]
    menit: tuple[float, float, float] | None

    @property
    def ada(self) -> int:
        """How many SOPs have the step."""
        return sum(s is not None for s in self.sel)


@dataclass(frozen=True, slots=True)
class Rujukan:
    """A regulation that some of the SOPs cite.

    Attributes:
        nama: its short name.
        tentang: its subject.
        status: as far as it is known.
        pengganti: what to cite instead, where it was revoked and that is known.
        dikutip: for each SOP whether it cites it.
    """

    nama: str
    tentang: str
    status: StatusPeraturan | None
    pengganti: str | None
    dikutip: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Perbandingan:
    """One procedure in several units.

    Attributes:
        nama: of the procedure.
        kolom: the SOPs, as given.
        baris: the steps.
        rujukan: the regulations, those that most cite first.
        medoid: index of the most central SOP.
        menit: smallest, median and largest total; None where no SOP states any.
    """

    nama: str
    kolom: tuple[Kolom, ...]
    baris: tuple[Baris, ...]
    rujukan: tuple[Rujukan, ...]
    medoid: int
    menit: tuple[float, float, float] | None


def bandingkan(nama: str, sops: Sequence[Sop]) -> Perbandingan:
    """The SOPs side by side.

    Args:
        nama: what the procedure is called.
        sops: at least one; they become columns in the order of their units.
    """
    sops = sorted(sops, key=lambda sop: (sop.instansi.unit or "", sop.id))
    steps = [ciri(sop) for sop in sops]
    tengah, dekat = medoid(steps, _utama(sops))
    rows = jajarkan(steps, tengah, dekat)
    totals = [_jumlah(sop) for sop in sops]
    far = _pencilan(totals)
    kolom = tuple(
        Kolom(nama_kolom, sop, dekat[k], totals[k], _tanpa_menit(sop), menunggu(sop), k in far)
        for k, (sop, nama_kolom) in enumerate(zip(sops, _nama_kolom(sops), strict=True))
    )
    return Perbandingan(
        nama=nama,
        kolom=kolom,
        baris=tuple(_baris(row, sops, tengah) for row in rows),
        rujukan=tuple(_rujukan(sops)),
        medoid=tengah,
        menit=_sebaran([total for total in totals if total is not None]),
    )


def _nama_kolom(sops: Sequence[Sop]) -> list[str]:
    units = Counter(sop.instansi.unit for sop in sops)
    return [
        (sop.instansi.unit if units[sop.instansi.unit] == 1 else f"{sop.instansi.unit} · {sop.sumber.berkas}")
        if sop.instansi.unit
        else sop.sumber.berkas
        for sop in sops
    ]


def menunggu(sop: Sop) -> dict[str, float]:
    """Name of actor -> working minutes of the steps he does; what several do together is counted under all their names."""
    found: dict[str, float] = {}
    for step in sop.prosedur:
        if step.waktu is not None and step.waktu.menit is not None:
            who = " + ".join(_nama_pelaku(sop, step)) or TAK_DIKETAHUI
            found[who] = found.get(who, 0) + step.waktu.menit
    return found


def _utama(sops: Sequence[Sop]) -> list[int]:
    """The SOPs as they should lead where steps do not decide: of the most frequent kind of unit, the latest first."""
    kinds = [(sop.instansi.unit or "").partition(" ")[0] for sop in sops]
    often = Counter(kinds)
    recent = sorted(range(len(sops)), key=lambda k: _terbaru(sops[k]), reverse=True)
    return sorted(recent, key=lambda k: -often[kinds[k]])


def _terbaru(sop: Sop) -> str:
    """The latest of its dates; "" without any."""
    dates = (sop.identitas.tanggal_revisi, sop.identitas.tanggal_efektif, sop.identitas.tanggal_pembuatan)
    return max(filter(None, dates), default="")


def _jumlah(sop: Sop) -> float | None:
    minutes = [step.waktu.menit for step in sop.prosedur if step.waktu and step.waktu.menit is not None]
    return sum(minutes) if minutes else None


def _tanpa_menit(sop: Sop) -> int:
    return sum(step.waktu is None or step.waktu.menit is None for step in sop.prosedur)


def _nama_pelaku(sop: Sop, step: Langkah) -> tuple[str, ...]:
    names = {actor.id: actor.nama for actor in sop.pelaksana}
    return tuple(dict.fromkeys(names.get(mark.id, mark.id) for mark in step.pelaksana or ()))


def _baris(row: Jajaran, sops: Sequence[Sop], tengah: int) -> Baris:
    steps = [None if j is None else sops[k].prosedur[j] for k, j in enumerate(row.langkah)]
    lead = steps[tengah] or next(step for step in steps if step is not None)
    usual = _biasa([pelaku(step) if step else None for step in steps], tengah)
    minutes = [step.waktu.menit for step in steps if step and step.waktu and step.waktu.menit is not None]
    spread = _sebaran(minutes)
    cells = tuple(
        None if step is None else _sel(sops[k], step, usual, k in row.pindah, spread, len(minutes))
        for k, step in enumerate(steps)
    )
    return Baris(lead.uraian, steps[tengah] is not None, cells, spread)


def _sel(
    sop: Sop,
    step: Langkah,
    usual: frozenset[str] | None,
    pindah: bool,
    spread: tuple[float, float, float] | None,
    count: int,
) -> Sel:
    who = pelaku(step)
    other = who is not None and usual is not None and who != usual
    minutes = step.waktu.menit if step.waktu else None
    waktu = ""
    if minutes is not None and spread is not None and count > 1:
        usually = spread[1]
        waktu = (
            "lama" if minutes > usually * _BEDA_WAKTU else "cepat" if minutes * _BEDA_WAKTU < usually else ""
        )
    return Sel(step, _nama_pelaku(sop, step), other, pindah, waktu)


def _biasa(actors: Sequence[frozenset[str] | None], tengah: int) -> frozenset[str] | None:
    """Who does it in most SOPs; where no one leads, as the medoid has it; None where it is nowhere known."""
    counts = Counter(who for who in actors if who is not None)
    most = max(counts.values(), default=0)
    leading = [who for who in counts if counts[who] == most]
    own = actors[tengah]
    return own if own in leading else min(leading, key=sorted, default=None)


def _sebaran(values: Sequence[float]) -> tuple[float, float, float] | None:
    return (min(values), median(values), max(values)) if values else None


def _pencilan(totals: Sequence[float | None]) -> set[int]:
    """The SOPs whose time is far from that of the others: beyond the quartiles and far from the median."""
    known = {k: total for k, total in enumerate(totals) if total is not None}
    if len(known) < 3:
        return set()
    middle = median(known.values())
    low, high = 0.0, middle
    if len(known) >= _CUKUP_KUARTIL:
        first, _, third = quantiles(known.values(), method="inclusive")
        low, high = first - 1.5 * (third - first), third + 1.5 * (third - first)
    far = {k for k, total in known.items() if total > middle * _JAUH or total * _JAUH < middle}
    return {k for k in far if len(known) < _CUKUP_KUARTIL or not low <= known[k] <= high}


def _rujukan(sops: Sequence[Sop]) -> list[Rujukan]:
    cited: dict[tuple[object, ...], tuple[DasarHukum, set[int]]] = {}
    for k, sop in enumerate(sops):
        for dasar in sop.dasar_hukum:
            key: tuple[object, ...] = (dasar.jenis, dasar.lembaga, dasar.nomor, dasar.tahun)
            if None in (dasar.jenis, dasar.nomor, dasar.tahun):
                key = (dasar.teks.casefold(),)
            cited.setdefault(key, (dasar, set()))[1].add(k)
    ordered = sorted(cited.values(), key=lambda found: -len(found[1]))
    return [_satu_rujukan(dasar, by, len(sops)) for dasar, by in ordered]


def _satu_rujukan(dasar: DasarHukum, by: set[int], count: int) -> Rujukan:
    known = peraturan.tepat(dasar)
    successor = peraturan.oleh_id(known.dicabut_oleh) if known and known.dicabut_oleh else None
    nama = " ".join(filter(None, (dasar.jenis, dasar.lembaga, _nomor(dasar)))) or dasar.teks
    return Rujukan(
        nama=nama if dasar.nomor else dasar.teks,
        tentang=(dasar.tentang or "") if dasar.nomor else "",
        status=dasar.status,
        pengganti=successor.singkat if successor and dasar.status == "dicabut" else None,
        dikutip=tuple(k in by for k in range(count)),
    )


def _nomor(dasar: DasarHukum) -> str:
    number = dasar.nomor or ""
    return number if "/" in number or dasar.tahun is None else f"{number}/{dasar.tahun}"
