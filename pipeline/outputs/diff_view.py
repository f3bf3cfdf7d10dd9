"""What the diff report shows of one SOP: sections of lines, each with values, evidence and findings.

In the contract's order. A finding stands with the line that shows its value, or with the
nearest section above it, each of them exactly once.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, Final

from extractors.sheets import TAK_TERBACA
from normalizers.model import (
    KOTAK,
    Alur,
    Bukti,
    DasarHukum,
    Langkah,
    Lembaran,
    Pejabat,
    Pelaksana,
    Pengubah,
    Sop,
    Temuan,
    Waktu,
)
from pipeline.data import table
from pipeline.diff import Coretan, Jenis, Perubahan, kata, tampil
from pipeline.naskah import Naskah
from pipeline.outputs.diff_evidence import Petikan, quotations
from pipeline.outputs.diff_pages import Potret, crops
from pipeline.outputs.perhatian import ISIAN, is_sure, jangkar, label, nilai, tempat
from pipeline.outputs.render import durasi, tanggal

SEL: Final = ("uraian", "pelaksana", "kelengkapan", "waktu", "output", "keterangan")
SITIRAN: Final = ("jenis", "lembaga", "nomor", "tahun", "tentang", "lembaran", "diubah_dengan", "status")

Marks = Sequence[tuple[Coretan, str]]


@dataclass(slots=True)
class Nilai:
    """One value on the page.

    Attributes:
        label: its name, or its number in a list.
        baku: the canonical value in words; "" where there is none.
        catatan: what is to be known beside it: the ISO date, the working minutes.
        jenis: kind of change; None for a value without evidence.
        dibaca: the text as read, removed words marked; empty where it says what ``baku`` says.
        ditulis: ``baku`` with added words marked.
    """

    label: str
    baku: str
    catatan: str = ""
    jenis: Jenis | None = None
    dibaca: Marks = ()
    ditulis: Marks = ()


@dataclass(slots=True)
class Baris:
    """One line of the page: a value, or a step or citation with its parts.

    Attributes:
        jangkar: its HTML id.
        nilai: the value itself.
        bagian: parts of it by contract key: the cells of a step, the fields of a citation.
        temuan: findings about it.
        bukti: evidence of the value and its parts.
        petikan: the source lines of the evidence.
        potret: the places of the evidence on the pages, where there are pictures of them.
        keyakinan: the lowest of its evidence; None without any.
        perlu: whether a person should look at it.
    """

    jangkar: str
    nilai: Nilai
    bagian: Mapping[str, Nilai]
    temuan: Sequence[Temuan]
    bukti: Sequence[Bukti]
    petikan: Sequence[Petikan]
    potret: Sequence[Potret]
    keyakinan: float | None
    perlu: bool


@dataclass(slots=True)
class Seksi:
    """A section of the page: ``kunci`` is "umum", "identitas" or a list of the contract."""

    kunci: str
    judul: str
    baris: Sequence[Baris]
    temuan: Sequence[Temuan]

    @property
    def sendiri(self) -> bool:
        """Whether a person should look at the section itself: a finding about it as a whole."""
        return any(map(_pressing, self.temuan))

    @property
    def perlu(self) -> int:
        """How many places of the section a person should look at."""
        return self.sendiri + sum(line.perlu for line in self.baris)


_KINDS: Final[Mapping[str, Mapping[str, Any]]] = table("istilah")["perubahan"]
_DARI_REGISTER: Final = frozenset(("status",))
"""Parts of a citation that no document states: the register adds them, and nobody must decide on them."""
_SEKADAR_SARAN: Final = frozenset(("PL008",))
"""Rules whose suggestion fills a place that the source leaves empty: it can wait."""
_WEIGHTY: Final = frozenset(kind for kind, about in _KINDS.items() if about["bobot"] == "berat")
_AS_READ: Final = ("sama", "usulan")
_NO_PARTS: Final[Mapping[str, Nilai]] = MappingProxyType({})


@dataclass(slots=True)
class _Bahan:
    """What the lines are made of: changes by pointer; evidence and findings by the line that shows them."""

    naskah: Naskah
    perubahan: dict[str, Perubahan]
    bukti: dict[str, list[Bukti]] = field(default_factory=dict)
    temuan: dict[str, list[Temuan]] = field(default_factory=dict)


def sections(naskah: Naskah, changes: Sequence[Perubahan]) -> list[Seksi]:
    """The sections of the page; general findings and the flow only where there are any.

    Args:
        naskah: the SOP.
        changes: what ``pipeline.diff.mentah`` says of it.
    """
    sop = naskah.sop
    bahan = _Bahan(naskah, {change.lokasi: change for change in changes})
    for lokasi, bukti in sop.bukti.items():
        bahan.bukti.setdefault(tempat(sop, lokasi), []).append(bukti)
    for temuan in sop.temuan:
        bahan.temuan.setdefault(tempat(sop, temuan.lokasi), []).append(temuan)
    found = [
        _section(bahan, "", []),
        _section(bahan, "/identitas", _identity(bahan)),
        _section(bahan, "/dasar_hukum", [_citation(bahan, i, d) for i, d in enumerate(sop.dasar_hukum)]),
        *(_section(bahan, f"/{key}", _items(bahan, key)) for key in KOTAK),
        _section(bahan, "/pelaksana", [_actor(bahan, i, p) for i, p in enumerate(sop.pelaksana)]),
        _section(bahan, "/prosedur", [_step(bahan, i, step) for i, step in enumerate(sop.prosedur)]),
        _section(bahan, "/alur", [_edge(bahan, i, edge) for i, edge in enumerate(sop.alur)]),
    ]
    return [s for s in found if s.kunci not in ("umum", "alur") or s.baris or s.temuan]


def tally(changes: Sequence[Perubahan]) -> list[tuple[str, int]]:
    """How often each kind of change occurs, from harmless to weighty; what is unchanged is not counted."""
    kinds = [change.jenis for change in changes]
    return [(kind, kinds.count(kind)) for kind in _KINDS if kind != "sama" and kind in kinds]


def _section(bahan: _Bahan, lokasi: str, lines: Sequence[Baris]) -> Seksi:
    return Seksi(jangkar(lokasi), label(lokasi), lines, bahan.temuan.get(lokasi, ()))


def _identity(bahan: _Bahan) -> list[Baris]:
    lines = []
    for lokasi in ISIAN:
        value = nilai(bahan.naskah.sop, lokasi)
        if isinstance(value, Pejabat):
            # The block as a whole is a line only where something is said about it as a whole.
            if lokasi in bahan.temuan or lokasi in bahan.bukti:
                lines.append(_line(bahan, lokasi, Nilai(label(lokasi), ", ".join(_stated(value)))))
            continue
        text = tampil(value)
        words = tanggal(text) if "/tanggal_" in lokasi else text
        lines.append(
            _line(bahan, lokasi, _value(bahan, lokasi, label(lokasi), words, text if words != text else ""))
        )
    return lines


def _citation(bahan: _Bahan, index: int, dasar: DasarHukum) -> Baris:
    lokasi = f"/dasar_hukum/{index}"
    parts = {}
    for key in SITIRAN:
        value = getattr(dasar, key)
        named = _RINGKAS.get(key)
        text = "; ".join(map(named, value)) if named else tampil(value)
        parts[key] = _value(bahan, f"{lokasi}/{key}", label(f"{lokasi}/{key}"), text)
    return _line(bahan, lokasi, _value(bahan, f"{lokasi}/teks", str(index + 1), dasar.teks), parts)


def _items(bahan: _Bahan, key: str) -> list[Baris]:
    items: list[str] = getattr(bahan.naskah.sop, key)
    return [
        _line(bahan, f"/{key}/{i}", _value(bahan, f"/{key}/{i}", str(i + 1), item))
        for i, item in enumerate(items)
    ]


def _actor(bahan: _Bahan, index: int, pelaksana: Pelaksana) -> Baris:
    lokasi = f"/pelaksana/{index}"
    value = _value(bahan, f"{lokasi}/label", str(index + 1), pelaksana.nama)
    members = f", anggota {', '.join(pelaksana.anggota)}" if pelaksana.anggota else ""
    value.catatan = f"id {pelaksana.id}{members}"
    if pelaksana.label != pelaksana.nama:
        repaired = bahan.perubahan.get(f"{lokasi}/nama")
        value.jenis = repaired.jenis if repaired is not None and repaired.jenis != "sama" else "peran"
        value.dibaca, value.ditulis = _sides(pelaksana.label, pelaksana.nama)
    return _line(bahan, lokasi, value)


def _step(bahan: _Bahan, index: int, langkah: Langkah) -> Baris:
    lokasi = f"/prosedur/{index}"
    cells = {"no": _value(bahan, f"{lokasi}/no", label(f"{lokasi}/no"), tampil(langkah.no))}
    for key in SEL:
        value = getattr(langkah, key)
        if key == "pelaksana":
            cells[key] = Nilai(label(f"{lokasi}/{key}"), _actors(bahan.naskah.sop, langkah))
        else:
            note = _duration_note(value) if isinstance(value, Waktu) else ""
            text = value.teks if isinstance(value, Waktu) else value or ""
            cells[key] = _value(bahan, f"{lokasi}/{key}", label(f"{lokasi}/{key}"), text, note)
    return _line(bahan, lokasi, cells["uraian"], cells)


def _edge(bahan: _Bahan, index: int, alur: Alur) -> Baris:
    names = {p.id: p.nama for p in bahan.naskah.sop.pelaksana}
    ends = (f"langkah {end.no} {names.get(end.pelaksana, end.pelaksana)}" for end in (alur.dari, alur.ke))
    lokasi = f"/alur/{index}"
    line = _line(bahan, lokasi, _value(bahan, lokasi, str(index + 1), " → ".join(ends), alur.label or ""))
    return line if line.perlu else replace(line, potret=())  # the whole flow is drawn beside its pages


def _value(bahan: _Bahan, lokasi: str, label: str, baku: str, catatan: str = "") -> Nilai:
    """A value with what changed, by its own evidence or by that of the part that carries its text."""
    change = bahan.perubahan.get(lokasi) or bahan.perubahan.get(f"{lokasi}/teks")
    if change is None and lokasi.endswith(("/teks", "/label")):
        change = bahan.perubahan.get(lokasi.rpartition("/")[0])
    if change is None:
        return Nilai(label, baku, catatan)
    read = str(change.lama).replace(TAK_TERBACA, "[tidak terbaca]")
    if change.jenis in _AS_READ:
        return Nilai(label, baku, catatan, change.jenis)
    if change.jenis == "inferensi":
        # What it was concluded from is another text, not an older form of this one.
        return Nilai(label, baku, catatan, change.jenis, (("sama", read),), (("tambah", baku),))
    return Nilai(label, baku, catatan, change.jenis, *_sides(read, baku))


def _sides(read: str, written: str) -> tuple[Marks, Marks]:
    if read == written:
        return (), ()
    pieces = kata(read, written)
    return [p for p in pieces if p[0] != "tambah"], [p for p in pieces if p[0] != "hapus"]


def _line(bahan: _Bahan, lokasi: str, nilai: Nilai, parts: Mapping[str, Nilai] = _NO_PARTS) -> Baris:
    bukti, temuan = bahan.bukti.get(lokasi, ()), bahan.temuan.get(lokasi, ())
    lowest = min((b.keyakinan for b in bukti), default=None)
    read = [part for kunci, part in parts.items() if kunci not in _DARI_REGISTER]
    weighty = any(part.jenis in _WEIGHTY for part in (nilai, *read))
    return Baris(
        jangkar=jangkar(lokasi),
        nilai=nilai,
        bagian=parts,
        temuan=temuan,
        bukti=bukti,
        petikan=quotations(bahan.naskah, bukti),
        potret=crops(bahan.naskah, bukti),
        keyakinan=lowest,
        perlu=weighty or any(map(_pressing, temuan)) or not (lowest is None or is_sure(lowest)),
    )


def _pressing(temuan: Temuan) -> bool:
    return temuan.tingkat != "info" or (temuan.usulan is not None and temuan.kode not in _SEKADAR_SARAN)


def _stated(pejabat: Pejabat) -> list[str]:
    return [value for value in pejabat.model_dump().values() if value]


def _gazette(lembaran: Lembaran) -> str:
    year = "" if lembaran.tahun is None else f" {lembaran.tahun}"
    return f"{lembaran.jenis}{year} No. {lembaran.nomor}"


def _change(pengubah: Pengubah) -> str:
    year = "" if pengubah.tahun is None else f" Tahun {pengubah.tahun}"
    return (
        f"{' '.join(filter(None, (pengubah.jenis, pengubah.lembaga)))} Nomor {pengubah.nomor}{year}".strip()
    )


_RINGKAS: Final[Mapping[str, Callable[[Any], str]]] = {"lembaran": _gazette, "diubah_dengan": _change}
"""How the entries of a list of a citation are shown."""


def _actors(sop: Sop, langkah: Langkah) -> str:
    names, symbols = {p.id: p.nama for p in sop.pelaksana}, table("istilah")["simbol"]
    marks = langkah.pelaksana or ()
    return ", ".join(
        names.get(mark.id, mark.id) + (f" ({symbols[mark.simbol]})" if mark.simbol else "") for mark in marks
    )


def _duration_note(waktu: Waktu) -> str:
    """What the text of a duration does not show: its bounds in words, and the working time it counts for."""
    if waktu.menit is None:
        return "tidak terukur"
    counted = durasi(waktu.menit)
    notes = [
        table("istilah")["batas"][waktu.batas] if waktu.batas else "",
        "hari kalender" if waktu.kalender else "",
    ]
    return ", ".join((*filter(None, notes), *([f"{counted} kerja"] if counted != waktu.teks else [])))
