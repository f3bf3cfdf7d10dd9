"""What DOCX and XLSX share: cells with spans, measured row heights, places of symbols and arrows, LibreOffice."""

import random
import shutil
import subprocess
import tempfile
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from PIL import ImageFont

from benchmarks.halaman.garis import Titik, bercelah
from benchmarks.halaman.html import lebar_kolom, pecah_daftar
from benchmarks.halaman.isi import Isi, Lambang
from benchmarks.halaman.kebiasaan import Kebiasaan, kebiasaan_dari
from benchmarks.halaman.rupa import Rupa
from benchmarks.sop_acak import Langkah

MM_PT = 25.4 / 72
SAMBUNG_MM = 9.0


@dataclass
class Sel:
    """A cell of a grid: text lines, place, spans, and what it is ("th", "n", "u", "a", "m")."""

    baris: int
    kolom: int
    teks: list[str]
    jenis: str
    bentang: int = 1
    turun: int = 1


@dataclass
class Simbol:
    """A placed symbol: rectangle in mm from the table's corner on its page."""

    asal: Lambang | None
    halaman: int
    x: float
    y: float
    w: float
    h: float
    jenis: str
    teks: str = ""
    nomor: int = 0

    @property
    def cx(self) -> float:
        """Middle, across."""
        return self.x + self.w / 2

    @property
    def cy(self) -> float:
        """Middle, down."""
        return self.y + self.h / 2


@dataclass
class Garis:
    """An arrow: its corners, page, the symbols it joins, its printed label, whether it has two heads."""

    titik: list[Titik]
    halaman: int
    dari: Simbol | None
    ke: Simbol | None
    label: str = ""
    dua: bool = False


@dataclass
class Bagan:
    """The procedure table laid out on pages."""

    lebar: list[float]
    kepala: list[Sel]
    tinggi_kepala: list[float]
    baris: list[list[Sel]]
    tinggi: list[float]
    halaman: list[int]
    pt: float = 9.0
    simbol: list[Simbol] = field(default_factory=list)
    garis: list[Garis] = field(default_factory=list)
    panah: list[dict[str, Any]] = field(default_factory=list)


@cache
def _ukur(nama: str, pt: float) -> Any:
    berkas = {"serif": "LiberationSerif-Regular.ttf", "narrow": "LiberationSansNarrow-Regular.ttf"}.get(
        nama, "LiberationSans-Regular.ttf"
    )
    try:
        return ImageFont.truetype(berkas, round(pt * 10))
    except OSError:
        return ImageFont.load_default(round(pt * 10))


def huruf_kantor(rupa: Rupa) -> tuple[str, str]:
    """Font name as office people pick it, and the metrics to measure it with."""
    if "Serif" in rupa.huruf:
        return "Times New Roman", "serif"
    return ("Arial Narrow", "narrow") if "Narrow" in rupa.huruf else ("Arial", "sans")


