"""Lembar: all that a clean document shows, decided once for its three formats.

Texts, blanks, numbering, column widths and type sizes are settled here, so that HTML, PDF and
DOCX cannot drift apart; the templates only draw. Nothing is added to what the SOP states: where
it states nothing, there is a blank.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from normalizers.model import Sop
from pipeline.bentuk import BENTUK_BAKU, Bentuk, Penomoran, Ukuran
from pipeline.data import table
from pipeline.outputs import prosedur
from pipeline.outputs.cetak import bersih, padu
from pipeline.outputs.lambang import Logo, logo
from pipeline.outputs.prosedur import Tabel
from pipeline.outputs.render import nip, tanggal
from pipeline.outputs.ukuran import BARIS, jumlah_baris, lebar_teks

SISI_KOTAK = 5.0
"""Space left and right of the text in a cell of the identity page, in points."""
KOLOM_IDENTITAS = (0.475, 0.215, 0.31)
"""Identity page: agency (and left box) | labels | values (the last two: right box); shares of the width."""
RUANG_TANDA_TANGAN = 48.0
"""Height left free for signature and stamp, in points."""

HURUF_CATATAN, SELA_CATATAN = 8.0, 6.0
"""Type size of the notes below the table, and the space above them, in points."""
HURUF_TANDA_TANGAN, SELA_TANDA_TANGAN, LEBAR_TANDA_TANGAN = 10.0, 12.0, 212.0
"""Type size of the signature below the table, the space above it, and its width, in points."""

_HURUF_NAMA_TERKECIL, _LONGGAR = 7.5, 0.97
_PT_PER_MM = 72 / 25.4
_HURUF_IDENTITAS = (10.0, 9.5, 9.0)
# Lines of the approval: office, name (may wrap), rank, NIP.
_BARIS_PENGESAH = 5.0
# Padding above and below a cell, in points; the hanging indent of a list, in em.
_CELAH = 10.0
_MENJOROK = 2.0


@dataclass(frozen=True, slots=True)
class Kertas:
    """One kind of page, in millimetres: the sheet as it is turned, and its margins."""

    lebar: int
    tinggi: int
    atas: float
    kanan: float
    bawah: float
    kiri: float


@dataclass(frozen=True, slots=True)
class Pengesah:
    """The approving officer, line by line; None is a line that is not shown.

    ``pangkat`` is None where no rank is stated, as in many SOPs.
    """

    tempat: str | None
    jabatan: str | None
    nama: str
    pangkat: str | None
    nip: str | None


@dataclass(frozen=True, slots=True)
class Kotak:
    """One of the boxes; a single item stands without a number, and one without heading and items fills a row."""

    judul: str
    butir: tuple[str, ...]
    bernomor: bool


@dataclass(frozen=True, slots=True)
class Lembar:
    """One clean document. Every text is printable as it stands; a missing one is already dots.

    ``alur`` are the edges in words, for those who cannot see the drawing.
    """

    judul: str
    penyusun: str
    kop: tuple[str, ...]
    logo: Logo | None
    identitas: tuple[tuple[str, str], ...]
    pengesah: Pengesah
    nama_sop: str
    kotak: tuple[tuple[Kotak, Kotak], ...]
    penomoran: Penomoran
    huruf: float
    huruf_nama: float
    tabel: Tabel
    alur: tuple[str, ...]
    kertas_identitas: Kertas
    kertas_prosedur: Kertas


UKURAN_KERTAS: Final[dict[Ukuran, tuple[int, int]]] = {"A4": (210, 297), "F4": (215, 330)}
"""Short and long side of the sheets, in millimetres."""


def kertas_identitas(bentuk: Bentuk = BENTUK_BAKU) -> Kertas:
    """The sheet of the identity page."""
    pendek, panjang = UKURAN_KERTAS[bentuk.kertas]
    lebar, tinggi = (pendek, panjang) if bentuk.arah_identitas == "tegak" else (panjang, pendek)
    return Kertas(lebar=lebar, tinggi=tinggi, atas=15, kanan=15, bawah=18, kiri=20)


def kertas_prosedur(bentuk: Bentuk = BENTUK_BAKU) -> Kertas:
    """The sheet of the procedure, which always lies."""
    pendek, panjang = UKURAN_KERTAS[bentuk.kertas]
    return Kertas(lebar=panjang, tinggi=pendek, atas=15, kanan=12, bawah=18, kiri=12)


def ruang(kertas: Kertas) -> tuple[float, float]:
    """Width and height between the margins, in points."""
    return (
        (kertas.lebar - kertas.kiri - kertas.kanan) * _PT_PER_MM,
        (kertas.tinggi - kertas.atas - kertas.bawah) * _PT_PER_MM,
    )


def susun(sop: Sop, bentuk: Bentuk = BENTUK_BAKU, kertas: tuple[Kertas, Kertas] | None = None) -> Lembar:
    """The document of the SOP in the form that is wanted, ready to be drawn.

    Args:
        sop: what to show.
        bentuk: the form.
        kertas: identity page and procedure, where their margins are not the usual ones.
    """
    kata = table("dokumen")
    pemerintah, unit = bersih(sop.instansi.pemerintah), bersih(sop.instansi.unit)
    nama = bersih(sop.identitas.nama_sop)
    pasangan = _pasangan(sop, bentuk)
    identitas, melintang = kertas or (kertas_identitas(bentuk), kertas_prosedur(bentuk))
    baris_identitas, pengesah = _identitas(sop), _pengesah(sop, bentuk)
    penutup = partial(_tinggi_penutup, pengesah, ruang(melintang)[0])
    tabel = prosedur.susun(sop, (nama or kata["kosong"]).upper(), ruang(melintang), penutup)
    huruf = _huruf_identitas([teks for _, teks in baris_identitas] + [nama], pasangan, ruang(identitas))
    return Lembar(
        judul=nama or kata["judul"],
        penyusun=", ".join(filter(None, (unit, pemerintah))),
        logo=logo(bentuk.logo) if bentuk.logo else None,
        kop=tuple(map(bersih, bentuk.kop)) or (pemerintah or kata["kosong"], unit or kata["kosong"]),
        identitas=baris_identitas,
        pengesah=pengesah,
        nama_sop=nama or kata["kosong"],
        kotak=pasangan,
        penomoran=bentuk.penomoran,
        huruf=huruf,
        huruf_nama=_huruf_nama(pengesah.nama, ruang(identitas)[0], huruf),
        tabel=tabel,
        alur=tuple(prosedur.dalam_kata(sop)),
        kertas_identitas=identitas,
        kertas_prosedur=melintang,
    )


def _pasangan(sop: Sop, bentuk: Bentuk) -> tuple[tuple[Kotak, Kotak], ...]:
    """The boxes two to a row, the last one beside an empty one where their number is odd."""
    judul = table("dokumen")["kotak"]
    kotak = [_kotak(judul[kunci], _butir(sop, kunci)) for kunci in bentuk.kotak]
    if len(kotak) % 2:
        kotak.append(Kotak(judul="", butir=("",), bernomor=False))
    return tuple(zip(kotak[::2], kotak[1::2], strict=True))


def _identitas(sop: Sop) -> tuple[tuple[str, str], ...]:
    """Label and value of the rows above "Disahkan oleh"."""
    kata, i = table("dokumen"), sop.identitas
    nilai = {
        "nomor_sop": bersih(i.nomor_sop),
        "tanggal_pembuatan": tanggal(i.tanggal_pembuatan),
        "tanggal_revisi": tanggal(i.tanggal_revisi) or kata["belum_direvisi"],
        "tanggal_efektif": tanggal(i.tanggal_efektif),
    }
    # No item of the standard: shown where the SOP has it, never asked for.
    if i.tanggal_pengesahan:
        nilai["tanggal_pengesahan"] = tanggal(i.tanggal_pengesahan)
    return tuple((kata["identitas"][kunci], teks or kata["kosong"]) for kunci, teks in nilai.items())


def _pengesah(sop: Sop, bentuk: Bentuk) -> Pengesah:
    kosong = table("dokumen")["kosong"]
    pejabat = sop.identitas.disahkan_oleh
    jabatan = bersih(pejabat.jabatan) or kosong
    baris = bentuk.pengesahan
    tempat = f"{bersih(bentuk.tempat)}, {tanggal(sop.identitas.tanggal_pengesahan) or kosong}"
    return Pengesah(
        tempat=tempat if bentuk.tempat else None,
        jabatan=" ".join(filter(None, (pejabat.status, jabatan))) if "jabatan" in baris else None,
        nama=bersih(pejabat.nama) or kosong,
        pangkat=bersih(pejabat.pangkat) or None if "pangkat" in baris else None,
        nip=f"NIP {nip(bersih(pejabat.nip)) or kosong}" if "nip" in baris else None,
    )


def _butir(sop: Sop, kunci: str) -> list[str]:
    if kunci == "dasar_hukum":
        return [dasar.teks for dasar in sop.dasar_hukum]
    butir: list[str] = getattr(sop, kunci)
    return butir


def _kotak(judul: str, butir: Sequence[str]) -> Kotak:
    isi = tuple(padu(teks) for teks in map(bersih, butir) if teks)
    return Kotak(judul=judul, butir=isi or (table("dokumen")["kosong"],), bernomor=len(isi) > 1)


def _huruf_identitas(
    atas: Sequence[str], pasangan: Sequence[tuple[Kotak, Kotak]], halaman: tuple[float, float]
) -> float:
    """The largest type that keeps the identity on one page; the normal one where none does.

    Args:
        atas: the values above the boxes; the approval is counted apart.
        pasangan: the boxes, two to a row.
        halaman: width and height between the margins, in points.
    """
    lebar, tinggi = halaman
    for huruf in _HURUF_IDENTITAS:
        muat_nilai = (lebar * KOLOM_IDENTITAS[2] - 2 * SISI_KOTAK) / huruf
        muat_butir = (lebar * KOLOM_IDENTITAS[0] - 2 * SISI_KOTAK) / huruf - _MENJOROK
        baris = _BARIS_PENGESAH + sum(jumlah_baris(teks, muat_nilai) for teks in atas)
        for kotak in pasangan:
            # The heading, and a gap after each item.
            baris += 1 + max(sum(jumlah_baris(t, muat_butir) + 0.15 for t in k.butir) for k in kotak)
        if baris * huruf * BARIS + _CELAH * (len(atas) + len(pasangan)) + RUANG_TANDA_TANGAN <= tinggi:
            return huruf
    return _HURUF_IDENTITAS[0]


def _huruf_nama(nama: str, lebar: float, huruf: float) -> float:
    """The largest type, no larger than ``huruf``, at which the officer's name stays on one line if at all."""
    muat = (lebar * KOLOM_IDENTITAS[2] - 2 * SISI_KOTAK) * _LONGGAR
    ukuran = min(huruf, int(2 * muat / max(lebar_teks(nama, tebal=True), 1.0)) / 2)
    return ukuran if ukuran >= _HURUF_NAMA_TERKECIL else huruf


def _tinggi_penutup(pengesah: Pengesah, ruas: float, catatan: Sequence[str]) -> float:
    """The height of notes and signature below a table ``ruas`` points wide, in points."""
    lebar = ruas / HURUF_CATATAN
    tinggi = sum(jumlah_baris(teks, lebar) for teks in catatan) * HURUF_CATATAN * BARIS + SELA_CATATAN
    muat = LEBAR_TANDA_TANGAN / HURUF_TANDA_TANGAN
    baris = jumlah_baris(pengesah.nama, muat, tebal=True)
    lain = (pengesah.tempat, pengesah.jabatan, pengesah.pangkat, pengesah.nip)
    baris += sum(jumlah_baris(teks, muat) for teks in lain if teks)
    return tinggi + SELA_TANDA_TANGAN + RUANG_TANDA_TANGAN + (baris + 1) * HURUF_TANDA_TANGAN * BARIS
