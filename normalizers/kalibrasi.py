"""How likely a value that was read from pixels is right: all that speaks for and against it, weighed together.

A word's own confidence says nothing of a line that was lost, or of a cell that is another's. Those show
elsewhere: in how the rest of its page reads, in writing that no word accounts for, in text that belongs
to no value, in boxes and cells that are missing, and in values that look like none. ``python -m
benchmarks.keyakinan`` fits the weights in ``data/kalibrasi.toml`` on pages of which the truth is known.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from extractors.pages import Source
from extractors.raw import KOTAK, RawSop
from extractors.sheets import TAK_TERBACA
from normalizers.bukti import Catatan, Ciri
from normalizers.data import table
from normalizers.janggal import janggal, tanpa_bagian
from normalizers.model import KOTAK as DAFTAR
from normalizers.model import Bukti, Sop

_GOLONGAN: Final = (
    ("no", re.compile(r"/prosedur/\d+(?:/no)?")),
    ("uraian", re.compile(r"/prosedur/\d+/uraian")),
    ("waktu", re.compile(r"/prosedur/\d+/waktu")),
    ("sel", re.compile(r"/prosedur/\d+/(?:kelengkapan|output|keterangan)")),
    ("pejabat", re.compile(r"/identitas/disahkan_oleh(?:/\w+)?")),
    ("tanggal", re.compile(r"/identitas/tanggal_\w+")),
    ("identitas", re.compile(r"/identitas/\w+")),
    ("kop", re.compile(r"/instansi/\w+")),
    ("hukum", re.compile(r"/dasar_hukum/.+")),
    ("pelaksana", re.compile(r"/pelaksana/\d+.*")),
    ("kotak", re.compile(rf"/(?:{'|'.join(DAFTAR)})/\d+")),
)
"""Kinds of values, the first that fits; what is drawn has none and keeps its own confidence."""
TERPASTI: Final = 0.995
"""Nothing that was read from pixels is surer."""
_TULISAN_TANGAN: Final = 0.4
"""A number without parts is what handwriting is read as, however sure the engine is."""
_BERANGKA: Final = frozenset({"waktu", "tanggal", "identitas", "pejabat", "hukum"})
"""Values of these kinds are no surer than their figures: nothing around a figure tells which one it is."""
_GANJIL: Final = frozenset({"waktu", "pejabat"})
_YAKIN_GANJIL: Final = 0.6
"""Times, names and NIPs that look odd were misread more often than printed so, whatever else speaks for them."""
_TERENDAH: Final = -30.0
"""Log odds below which nothing changes."""
_ISI: Final = ("uraian", "kelengkapan", "waktu", "output")


@dataclass(frozen=True, slots=True)
class Keadaan:
    """How well the pages of an SOP were read as a whole.

    Attributes:
        halaman: how surely the letters of each page were read, 0..1.
        sisa: the share of its text that no value took.
        hilang: the share of the standard's boxes that are missing.
        kosong: the share of the steps' cells that are empty.
        urut: the share of steps whose number is one more than that of the step before.
    """

    halaman: Mapping[int, float]
    sisa: float
    hilang: float
    kosong: float
    urut: float


def golongan(lokasi: str) -> str | None:
    """The kind of the value at a pointer, None for what is drawn."""
    return next((nama for nama, pola in _GOLONGAN if pola.fullmatch(lokasi)), None)


def keadaan(raw: RawSop) -> Keadaan:
    """How well an SOP was read as a whole."""
    own = [place for place in raw.source.places if place.halaman in raw.halaman]
    written = sum(place.end - place.start for place in own) or 1
    cells = [getattr(step, key) for step in raw.prosedur for key in _ISI]
    numbers = [int(digits) for step in raw.prosedur if (digits := _digits(step.no.text if step.no else ""))]
    rising = sum(b == a + 1 for a, b in pairwise(numbers))
    return Keadaan(
        _halaman(raw.source),
        min(1.0, sum(len(span.text) for span in raw.sisa) / written),
        sum(key not in raw.kotak for key in KOTAK) / len(KOTAK),
        cells.count(None) / len(cells) if cells else 1.0,
        rising / (len(raw.prosedur) - 1) if len(raw.prosedur) > 1 else 0.0,
    )


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isascii() and c.isdigit())[:3]


def _halaman(source: Source) -> dict[int, float]:
    letters: dict[int, int] = {}
    sure: dict[int, float] = {}
    for place in source.places:
        length = place.end - place.start
        letters[place.halaman] = letters.get(place.halaman, 0) + length
        sure[place.halaman] = sure.get(place.halaman, 0.0) + place.keyakinan * length
    return {halaman: sure[halaman] / letters[halaman] for halaman in letters if letters[halaman]}


def tanda(ciri: Ciri, bukti: Bukti, seluruh: Keadaan, *, ganjil: bool) -> dict[str, float]:
    """What speaks for and against a value, as numbers that weights are put on."""
    return {
        "terendah": log_peluang(ciri.terendah),
        "rata": log_peluang(ciri.rata),
        "tak_utuh": math.sqrt(1.0 - ciri.utuh),
        "panjang": math.log(ciri.kata),
        "tata": log_peluang(ciri.tata),
        "baca": log_peluang(ciri.baca),
        "dua_mesin": float(ciri.dua),
        "sisa": math.sqrt(seluruh.sisa),
        "hilang": seluruh.hilang,
        "janggal": float(ganjil),
    } | tanda_halaman(seluruh, bukti.halaman)


def tanda_halaman(seluruh: Keadaan, halaman: int) -> dict[str, float]:
    """What the page of a value, and the table of the steps, say of how well it was read."""
    return {
        "halaman": -math.log(max(1.0 - seluruh.halaman.get(halaman, 0.0), 0.002)),
        "kosong": seluruh.kosong,
        "tak_urut": 1.0 - seluruh.urut,
    }


def log_peluang(p: float) -> float:
    """The log odds of a likelihood, none of them beyond those of what is nearly sure."""
    p = min(0.995, max(0.005, p))
    return math.log(p / (1.0 - p))


def peluang(nilai: Mapping[str, float], jenis: str) -> float:
    """The probability that a value is right, by what speaks for and against it and its kind."""
    bobot: Mapping[str, Any] = table("kalibrasi")
    total = bobot["tetap"] - bobot["jarak"] + bobot["golongan"].get(jenis, 0.0)
    total += sum(bobot["tanda"][nama] * angka for nama, angka in nilai.items())
    return min(TERPASTI, 1.0 / (1.0 + math.exp(-max(total, _TERENDAH))))


def tanda_nilai(sop: Sop, raw: RawSop, catatan: Catatan) -> dict[str, tuple[str, dict[str, float]]]:
    """Of each value that was read from pixels its kind and what speaks for and against it, by pointer."""
    seluruh = keadaan(raw)
    found = {}
    for lokasi, ciri in catatan.ciri.items():
        jenis = golongan(lokasi)
        bukti = catatan.bukti[lokasi]
        if jenis is not None and ciri.kata and TAK_TERBACA not in bukti.mentah:
            ganjil = janggal(sop, lokasi, bukti.mentah)
            told = tanda(ciri, bukti, seluruh, ganjil=ganjil)
            # A time without a number says more against it than a short text does against a text.
            found[lokasi] = (jenis, told | {"waktu_janggal": float(ganjil and jenis == "waktu")})
    return found


def terkalibrasi(sop: Sop, raw: RawSop, catatan: Catatan) -> Sop:
    """The SOP with the confidence of what was read from pixels as the share of such values that are right."""
    if not catatan.ciri:
        return sop
    bukti = dict(sop.bukti)
    for lokasi, (jenis, nilai) in tanda_nilai(sop, raw, catatan).items():
        if lokasi in bukti:
            yakin = round(peluang(nilai, jenis), 2)
            if jenis in _BERANGKA:
                yakin = min(yakin, round(catatan.ciri[lokasi].angka, 2))
            if jenis in _GANJIL and nilai["janggal"]:
                yakin = min(yakin, _YAKIN_GANJIL)
            if lokasi == "/identitas/nomor_sop" and tanpa_bagian(sop.identitas.nomor_sop):
                yakin = min(yakin, _TULISAN_TANGAN)
            bukti[lokasi] = bukti[lokasi].model_copy(update={"keyakinan": yakin})
    return sop.model_copy(update={"bukti": bukti})