def baris_teks(lines: list[str], lebar: float, nama: str, pt: float) -> int:
    """How many lines the text takes in ``lebar`` mm."""
    font, total = _ukur(nama, pt), 0
    for line in lines:
        sisa, n = 0.0, 1
        for word in line.split():
            w = font.getlength(word + " ") / 10 * MM_PT
            if sisa + w > lebar and sisa:
                n, sisa = n + 1, 0.0
            n += int(w // lebar)
            sisa += w
        total += n
    return total


def susun(isi: Isi, rupa: Rupa, lebar_mm: float, tinggi_mm: float, rng: random.Random) -> Bagan:
    """Lay the procedure out: ``lebar_mm`` wide, pages ``tinggi_mm`` high (0: one endless page)."""
    lebar = [w * lebar_mm / 100 for w in lebar_kolom(isi, rupa)]
    _, metrik = huruf_kantor(rupa)
    pt = rupa.ukuran_tabel
    while pt > 6.5 and not rupa.patah_kata and _ada_patah(isi, rupa, lebar, metrik, pt):
        pt -= 0.5
    baris = [_sel_langkah(isi, rupa, n, step) for n, step in enumerate(isi.sop.langkah)]
    kepala = kepala_tabel(isi, rupa)
    jumlah = 3 if rupa.baris_angka else 2
    tinggi_kepala = [
        _tinggi([s for s in kepala if s.baris == n and s.turun == 1], lebar, metrik, pt, 5)
        for n in range(jumlah)
    ]
    if rupa.kepala_putar:
        tinggi_kepala[1] = max(tinggi_kepala[1], 27.0)
    tinggi = [
        _tinggi(cells, lebar, metrik, pt, 15 if any(x.baris == n for x in isi.lambang) else 7)
        for n, cells in enumerate(baris)
    ]
    halaman = _bagi(tinggi, sum(tinggi_kepala), tinggi_mm)
    bagan = Bagan(lebar, kepala, tinggi_kepala, baris, tinggi, halaman, pt)
    for n in range(len(tinggi) - 1):
        if halaman[n] != halaman[n + 1]:
            tinggi[n] += SAMBUNG_MM
            tinggi[n + 1] += SAMBUNG_MM
    _taruh(bagan, isi, rupa, rng)
    _hubung(bagan, isi, kebiasaan_dari(rupa.id))
    return bagan


def _tinggi(cells: list[Sel], lebar: list[float], metrik: str, pt: float, minimal: float) -> float:
    need = minimal
    for s in cells:
        w = sum(lebar[s.kolom : s.kolom + s.bentang]) - 3
        need = max(need, baris_teks(s.teks, w, metrik, pt) * pt * 1.22 * MM_PT + 2)
    return round(need, 1)


def _ada_patah(isi: Isi, rupa: Rupa, lebar: list[float], metrik: str, pt: float) -> bool:
    """Whether a word is wider than its column."""
    cells = [s for n, step in enumerate(isi.sop.langkah) for s in _sel_langkah(isi, rupa, n, step)]
    font = _ukur(metrik, pt)
    return any(
        font.getlength(word) / 10 * MM_PT > sum(lebar[s.kolom : s.kolom + s.bentang]) - 3
        for s in [*kepala_tabel(isi, rupa), *cells]
        for line in s.teks
        for word in line.split()
    )


def _bagi(tinggi: list[float], kepala: float, batas: float) -> list[int]:
    out: list[int] = []
    page, y = 0, kepala
    for h in tinggi:
        if batas and out and y + h + SAMBUNG_MM > batas:
            page, y = page + 1, kepala + SAMBUNG_MM
        out.append(page)
        y += h
    return out


def _sel_langkah(isi: Isi, rupa: Rupa, n: int, step: Langkah) -> list[Sel]:
    texts: list[tuple[list[str], str]] = []
    if rupa.kolom_no:
        texts.append(([f"{step.no}." if isi.gaya.no_titik else step.no], "n"))
    texts.append((pecah_daftar(step.uraian), "u"))
    texts += [([], "a")] * len(isi.sop.kolom)
    if rupa.mutu:
        texts += [(pecah_daftar(t), "m") for t in (step.kelengkapan, step.waktu, step.output)]
    if rupa.kolom_ket:
        texts.append(([step.keterangan], "m"))
    out = [Sel(n, k, teks, jenis) for k, (teks, jenis) in enumerate(texts)]
    waktu = rupa.kolom_no + 2 + len(isi.sop.kolom)
    if n in isi.waktu_gabung:
        out[waktu].turun = 2
    if n - 1 in isi.waktu_gabung:
        out[waktu].turun = 0
    return out


def kepala_tabel(isi: Isi, rupa: Rupa) -> list[Sel]:
    """The heading cells."""
    g, n = isi.gaya.label, len(isi.sop.kolom)
    luar = 1 if rupa.luar_kelompok and n > 3 else 0
    out, k = [], 0
    if rupa.kolom_no:
        out.append(Sel(0, 0, [g["no"]], "th", turun=2))
        k = 1
    out.append(Sel(0, k, [g["uraian"]], "th", turun=2))
    k += 1
    out += [Sel(0, k + m, [name], "th", turun=2) for m, name in enumerate(isi.sop.kolom[:luar])]
    out.append(Sel(0, k + luar, [rupa.kelompok_pelaksana], "th", bentang=n - luar))
    out += [Sel(1, k + m, [name], "th") for m, name in enumerate(isi.sop.kolom) if m >= luar]
    k += n
    if rupa.mutu:
        out.append(Sel(0, k, [rupa.kelompok_mutu], "th", bentang=3))
        out += [Sel(1, k + m, [g[key]], "th") for m, key in enumerate(("kelengkapan", "waktu", "output"))]
        k += 3
    if rupa.kolom_ket:
        out.append(Sel(0, k, [g["keterangan"]], "th", turun=2))
        k += 1
    if rupa.baris_angka:
        out += [Sel(2, m, [str(m + 1)], "th") for m in range(k)]
    return out


def _taruh(bagan: Bagan, isi: Isi, rupa: Rupa, rng: random.Random) -> None:
    kiri = [sum(bagan.lebar[:k]) for k in range(len(bagan.lebar) + 1)]
    pertama = rupa.kolom_no + 1
    y, page = sum(bagan.tinggi_kepala), 0
    for n, h in enumerate(bagan.tinggi):
        atas = bawah = 0.0
        if bagan.halaman[n] != page:
            page, y, atas = (
                bagan.halaman[n],
                (sum(bagan.tinggi_kepala) if rupa.ulang_kepala else 0.0),
                SAMBUNG_MM,
            )
        if n + 1 < len(bagan.tinggi) and bagan.halaman[n + 1] != page:
            bawah = SAMBUNG_MM
        for x in isi.lambang:
            if x.baris == n:
                k = pertama + x.kolom
                w = min(24.0, max(7.0, bagan.lebar[k] * rupa.ukuran_simbol))
                if x.dua:
                    lebar = 0.75 * bagan.lebar[k] + 0.75 * bagan.lebar[k + 1]
                    bagan.simbol.append(
                        Simbol(
                            x,
                            page,
                            kiri[k] + 0.25 * bagan.lebar[k],
                            y + atas + (h - atas - bawah - 7) / 2,
                            lebar,
                            7,
                            "P",
                        )
                    )
                    continue
                sh = min(w * (0.7 if x.jenis == "K" else 0.5), h - atas - bawah - 5, 12)
                geser = rng.uniform(-1, 1) * rupa.geser_simbol * bagan.lebar[k]
                sx = min(
                    max(kiri[k] + 0.3, kiri[k] + (bagan.lebar[k] - w) / 2 + geser), kiri[k + 1] - w - 0.3
                )
                bagan.simbol.append(
                    Simbol(x, page, sx, y + atas + (h - atas - bawah - sh) / 2, w, sh, x.jenis, x.teks)
                )
        y += h


def _hubung(bagan: Bagan, isi: Isi, cara: Kebiasaan) -> None:
    tempat = {(s.asal.baris, s.asal.kolom): s for s in bagan.simbol if s.asal}
    for n, s in enumerate(bagan.simbol, 1):
        s.nomor = n
    for p in sorted(isi.panah, key=lambda p: p.arti == "Tidak" or len(p.pilihan) > 1):
        a = tempat[p.dari]
        pilihan = [tempat[k] for k in p.pilihan]
        b = next((s for s in pilihan if s.halaman == a.halaman), pilihan[0])
        assert a.asal
        assert b.asal
        if a.halaman != b.halaman:
            if b.asal.baris < a.asal.baris:
                continue
            _sambung(bagan, a, b, p.label)
        else:
            titik = _jalan(bagan, a, b)
            dua = len(titik) == 2 and a.asal.baris == b.asal.baris and a.jenis != "K"
            dua = dua and (a.asal.baris * 7 + a.asal.kolom * 3) % 10 < cara.dua_arah * 10
            bagan.garis.append(Garis(bercelah(titik, cara.celah), a.halaman, a, b, p.label, dua))
            if dua:
                bagan.panah.append({"dari": (b.asal.baris, b.asal.kolom), "ke": p.dari, "arti": None})
        bagan.panah.append(
            {"dari": p.dari, "ke": (b.asal.baris, b.asal.kolom), "arti": p.arti if p.label else None}
        )


def _sambung(bagan: Bagan, a: Simbol, b: Simbol, label: str) -> None:
    teks = str(1 + sum(s.jenis == "C" for s in bagan.simbol) // 2)
    for dekat, y in ((a, a.y + a.h + 3.5), (b, b.y - 3.5 - 6)):
        nomor = len(bagan.simbol) + 1
        s = Simbol(None, dekat.halaman, dekat.cx - 3, y, 6, 6, "C", teks, nomor)
        bagan.simbol.append(s)
        if dekat is a:
            bagan.garis.append(Garis([(a.cx, a.y + a.h), (a.cx, s.y)], a.halaman, a, s, label))
        else:
            bagan.garis.append(Garis([(b.cx, s.y + s.h), (b.cx, b.y)], b.halaman, s, b))


def _bebas(bagan: Bagan, page: int, p: Titik, q: Titik, kecuali: tuple[Simbol, Simbol]) -> bool:
    x0, x1, y0, y1 = min(p[0], q[0]), max(p[0], q[0]), min(p[1], q[1]), max(p[1], q[1])
    return not any(
        s.halaman == page
        and s not in kecuali
        and s.x < x1 + 0.3
        and s.x + s.w > x0 - 0.3
        and s.y < y1 + 0.3
        and s.y + s.h > y0 - 0.3
        for s in bagan.simbol
    )


def _jalan(bagan: Bagan, a: Simbol, b: Simbol) -> list[Titik]:
    """Corners of the way from ``a`` to ``b`` on one page."""
    kanan = b.cx > a.cx
    sisi = (a.x + a.w if kanan else a.x, a.cy)
    if abs(a.cy - b.cy) < 1:
        return [sisi, (b.x if kanan else b.x + b.w, b.cy)]
    turun = b.cy > a.cy
    ujung = b.y if turun else b.y + b.h
    if abs(a.cx - b.cx) < 2 and turun and _bebas(bagan, a.halaman, (a.cx, a.y + a.h), (a.cx, b.y), (a, b)):
        return [(a.cx, a.y + a.h), (b.cx, b.y)]
    lorong = _bebas(bagan, a.halaman, sisi, (b.cx, a.cy), (a, b)) and _bebas(
        bagan, a.halaman, (b.cx, a.cy), (b.cx, ujung), (a, b)
    )
    if abs(a.cx - b.cx) >= 2 and lorong:
        return [sisi, (b.cx, a.cy), (b.cx, ujung)]
    if turun:
        y = b.y - 1.5
        return (
            [(a.cx, a.y + a.h), (a.cx, y), (b.cx, y), (b.cx, b.y)]
            if abs(a.cx - b.cx) >= 2
            else _keliling(a, b)
        )
    return _keliling(a, b)


def _keliling(a: Simbol, b: Simbol) -> list[Titik]:
    x = max(a.x + a.w, b.x + b.w) + 2.2
    return [(a.x + a.w, a.cy), (x, a.cy), (x, b.cy), (b.x + b.w, b.cy)]


def libreoffice() -> bool:
    """Whether office files can be converted here."""
    return shutil.which("soffice") is not None


def ke_format(files: list[Path], out: Path, format: str) -> list[Path]:
    """Office files in another format ("pdf", "xls"), made in one run; those that failed are left out."""
    if not files or not libreoffice():
        return []
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        subprocess.run(
            [
                "soffice",
                f"-env:UserInstallation=file://{profile}",
                "--headless",
                "--convert-to",
                format,
                "--outdir",
                str(out),
                *map(str, files),
            ],
            check=False,
            timeout=60 + 10 * len(files),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    return [path for path in (out / f"{file.stem}.{format}" for file in files) if path.exists()]
